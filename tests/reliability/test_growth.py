"""Work grows with the content and no faster (P7). Counted, not timed: a busy machine proves nothing."""

from pathlib import Path
from typing import Any, Final

from brochure.composition import Galley, compose_block
from brochure.diagnostics import Severity
from brochure.press import Cache, Proofed, proof
from tests.reliability.workshop import job, project

HEAD: Final = "slug: a\nlayout: leaf\ntitle: 题\n"


class Setter:
    """A compositor who counts: how many blocks he set, and how many lines they made."""

    def __init__(self) -> None:
        self.blocks = self.lines = 0

    def __call__(self, *asked: Any, **more: Any) -> Galley:
        """The block, set."""
        galley = compose_block(*asked, **more)
        self.blocks += 1
        self.lines += len(galley.strips)
        return galley


def of_sections(count: int, folder: Path, setter: Setter) -> Proofed:
    """A brochure of *count* sections of three paragraphs, set by *setter* and paged."""
    paragraphs = "".join(f"      - {'湖水清澈，微风吹过。' * length}\n" for length in (1, 2, 3))
    sections = "".join(f"  - slug: s{n}\n    title: 第{n}节\n    blocks:\n{paragraphs}" for n in range(count))
    (folder / "brochure.yaml").write_text(f"{HEAD}sections:\n{sections}", encoding="utf-8")
    return proof(job(folder), Cache(None), setter=setter)


def test_work_grows_with_the_content_and_no_faster(tmp_path: Path) -> None:
    """A hundred sections take a hundred pages and twice the work of fifty: each block is set as often as
    before.
    """
    folder = project(tmp_path / "project")
    fifty, hundred = Setter(), Setter()
    for count, setter in ((50, fifty), (100, hundred)):
        proofed = of_sections(count, folder, setter)
        assert [finding for finding in proofed.findings if finding.severity is Severity.ERROR] == []
        assert len(proofed.pagination.pages) == count
        assert setter.blocks >= 4 * count
    assert hundred.blocks <= 2 * fifty.blocks
    assert hundred.lines <= 2 * fifty.lines * 1.05
