"""`brochure check --fix`: those characters change and no others."""

from brochure.content import load_brochure
from tests.cli.studio import Studio

BEFORE = """\
# 青海湖, (不动)...
slug: lake
layout: leaf
handout_layout:   leaf   # 讲义, "不动"
title: "青海湖(上)"
sections:
  - slug: water
    title: 湖水

    blocks:
      - photo: {file: lake.png,   caption: 湖面, kind: illustration}
      - "湖水\\"清澈\\",微风吹过湖面,泛起 层层波纹。。占3.14%，共1,800处。"
      - >-
          第一行--
          第二行...到 这里，Hello, world。
"""
AFTER = """\
# 青海湖, (不动)...
slug: lake
layout: leaf
handout_layout:   leaf   # 讲义, "不动"
title: "青海湖（上）"
sections:
  - slug: water
    title: 湖水

    blocks:
      - photo: {file: lake.png,   caption: 湖面, kind: illustration}
      - "湖水“清澈”，微风吹过湖面，泛起层层波纹。占3.14%，共1,800处。"
      - >-
          第一行--
          第二行……到这里，Hello, world。
"""


def written(studio: Studio, text: str) -> None:
    """Make *text* the content, byte for byte."""
    (studio.folder / "brochure.yaml").write_bytes(text.encode("utf-8"))


def content(studio: Studio) -> str:
    """The content, byte for byte."""
    return (studio.folder / "brochure.yaml").read_bytes().decode("utf-8")


def test_only_those_characters_change(studio: Studio) -> None:
    """T1: comments, layout, numbers and Latin stay; each place is told before and after; a second run finds
    nothing and writes nothing.
    """
    written(studio, BEFORE)
    others = {name: data for name, data in studio.files().items() if name != "brochure.yaml"}
    answer = studio.run("check", "--fix")
    assert content(studio) == AFTER
    assert "brochure.yaml:5:12: `(` → `（`\n" in answer.err
    assert "brochure.yaml:12:18: `,` → `，`\n" in answer.err
    assert "` ` → nothing\n" in answer.err
    assert "brochure.yaml: 10 places mended" in answer.err
    assert "content/typing" not in answer.err
    assert {name: data for name, data in studio.files().items() if name != "brochure.yaml"} == others
    before = (studio.folder / "brochure.yaml").stat().st_mtime_ns
    again = studio.run("check", "--fix", "--json")
    assert again.document["fixed"] == []
    assert (studio.folder / "brochure.yaml").stat().st_mtime_ns == before


def test_without_the_option_they_are_warnings(studio: Studio) -> None:
    """T1: `check` tells each slip with its remedy and writes nothing; `--strict` fails for them."""
    written(studio, BEFORE)
    answer = studio.run("check", "--json")
    (first, *_) = [one for one in answer.document["findings"] if one["code"] == "content/typing"]
    assert (first["line"], first["column"], first["end_column"], first["hint"]) == (5, 12, 13, "`（`")
    assert first["severity"] == "warning"
    assert content(studio) == BEFORE
    assert "fixed" not in answer.document
    assert studio.run("check", "--strict").code == 1


def test_programs_read_what_was_mended(studio: Studio) -> None:
    """The document lists line, column, old and new of each place, told in Chinese to a Chinese reader."""
    studio.edit("brochure.yaml", "湖水清澈，", "湖水清澈,")
    fixed = studio.run("check", "--fix", "--json").document["fixed"]
    assert fixed == [{"line": 10, "column": 13, "old": ",", "new": "，"}]
    studio.edit("brochure.yaml", "湖水清澈，", "湖水 清澈，")
    told = studio.run("check", "--fix", "--ui-lang", "zh").err
    assert "brochure.yaml:10:11: ` ` → （删去）" in told
    assert "改了 1 处" in told


def test_line_ends_and_the_mark_at_the_start_stay(studio: Studio) -> None:
    """A file saved on Windows keeps its CRLF and its byte order mark."""
    written(studio, "\ufeff" + BEFORE.replace("\n", "\r\n"))
    studio.run("check", "--fix")
    assert content(studio) == "\ufeff" + AFTER.replace("\n", "\r\n")


def test_errors_elsewhere_do_not_stand_in_the_way(studio: Studio) -> None:
    """What can be mended is, beside an error that stays; the exit code is the error's."""
    studio.edit("brochure.yaml", "湖水清澈，", "湖水清澈,")
    studio.edit("brochure.yaml", "slug: birds", "slugg: birds")
    answer = studio.run("check", "--fix")
    assert answer.code == 1
    assert "湖水清澈，" in content(studio)
    assert "content/unknown-key" in answer.err


def test_a_file_that_is_no_yaml_is_left(studio: Studio) -> None:
    """A file that cannot be read as YAML is reported as ever and keeps every byte."""
    text = "title: [西宁,青海\n"
    written(studio, text)
    answer = studio.run("check", "--fix")
    assert answer.code == 1
    assert content(studio) == text


def test_a_lone_quote_is_told_and_left(studio: Studio) -> None:
    """What the author must decide stays a warning, and the file as it is."""
    studio.edit("brochure.yaml", "湖水清澈，微风", '湖水"清澈，微风')
    before = content(studio)
    answer = studio.run("check", "--fix", "--json")
    (told,) = [one for one in answer.document["findings"] if one["code"] == "content/typing"]
    assert (told["line"], told["column"]) == (10, 11)
    assert answer.document["fixed"] == []
    assert content(studio) == before


def test_a_sheet_is_told_and_left(studio: Studio) -> None:
    """Slips in a CSV sheet are told at their place there; only the content file is ever rewritten."""
    (studio.folder / "sheet.csv").write_text("甲,乙\n一~二,三\n", encoding="utf-8")
    studio.edit("brochure.yaml", "泛起层层波纹。\n", "泛起层层波纹。\n      - table: sheet.csv\n")
    (slip,) = load_brochure(studio.folder / "brochure.yaml", "brochure.yaml").slips
    assert slip.span is not None
    assert slip.span[:3] == ("sheet.csv", 2, 2)
    before = studio.files()
    assert studio.run("check", "--fix", "--json").document["fixed"] == []
    assert studio.files() == before
