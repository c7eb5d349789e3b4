"""Elements in the making: what is left out, which level a heading gets, how runs are cut at links."""

import pytest

from brochure.color import BLACK
from brochure.composition import compose_paragraph
from brochure.content.model import Inline
from brochure.display import GlyphRun, Linked, Piece
from brochure.display.elements import Content, Element
from brochure.geometry import Point, Rect
from brochure.reading.bounds import box_of, parted
from brochure.reading.nodes import Freezer, Node
from tests.composition.setting import EM, FACES, JUSTIFIED

BOX = Rect(0, 0, 10, 10)


def node(role: str, *below: Node, level: int = 0, full: bool = True) -> Node:
    """A node to which one mark came."""
    made = Node(role, level=level, below=list(below))  # type: ignore[arg-type]
    if full:
        made.add(Content(0, 0), BOX)
    return made


def roles(element: Element) -> list[str]:
    """The roles of an element and of all below it, in order."""
    kids = [kid for kid in element.kids if isinstance(kid, Element)]
    return [element.role, *(role for kid in kids for role in roles(kid))]


def test_no_heading_skips_a_level() -> None:
    """Levels 1, 3, 3, 2, 5 become H1, H2, H2, H2, H3: one below the heading they stand under."""
    wished = [node("H", level=level) for level in (1, 3, 3, 2, 5)]
    tree = Freezer().tree(Node("Document", below=wished))
    assert roles(tree) == ["Document", "H1", "H2", "H2", "H2", "H3"]


def test_a_first_heading_is_of_level_one() -> None:
    """A handout of a part without a title begins with its first heading."""
    assert roles(Freezer().tree(Node("Document", below=[node("H", level=2)]))) == ["Document", "H1"]


def test_what_got_no_mark_is_left_out() -> None:
    """An empty paragraph, and a list whose only item is empty; what follows them stays."""
    empty = node("P", full=False)
    empty.after.append(node("Note"))
    hollow = node("L", node("LI", full=False), full=False)
    assert roles(Freezer().tree(Node("Document", below=[empty, hollow]))) == ["Document", "Note"]


def test_a_figure_on_two_pages_has_no_one_place() -> None:
    """A picture across the gutter is one figure; only one that stands on a single page has a box."""
    across = Node("Figure", alt="湖")
    across.add(Content(0, 0), BOX)
    alone = Freezer().tree(across)
    across.add(Content(1, 0), BOX)
    both = Freezer().tree(across)
    assert (alone.box, both.box) == (BOX, None)
    assert both.kids == (Content(0, 0), Content(1, 0))


def run(text: str, *links: Linked, turn: float = 0.0) -> GlyphRun:
    """Glyphs of 10 points, side by side from (100, 50)."""
    count = len(text)
    return GlyphRun(
        at=Point(100, 50),
        face="a",
        size=10,
        ink=BLACK,
        glyphs=tuple(range(count)),
        xs=tuple(10.0 * at for at in range(count)),
        texts=tuple(text),
        width=10.0 * count,
        turn=turn,
        links=links,
        piece=Piece("body"),
    )


def test_a_run_is_cut_at_its_links() -> None:
    """Six glyphs with a link over the third and fourth are three runs at their places; nothing is lost."""
    pieces = list(parted(run("详见网站介绍", Linked(2, 4, "https://a"))))
    assert [(part.text, target) for part, target in pieces if isinstance(part, GlyphRun)] == [
        ("详见", ""), ("网站", "https://a"), ("介绍", ""),
    ]  # fmt: skip
    boxes = [box_of(part) for part, _ in pieces]
    assert [(box.x, box.width) for box in boxes] == [(100, 20), (120, 20), (140, 20)]
    assert all((box.y, box.height) == pytest.approx((41.2, 10)) for box in boxes)


def test_a_turned_run_is_cut_downwards() -> None:
    """In a vertical line the second half begins below the first."""
    (first, _), (second, _) = parted(run("abcd", Linked(0, 2, "https://a"), turn=90))
    assert isinstance(first, GlyphRun)
    assert isinstance(second, GlyphRun)
    assert (first.at, second.at) == (Point(100, 50), Point(100, 70))
    assert box_of(second).height == 20


def test_links_are_counted_in_glyphs() -> None:
    """Composed text knows which of its glyphs lead where, on every line of a link that is broken."""
    text = (Inline(text="一二三"), Inline(text="四五六七八", link="https://a"), Inline(text="九"))
    galley = compose_paragraph(text, JUSTIFIED, 5 * EM, FACES)
    found = [
        "".join(mark.texts[link.start : link.end])
        for strip in galley.strips
        for mark in strip.marks
        if isinstance(mark, GlyphRun)
        for link in mark.links
    ]
    assert found == ["四五", "六七八"]
