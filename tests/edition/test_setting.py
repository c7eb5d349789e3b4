"""The rules of composition hold on the real pages: line edges, flush lines, the grid, room to the knife."""

from itertools import combinations

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from brochure.geometry import mm
from tests.edition.lines import Line, columns_of, lines_of
from tests.edition.printing import WHOLE, Copy

NEVER_FIRST = "，。、；：？！”’）》〉】〗〕］｝」』％%‰℃°·～"
NEVER_LAST = "“‘（《〈【〖〔［｛「『￥$£№"
HALF_ON_THE_RIGHT = "，。、；：？！”’）》〉】〗〕］｝」』"
HALF_ON_THE_LEFT = "“‘（《〈【〖〔［｛「『"
CLOSE = 0.3
"""Points that no eye can see."""


def is_han(char: str) -> bool:
    """Whether *char* is an ideograph."""
    return "\u4e00" <= char[0] <= "\u9fff"


def test_no_line_begins_or_ends_with_a_forbidden_mark(copy: Copy) -> None:
    """Of all lines of all pages, titles, labels and captions too, none begins with a mark that closes (K1,
    K2, K5, K7) or ends with one that opens (K3).
    """
    lines = [line for page in copy.proofed.pagination.pages for line in lines_of(page)]
    assert len(lines) > 20
    for line in lines:
        assert line.text[0] not in NEVER_FIRST, (line.page, line.text)
        assert line.text[-1] not in NEVER_LAST, (line.page, line.text)


def test_lines_are_flush_on_both_sides(copy: Copy) -> None:
    """Every line of justified text but a paragraph's last begins on the left edge and ends on the right one,
    a mark there with its blank half outside (J1, P9, P10, G1).
    """
    measured = 0
    for column in columns_of(copy):
        if column.style.align != "justify":
            continue
        full = column.lines[:-1] if column.ends else column.lines
        for number, line in enumerate(column.lines):
            indent = column.style.indent * column.style.text.size if number == 0 and column.opens else 0.0
            assert abs(_left(line) - column.left - indent) < CLOSE, (line.page, line.text)
        for line in full:
            right = _right(line)
            if right is not None:
                measured += 1
                assert abs(right - column.right) < CLOSE, (line.page, line.text)
    assert measured > 10


def _left(line: Line) -> float:
    char, origin, size = line.first
    return origin + size / 2 if char[0] in HALF_ON_THE_LEFT else origin


def _right(line: Line) -> float | None:
    """Where the line ends for the eye; None after a letter or figure, whose widths are the face's own."""
    char, origin, size = line.last
    if char[-1] in HALF_ON_THE_RIGHT:
        return origin + size / 2
    return origin + size if is_han(char) else None


def test_body_text_stands_on_the_grid(copy: Copy) -> None:
    """Every line set in the grid's leading has its baseline on the grid, so facing pages and columns agree
    (G8).
    """
    grid = copy.proofed.layout.grid
    baselines: dict[int, list[float]] = {}
    for column in columns_of(copy):
        if column.style.leading != grid.baseline:
            continue
        for line in column.lines:
            lines_down = (line.baseline - grid.head - 0.88 * grid.size) / grid.baseline
            assert abs(lines_down - round(lines_down)) * grid.baseline < CLOSE, (line.page, line.text)
            baselines.setdefault(line.page // 2, []).append(line.baseline % grid.baseline)
    assert baselines
    for spread in baselines.values():
        assert max(spread) - min(spread) < CLOSE


def test_no_line_stands_alone(copy: Copy) -> None:
    """No paragraph leaves its first line at a column's foot or sends its last to a column's head (G4), and
    none ends with a single character (G3).
    """
    for column in columns_of(copy):
        text = "".join(line.text for line in column.lines)
        if not (column.opens and column.ends):
            assert len(column.lines) > 1, text
        if column.ends:
            han = [char for char in column.lines[-1].text if char not in HALF_ON_THE_RIGHT]
            assert len(han) >= 2, text


# ---------------------------------------------------------------- by the ink, in the finished file

Boxes = NDArray[np.float64]
KERNING = 1.5
"""Points by which the boxes of two figures may overlap where kerning fits them together."""


def ink_boxes(copy: Copy) -> list[tuple[str, Boxes]]:
    """Page by page, as pdfium sees them: the characters with ink, and left, bottom, right, top of each in
    points from the media's lower left corner.
    """
    found = []
    document = pypdfium2.PdfDocument(copy.file)
    try:
        for page in document:
            text = page.get_textpage()
            chars, boxes = [], []
            for at in range(text.count_chars()):
                box = text.get_charbox(at)
                if box[2] > box[0] and box[3] > box[1]:
                    chars.append(text.get_text_range(at, 1))
                    boxes.append(box)
            found.append(("".join(chars), np.array(boxes, dtype=np.float64).reshape(-1, 4)))
    finally:
        document.close()
    return found


def test_text_keeps_away_from_the_knife(copy: Copy) -> None:
    """No ink of any character comes nearer to the trim than the safety distance."""
    layout = copy.proofed.layout
    low = layout.bleed + layout.safety
    right, top = (layout.bleed + side - layout.safety for side in layout.trim)
    assert layout.safety >= mm(3)
    for number, (_, boxes) in enumerate(ink_boxes(copy), 1):
        if len(boxes):
            assert boxes[:, :2].min() > low - CLOSE, number
            assert boxes[:, 2].max() < right + CLOSE, number
            assert boxes[:, 3].max() < top + CLOSE, number


def test_no_character_lies_on_another(copy: Copy) -> None:
    """The ink boxes of two characters never overlap by more than kerning does (P12)."""
    for number, (chars, boxes) in enumerate(ink_boxes(copy), 1):
        one, other = boxes[:, None], boxes[None, :]
        shared = np.minimum(one[..., 2:], other[..., 2:]) - np.maximum(one[..., :2], other[..., :2])
        over = np.argwhere(np.triu((shared > KERNING).all(axis=2), 1))
        assert not len(over), (number, [(chars[a], chars[b]) for a, b in over[:5]])


def test_columns_of_a_page_do_not_overlap(copy: Copy) -> None:
    """What stands in the frames of a page stands side by side or one below the other, but for pictures that
    carry text.
    """
    for page in copy.proofed.pagination.pages:
        placed = [place for place in page.placements if "picture" not in place.frame and place.box.height > 0]
        for one, other in combinations(placed, 2):
            if one.frame == other.frame and one.box.x == other.box.x:
                continue
            wide = min(one.box.right, other.box.right) - max(one.box.x, other.box.x)
            high = min(one.box.bottom, other.box.bottom) - max(one.box.y, other.box.y)
            assert min(wide, high) < 1, (page.number, one.frame, other.frame)


def test_the_brochure_is_set_in_full(whole: Copy) -> None:
    """The lines of the running text, put together again, are the paragraphs of the manuscript."""
    from tests.edition.manuscript import manuscript

    text = "".join(line.text for column in columns_of(whole) for line in column.lines)
    story = "".join(words for part in manuscript(WHOLE).parts for words in part.story[bool(part.title) :])
    front_and_back = manuscript(WHOLE).parts[0].story + manuscript(WHOLE).parts[-1].story
    for words in front_and_back:
        story = story.replace(words, "", 1)
    assert text == story
