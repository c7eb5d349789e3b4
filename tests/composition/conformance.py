"""The conformance data beside this file."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("data")


def cases(name: str, key: str = "cases") -> list[Any]:
    """The cases of one file of `data/`."""
    return _some(json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))[key], name)


@cache
def line_break_tests() -> dict[str, set[int]]:
    """Where a line may break in each of 19 000 strings, their ends among the places, by Unicode 17.

    Unicode's LineBreakTest of 16.0.0 with the four answers that changed, and random strings of every kind of
    character as ICU 78.3 answers them.
    """
    whole = json.loads(gzip.decompress((DATA / "uax14_unicode17.json.gz").read_bytes()))
    parts = ("linebreaktest_16", "changed_by_17", "icu_78")
    return dict(_line_break_test(*case.split("|")) for part in parts for case in _some(whole[part], part))


def _line_break_test(codes: str, breaks: str) -> tuple[str, set[int]]:
    return "".join(chr(int(code, 16)) for code in codes.split()), {int(at) for at in breaks.split(",")}


def _some(found: list[Any], name: str) -> list[Any]:
    assert found, name
    return found
