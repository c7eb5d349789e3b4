"""A handout is an edition of its own: one section, its colour, its own pages."""

import pytest

from brochure.color import Cmyk
from brochure.display import GlyphRun, Panel, Picture, Rule
from tests.edition.manuscript import manuscript
from tests.edition.printing import SECTIONS, WHOLE, Copy


@pytest.fixture(params=SECTIONS)
def handout(request: pytest.FixtureRequest, copies: dict[str, Copy]) -> Copy:
    """Each handout in turn."""
    name: str = request.param
    return copies[name]


def inks(copy: Copy) -> set[Cmyk]:
    """The coloured inks of its text, grounds and rules."""
    return {
        mark.ink
        for page in copy.proofed.pagination.pages
        for mark in page.display.marks
        if isinstance(mark, GlyphRun | Panel | Rule) and isinstance(mark.ink, Cmyk) and any(mark.ink[:3])
    }


def test_pages_count_from_one(handout: Copy) -> None:
    """Every page says which of how many it is, a single one nothing; the source of the figures stands on the
    last alone.
    """
    pages, source = handout.texts["poppler"], manuscript(handout.name).source
    for number, page in enumerate(pages, 1):
        folio = f"{number}/{len(pages)}" if len(pages) > 1 else ""
        assert page.endswith((source if number == len(pages) else "") + folio)
        assert (source in page) is (number == len(pages))


def test_a_handout_keeps_its_sections_number(handout: Copy) -> None:
    """The third section is the third in its handout too, at the head of the first page."""
    number = SECTIONS.index(handout.name) + 1
    title = manuscript(handout.name).title
    assert handout.texts["poppler"][0].startswith(f"{title}{number:02d}")


def test_a_handout_without_a_contact_prints_none(handout: Copy) -> None:
    """The manuscript gives none, and none is made up: no line at the foot but source and folio."""
    proofed = handout.proofed
    assert proofed.brochure.handout.contact == ""
    low = proofed.layout.trim.height - 30 * 72 / 25.4
    words = {
        mark.text
        for page in proofed.pagination.pages
        for mark in page.display.marks
        if isinstance(mark, GlyphRun) and mark.at.y > low
    }
    assert all(text in proofed.brochure.credits.source or set(text) <= set("12 /") for text in words)


def test_nothing_of_the_rest_is_left(handout: Copy, copies: dict[str, Copy]) -> None:
    """No cover, no preface, no other section, no closing: none of their words, none of their pictures."""
    text = "".join(handout.texts["poppler"])
    script = manuscript(WHOLE)
    allowed = (script.title, script.source)
    others = [words for part in script.parts if part.name != handout.name for words in part.story]
    assert [words for words in others if words in text and words not in allowed] == []
    own = {photo for part in manuscript(handout.name).parts for photo in part.captions}
    shown = {
        mark.file
        for page in handout.proofed.pagination.pages
        for mark in page.display.marks
        if isinstance(mark, Picture)
    }
    assert shown
    assert shown <= own
    assert copies[WHOLE].texts["poppler"][0] not in text


def test_a_handout_wears_its_sections_colour(handout: Copy) -> None:
    """The strip at the head of its first page is in the section's colour, and no other section's occurs."""
    proofed = handout.proofed
    theme = proofed.brochure.sections[0].theme
    main = {name: proofed.layout.theme(name).inks["main"] for name in proofed.layout.themes}
    strip = next(mark for mark in proofed.pagination.pages[0].display.marks if isinstance(mark, Panel))
    assert strip.ink == main[theme]
    assert strip.box.y < 0 < strip.box.bottom
    assert strip.box.x < 0
    assert strip.box.right > proofed.layout.trim.width
    others = {ink for name, ink in main.items() if name != theme}
    assert len(others) == len(proofed.layout.themes) - 1
    assert not inks(handout) & others


def test_sections_of_the_brochure_differ_in_colour(whole: Copy) -> None:
    """In the brochure each section has the colour of its handout."""
    layout = whole.proofed.layout
    mains = [layout.theme(section.theme).inks["main"] for section in whole.proofed.brochure.sections]
    assert len(set(mains)) == len(SECTIONS)
    assert set(mains) <= inks(whole)


def test_the_text_is_the_brochures(handout: Copy, whole: Copy) -> None:
    """A handout says its section in the brochure's very words."""
    text = "".join(whole.texts["poppler"])
    (part,) = manuscript(handout.name).parts
    for words in (*part.story, *part.bands):
        assert words in text
