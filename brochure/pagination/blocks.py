"""What stands apart taken out of the running text, into a frame that asks for its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.geometry import Point, Rect
from brochure.layout.model import Frame
from brochure.pagination.draft import Draft
from brochure.pagination.overset import block_over
from brochure.pagination.progress import Progress
from brochure.pagination.setting import findings_of

if TYPE_CHECKING:
    from brochure.content.apart import SetApart


def fill_block(frame: Frame, box: Rect, draft: Draft, left: Progress) -> bool:
    """The next block that *frame* takes and that has no place yet, out of the story; False when there is
    none. The frame's box begins on a line of the grid, and so does the block.
    """
    number = next(
        (number for number, block in enumerate(left.part.text) if _is_free(number, block, frame, left)), None
    )
    if number is None:
        return False
    block = _apart(left.part.text[number])
    style = left.theme.apart[block.key][frame.style]
    galley = left.setting.galley(block, style, box.width)
    grid = left.setting.layout.grid
    height = galley.height - 2 * grid.half_gap
    spare = box.height - height
    lines = {"top": 0.0, "middle": spare / 2, "bottom": spare}[frame.align] // grid.baseline
    top = box.y + max(0.0, lines) * grid.baseline
    y = top - grid.half_gap
    for strip in galley.strips:
        span = block.places[strip.part] if strip.part >= 0 else block.span
        draft.put(strip.marks, Point(box.x, y), span)
        y += strip.height
    draft.took(frame, Rect(box.x, top, box.width, height), block.span)
    left.take(number)
    left.seen.setdefault(number, left.pages)
    left.findings += findings_of(galley.remarks, block.span, block.places)
    if spare < -0.5:
        left.findings.append(block_over(galley, frame, draft.master.name, -spare, block.span))
    return True


def _is_free(number: int, block: object, frame: Frame, left: Progress) -> bool:
    """Whether *frame* may take the block: of its kind, not taken, no line of it placed in a column.

    Among vertical lines it has none.
    """
    if getattr(block, "key", "") not in frame.takes or number in left.taken:
        return False
    first = next((at for at, line in enumerate(left.lines) if line.block == number), None)
    return not left.measured or first is None or first >= left.placed


def _apart(block: object) -> SetApart:
    from brochure.content.apart import Contact, CreditList, List, PullQuote, Table, Timeline

    assert isinstance(block, List | Table | PullQuote | Timeline | Contact | CreditList)  # noqa: S101  # it has a key
    return block
