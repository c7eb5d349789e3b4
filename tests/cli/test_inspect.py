"""`brochure inspect`: a finished file re-read and judged."""

import sys

import pytest

from tests.cli.studio import PRESS_FILE, Studio
from tests.inspection.composition.defects import CASES
from tests.inspection.composition.printing import printed


def test_what_was_built_is_inspected(studio: Studio) -> None:
    """The small project, built and judged, keeps every rule of line edges; the summary is the result."""
    assert studio.run("build").code == 0
    answer = studio.run("inspect", PRESS_FILE, "--composition")
    assert answer.code == 0, answer.err
    assert "rules looked at" in answer.out
    assert "0 broken" in answer.out


def test_a_defect_is_an_error_with_its_place(studio: Studio) -> None:
    """A comma at a line start is told with rule, page and text, and the exit code is 1."""
    (studio.folder / "bad.pdf").write_bytes(printed(CASES["K1"].wrong))
    answer = studio.run("inspect", "bad.pdf")
    assert answer.code == 1
    assert "K1 at" in answer.err
    assert "(page 1)" in answer.err
    assert "K1  no stop or pause at a line start" in answer.out
    chinese = studio.run("inspect", "bad.pdf", "--ui-lang", "zh")
    assert "点号不出现在行首" in chinese.out


def test_the_document_holds_the_whole_proof(studio: Studio) -> None:
    """--json gives every rule, violation and paragraph."""
    (studio.folder / "bad.pdf").write_bytes(printed(CASES["K1"].wrong))
    document = studio.run("inspect", "bad.pdf", "--json").document
    assert document["ok"] is False
    told = document["composition"]
    assert told["file"] == "bad.pdf"
    assert "K1" in {found["rule"] for found in told["violations"]}
    assert told["paragraphs"]


def test_level_and_house_are_asked_for(studio: Studio) -> None:
    """What the document promises is told by option; a wrong name is answered with the nearest."""
    (studio.folder / "bad.pdf").write_bytes(printed(CASES["K1"].wrong))
    assert "\n  K1 " in studio.run("inspect", "bad.pdf").out
    assert "\n  K1 " not in studio.run("inspect", "bad.pdf", "--level", "none").out
    answer = studio.run("inspect", "bad.pdf", "--house", "banjao")
    assert (answer.code, "`banjiao`" in answer.err) == (2, True)


@pytest.mark.parametrize("words", [(), ("no.pdf",), (".",)])
def test_without_a_file_there_is_nothing_to_inspect(studio: Studio, words: tuple[str, ...]) -> None:
    """No file, a missing one and a folder are faults of the command line."""
    assert studio.run("inspect", *words).code == 2


def test_what_is_no_pdf_is_said_to_be_none(studio: Studio) -> None:
    """A file that cannot be opened is an error about the file."""
    answer = studio.run("inspect", "brochure.yaml", "--json")
    assert answer.code == 1
    assert answer.codes == ["inspection/unreadable-file"]


def test_a_missing_library_is_named(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pikepdf the verb says what to install; that is the machine's lack, exit code 3."""
    (studio.folder / "bad.pdf").write_bytes(printed(CASES["K1"].wrong))
    for name in [name for name in sys.modules if name.startswith("brochure.inspection.composition")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    answer = studio.run("inspect", "bad.pdf", "--json")
    assert (answer.code, answer.codes) == (3, ["inspection/no-library"])
