"""The guide says what the program does; and what must not load for a help text does not."""

import subprocess
import sys
from pathlib import Path

import pytest

from brochure.cli import exits
from brochure.cli.command_line import parse, pick, split
from brochure.cli.main import VERBS
from brochure.cli.options import COMMON, VERSION
from brochure.cli.verb import Verb

GUIDE = (Path(__file__).parents[2] / "docs/guide/commands.md").read_text(encoding="utf-8")
CHINESE, ENGLISH = GUIDE.split("\n# Commands\n")
ROOMS = {"source", "fonts", "images", "content", "layout", "composition", "pagination", "pdf", "press"}


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_the_guide_has_every_verb_with_its_options(verb: Verb) -> None:
    """Each verb has a row in both languages; in Chinese the row names each option of its own."""
    (row,) = (
        line for line in CHINESE.splitlines() if line.startswith((f"| `{verb.name} ", f"| `{verb.name}`"))
    )
    assert f"| `{verb.name} " in ENGLISH or f"| `{verb.name}`" in ENGLISH
    assert [option.flags for option in verb.options if f"`{option.flags[0]}" not in row] == []


def test_the_guide_has_every_common_option() -> None:
    """Each option that all verbs take has a row that begins with its spellings and names its choices."""
    for option in (*COMMON, VERSION):
        choices = "".join(f"{gap}{choice}" for gap, choice in zip(" |||", option.choices, strict=False))
        spellings = [f"`{flag}{choices}`" for flag in option.flags]
        assert f"| {'、'.join(spellings)} |" in CHINESE.replace("\\|", "|")


def test_the_guide_has_every_exit_code() -> None:
    """Each exit code is named in both languages."""
    codes = [value for name, value in vars(exits).items() if name.isupper()]
    assert sorted(codes) == [0, 1, 2, 3, 70, 130, 143]
    for code in codes:
        assert str(code) in CHINESE.partition("## 退出码")[2].partition("## JSON")[0]
        assert str(code) in ENGLISH.partition("**Exit codes.**")[2].partition("**JSON.**")[0]


def test_command_lines_in_the_guide_can_be_typed() -> None:
    """Every command line shown in a block of its own is one that the parser takes."""
    lines = [
        line.partition("#")[0].split()[1:] for line in GUIDE.splitlines() if line.startswith("brochure ")
    ]
    assert len(lines) >= 4
    for words in lines:
        _, name, rest = split(words)
        parse(pick(name, VERBS), rest)


@pytest.mark.parametrize("words", ["--help", "--version", "build --help"])
def test_a_help_text_loads_no_room(words: str) -> None:
    """Help and version come without loading any room or library of the press."""
    program = (
        "import sys; from brochure.cli.main import main; main(sys.argv[1:]); "
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        (sys.executable, "-c", program, *words.split()),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = set(done.stderr.split())
    assert loaded.isdisjoint(f"brochure.{room}" for room in ROOMS)
    assert loaded.isdisjoint({"yaml", "PIL", "reportlab", "uharfbuzz", "rjieba", "json", "tempfile"})
