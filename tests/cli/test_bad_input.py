"""Bad input: a clear fault with its place and a hint, exit code 1, the previous PDF untouched."""

import re
from collections.abc import Callable

import pytest

from tests.cli.studio import PRESS_FILE, Studio

CONTENT, LAYOUT = "brochure.yaml", "layouts/leaf.yaml"
TITLE = "title: 青海湖"
Spoil = Callable[[Studio], object]


def said(file: str, old: str, new: str) -> Spoil:
    """Write *new* for *old*."""
    return lambda studio: studio.edit(file, old, new)


def written(file: str, data: bytes) -> Spoil:
    """Make *data* the whole of *file*."""
    return lambda studio: (studio.folder / file).write_bytes(data)


def huge_header(studio: Studio) -> None:
    """A PNG of 60,000 × 60,000 pixels, as its header says."""
    data = bytearray((studio.folder / "images/lake.png").read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    (studio.folder / "images/lake.png").write_bytes(data)


def half_picture(studio: Studio) -> None:
    """The first half of the picture file."""
    data = (studio.folder / "images/lake.png").read_bytes()
    (studio.folder / "images/lake.png").write_bytes(data[: len(data) // 2])


def linked_out(studio: Studio) -> None:
    """A link to a file outside the project."""
    (studio.folder / "images/lake.png").unlink()
    (studio.folder / "images/lake.png").symlink_to("/etc/hostname")


PICTURE = "file: lake.png"

# what is wrong, how it is made, the code, the place, a word of the hint
CASES: dict[str, tuple[Spoil, str, str, str]] = {
    "unknown key": (
        said(CONTENT, "caption:", "captoin:"),
        "content/unknown-key",
        "brochure.yaml:9:33",
        "caption",
    ),
    "duplicate key": (
        said(CONTENT, TITLE, f"{TITLE}\ntitle: 茶卡盐湖"),
        "source/duplicate-key",
        "brochure.yaml:5:1",
        "delete",
    ),
    "wrong type": (
        said(CONTENT, TITLE, "title: [青海, 湖]"),
        "content/wrong-type",
        "brochure.yaml:4:8",
        "quotes",
    ),
    "wrong unit": (
        said(LAYOUT, "width: 100mm", "width: 100px"),
        "layout/not-a-figure",
        "leaf.yaml:3:15",
        "100mm",
    ),
    "no unit": (said(LAYOUT, "bleed: 3mm", "bleed: 3"), "layout/not-a-figure", "leaf.yaml:4:8", "3mm"),
    "full-width colon": (
        said(CONTENT, TITLE, "title：青海湖"),
        "source/full-width-colon",
        "brochure.yaml:4:6",
        "half-width",
    ),
    "tab": (said(CONTENT, "    title: 湖水", "\ttitle: 湖水"), "source/tab", "brochure.yaml:7:1", "blanks"),
    "missing picture": (
        said(CONTENT, PICTURE, "file: leke.png"),
        "images/missing-file",
        "brochure.yaml:9:23",
        "lake",
    ),
    "corrupt picture": (half_picture, "images/damaged", "brochure.yaml:9:23", ""),
    "no picture": (written("images/lake.png", b"<html>"), "images/not-a-picture", "brochure.yaml:9:23", ""),
    "empty picture": (written("images/lake.png", b""), "images/empty", "brochure.yaml:9:23", ""),
    "huge picture": (huge_header, "images/too-large", "brochure.yaml:9:23", ""),
    "path outside": (
        said(CONTENT, PICTURE, "file: ../lake.png"),
        "content/unfit-name",
        "brochure.yaml:9:23",
        "images",
    ),
    "link outside": (linked_out, "images/outside-project", "brochure.yaml:9:23", "copy"),
    "missing glyph": (
        said(CONTENT, "湖水清澈", "湖水清\U0001f30a"),
        "composition/missing-glyph",
        "brochure.yaml:10:12",
        "(U+1F30A)",
    ),
    "unknown layout": (
        said(CONTENT, "\nlayout: leaf", "\nlayout: laef"),
        "press/unknown-layout",
        "brochure.yaml:2:9",
        "`leaf`",
    ),
    "unknown style": (
        said(LAYOUT, "holds: title, style: title", "holds: title, style: titel"),
        "layout/unknown-name",
        "leaf.yaml:28:44",
        "title",
    ),
    "negative length": (
        said(LAYOUT, "bleed: 3mm", "bleed: -3mm"),
        "layout/out-of-range",
        "leaf.yaml:4:8",
        "0mm",
    ),
    "absurd length": (
        said(LAYOUT, "width: 100mm", "width: 1e30mm"),
        "layout/not-a-figure",
        "leaf.yaml:3:15",
        "12mm",
    ),
    "not a number": (
        said(LAYOUT, "lines: 20,", "lines: .nan,"),
        "layout/not-a-figure",
        "leaf.yaml:8:67",
        "12",
    ),
    "empty document": (written(CONTENT, b"# nothing yet\n"), "source/empty", "brochure.yaml:1:1", "title"),
    "nothing at all": (written(CONTENT, b""), "source/empty", "brochure.yaml:1:1", "title"),
    "a list": (written(CONTENT, b"- a\n- b\n"), "source/not-a-mapping", "brochure.yaml:1:1", ""),
    "1 MB paragraph": (
        said(CONTENT, "湖水清澈，", "湖水清澈，" * 70_000),
        "source/text-too-long",
        "brochure.yaml:10:9",
        "paragraphs",
    ),
    "overset": (
        said(CONTENT, "湖水清澈，", "湖水清澈，" * 200),
        "pagination/overset",
        "brochure.yaml:10:9",
        "characters",
    ),
    "another encoding": (
        written(CONTENT, "title: 青海湖\n".encode("gb18030")),
        "source/encoding",
        "brochure.yaml:1:8",
        "UTF-8",
    ),
    "half a file": (written(CONTENT, b'title: "lake'), "source/unclosed-quote", "brochure.yaml:1:8", '"'),
    "control character": (
        said(CONTENT, "湖水清澈", "湖水\x1b[2J清澈"),
        "source/control-character",
        "brochure.yaml:10:11",
        "",
    ),
    "reversed text": (
        said(CONTENT, "湖水清澈", "湖水\u202e清澈"),
        "source/bidi-control",
        "brochure.yaml:10:11",
        "",
    ),
    "nesting bomb": (written(CONTENT, b"a: " + b"[" * 200_000), "source/too-deep", "brochure.yaml:1:35", ""),
    "alias": (said(CONTENT, TITLE, "title: *lake"), "source/alias", "brochure.yaml:4:8", "quotes"),
    "tag": (
        said(CONTENT, TITLE, "title: !!python/object:os.system lake"),
        "source/tag",
        "brochure.yaml:4:8",
        "quotes",
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_bad_input_is_a_fault_with_its_place(studio: Studio, what: str) -> None:
    """Exit code 1, code, place and hint named; yesterday's PDF stays as it was and nothing joins it."""
    spoil, code, place, hint = CASES[what]
    good = studio.folder / PRESS_FILE
    good.parent.mkdir()
    good.write_bytes(b"yesterday's")
    spoil(studio)
    before = studio.files()
    answer = studio.run("build")
    assert answer.code == 1, answer.err
    assert answer.out == ""
    assert answer.err.startswith(f"error[{code}]: ")
    assert place in answer.err
    assert hint in answer.err
    assert "Traceback" not in answer.err
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", answer.err)
    assert studio.files() == before


@pytest.mark.parametrize("what", ["unknown key", "missing picture", "overset", "full-width colon"])
def test_carets_stand_under_the_fault(studio: Studio, what: str) -> None:
    """The excerpt ends in a line of carets, under the words that are wrong, two cells for a Han character."""
    CASES[what][0](studio)
    lines = studio.run("check").err.splitlines()
    carets = next(index for index, line in enumerate(lines) if re.fullmatch(r"\s+\| +\^+", line))
    assert re.match(r"\s+\d+ \| ", lines[carets - 1])


def test_all_faults_of_a_stage_come_at_once(studio: Studio) -> None:
    """Three faults in one file are told together, in its order."""
    studio.edit("brochure.yaml", "caption:", "captoin:")
    studio.edit("brochure.yaml", "slug: birds", "slug: Birds!")
    studio.edit("brochure.yaml", TITLE, "title: [青海湖]")
    answer = studio.run("check", "--json")
    assert answer.code == 1
    assert answer.codes == ["content/wrong-type", "content/unknown-key", "content/not-a-slug"]
    assert [finding["line"] for finding in answer.document["findings"]] == [4, 9, 11]


def test_fifty_errors_are_shown_and_the_rest_counted(studio: Studio) -> None:
    """Of seventy faults the first fifty are shown, and the rest is a number."""
    more = "".join(f"\nstray{number}: x" for number in range(70))
    studio.edit("brochure.yaml", TITLE, TITLE + more)
    answer = studio.run("check")
    assert answer.err.count("error[content/unknown-key]") == 50
    assert "… and 20 more" in answer.err
    assert len(studio.run("check", "--json").codes) == 70


def test_missing_content_is_named_with_its_nearest(studio: Studio) -> None:
    """A content file that is not there is exit code 1 and names the file that is most like it."""
    answer = studio.run("build", "brochur.yaml")
    assert answer.code == 1
    assert "there is no file `brochur.yaml`" in answer.err
    assert "try: `brochure.yaml`" in answer.err


def test_nothing_named_and_nothing_found_is_a_usage_fault(
    studio: Studio, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside any project, `brochure build` says so with exit code 2."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    answer = studio.run("build")
    assert answer.code == 2
    assert "no brochure.yaml in this folder or above it" in answer.err
