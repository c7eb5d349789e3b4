"""The specimens of `gallery-a4` and `trifold-a4`, from their YAML to the press."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pypdfium2
import pytest

import brochure
from brochure.content import load_brochure, plain
from brochure.content.checks import said
from brochure.content.model import Brochure, Photo
from brochure.content.select import blocks
from brochure.display import Picture
from brochure.inspection.evidence import PressOrder
from brochure.inspection.press_rules import inspect_press
from brochure.press import Cache, Job, Proofed, proof
from brochure.shipped import shelf

PAGES: Final = {"gallery": 12, "trifold": 2}
MM: Final = 10
"""Pixels to the millimetre, close enough to count by: 254 dpi."""


def content(name: str) -> Path:
    """A specimen on the shelf."""
    return shelf("content") / f"{name}.yaml"


@pytest.fixture(name="proofed", params=PAGES, scope="module")
def each_proofed(request: pytest.FixtureRequest) -> Proofed:
    """Each specimen set and paged."""
    name: str = request.param
    return proof(Job(content=content(name), shown_as=f"{name}.yaml"), Cache(None))


@pytest.fixture(name="files", scope="module")
def press_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The press file of each."""
    folder = tmp_path_factory.mktemp("specimens")
    return {
        name: brochure.load(content(name), cache=folder / "cache").build(folder / name).path for name in PAGES
    }


def test_it_is_printed_without_a_word(proofed: Proofed) -> None:
    """The pages its binding takes, and nothing to say about them."""
    assert len(proofed.pagination.pages) == PAGES[proofed.brochure.slug]
    assert proofed.findings == ()


def test_every_picture_is_called_an_illustration(proofed: Proofed) -> None:
    """Each caption says so, and a note says it of those that have none."""
    pictures = {mark.file for page in proofed.pagination.pages for mark in page.display.marks
                if isinstance(mark, Picture)}  # fmt: skip
    assert len(pictures) >= 4
    theme = next(iter(proofed.layout.themes.values()))
    assert all(style.illustration for style in theme.pictures.values() if style.place != "none")
    assert "插画" in proofed.brochure.credits.note


@pytest.mark.parametrize("name", PAGES)
def test_it_says_nothing_the_brochure_does_not_say(name: str) -> None:
    """Every sentence of the text, title and label stands word for word in the Xining brochure."""
    whole = load_brochure(content("xining"))
    known = "".join(_words(whole))
    asked = list(_words(load_brochure(content(name))))
    assert len(asked) > 8
    assert [words for words in asked if words not in known] == []


def _words(script: Brochure) -> Iterator[str]:
    """Titles, sentences, labels and captions of *script*."""
    every = list(blocks(script))
    titles = [script.title.text, script.subtitle.text if script.subtitle else ""]
    titles += [section.title.text for section in script.sections]
    captions = [plain(block.caption) for block in every if isinstance(block, Photo)]
    lines = [*titles, *captions, *said(every).splitlines()]
    for line in lines:
        yield from (part for part in line.replace(" ", "").split("。") if part)


@pytest.mark.parametrize("name", PAGES)
def test_the_press_rules_are_kept(files: dict[str, Path], name: str) -> None:
    """The finished file, opened by another library, breaks none of them; its fold marks are no ink of the
    page.
    """
    layout = proof(Job(content=content(name), shown_as=f"{name}.yaml"), Cache(None)).layout
    order = PressOrder(condition=layout.condition, trim=layout.trim, bleed=layout.bleed)
    assert inspect_press(files[name].read_bytes(), order) == ()


def test_the_file_is_marked_where_it_folds(files: dict[str, Path]) -> None:
    """Above and below the bleed, and nowhere else outside it, the file shows ink: at 97 and 197 mm of the
    outside, at 100 and 200 mm of the inside.
    """
    document = pypdfium2.PdfDocument(files["trifold"])
    for page, folds in zip(document, ([97, 197], [100, 200]), strict=True):
        pixels = page.render(scale=MM * 25.4 / 72).to_pil().convert("L")
        slug, bleed = 10 * MM, 3 * MM
        width, height = pixels.size
        assert (round(width / MM), round(height / MM)) == (297 + 20, 210 + 20)
        rim = slug - bleed - 3
        for strip in (pixels.crop((0, 0, width, rim)), pixels.crop((0, height - rim, width, height))):
            inked = [x for x in range(width) if strip.crop((x, 0, x + 1, rim)).getextrema()[0] < 200]
            assert sorted({round(x / MM - 10) for x in inked}) == folds
        for side in (pixels.crop((0, 0, rim, height)), pixels.crop((width - rim, 0, width, height))):
            assert side.getextrema()[0] > 250
