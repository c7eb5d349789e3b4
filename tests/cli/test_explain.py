"""`brochure explain`, and that there is nothing a person can be told and not look up.

The codes are gathered from the source text: whole ones (``"press/cannot-write"``) wherever they stand, and
the second halves given to a gatherer of faults. A new way of putting a code together fails
`test_every_code_is_put_together_in_a_known_way` until it is listed here.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import brochure
from brochure.cli.explain import EXPLANATIONS, explanations_of, rooms
from tests.cli.studio import Studio

PACKAGE = Path(brochure.__file__).parent
ROOMS = {door.parent.name for door in PACKAGE.glob("*/__init__.py")}
WHOLE = re.compile(r"([a-z]+)/[a-z][a-z0-9-]*")

# Where faults are noted with a gatherer that another room brought along, and whose rooms' codes they become.
FORMS = ("content", "layout")
BORROWED = {
    "source/fields.py": FORMS,
    "source/figures.py": FORMS,
    "source/forms.py": FORMS,
    "source/gathered.py": FORMS,
    "source/confine.py": ("images", "content"),
    "source/sheet.py": ("content",),
}
# Functions that take the second half of a code, with the place of that argument: anywhere, or in one room.
HALVES = {"error": 0, "warning": 0, "_slip": 0}
HALVES_OF = {"inspection": {"press_rule": 1}, "fonts": {"refuse": 0}}
# Calls whose code is no literal: each hands on what stands as a literal elsewhere.
HANDED_ON = {
    "cli/explain.py": {"f'{room}/{fault}'"},
    "content/inline.py": {"fault"},
    "content/running.py": {"slip.fault"},
    "diagnostics.py": {"code"},
    "fonts/gate.py": {"f'fonts/{code}'", "code"},
    "inspection/evidence.py": {"self.code", "f'inspection/{fault}'"},
    "pagination/setting.py": {"remark.code"},
    "preflight/checks.py": {"code"},
    "source/faults.py": {"code", "f'{self.room}/{fault}'"},
}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the package, with the path of its module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(PACKAGE).as_posix(), node


def half(module: str, call: ast.Call) -> ast.expr | None:
    """The argument of *call* that is a code or its second half."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    room = module.partition("/")[0]
    if name in {"Diagnostic", "Remark"}:
        return next((word.value for word in call.keywords if word.arg == "code"), None)
    place = {**HALVES, **HALVES_OF.get(room, {})}.get(name)
    own_parser = module == "cli/command_line.py" and name == "error" and isinstance(call.func, ast.Attribute)
    return call.args[place] if place is not None and len(call.args) > place and not own_parser else None


def told() -> set[str]:
    """Every code that the program can tell."""
    codes: set[str] = set()
    for module, call in calls():
        room = module.partition("/")[0]
        argument = half(module, call)
        fault = argument.value if isinstance(argument, ast.Constant) else None
        if isinstance(fault, str) and "/" not in fault:
            codes |= {f"{borrower}/{fault}" for borrower in BORROWED.get(module, (room,))}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = (
                isinstance(node, ast.Constant) and isinstance(node.value, str) and WHOLE.fullmatch(node.value)
            )
            if found and found[1] in ROOMS:
                codes.add(found[0])
    gate = ast.parse((PACKAGE / "fonts/gate.py").read_text(encoding="utf-8"))
    kinds = next(
        node.value for node in ast.walk(gate)
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "REFUSED_KINDS"
    )  # fmt: skip
    assert kinds is not None
    return codes | {f"fonts/{code}" for code, *_ in ast.literal_eval(kinds).values()}


def test_every_code_is_explained_and_nothing_else() -> None:
    """Each code in the source has a paragraph, and each paragraph a code in the source."""
    explained = {f"{room}/{fault}" for room in rooms() for fault in explanations_of(room)}
    codes = told()
    assert len(codes) > 150
    assert sorted(codes - explained) == []
    stale = explained - codes
    assert sorted(stale) == []


def test_every_code_is_put_together_in_a_known_way() -> None:
    """Wherever a fault is noted its code is a literal, or is handed on in one of the places listed."""
    unknown = {
        f"{module}: {ast.unparse(argument)}"
        for module, call in calls()
        if (argument := half(module, call)) is not None
        and not isinstance(argument, ast.Constant)
        and ast.unparse(argument) not in HANDED_ON.get(module, ())
    }
    assert unknown == set()


@pytest.mark.parametrize("path", sorted(EXPLANATIONS.glob("*.yaml")), ids=lambda path: path.stem)
def test_explanations_are_in_order_and_in_two_languages(path: Path) -> None:
    """Each file is sorted, names rooms that exist, and says every paragraph in Chinese and English."""
    from brochure.source import Mapping, read

    entries = read(path, path.name)
    faults = [entry.key.text for entry in entries]
    assert faults == sorted(faults)
    assert set(path.stem.split("+")) <= ROOMS
    for entry in entries:
        assert isinstance(entry.value, Mapping)
        assert [language.key.text for language in entry.value] == ["zh", "en"], entry.key.text
    for words in explanations_of(path.stem.split("+")[0]).values():
        assert words.zh.endswith("。")
        assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", words.zh)
        assert words.en[-1] in ".?"


def test_one_code_is_explained(studio: Studio) -> None:
    """`explain CODE` hands over the code and its paragraph, in the language asked for."""
    english = studio.run("explain", "pagination/overset")
    assert english.code == 0
    assert english.out.startswith("pagination/overset\nThe text does not fit")
    chinese = studio.run("explain", "overset", "--ui-lang", "zh")
    assert chinese.out.startswith("pagination/overset\n文字排不下")


@pytest.mark.parametrize(
    "code", ["content/unknown-key", "error[content/unknown-key]", "[layout/unknown-key]"]
)
def test_a_code_may_be_pasted(studio: Studio, code: str) -> None:
    """A code copied with its label and brackets is understood; shared words serve both rooms."""
    assert "There is no such key on this level" in studio.run("explain", code).out


def test_all_codes_are_listed(studio: Studio) -> None:
    """`explain` without a code lists all of them, sorted, for completion."""
    lines = studio.run("explain").out.splitlines()
    assert lines == sorted(lines)
    assert "source/tab" in lines
    assert studio.run("explain", "--json").document["codes"] == lines
