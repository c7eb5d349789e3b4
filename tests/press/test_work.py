"""The way in for Python callers."""

import shutil
from pathlib import Path

import pikepdf
import pytest

import brochure
from brochure.shipped import shelf

CONTENT = """\
slug: small
title: 小册
sections:
  - slug: one
    title: 第一节
    blocks:
      - 春风化雨，润物无声。
  - slug: two
    title: 第二节
    blocks:
      - 山高水长，日月同辉。
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A brochure of two short sections, with a layout of its own beside it."""
    path = tmp_path / "brochure.yaml"
    path.write_text(CONTENT, encoding="utf-8")
    return path


def test_handouts_are_printed_one_a_section(content: Path, tmp_path: Path) -> None:
    """Loading a file and asking for handouts leaves a PDF for each section, numbered in order."""
    work = brochure.load(content, cache=tmp_path / "cache")
    printed = work.handouts(tmp_path / "out")
    assert [item.path.name for item in printed] == ["01-one.pdf", "02-two.pdf"]
    assert all(item.path.read_bytes().startswith(b"%PDF-1.6") for item in printed)


def test_one_section_may_be_named(content: Path, tmp_path: Path) -> None:
    """A handout of one section bears the number it has in the brochure."""
    (printed,) = brochure.load(content, cache=tmp_path / "cache").handouts(tmp_path / "out", "two")
    assert printed.path.name == "02-two.pdf"


def test_checking_reports_faults_instead_of_raising(content: Path, tmp_path: Path) -> None:
    """A fault of the author's comes back from `check` as a finding with its line."""
    content.write_text(CONTENT.replace("slug: two", "slugg: two"), encoding="utf-8")
    findings = brochure.load(content, cache=tmp_path / "cache").check()
    assert [finding.span.line for finding in findings if finding.span][:1] == [8]


def test_building_raises_and_leaves_the_last_file(content: Path, tmp_path: Path) -> None:
    """A build that fails raises every finding and leaves what stood there before."""
    work = brochure.load(content, cache=tmp_path / "cache")
    path = work.handouts(tmp_path / "out", "one")[0].path
    before = path.read_bytes()
    content.write_text(CONTENT.replace("第一节", "第一节\U0001f600"), encoding="utf-8")
    with pytest.raises(brochure.BrochureError) as raised:
        work.handouts(tmp_path / "out", "one")
    assert "composition/missing-glyph" in {finding.code for finding in raised.value.findings}
    assert path.read_bytes() == before


def test_an_authors_layout_comes_before_the_shelf(content: Path, tmp_path: Path) -> None:
    """A layout in the author's own folder is used instead of the shipped one of that name."""
    own = tmp_path / "layouts"
    own.mkdir()
    text = (shelf("layouts") / "handout-a4.yaml").read_text(encoding="utf-8")
    (own / "handout-a4.yaml").write_text(text.replace("height: 297mm", "height: 300mm"), encoding="utf-8")
    shutil.copytree(shelf("layouts") / "conditions", own / "conditions")
    (printed,) = brochure.load(content, cache=tmp_path / "cache").handouts(tmp_path / "out", "one")
    with pikepdf.open(printed.path) as pdf:
        trim = [float(edge) for edge in pdf.pages[0].obj.TrimBox]
    assert (trim[3] - trim[1]) / 72 * 25.4 == pytest.approx(300, abs=0.01)
