"""`brochure check --fix`: slips that have one remedy, mended in the author's file."""

from typing import Any

from brochure.cli.desk import Desk
from brochure.cli.project import Project
from brochure.content import load_brochure
from brochure.diagnostics import BrochureError, Diagnostic, Replacement, Words
from brochure.source import mend
from brochure.source.excerpt import visible

_PASSES = 100  # a mended character may show another slip; one text tells a thousand at a time
_BOM = "\ufeff"


def mend_content(project: Project, desk: Desk) -> tuple[dict[str, Any], ...]:
    """Mend the content file of *project*, told to the person place by place; the same for programs.

    Only those characters change; errors elsewhere do not stand in the way. A file with nothing to mend, or
    one that cannot be read, is left as it is. Raises `MachineError` when it cannot be written.
    """
    from brochure.press import write_whole  # the whole press: not for `brochure --help`

    done: list[Diagnostic] = []
    for _ in range(_PASSES):
        findings = [slip for slip in _slips(project) if slip.span and slip.span.file == project.shown_as]
        if not any(slip.replacement for slip in findings):
            break
        path = project.content.resolve()  # a link stays a link
        text = path.read_bytes().decode("utf-8")
        mark = _BOM if text.startswith(_BOM) else ""
        mended, made = mend(text.removeprefix(mark), findings)
        if not made:
            break
        write_whole(path, (mark + mended).encode("utf-8"))
        done += made
    for slip in done:
        desk.remark(_told(slip, desk))
    if done:
        desk.remark(_counted(project, len(done), desk))
    return tuple(_record(slip) for slip in done)


def _slips(project: Project) -> tuple[Diagnostic, ...]:
    try:
        return load_brochure(project.content, project.shown_as).slips
    except BrochureError as fault:
        return fault.findings


def _told(slip: Diagnostic, desk: Desk) -> str:
    old, new = slip.replacement or Replacement("", "")
    nothing = desk.in_words(Words("nothing", "（删去）"))
    return f"{visible(str(slip.span))}: `{visible(old)}` → {f'`{visible(new)}`' if new else nothing}"


def _counted(project: Project, count: int, desk: Desk) -> str:
    said = Words(f"{count} place{'s' * (count != 1)} mended", f"改了 {count} 处")
    return f"{visible(project.shown_as)}: {desk.in_words(said)}"


def _record(slip: Diagnostic) -> dict[str, Any]:
    old, new = slip.replacement or Replacement("", "")
    place = slip.span
    return {
        "line": place.line if place else None,
        "column": place.column if place else None,
        "old": old,
        "new": new,
    }
