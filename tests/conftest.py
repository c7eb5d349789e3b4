"""What every room's tests share: golden texts, accepted in one verb.

``golden("display/cover.txt", text)`` compares *text* with ``tests/golden/display/cover.txt``. ``--accept``
writes what the program says today; the review is the diff in git. A run of the whole suite fails on goldens
that no test asked for, so a renamed test leaves nothing behind.
"""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

import pytest

GOLDEN_DIR: Final = "golden"
_USED: Final[pytest.StashKey[set[str]]] = pytest.StashKey()
_UNUSED: Final[pytest.StashKey[list[str]]] = pytest.StashKey()


class Golden(Protocol):
    """The fixture ``golden``."""

    def __call__(self, name: str, text: str) -> None:
        """Fail with a diff unless ``tests/golden/<name>`` holds exactly *text*."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one verb."""
    parser.addoption("--accept", action="store_true", help="write the goldens as they come out today")


def pytest_configure(config: pytest.Config) -> None:
    """Start a fresh record of the goldens asked for."""
    config.stash[_USED] = set()
    config.stash[_UNUSED] = []


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the accepted one."""
    shelf = request.config.rootpath / "tests" / GOLDEN_DIR
    accept: bool = request.config.getoption("--accept")

    def compare(name: str, text: str) -> None:
        request.config.stash[_USED].add(name)
        path = shelf / name
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        accepted = path.read_bytes().decode() if path.exists() else ""
        if accepted != text:
            pytest.fail(_difference(name, accepted, text), pytrace=False)

    return compare


@pytest.fixture
def golden_file(request: pytest.FixtureRequest) -> Callable[[str], Path]:
    """The place of a golden that is no text (``golden_file("edition/opener.png")``): its test compares in its
    own way and, asked to ``--accept``, writes it.
    """

    def place(name: str) -> Path:
        request.config.stash[_USED].add(name)
        return request.config.rootpath / "tests" / GOLDEN_DIR / name

    return place


def _difference(name: str, accepted: str, text: str) -> str:
    lines = difflib.unified_diff(
        accepted.splitlines(), text.splitlines(), "accepted", "made now", lineterm="", n=2
    )
    return f"golden {name} is not what the program makes (pytest --accept takes it over)\n" + "\n".join(lines)


# ---------------------------------------------------------------- goldens nobody asked for


def _is_whole_suite(config: pytest.Config) -> bool:
    """Whether nothing narrowed the run: no path, no -k, no -m, no --deselect, no --lf."""
    narrowed = ("keyword", "markexpr", "deselect", "lf", "ignore", "ignore_glob", "collectonly")
    return config.args_source is not pytest.Config.ArgsSource.ARGS and not any(
        config.getoption(option, None) for option in narrowed
    )


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object, error: object) -> None:  # noqa: ARG001 -- the name is xdist's
    """Gather what a finished xdist worker asked for."""
    config: pytest.Config = node.config  # type: ignore[attr-defined]
    asked: list[str] = getattr(node, "workeroutput", {}).get("goldens", [])
    config.stash[_USED].update(asked)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Hand the record to the controller, or judge it there."""
    config = session.config
    if _is_worker(config):
        record = config.stash[_USED]
        config.workeroutput["goldens"] = sorted(record)  # type: ignore[attr-defined]
        return
    if exitstatus != pytest.ExitCode.OK or not _is_whole_suite(config):
        return
    shelf = config.rootpath / "tests" / GOLDEN_DIR
    unused = _unused(shelf, config.stash[_USED])
    if config.getoption("--accept"):
        for name in unused:
            (shelf / name).unlink()
    elif unused:
        config.stash[_UNUSED] = unused
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _unused(shelf: Path, used: set[str]) -> list[str]:
    files = (path.relative_to(shelf).as_posix() for path in shelf.rglob("*") if path.is_file())
    return sorted(name for name in files if name not in used)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name the goldens nobody asked for."""
    unused = config.stash[_UNUSED]
    if unused:
        terminalreporter.section("unused goldens")
        write: Callable[[str], None] = terminalreporter.write_line
        for name in unused:
            write(f"tests/{GOLDEN_DIR}/{name}: no test asks for it (pytest --accept removes it)")
