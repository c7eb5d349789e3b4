"""The text of the press files is the text of the YAML: nothing lost, nothing doubled, nothing added."""

import pytest

from brochure.display import Picture
from tests.edition.furniture import bare_of_furniture, contents, in_order, owners
from tests.edition.manuscript import ILLUSTRATION, Part, manuscript
from tests.edition.printing import Copy
from tests.referees.texts import READERS


def shown(copy: Copy) -> set[str]:
    """The files of the pictures on its pages."""
    pages = copy.proofed.pagination.pages
    return {mark.file for page in pages for mark in page.display.marks if isinstance(mark, Picture)}


def words_of(part: Part, copy: Copy, reader: str) -> list[str]:
    """The author's words on each page of *part*."""
    script = manuscript(copy.name)
    pages = copy.texts[reader]
    belonging = owners(pages, script)
    listed = contents(pages, belonging)
    return [
        bare_of_furniture(page, number, part, script, listed)
        for number, (page, owner) in enumerate(zip(pages, belonging, strict=True), 1)
        if owner == part
    ]


@pytest.mark.parametrize("reader", READERS)
def test_text_equals_the_manuscript(copy: Copy, reader: str) -> None:
    """Part by part: captions and bands of metrics are there once each, and what remains is title, leads and
    paragraphs in reading order, to the last mark (T2).
    """
    pictures = shown(copy)
    for part in manuscript(copy.name).parts:
        captions = [words for file, words in part.captions.items() if words and file in pictures]
        remaining = words_of(part, copy, reader)
        for item in (*part.bands, *captions):
            assert sum(page.count(item) for page in remaining) == 1, (part.name, item)
            remaining = [page.replace(item, "") for page in remaining]
        assert "".join(remaining) == "".join(part.story), part.name


def test_parts_follow_each_other(copy: Copy) -> None:
    """Cover, front, sections, closing, back stand in the manuscript's order, each on pages of its own."""
    script = manuscript(copy.name)
    belonging = owners(copy.texts["poppler"], script)
    assert in_order(belonging, script)
    assert list(dict.fromkeys(part.name for part in belonging)) == [part.name for part in script.parts]


def test_every_picture_of_the_brochure_is_printed(whole: Copy) -> None:
    """The brochure shows all its pictures, those with captions and those without."""
    from brochure.content import photos

    assert shown(whole) == {photo.file for photo in photos(whole.proofed.brochure)}


def test_captions_say_that_a_picture_is_drawn(copy: Copy) -> None:
    """No caption of an illustration can be taken for a photograph's."""
    text = "".join(copy.texts["poppler"])
    captions = [
        words.removesuffix(ILLUSTRATION)
        for part in manuscript(copy.name).parts
        for file, words in part.captions.items()
        if words.endswith(ILLUSTRATION) and file in shown(copy)
    ]
    assert captions
    for caption in captions:
        assert text.count(caption) == text.count(caption + ILLUSTRATION) == 1


def test_pages_with_text_bear_their_number(whole: Copy) -> None:
    """Every page of the front and of the sections ends with its folio; the other pages have none."""
    pages = whole.texts["poppler"]
    parts = owners(pages, manuscript(whole.name))
    numbered = [bool(part.number or part.name == "front") for part in parts]
    for number, (page, wanted) in enumerate(zip(pages, numbered, strict=True), 1):
        assert not page or page.endswith(str(number)) == wanted, number


def test_contents_lead_to_the_pages_of_the_titles(whole: Copy) -> None:
    """The list of contents stands once, in the front, with the page each title is really on."""
    pages = whole.texts["poppler"]
    parts = owners(pages, manuscript(whole.name))
    listed = contents(pages, parts)
    assert [part.name for page, part in zip(pages, parts, strict=True) if listed in page] == ["front"]
