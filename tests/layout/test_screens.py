"""Sizes of page pictures, and the words of a reference."""

import pytest

from brochure.geometry import Size, mm
from brochure.layout import ImageSize, ReferenceWords
from brochure.layout.forms import LAYOUT
from brochure.source import Faults, parse

A4 = Size(mm(210), mm(297))


@pytest.mark.parametrize(
    ("size", "pixels", "ppi"),
    [
        (ImageSize(width=1080), (1080, 1527), 1080 / 210 * 25.4),
        (ImageSize(height=1440), (1018, 1440), 1440 / 297 * 25.4),
        (ImageSize(dpi=150), (1240, 1754), 150),
        (ImageSize(width=900, height=100), (900, 1273), 900 / 210 * 25.4),
    ],
)
def test_one_measure_gives_the_other(size: ImageSize, pixels: tuple[int, int], ppi: float) -> None:
    """Width before height before dpi; the page is never stretched."""
    assert size.pixels(A4) == pixels
    assert size.ppi(A4) == pytest.approx(ppi)


def test_a_reference_is_worded_by_the_layout() -> None:
    """With the page where there is one, by title alone where there is none."""
    words = ReferenceWords()
    assert words.say("民生", 6) == "见第6页《民生》"
    assert words.say("民生", None) == "见《民生》"
    own = ReferenceWords(here="（第{page}页）", elsewhere="另见{section}")
    assert (own.say("民生", 12), own.say("民生", None)) == ("（第12页）", "另见民生")


def test_titles_inside_title_marks_take_single_ones() -> None:
    """K: 《 》 inside 《 》 become 〈 〉 (GB/T 15834-2011); without title marks around they stay."""
    assert ReferenceWords().say("读《河湟志》", None) == "见《读〈河湟志〉》"
    assert ReferenceWords(elsewhere="见{section}").say("读《河湟志》", None) == "见读《河湟志》"


def test_a_layout_says_them_in_yaml() -> None:
    """Named sizes in whole pixels, 144 dpi for one that says nothing; words for both cases."""
    faults = Faults("layout")
    text = "images: {wechat: {width: 1080}, plain: {}}\nreferences: {here: '第{page}页'}\n"
    read = {
        entry.key.text: LAYOUT.fields[entry.key.text].kind.read(entry.value, faults)
        for entry in parse(text, "a.yaml")
    }
    assert faults.found == []
    assert read["images"] == {"wechat": ImageSize(width=1080), "plain": ImageSize(dpi=144)}
    assert read["references"] == ReferenceWords(here="第{page}页")


@pytest.mark.parametrize("written", ["{width: 8}", "{width: 100.5}", "{dpi: 5000}", "{broad: 100}"])
def test_sizes_have_limits(written: str) -> None:
    """A picture of a few pixels, of half ones, or beyond any screen is refused."""
    faults = Faults("layout")
    for entry in parse(f"images: {{a: {written}}}\n", "a.yaml"):
        LAYOUT.fields["images"].kind.read(entry.value, faults)
    assert len(faults.found) == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("here: '见{pag}页'", "no field `{pag}`"),
        ("elsewhere: '见第{page}页'", "no field `{page}`"),
        ("here: '见{page'", "a brace stands alone"),
    ],
)
def test_words_of_references_have_their_fields_alone(written: str, said: str) -> None:
    """A mistyped field, a page where there is none, a brace that is not closed: told, not printed."""
    faults = Faults("layout")
    for entry in parse(f"references: {{{written}}}\n", "a.yaml"):
        LAYOUT.fields["references"].kind.read(entry.value, faults)
    (finding,) = faults.found
    assert finding.code == "layout/unknown-name"
    assert said in finding.message.en
