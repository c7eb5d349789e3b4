"""The screen edition of real brochures: what a reader hears of it, how large it is, that it is repeatable."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from brochure.content import Handout
from brochure.press import Cache, Job, Printed, build
from brochure.press.extract import PageRange
from brochure.shipped import shelf
from tests.referees.programs import output, run
from tests.referees.tags import Reading
from tests.referees.texts import bare

SAMPLES: Final = ("xining", "report", "trifold", "scroll", "samples/blocks", "samples/figures")


def job(name: str) -> Job:
    """The screen edition of a shipped content."""
    content = shelf("content") / f"{name}.yaml"
    return Job(content=content, shown_as=f"{name}.yaml", screen=True, tagged=True)


@cache
def printed(name: str) -> Printed:
    """It, printed once."""
    return build(job(name), Cache(None))


@cache
def reading(name: str) -> Reading:
    """It, read back."""
    return Reading(printed(name).data)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_tree_has_no_fault(name: str) -> None:
    """Of every sample: all is tagged or decoration, reached once, in standard types, figures say something,
    headings skip nothing, tables close, links lead somewhere.
    """
    assert reading(name).faults == []


@pytest.mark.parametrize("name", SAMPLES)
def test_poppler_and_qpdf_agree(name: str, tmp_path: Path) -> None:
    """Two judges from outside: the file is sound and tagged, poppler hears the same text in that order."""
    file = tmp_path / "screen.pdf"
    file.write_bytes(printed(name).data)
    done = run("qpdf", "--check", str(file))
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    facts = dict(line.split(":", 1) for line in output("pdfinfo", str(file)).splitlines())
    assert [facts[key].strip() for key in ("Tagged", "PDF version", "JavaScript")] == ["yes", "1.7", "no"]
    heard = output("pdfinfo", "-struct-text", str(file)).splitlines()
    texts = [line.strip()[1:-1] for line in heard if line.strip().startswith('"')]
    assert bare("".join(texts)) == bare(reading(name).document.whole)


def test_parts_and_blocks_come_as_the_author_wrote_them() -> None:
    """The real brochure: a part each for cover, preface, sections, closing and back; the industry section is
    its number, its title, then its blocks, wherever they stand on its two pages.
    """
    parts = reading("xining").document.kids
    assert [part.role for part in parts] == ["Sect"] * 7
    industry = parts[3]
    assert [tag.role for tag in industry.kids] == (
        ["P", "H1", "Figure", "P", *["Figure"] * 8, "P", "P", "Figure", "P"]
    )
    assert [tag.text[:6] for tag in industry.kids if tag.role == "P"] == [
        "02", "西宁以构建具", "产业“四地”", "特色产业成果", "创新驱动动能",
    ]  # fmt: skip


def test_every_section_title_is_a_heading_and_a_bookmark() -> None:
    """H1 once for the cover and once for each titled part, in the order of the bookmarks."""
    titles = [tag.text for tag in reading("xining").of("H1")]
    with reading("xining").pdf.open_outline() as outline:
        assert [bare(entry.title or "") for entry in outline.root] == [bare(title) for title in titles]
    assert len(titles) == 5


def test_metrics_are_said_as_one_phrase() -> None:
    """Figure, unit, qualifier and label together; what is drawn beside it in figures."""
    said = [tag.alt for tag in reading("xining").of("Figure")]
    assert "农产品质量安全监测合格率：98%以上。" in said
    drawn = [tag.alt for tag in reading("report").of("Figure")]
    assert any(
        alt == "公办幼儿园学位：3.9万个。历年：2020年2.4万个，2021年2.7万个，2022年3.1万个，2023年3.5万个，"
        "2024年3.9万个。"
        for alt in drawn
    )


def test_groups_codes_and_maps_say_what_they_are() -> None:
    """Pictures with captions of their own are figures of their own, three with one caption are one figure; a
    code says what is in it, a map its approval number.
    """
    figures = {tag.alt: tag for tag in reading("samples/figures").of("Figure")}
    assert "插画：左图的图注，写在自己的图下。" in figures
    (group,) = [tag for alt, tag in figures.items() if alt.startswith("一组3幅图")]
    assert len(group.own) == 1  # three pictures, one after the other
    assert any(alt.startswith("二维码") and "内容为 " in alt for alt in figures)
    assert any("审图号" in alt for alt in figures)


def test_lists_are_lists_and_tables_tables() -> None:
    """The specimen of blocks: a list inside the body of an item, labels apart; heads over their columns, rows
    of cells, and the heads that come again over the second part are decoration.
    """
    tags = reading("samples/blocks")
    inner = [tag for tag in tags.of("L") if tag.parent and tag.parent.role == "LBody"]
    assert [kid.kids[0].text for kid in inner[0].kids] == ["–", "–"]
    first, *_ = tags.of("Table")
    (sheet,) = [tag for tag in tags.of("Table") if "月份" in tag.whole]
    assert [cell.text for row in first.kids[1:3] for cell in row.kids] == [
        "区县", "面积（平方千米）", "常住人口（万人）", "地区生产总值", "主要产业",
        "总量（亿元）", "增长（%）",
    ]  # fmt: skip
    assert [cell.text for cell in first.kids[4].kids][:3] == ["东区", "112.6", "38.92"]
    assert sheet.whole.count("月份") == 1
    assert "续表" in tags.decoration


def test_contents_lead_to_the_titles() -> None:
    """Each entry of the contents list is a link to the page its number says."""
    tags = reading("xining")
    entries = tags.of("TOCI")
    assert len(entries) == 4
    for page in tags.pages:
        for annotation in page.get("/Annots", []):
            there = tags.place[annotation.Dest[0].objgen] + 1
            assert str(annotation.Contents).startswith(str(there))


def test_running_words_are_decoration_but_what_only_they_say_is_read_once() -> None:
    """Folios and running heads of the report are not read; the source at the foot of every page of a handout
    is, at its end.
    """
    assert "2" in reading("report").decoration
    handout = build(replace(job("xining"), edition=Handout("industry")), Cache(None))
    tags = Reading(handout.data)
    assert tags.faults == []
    assert [tag.text for tag in tags.tags if "数据来源" in tag.text] == ["数据来源：中共西宁市委宣传部"]
    assert tags.tags[-1].text == "数据来源：中共西宁市委宣传部"
    assert handout.name == "handouts/02-industry_screen.pdf"


def test_pages_are_at_their_trim_and_the_file_is_small() -> None:
    """210 × 285 mm without bleed; every picture is an sRGB JPEG of 150 ppi at most; under a tenth of the
    press file's 30 megabytes.
    """
    edition = printed("xining")
    assert (edition.name, edition.bleed_mm) == ("xining_screen.pdf", 0.0)
    assert len(edition.data) < 3_000_000
    for page in reading("xining").pages:
        box = [float(edge) for edge in page.MediaBox]
        assert box == pytest.approx([0, 0, 595.276, 807.874], abs=0.001)
        assert page.TrimBox == page.MediaBox
        assert "/BleedBox" not in page
        assert "/ExtGState" not in page.Resources
        for image in page.Resources.get("/XObject", {}).values():
            assert [str(image.ColorSpace), str(image.Filter)] == ["/DeviceRGB", "/DCTDecode"]
            assert int(image.Width) <= (210 + 6) / 25.4 * 150 + 1


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Afresh, into a new cache and out of it."""
    first = printed("trifold").data
    store = Cache(tmp_path / "cache")
    assert build(job("trifold"), store).data == first
    assert build(job("trifold"), store).data == first


def test_some_pages_are_a_whole_file() -> None:
    """Three pages of twelve: their own tree, without what stands on others; no link leads nowhere."""
    some = build(replace(job("xining"), pages=(PageRange(3, 5),)), Cache(None))
    tags = Reading(some.data)
    assert (some.name, len(tags.pages)) == ("xining_p3-5_screen.pdf", 3)
    assert tags.faults == []
    assert len(tags.of("Link")) == 1
    assert len(tags.of("Reference")) == 3
