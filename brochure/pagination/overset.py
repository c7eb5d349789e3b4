"""What found no place: blocks without a frame, text that does not fit (溢排), each with how much to cut."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.composition import Galley
from brochure.diagnostics import Diagnostic, Span, Words, error
from brochure.geometry import Pt
from brochure.layout.model import Frame, Master
from brochure.pagination.progress import Progress
from brochure.pagination.story import surplus

_OTHER_OPENING = Words(
    "choose another `opening`, or remove the block", "换一个 opening（版式序列），或删去此块"
)


def unplaced(left: Progress, last: Master) -> Iterator[Diagnostic]:
    """A fault for each block that found no frame, and one for text that ran over the *last* page."""
    for what, blocks in (
        (Words("picture", "张图片"), left.photos),
        (Words("group of pictures", "组图片"), left.groups),
        (Words("code", "个二维码"), left.codes),
        (Words("lead", "段导语"), left.leads),
        (Words("band of metrics", "组数据"), left.bands),
    ):
        for block in blocks:
            message = Words(
                f"the page design has no frame left for this {what.en}", f"版面没有剩余的框可放这{what.zh}"
            )
            yield error("pagination/unplaced", message, block.span, _OTHER_OPENING)
    if left.text_left:
        yield _text_over(left, last) if left.measured else _no_text_frame(left)


def _no_text_frame(left: Progress) -> Diagnostic:
    message = Words("the page design has no frame for running text", "版面没有放正文的框")
    return error("pagination/unplaced", message, left.part.text[0].span, _OTHER_OPENING)


def _text_over(left: Progress, last: Master) -> Diagnostic:
    frame = next((frame.name for frame in last.frames if frame.holds == "text"), "—")
    lines, characters, span = surplus(left.lines, left.placed)
    where = f"{last.name}/{frame}"
    if not characters:
        message = Words(
            f"from this block on, {_lines(lines)} run over frame `{where}`",
            f"从此块起溢出图文框“{where}”{lines} 行",
        )
        hint = Words(
            "take out an entry or a block, or choose an `opening` with more pages",
            "减少条目，舍去一块，或选用页数更多的 opening",
        )
        return error("pagination/overset", message, span, hint)
    message = Words(
        f"from this block on, {_lines(lines)} ({characters} characters) run over frame `{where}`",
        f"正文从此块起溢出图文框“{where}”{lines} 行（{characters} 字）",
    )
    hint = Words(
        f"shorten the section by about {characters} characters, or choose an `opening` with more pages",
        f"把本节缩短约 {characters} 字，或选用页数更多的 opening",
    )
    return error("pagination/overset", message, span, hint)


def block_over(galley: Galley, frame: Frame, master: str, excess: Pt, span: Span | None) -> Diagnostic:
    """A block taller than its frame by *excess*: how many lines and characters that is."""
    lines = characters = 0
    for strip in reversed(galley.strips):
        if excess <= 0:
            break
        excess -= strip.height
        lines += 1
        characters += len(strip.line.text) if strip.line else 0
    where = f"{master}/{frame.name}"
    if not characters:
        message = Words(f"this block is too tall for frame `{where}`", f"此块高出图文框“{where}”")
        hint = Words("take out an entry, or enlarge the frame in the layout", "减少条目，或在版式里加高该框")
        return error("pagination/overset", message, span, hint)
    message = Words(
        f"this block runs over frame `{where}` by {_lines(lines)} ({characters} characters)",
        f"此块溢出图文框“{where}”{lines} 行（{characters} 字）",
    )
    hint = Words(f"shorten it by about {characters} characters", f"缩短约 {characters} 字")
    return error("pagination/overset", message, span, hint)


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"
