"""The shipped faces are what `fonts.yaml` and their licences say."""

import io
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from brochure.fonts import FontLibrary
from tests.fonts.shelf import FIGURES, HAN, NOTO, SHELF, face
from tools.font_recipes import FAMILIES, RECIPES, gb2312
from tools.trim_fonts import record

TGH = (Path(__file__).parent / "data" / "tgh.txt").read_text(encoding="utf-8").replace("\n", "")
RARE = "鿎𬭎㛃䶮𫚕𬍛𣲗䓖"


def read(file: str) -> TTFont:
    """The font, through a reader that is not ours."""
    return TTFont(io.BytesIO((SHELF / file).read_bytes()), lazy=True)


@pytest.mark.parametrize("file", HAN)
def test_han_faces_cover_gb2312_and_the_table_of_general_characters(file: str) -> None:
    """All 6,763 characters of GB 2312 and all 8,105 of 通用规范汉字表 print, the rare ones too."""
    gb = [chr(code) for code in gb2312()]
    han = [char for char in gb if char >= "一"]
    assert (len([char for char in han if "一" <= char <= "鿿"]), len(TGH)) == (6763, 8105)
    assert [char for char in (*han, *TGH, *RARE) if not face(file).covers(char)] == []


@pytest.mark.parametrize("file", HAN)
def test_han_faces_cover_the_marks_of_a_brochure(file: str) -> None:
    """Punctuation, pinyin letters, enclosed figures, currency and measures print."""
    marks = (
        "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·～－￥¥€℃%‰±×÷≈≤≥①②⑩ⅠⅡāáǎàēéěèüǖǘǚǜ㎡㎞→■●★０Ａａ"
    )
    assert [char for char in marks if not face(file).covers(char)] == []


@pytest.mark.parametrize("file", FIGURES)
def test_figure_faces_cover_what_figures_are_made_of(file: str) -> None:
    """Digits, signs, Latin letters and measures print, and no Han character pretends to."""
    assert [
        char for char in "0123456789.,%‰+−±×÷≈~-–/:°²³€¥£$ABCXYZabcxyz é" if not face(file).covers(char)
    ] == []
    assert not face(file).covers("万")


def test_every_file_has_the_recorded_digest() -> None:
    """No byte of a shipped font differs from the record, and the gate lets every one pass."""
    assert FontLibrary.read(SHELF).verify() == ()


def test_the_record_is_what_the_tool_would_write() -> None:
    """`fonts.yaml` holds the recipes' packages and the files' digests, and no file is unrecorded."""
    files = {path.name: path.read_bytes() for path in SHELF.glob("*.ttf")}
    assert sorted(files) == sorted(recipe.file for recipe in RECIPES)
    ours = record(files).decode().partition("character-list")[2]
    assert (SHELF / "fonts.yaml").read_text(encoding="utf-8").partition("character-list")[2] == ours


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_every_family_brings_its_licence(family: object) -> None:
    """Beside the fonts lies the SIL Open Font License 1.1 with each upstream's copyright notice."""
    known = {entry.key: entry for entry in FAMILIES}[getattr(family, "key")]  # noqa: B009
    text = (SHELF / known.licence).read_text(encoding="utf-8")
    assert text.startswith(known.copyright)
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text
    assert "PERMISSION & CONDITIONS" in text


@pytest.mark.parametrize("file", [*FIGURES, "BrochureKai-Regular.ttf"])
def test_reserved_names_are_not_used(file: str) -> None:
    """Modified fonts give up reserved names: only copyright and trademark say LXGW, Klee or Source."""
    names = {record.nameID: str(record) for record in read(file)["name"].names}
    shown = " ".join(text for name_id, text in names.items() if name_id not in (0, 7))
    assert not [name for name in ("LXGW", "霞鹜", "Klee", "Source") if name.lower() in shown.lower()]
    assert names[0].startswith(("Copyright", "©"))
    assert face(file).name == file.removesuffix(".ttf")
    assert names[4].startswith("Brochure ")


@pytest.mark.parametrize("file", [*HAN, *FIGURES])
def test_faces_are_static_truetype_that_may_be_embedded(file: str) -> None:
    """TrueType outlines, no variation axes, no hints, fsType 0, 1000 units in an em, trimmed by us."""
    font = read(file)
    assert "glyf" in font
    assert not {"fvar", "gvar", "CFF ", "fpgm", "prep"} & set(font.keys())
    assert (font["OS/2"].fsType, font["head"].unitsPerEm) == (0, 1000)
    assert font["name"].getDebugName(5).endswith("; trimmed for brochure")


@pytest.mark.parametrize("file", NOTO)
def test_layout_tables_keep_simplified_chinese_alone(file: str) -> None:
    """Only language system ZHS survives, with local forms, half widths, vertical forms and kerning."""
    font = read(file)
    scripts = font["GSUB"].table.ScriptList.ScriptRecord
    languages = {system.LangSysTag for script in scripts for system in script.Script.LangSysRecord}
    features = {
        feature.FeatureTag
        for table in ("GSUB", "GPOS")
        for feature in font[table].table.FeatureList.FeatureRecord
    }
    assert languages == {"ZHS "}
    assert {"locl", "vert", "halt", "vhal", "palt", "kern"} <= features


def test_weights_grow() -> None:
    """Letters grow wider with the weight in Song, Hei and the figures: no file is under another's name."""

    def stem(file: str, char: str) -> int:
        glyph = face(file).glyph(char)
        assert glyph
        left, _, right, _ = face(file).bounds(glyph)
        return right - left

    assert stem(NOTO[0], "l") < stem(NOTO[1], "l")
    assert stem(NOTO[2], "l") < stem(NOTO[3], "l") < stem(NOTO[4], "l")
    assert stem(FIGURES[0], "I") < stem(FIGURES[1], "I")


def test_files_differ() -> None:
    """No face was written twice under two names."""
    digests = {sha256(path.read_bytes()).hexdigest() for path in SHELF.glob("*.ttf")}
    assert len(digests) == len(RECIPES)
