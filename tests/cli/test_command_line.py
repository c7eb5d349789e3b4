"""What is asked for, and what is said when it cannot be asked for."""

import pytest

from brochure import __version__
from brochure.cli.command_line import CommandLineError, merged, parse, pick, split
from brochure.cli.main import VERBS
from tests.cli.studio import Studio


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("bild",), "`build`"),
        (("content.yaml",), "brochure build content.yaml"),
        (("zzz",), "brochure --help"),
        (("build", "--laoyut", "x"), "`--layout`"),
        (("build", "--lay", "x"), ""),
        (("build", "a", "b"), "brochure build --help"),
        (("build", "--output"), ""),
        (("build", "--no-cache=yes"), ""),
        (("check", "--format", "shrt"), "`short`"),
        (("--ui-lang", "fr", "check"), "zh, en"),
        (("-x",), ""),
        (("explain", "layout/unknwn-key"), "`layout/unknown-key`"),
        (("explain", "small-text"), "inspection/small-text, preflight/small-text"),
        ((), ""),
    ],
)
def test_a_wrong_command_line_is_exit_code_2(studio: Studio, words: tuple[str, ...], hint: str) -> None:
    """Every fault of the command line is exit code 2, said on standard error with the nearest word."""
    answer = studio.run(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert hint in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("words", "en", "zh"),
    [
        (("build", "-o"), "`--output` needs a value after it", "`--output` 后面要有一个值"),
        (("build", "--json=1"), "`--json` takes no value, and `1` was given", "`--json` 不带值，却给了 `1`"),
    ],
)
def test_complaints_of_the_parser_come_in_both_languages(
    studio: Studio, words: tuple[str, ...], en: str, zh: str
) -> None:
    """What argparse says in English alone is said in our words in both languages."""
    assert en in studio.run(*words).err
    assert zh in studio.run("--ui-lang=zh", *words).err


def test_a_wrong_command_line_is_answered_in_json_too(studio: Studio) -> None:
    """With --json a usage fault is a document with the finding and nothing on standard error."""
    answer = studio.run("build", "--bogus", "--json")
    assert (answer.code, answer.err) == (2, "")
    assert answer.document["ok"] is False
    assert answer.codes == ["cli/usage"]


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("--ui-lang", "zh", "-h")])
def test_help_begins_with_examples(studio: Studio, words: tuple[str, ...]) -> None:
    """The help stands on standard output, examples before verbs, every verb in it."""
    answer = studio.run(*words)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.index("brochure build") < answer.out.index("handouts [SECTION…]")
    assert all(f"\n  {verb.name}" in answer.out for verb in VERBS)


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_verb_has_help(studio: Studio, verb: str, flag: str) -> None:
    """-h and --help give the same text, in either language, with an example that names the verb."""
    answer = studio.run(verb, flag)
    assert answer.code == 0
    assert f"  brochure {verb}" in answer.out
    assert answer.out == studio.run(verb, "--help").out == studio.run("--help", verb).out
    chinese = studio.run(verb, flag, "--ui-lang", "zh").out
    assert "示例" in chinese
    assert "examples" not in chinese


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_examples_in_the_help_can_be_typed(verb: object) -> None:
    """Every example of every verb is a command line that the parser takes."""
    for line, _ in verb.examples:  # type: ignore[attr-defined]
        _, name, rest = split(line.split()[1:])
        assert pick(name, VERBS) is verb
        parse(pick(name, VERBS), rest)


def test_version(studio: Studio) -> None:
    """--version and -V hand over the name and the version."""
    assert studio.run("--version") == studio.run("-V") == (0, f"brochure {__version__}\n", "")


def test_common_options_stand_before_or_after_the_verb() -> None:
    """An option before the verb holds; the one after it wins; switches add up."""
    before, name, rest = split(["-q", "--color", "never", "check", "x.yaml", "--color", "always"])
    asked = merged(before, parse(pick(name, VERBS), rest))
    assert (asked.quiet, asked.color, asked.file) == (True, "always", "x.yaml")
    before, name, rest = split(["--color", "never", "check"])
    assert merged(before, parse(pick(name, VERBS), rest)).color == "never"


def test_operands_and_options_mix() -> None:
    """Operands may stand on both sides of options, and after `--` may begin with a dash."""
    asked = parse(pick("handouts", VERBS), ["2", "-o", "out", "economy", "--file", "x.yaml"])
    assert (asked.sections, asked.output, asked.file) == (["2", "economy"], "out", "x.yaml")
    assert parse(pick("build", VERBS), ["--", "-odd.yaml"]).file == "-odd.yaml"


def test_options_are_not_abbreviated() -> None:
    """An abbreviation is refused: it would change its meaning when an option is added."""
    with pytest.raises(CommandLineError):
        parse(pick("build", VERBS), ["--out", "x"])
