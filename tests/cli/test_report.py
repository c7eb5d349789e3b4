"""What is said about findings, and how."""

import io
import json
from pathlib import Path

import pytest

from brochure.cli.desk import Desk
from brochure.cli.excerpts import excerpts
from brochure.cli.progress import Progress, stage_times
from brochure.cli.report import safe_json, show
from brochure.cli.summary import program
from brochure.diagnostics import Span, Words, error, warning
from tests.cli.studio import Studio


class Terminal(io.StringIO):
    """A stream with a person before it."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.fixture
def desk() -> Desk:
    """A desk before a terminal, in English."""
    return Desk(io.StringIO(), Terminal(), "en")


def told(desk: Desk) -> str:
    """What was said at *desk*."""
    assert isinstance(desk.err, io.StringIO)
    return desk.err.getvalue()


FAULT = error("content/x", Words("no such key", "没有这个键"), Span("a.yaml", 2, 3, 2, 5))
WARNED = warning("content/y", Words("no caption", "没有图注"), Span("a.yaml", 1, 1, 1, 2))


def test_errors_come_before_warnings(desk: Desk) -> None:
    """What stops the press is told first."""
    show((WARNED, FAULT), desk)
    assert told(desk).index("no such key") < told(desk).index("no caption")


def test_the_quiet_hear_errors_alone(desk: Desk) -> None:
    """-q leaves warnings and notes away."""
    desk.quiet = True
    show((WARNED, FAULT), desk)
    assert "no such key" in told(desk)
    assert "no caption" not in told(desk)


def test_short_style_is_what_editors_read(desk: Desk) -> None:
    """One line a finding, ``file:line:col: error: …``, its label English in every language."""
    desk.style, desk.language = "short", "zh"
    show((FAULT, WARNED, error("press/z", Words("full", "满"))), desk)
    assert told(desk).splitlines() == [
        "a.yaml:2:3: error: 没有这个键 [content/x]",
        "brochure: error: 满 [press/z]",
        "a.yaml:1:1: warning: 没有图注 [content/y]",
    ]


@pytest.mark.parametrize(
    ("asked", "environment", "colored"),
    [
        ("", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("never", {}, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    desk: Desk, asked: str, environment: dict[str, str], colored: bool
) -> None:
    """Colour on a terminal, unless NO_COLOR has a value or TERM is dumb; --color decides over all."""
    desk.choose_color(asked, environment)
    show((FAULT,), desk)
    assert told(desk).startswith("\x1b[1;31merror[content/x]\x1b[0m: " if colored else "error[content/x]: ")


def test_no_colour_into_a_pipe() -> None:
    """Without a terminal there is no colour, unless it is asked for always."""
    desk = Desk(io.StringIO(), io.StringIO(), "en")
    desk.choose_color("auto", {})
    assert not desk.color
    desk.choose_color("always", {})
    assert desk.color


def test_nothing_shown_steers_the_terminal(desk: Desk) -> None:
    """Control and bidirectional characters in names and messages are shown as their code, in JSON too."""
    nasty = "a\x1b[2J\u202e\x9b\x07"
    show((error("content/x", Words(nasty, nasty), Span(nasty, 1, 1, 1, 2), Words(nasty, nasty)),), desk)
    desk.style = "short"
    show((error("content/x", Words(nasty, nasty), Span(nasty, 1, 1, 1, 2)),), desk)
    document = safe_json({"message": nasty + "\ud800 湟"})
    for character in "\x1b\u202e\x9b\x07\ud800":
        assert character not in told(desk) + document
    assert json.loads(document) == {"message": nasty + "\ud800 湟"}
    assert "湟" in document


def test_results_are_harmless_on_a_terminal_and_exact_in_a_pipe() -> None:
    """A path with an escape in it is shown as its code to a person, and to the letter to a program."""
    for stream, shown in ((Terminal(), "a\\u{001B}[2J\n湟\u3000\n"), (io.StringIO(), "a\x1b[2J\n湟\u3000\n")):
        Desk(stream, None, "en").hand_over("a\x1b[2J\n湟\u3000")
        assert stream.getvalue() == shown


def test_a_failed_check_in_json(studio: Studio) -> None:
    """Each finding is a record with code, severity, message, hint and 1-based place, and all is in it."""
    studio.edit("brochure.yaml", "caption:", "captoin:")
    answer = studio.run("check", "--json")
    assert (answer.code, answer.err) == (1, "")
    assert answer.document["ok"] is False
    assert answer.document["outputs"] == []
    assert answer.document["findings"] == [
        {
            "code": "content/unknown-key",
            "severity": "error",
            "message": "unknown key `captoin` in a photo",
            "hint": "`caption`",
            "file": "brochure.yaml",
            "line": 9,
            "column": 33,
            "end_line": 9,
            "end_column": 40,
            "page": None,
        }
    ]


def test_check_writes_nothing(studio: Studio) -> None:
    """`brochure check` of a good project says so, exits 0 and leaves the folder as it was."""
    before = studio.files()
    answer = studio.run("check", "--handouts")
    assert (answer.code, answer.out) == (0, "")
    assert "brochure.yaml: 0 errors, 0 warnings" in answer.err
    assert studio.files() == before


def test_strict_makes_warnings_fatal(studio: Studio) -> None:
    """A warning leaves `check` at 0 and `check --strict` at 1."""
    studio.edit("brochure.yaml", "caption: 湖面, kind: illustration", "credit: 湖面")
    plain, strict = studio.run("check"), studio.run("check", "--strict")
    assert (plain.code, strict.code) == (0, 1)
    assert "warning[content/no-caption]" in plain.err
    assert " explain content/no-caption" in plain.err
    assert studio.run("check", "--strict", "--json").document["ok"] is False


def test_check_can_look_at_handouts_too(studio: Studio) -> None:
    """A fault that only a handout has is found with --handouts; one that both have is told once."""
    studio.edit("brochure.yaml", "handout_layout: leaf", "handout_layout: leef")
    assert studio.run("check").code == 0
    answer = studio.run("check", "--handouts", "--json")
    assert (answer.code, answer.codes) == (1, ["press/unknown-layout"])
    assert answer.document["findings"][0]["line"] == 3


# ---------------------------------------------------------------- the moving line


def test_the_line_moves_while_a_person_watches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a moment the stage and its count stand on one line, which is gone at the end."""
    now = [10.0]
    monkeypatch.setattr("time.perf_counter", lambda: now[0])
    with Progress(desk, "water: ") as progress:
        progress("read", 1, 1)
        assert told(desk) == ""
        now[0] = 11.5
        progress("pictures", 3, 7)
        progress("set", 1, 1)
        assert progress.seconds == 1.5
    first, second, cleared, _ = told(desk).removeprefix("\r").split("\r")
    assert first == "  water: preparing pictures 3/7"
    assert second.rstrip() == "  water: setting"
    assert len(second) == len(first)
    assert cleared.strip() == ""


@pytest.mark.parametrize("unwatched", ["pipe", "quiet", "json"])
def test_no_line_moves_where_nobody_watches(unwatched: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a pipe, with -q and with --json there is no moving line."""
    desk = Desk(io.StringIO(), io.StringIO() if unwatched == "pipe" else Terminal(), "en")
    desk.quiet = unwatched == "quiet"
    desk.style = "json" if unwatched == "json" else "text"
    now = iter(range(100))
    monkeypatch.setattr("time.perf_counter", lambda: float(next(now)))
    with Progress(desk) as progress:
        progress("set", 1, 1)
        progress("pictures", 1, 2)
    assert told(desk) == ""


def test_stage_times(desk: Desk) -> None:
    """The stages that took time, with their seconds; the quick ones are left out."""
    assert stage_times((("read", 0.012), ("set", 0.91), ("pictures", 2.04)), desk) == (
        "setting 0.9 s  preparing pictures 2.0 s"
    )


# ---------------------------------------------------------------- excerpts, and the way to call us


def test_excerpts_are_taken_from_the_project_and_the_shelves(studio: Studio) -> None:
    """Names as findings give them lead to the content, and to layouts and conditions of project or shelf."""
    text_of = excerpts(studio.folder / "brochure.yaml", "brochure.yaml")
    assert "slug: lake" in (text_of("brochure.yaml") or "")
    assert "name: leaf" in (text_of("layouts/leaf.yaml") or "")
    assert "name: civic-16k" in (text_of("layouts/civic-16k.yaml") or "")
    assert "FOGRA39" in (text_of("conditions/fogra39-coated.yaml") or "")
    assert text_of("layouts/none.yaml") is None


def test_excerpts_never_wait_for_a_pipe(tmp_path: Path) -> None:
    """A pipe, a folder and a file in another encoding have no text."""
    import os

    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gbk").write_bytes("西宁".encode("gb18030"))
    for name in ("pipe", "gbk", "."):
        assert excerpts(tmp_path / name, "shown")("shown") is None


@pytest.mark.parametrize(
    ("started", "typed"),
    [
        ("venv/bin/brochure", "venv/bin/brochure"),
        ("/pkg/brochure/__main__.py", "venv/bin/python -m brochure"),
        ("pytest", "brochure"),
        ("", "brochure"),
    ],
)
def test_the_next_step_can_be_typed(
    started: str, typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program is named the way this person started it, relative where that is shorter."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert program(started.replace("venv", f"{tmp_path}/venv"), f"{tmp_path}/venv/bin/python") == typed


def test_a_program_on_the_path_is_called_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Started through PATH, the name alone will do again."""
    (tmp_path / "brochure").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "brochure").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program(str(tmp_path / "brochure"), "python") == "brochure"
