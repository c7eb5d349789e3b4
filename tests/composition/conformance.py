"""The conformance data beside this file."""

import json
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("data")


def cases(name: str, key: str = "cases") -> list[Any]:
    """The cases of one file of `data/`."""
    found = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))[key]
    assert found, name
    return list(found)


def line_break_tests() -> list[tuple[str, set[int]]]:
    """Unicode's LineBreakTest 15.0: a text and the places where a line may break, its end among them."""
    return [_line_break_test(*case.split("|")) for case in cases("uax14_linebreaktest_15_0")]


def _line_break_test(codes: str, breaks: str) -> tuple[str, set[int]]:
    return "".join(chr(int(code, 16)) for code in codes.split()), {int(at) for at in breaks.split(",")}
