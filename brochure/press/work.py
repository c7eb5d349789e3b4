"""The way in for Python callers: load a content file, then check it, print it, print its handouts."""

from __future__ import annotations

from pathlib import Path

from brochure.content import Edition, Handout, Whole, handouts, load_brochure
from brochure.diagnostics import BrochureError, Diagnostic
from brochure.press.build import build, proof
from brochure.press.cache import Cache
from brochure.press.deliver import write_whole
from brochure.press.job import Job
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """An edition on disk: where, how many pages, what was found on the way."""

    path: Path
    pages: int
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A content file and how it is to be set; nothing is read before it is asked for."""

    content: Path
    layout: str
    cache: Cache

    def check(self) -> tuple[Diagnostic, ...]:
        """Every finding in the whole edition, faults among them.

        Nothing is written and nothing raised for the author's faults.
        """
        try:
            return proof(self._job(Whole()), self.cache).findings
        except BrochureError as fault:
            return fault.findings

    def build(self, out: Path | str, *, screen: bool = False) -> Delivered:
        """The whole edition into the folder *out*, for the press or, tagged and small, for a *screen*.

        Raises `BrochureError`; the file that stood there then still stands.
        """
        return self._deliver(Whole(), Path(out), screen=screen)

    def handouts(self, out: Path | str, *sections: str, screen: bool = False) -> tuple[Delivered, ...]:
        """A handout of each of *sections* (slugs.

        All when none is named) into the folder *out*. Raises like `build`.
        """
        named = [Handout(section) for section in sections]
        wanted = named or handouts(load_brochure(self.content, str(self.content)))
        return tuple(self._deliver(edition, Path(out), screen=screen) for edition in wanted)

    def _job(self, edition: Edition, *, screen: bool = False) -> Job:
        return Job(
            content=self.content,
            shown_as=str(self.content),
            layout=self.layout,
            edition=edition,
            screen=screen,
            tagged=screen,
        )

    def _deliver(self, edition: Edition, out: Path, *, screen: bool) -> Delivered:
        printed = build(self._job(edition, screen=screen), self.cache)
        path = out / printed.name
        write_whole(path, printed.data)
        return Delivered(path=path, pages=printed.pages, findings=printed.findings)


def load(content: Path | str, *, layout: str = "", cache: Path | str | None = None) -> Work:
    """The work in the file *content*, in *layout* (a name or a layout file; the content's own when empty).

    *cache* is a folder for prepared pictures, the user's own when None.
    """
    kept = Cache(Path(cache)) if cache is not None else Cache.of_user()
    return Work(content=Path(content), layout=layout, cache=kept)
