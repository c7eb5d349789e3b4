"""The vertical specimen, from its YAML to the press: read by others in the order it is meant to be read."""

from pathlib import Path
from typing import Final

import pytest

import brochure
from brochure.content import load_brochure, plain
from brochure.content.model import BodyText, Lead, Photo
from brochure.display import GlyphRun
from brochure.display.dump import dump
from brochure.press import Cache, Job, Proofed, proof
from brochure.shipped import shelf
from tests.conftest import Golden
from tests.referees.texts import READERS, bare

CONTENT: Final = shelf("content") / "scroll.yaml"
PINYIN: Final = "huáng"


@pytest.fixture(scope="module")
def proofed() -> Proofed:
    """The scroll set and paged."""
    return proof(Job(content=CONTENT, shown_as="scroll.yaml"), Cache(None))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The press file of the scroll."""
    folder = tmp_path_factory.mktemp("scroll")
    delivered = brochure.load(CONTENT, cache=folder / "cache").build(folder)
    return delivered.path


def test_it_is_printed_without_a_word(proofed: Proofed) -> None:
    """Two sides, and nothing to say about them."""
    assert len(proofed.pagination.pages) == 2
    assert proofed.findings == ()


@pytest.mark.parametrize("reader", READERS)
def test_vertical_text_is_copied_out_in_reading_order(file: Path, reader: str) -> None:
    """T2, V1: title, subtitle, lead, verses one after the other, right to left, to the last mark; “ ”,
    figures set across in one cell and turned ones come out as typed.
    """
    script = load_brochure(CONTENT)
    front, back = (bare(page).replace(PINYIN, "") for page in READERS[reader](file))
    assert script.subtitle is not None
    story = [script.title.text, script.subtitle.text]
    story += [plain(block.text) for block in script.front if isinstance(block, Lead)]
    story += [plain(block.text) for block in script.front if isinstance(block, BodyText)]
    assert front.startswith(bare("".join(story)))
    section = script.sections[0]
    story = [
        section.title.text,
        *(plain(block.text) for block in section.blocks if isinstance(block, BodyText)),
    ]
    assert back.startswith(bare("".join(story)))
    assert sum(isinstance(block, Photo) for block in (*script.front, *section.blocks)) == 2


def test_no_type_crosses_a_fold(proofed: Proofed) -> None:
    """Four panels a side: no glyph stands within 5 mm of a fold."""
    page = proofed.pagination.pages[0]
    panel = page.display.size.width / 4
    for mark in page.display.marks:
        if isinstance(mark, GlyphRun):
            ends = [mark.at.x + x for x in mark.xs]
            reach = (
                (min(ends), max(ends) + mark.size) if not mark.turn else (mark.at.x, mark.at.x + mark.size)
            )
            assert int((reach[0] - 14) / panel) == int((reach[1] + 14) / panel), mark.text


def test_the_face_is_as_accepted(proofed: Proofed, golden: Golden) -> None:
    """The first side, mark by mark."""
    golden("edition/scroll.txt", dump(proofed.pagination.pages[0].display))
