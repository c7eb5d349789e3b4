"""`brochure fonts`, `brochure schema`, `brochure info`."""

import json
import shutil

import pytest

from brochure import __version__
from brochure.shipped import shelf
from tests.cli.studio import Studio


def test_fonts_lists_faces_and_verifies_them(studio: Studio) -> None:
    """Every family with its licence and every face with its file; the shelf is whole."""
    answer = studio.run("fonts")
    assert answer.code == 0
    assert "song  宋体 Noto Serif SC 2.003  (OFL-noto-serif-sc.txt)\n" in answer.out
    assert "  400  NotoSerifSC-Regular.ttf  sha256 " in answer.out
    assert answer.err.strip() == "every file is whole"
    faces = studio.run("fonts", "--json").document["faces"]
    assert {face["family"] for face in faces} >= {"song", "hei", "kai", "figures"}
    assert all((shelf("fonts") / face["licence"]).is_file() for face in faces)


def test_a_changed_font_is_found(studio: Studio) -> None:
    """A file that does not match its recorded digest is a finding and exit code 1."""
    fonts = studio.folder / "fonts"
    fonts.mkdir()
    shutil.copy(shelf("fonts") / "BrochureFigures-Regular.ttf", fonts)
    data = (fonts / "BrochureFigures-Regular.ttf").read_bytes()
    (fonts / "fonts.yaml").write_text(
        "families:\n  mine:\n    weights:\n"
        f"      400: {{file: BrochureFigures-Regular.ttf, bytes: {len(data)}, sha256: {'0' * 64}}}\n",
        encoding="utf-8",
    )
    answer = studio.run("fonts", "--json")
    assert (answer.code, answer.codes) == (1, ["fonts/changed"])


@pytest.mark.parametrize(
    ("words", "code", "lines"),
    [
        (("湟",), 0, ["湟  U+6E5F    song 400/700  hei 400/500/700  kai 400"]),
        (("A8",), 0, ["song", "figures 400/600"]),
        (("\U0001f30a",), 1, ["U+1F30A", "no face has it"]),
        (("湟\U0001f30a", "湟"), 1, ["U+6E5F", "U+1F30A"]),
        (("\x1b",), 1, ["\\u{001B}"]),
    ],
)
def test_fonts_says_who_has_a_character(
    studio: Studio, words: tuple[str, ...], code: int, lines: list[str]
) -> None:
    """Each character with its code point and the faces that cover it; exit code 1 when one has none."""
    answer = studio.run("fonts", *words)
    assert answer.code == code
    assert all(line in answer.out for line in lines)
    assert answer.out.count("U+6E5F") <= 1
    assert "\x1b" not in answer.out


@pytest.mark.parametrize("words", [(), ("--layout",)])
def test_schema_is_draft_07(studio: Studio, words: tuple[str, ...]) -> None:
    """The schema stands on standard output as draft-07 JSON with Chinese descriptions."""
    answer = studio.run("schema", *words)
    schema = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert ("sections" if not words else "masters") in schema["properties"]
    assert any("\u4e00" <= char <= "\u9fff" for char in answer.out)
    assert studio.run("schema", *words, "--json").document["json_schema"] == schema


def test_schema_is_written_beside_the_content(studio: Studio) -> None:
    """-o writes the same schema into a file, or a folder under its own name, and says how to name it."""
    shown = studio.run("schema").out
    answer = studio.run("schema", "-o", ".")
    assert answer.out == "brochure.schema.json\n"
    assert (studio.folder / "brochure.schema.json").read_text(encoding="utf-8") == shown
    assert "# yaml-language-server: $schema=./brochure.schema.json" in answer.err
    assert studio.run("schema", "--layout", "-o", "l.json").out == "l.json\n"


def settings(studio: Studio, *words: str) -> dict[str, tuple[str, str]]:
    """The settings by name: value and origin."""
    rows = studio.run("info", *words, "--json").document["settings"]
    return {row["name"]: (row["value"], row["origin"]) for row in rows}


def test_info_shows_where_each_setting_comes_from(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Option, then variable, then content file, then the house: the value that holds and its origin."""
    held = settings(studio)
    assert held["content"] == ("brochure.yaml", "brochure.yaml")
    assert held["layout"] == ("leaf", "brochure.yaml")
    assert held["output"] == ("out", "default")
    assert held["language"] == ("en", "LANG")
    monkeypatch.setenv("BROCHURE_LAYOUT", "civic-16k")
    assert settings(studio)["layout"] == ("civic-16k", "BROCHURE_LAYOUT")
    assert settings(studio, "--layout", "other")["layout"] == ("other", "--layout")
    monkeypatch.setenv("BROCHURE_CACHE", "off")
    assert settings(studio)["cache"] == ("off", "BROCHURE_CACHE")
    assert settings(studio, "--no-cache")["cache"] == ("off", "--no-cache")


def test_info_names_versions_shelves_and_layouts(studio: Studio) -> None:
    """The versions of brochure and its libraries, the folders looked into, the author's layout among ours."""
    document = studio.run("info", "--json").document
    assert document["versions"]["brochure"] == __version__
    assert set(document["versions"]) >= {"Python", "reportlab", "pillow", "PyYAML", "uharfbuzz"}
    assert "-" not in document["versions"].values()
    assert set(document["layouts"]) >= {"leaf", "civic-16k", "handout-a4"}
    assert document["shelves"]["images"].startswith(str(studio.folder / "images"))
    text = studio.run("info").out
    assert "  layout          leaf  (brochure.yaml)\n" in text
    assert f"  brochure   {__version__}\n" in text


def test_info_stands_when_the_content_does_not(studio: Studio) -> None:
    """A content that cannot be read is exit code 1 with its finding, and everything else is still shown."""
    studio.edit("brochure.yaml", "title: 青海湖", "title：青海湖")
    answer = studio.run("info")
    assert answer.code == 1
    assert "error[source/full-width-colon]" in answer.err
    assert "civic-16k" in answer.out
