"""The golden texts: compared, accepted, and never left behind."""

from pathlib import Path

import pytest

SUITE = Path(__file__).resolve().parent.parent
ASKING = """
def test_proof(golden):
    golden("room/proof.txt", "一行\\n二行\\n")
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A small project that uses our conftest and asks for one golden."""
    pytester.makeini("[pytest]\ntestpaths = tests\naddopts = -p no:hypothesispytest\n")
    tests = pytester.mkdir("tests")
    (tests / "conftest.py").write_bytes((SUITE / "conftest.py").read_bytes())
    (tests / "test_room.py").write_text(ASKING, encoding="utf-8")
    return pytester


def accepted(suite: pytest.Pytester, name: str = "room/proof.txt") -> Path:
    """Where the small project keeps a golden."""
    return suite.path / "tests" / "golden" / name


def test_a_golden_that_is_not_there_fails(suite: pytest.Pytester) -> None:
    """A text nobody has accepted yet is a failure that says how to accept it."""
    outcome = suite.runpytest_inprocess("-p", "no:cacheprovider")
    outcome.assert_outcomes(failed=1)
    outcome.stdout.fnmatch_lines(["*golden room/proof.txt is not what the program makes*", "*+一行*"])


def test_accept_writes_and_the_next_run_agrees(suite: pytest.Pytester) -> None:
    """--accept writes the text byte for byte, and the next run passes."""
    suite.runpytest_inprocess("--accept").assert_outcomes(passed=1)
    assert accepted(suite).read_bytes() == "一行\n二行\n".encode()
    suite.runpytest_inprocess().assert_outcomes(passed=1)


def test_a_changed_line_is_shown_as_a_difference(suite: pytest.Pytester) -> None:
    """One changed line fails and shows the accepted line and the new one."""
    suite.runpytest_inprocess("--accept")
    accepted(suite).write_text("一行\n三行\n", encoding="utf-8")
    outcome = suite.runpytest_inprocess()
    outcome.assert_outcomes(failed=1)
    outcome.stdout.fnmatch_lines(["*-三行*", "*+二行*"])


def test_a_golden_nobody_asks_for_fails_the_whole_suite(suite: pytest.Pytester) -> None:
    """An unused golden fails a run of everything, and --accept removes it."""
    suite.runpytest_inprocess("--accept")
    left = accepted(suite, "old.txt")
    left.write_text("left behind", encoding="utf-8")
    outcome = suite.runpytest_inprocess()
    assert outcome.ret == pytest.ExitCode.TESTS_FAILED
    outcome.stdout.fnmatch_lines(["tests/golden/old.txt: no test asks for it*"])
    suite.runpytest_inprocess("--accept")
    assert not left.exists()
    assert accepted(suite).exists()


def test_several_processes_share_one_record(suite: pytest.Pytester) -> None:
    """With tests spread over processes, a golden that one of them asked for is not called unused."""
    suite.runpytest_inprocess("--accept")
    accepted(suite, "old.txt").write_text("left behind", encoding="utf-8")
    outcome = suite.runpytest_subprocess("-n", "1")
    outcome.stdout.fnmatch_lines(["tests/golden/old.txt: no test asks for it*"])
    outcome.stdout.no_fnmatch_line("tests/golden/room/proof.txt: no test*")


def test_part_of_the_suite_does_not_judge_the_goldens(suite: pytest.Pytester) -> None:
    """A run narrowed to one file leaves other tests' goldens alone."""
    suite.runpytest_inprocess("--accept")
    accepted(suite, "other.txt").write_text("another test's", encoding="utf-8")
    assert suite.runpytest_inprocess("tests/test_room.py").ret == pytest.ExitCode.OK
