"""The program as a process: odd streams, odd environments, signals, its own mistakes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from brochure.cli import fonts
from brochure.cli.main import main
from brochure.cli.verb import Outcome
from brochure.diagnostics import MachineError, Words, error
from tests.cli.studio import PRESS_FILE, Studio, furnish

BROCHURE = (sys.executable, "-m", "brochure")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small project in a folder of its own."""
    furnish(tmp_path)
    return tmp_path


def start(folder: Path, kept: Path, *words: str, shell: str = "") -> subprocess.CompletedProcess[bytes]:
    """What the program does with *words* in *folder*; *shell* puts redirections behind them."""
    environment = {"PATH": os.environ["PATH"], "LANG": "C", "BROCHURE_CACHE": str(kept)}
    command = (*BROCHURE, *words)
    if shell:
        command = ("sh", "-c", f'"$0" "$@" {shell}', *command)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=60)


def test_an_empty_environment_will_do(folder: Path) -> None:
    """Without HOME, locale or any other variable the brochure is built, its title told in UTF-8."""
    command = (*BROCHURE, "build", "--no-cache")
    done = subprocess.run(command, cwd=folder, env={}, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, f"{PRESS_FILE}\n".encode())
    assert "青海湖".encode() in done.stderr


@pytest.mark.parametrize("shell", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_do_not_matter(folder: Path, kept: Path, shell: str) -> None:
    """With standard streams closed the brochure is built and the exit code is 0."""
    done = start(folder, kept, "build", shell=shell)
    assert (done.returncode, done.stderr.count(b"Traceback")) == (0, 0)
    assert (folder / PRESS_FILE).is_file()


def test_a_full_standard_output_is_said(folder: Path, kept: Path) -> None:
    """When the path cannot be handed over, the PDF stands, the exit code is 3 and one sentence says why."""
    done = start(folder, kept, "build", shell="> /dev/full")
    assert done.returncode == 3
    assert (folder / PRESS_FILE).read_bytes().startswith(b"%PDF")
    assert b"error[cli/no-output]: standard output cannot be written: No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_full_standard_error_is_nobody_s_fault(folder: Path, kept: Path) -> None:
    """When nothing can be said, the work is done all the same."""
    done = start(folder, kept, "build", shell="2> /dev/full")
    assert (done.returncode, done.stdout) == (0, f"{PRESS_FILE}\n".encode())


def test_a_reader_that_goes_away_is_no_fault(folder: Path, kept: Path) -> None:
    """`brochure schema | head -1` ends in silence."""
    done = start(folder, kept, "schema", shell="| head -c 1")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{", b"")


def test_the_working_folder_runs_no_code(folder: Path, kept: Path) -> None:
    """A project that brings a yaml.py and a json.py of its own gets the library's ones."""
    for name in ("yaml", "json", "reportlab_settings"):
        (folder / f"{name}.py").write_text("open('ran-code', 'w')\nraise SystemExit(99)\n", encoding="utf-8")
    assert start(folder, kept, "build").returncode == 0
    assert not (folder / "ran-code").exists()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_signals_stop_a_build_and_leave_nothing(folder: Path, kept: Path, number: int, code: int) -> None:
    """SIGTERM and Ctrl-C end a build with 128 + n within two seconds; no file is left, none is harmed."""
    program = (
        "import os, sys, brochure.cli.jobs as jobs\n"
        "from brochure.cli.main import main\n"
        "write = jobs.write_whole\n"
        f"jobs.write_whole = lambda path, data: os.kill(os.getpid(), {int(number)}) or write(path, data)\n"
        "sys.exit(main(['build']))\n"
    )
    (folder / "out").mkdir()
    (folder / PRESS_FILE).write_bytes(b"yesterday's")
    environment = {"PATH": os.environ["PATH"], "BROCHURE_CACHE": str(kept)}
    command = (sys.executable, "-c", program)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=60)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert {path.name for path in (folder / "out").iterdir()} == {Path(PRESS_FILE).name}
    assert (folder / PRESS_FILE).read_bytes() == b"yesterday's"


def test_odd_names_build(tmp_path: Path, kept: Path) -> None:
    """A folder with blanks, brackets, quotes and Chinese, and a file that begins with a dash, build."""
    odd = tmp_path / "第 1 稿 (终) 'a' [b]"
    odd.mkdir()
    furnish(odd)
    (odd / "brochure.yaml").rename(odd / "-画册.yaml")
    done = start(odd, kept, "build", "-o", "图 1", "--", "-画册.yaml")
    assert done.returncode == 0, done.stderr
    assert (odd / "图 1" / Path(PRESS_FILE).name).is_file()


# ---------------------------------------------------------------- faults of machine and program, in process


def raising(fault: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `brochure fonts` meet *fault*."""

    def run(*_: object) -> Outcome:
        raise fault

    object.__setattr__(fonts.VERB, "run", run)
    monkeypatch.setattr(fonts, "run", run)


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> object:
    """`brochure fonts`, made to raise; mended after the test."""
    before = fonts.VERB.run
    yield lambda fault: raising(fault, monkeypatch)
    object.__setattr__(fonts.VERB, "run", before)


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (MemoryError(), 3, "error[cli/out-of-memory]"),
        (OSError(28, "No space left on device", "x"), 3, "the machine refused: No space left on device (x)"),
        (OSError(24, "Too many open files"), 3, "the machine refused: Too many open files"),
        (ModuleNotFoundError("No module named 'uharfbuzz'"), 3, "error[cli/broken-installation]"),
        (FileNotFoundError("the shelf `fonts` is missing"), 3, "the shelf `fonts` is missing"),
        (MachineError([error("press/cannot-write", Words("x", "x"))]), 3, "error[press/cannot-write]: x"),
        (KeyboardInterrupt(), 130, "stopped"),
        (SystemExit(0), 70, "error[cli/bug]"),
        (RecursionError(), 70, "error[cli/bug]"),
        (ZeroDivisionError("1/0"), 70, "brochure itself made a mistake (ZeroDivisionError)"),
        (FileNotFoundError(2, "No such file", "x"), 70, "error[cli/bug]"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_every_exception_has_its_exit_code(
    studio: Studio, fails: object, fault: BaseException, code: int, said: str
) -> None:
    """What the machine lacks is 3, Ctrl-C 130, everything else 70; one sentence, never a traceback."""
    fails(fault)  # type: ignore[operator]
    answer = studio.run("fonts")
    assert answer.code == code
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert answer.out == ""


def test_our_own_fault_is_logged(
    studio: Studio, fails: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 70 names a log file that holds the trace, the version and the command line."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    fails(ZeroDivisionError("1/0"))  # type: ignore[operator]
    answer = studio.run("fonts", "湟")
    (log,) = tmp_path.glob("brochure-*.log")
    text = log.read_text(encoding="utf-8")
    assert str(log) in answer.err
    assert text.startswith("brochure 0")
    assert "['fonts', '湟']" in text
    assert text.rstrip().endswith("ZeroDivisionError: 1/0")


def test_our_own_fault_without_a_place_for_the_log(
    studio: Studio, fails: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When no log can be written the sentence still comes, and says how to see the trace."""
    monkeypatch.setattr("tempfile.tempdir", str(studio.folder / "nowhere"))
    fails(ZeroDivisionError())  # type: ignore[operator]
    answer = studio.run("fonts")
    assert answer.code == 70
    assert "BROCHURE_DEBUG=1" in answer.err
    monkeypatch.setenv("BROCHURE_DEBUG", "1")
    assert "Traceback (most recent call last)" in studio.run("fonts").err


def test_our_own_fault_in_json(studio: Studio, fails: object) -> None:
    """With --json our own fault is a document too."""
    fails(ZeroDivisionError())  # type: ignore[operator]
    answer = studio.run("fonts", "--json")
    assert (answer.code, answer.codes, answer.err) == (70, ["cli/bug"], "")


@pytest.mark.usefixtures("studio")
def test_main_in_a_thread() -> None:
    """A caller may run the desk in a thread of its own, where no signal can be listened for."""
    import threading

    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(main(["build", "-q"])))
    thread.start()
    thread.join()
    assert codes == [0]
