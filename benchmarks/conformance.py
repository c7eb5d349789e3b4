"""How the composition engine scores on the published cases, set in the faces that are shipped.

GB/T 15834-2011 and clreq (`gb15834_cases.json`); the web platform's Chinese line-break tests, each at the
level that stands for its value of `line-break` (`wpt_zh_line_break.json`), and its rows of
`text-spacing-trim` for zh-Hans (`wpt_text_spacing_trim.json`); Unicode's LineBreakTest and what ICU 78.3 says
of random strings by Unicode 17 (`uax14_unicode17.json.gz`), where a place counts as right when it agrees with
Unicode or when a named rule of the GB overlay decides it.
"""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks.bench_folder import ROOT, Lacking, table
from brochure.color import BLACK
from brochure.composition import compose_paragraph, set_line
from brochure.composition.opportunities import break_costs, break_rules
from brochure.content import Inline
from brochure.fonts import FontLibrary
from brochure.layout.styles import Level, ParagraphStyle, Profile, TextStyle
from brochure.shipped import shelf
from tests.composition.conformance import line_break_tests

DATA: Final = ROOT / "tests" / "composition" / "data"
SIZE: Final = 10.0
SONG: Final = TextStyle(family="song", weight=400, size=SIZE, ink=BLACK)
CSS_LEVELS: Final[dict[str, Level]] = {"strict": "strict", "normal": "normal", "loose": "none"}
NEAR: Final = 0.002  # em: widths are sums of the face's own advances, rounded by nobody


class Compositor:
    """Sets short texts in the shipped text face."""

    def __init__(self) -> None:
        self.faces = FontLibrary.read(shelf("fonts"))

    def lines(self, text: str, measure_em: float, level: Level = "gb") -> list[str]:
        """The lines of *text*, ragged, so that nothing is squeezed to make room."""
        style = ParagraphStyle(
            text=SONG, leading=18.0, align="start", last_line=0, profile=Profile(level=level)
        )
        galley = compose_paragraph((Inline(text=text),), style, measure_em * SIZE, self.faces)
        return [strip.line.text for strip in galley.strips if strip.line]

    def inner_width(self, text: str) -> float:
        """The distance in em from the end of the first character to the start of the last."""
        placed = [
            (char, run.at.x + x)
            for run in set_line(text, SONG, self.faces, profile=replace(Profile(), level="gb")).runs
            for char, x in zip(run.texts, run.xs, strict=True)
            if char
        ]
        return placed[-1][1] / SIZE - placed[0][1] / SIZE - 1

    def keeps_gb(self, case: dict[str, Any]) -> bool:
        """Whether one case of GB/T 15834 or clreq comes out as the rule says."""
        text = case["text"]
        if case["kind"] in ("width", "adjacent_width"):
            return math.isclose(self.inner_width(text), case["inner_em"], abs_tol=NEAR)
        lines = self.lines(text, case["measure_em"])
        match case["kind"]:
            case "no_line_start":
                return len(lines) > 1 and not any(line.startswith(case["barred"]) for line in lines)
            case "no_line_end":
                return len(lines) > 1 and not any(line.endswith(case["barred"]) for line in lines[:-1])
            case "inseparable":
                return len(lines) > 1 and any(case["unit"] in line for line in lines)
            case "line_end_half":
                return lines[0] == str(case["first_line"])
        raise Lacking(f"a case of a new kind: {case['kind']}")

    def keeps_wpt(self, case: list[Any]) -> bool:
        """Whether the character asked about starts line two just when it may."""
        css, _, _, text, offset, may_break = case
        starts = len(self.lines(text, 6.15, CSS_LEVELS[css])[0]) == offset
        return starts is bool(may_break)

    def keeps_trim(self, case: list[str]) -> bool:
        """Whether the characters of a row are full or half as it says, by the distance between its ends."""
        text, wanted = case
        widths = [1.0 if letter == "F" else 0.5 for letter in wanted]
        return math.isclose(self.inner_width(text), sum(widths[1:-1]), abs_tol=NEAR)


def unicode_case(text: str, breaks: set[int]) -> tuple[bool, bool]:
    """Of one string: whether every place is as Unicode says or settled by a GB rule; whether it took one."""
    costs, rules = break_costs(text), break_rules(text)
    wrong = [at for at in range(1, len(text)) if (costs[at] < math.inf) != (at in breaks)]
    overlay = [at for at in wrong if any(name != "UAX14" for name in rules[at])]
    return wrong == overlay, bool(wrong)


def _cases(name: str) -> list[Any]:
    path = Path(DATA, name)
    if not path.exists():
        raise Lacking(f"{path.relative_to(ROOT)} is missing")
    cases: list[Any] = json.loads(path.read_text(encoding="utf-8"))["cases"]
    return cases


def report() -> str:
    """The scores, and the cases that fail."""
    setter = Compositor()
    gb = _cases("gb15834_cases.json")
    gb_failed = [case["text"] for case in gb if not setter.keeps_gb(case)]
    wpt = _cases("wpt_zh_line_break.json")
    wpt_failed = [case[3] for case in wpt if not setter.keeps_wpt(case)]
    rows_of_trim = json.loads((DATA / "wpt_text_spacing_trim.json").read_text(encoding="utf-8"))
    trim = [*rows_of_trim["adjacent_001"], *rows_of_trim["quote_001"]["zh"]]
    trim_failed = [case[0] for case in trim if not setter.keeps_trim(case)]
    uax = [(text, *unicode_case(text, breaks)) for text, breaks in line_break_tests().items()]
    uax_failed = [ascii(text) for text, settled, _ in uax if not settled]
    overlay = sum(helped for _, _, helped in uax)
    rows = [
        ("GB/T 15834 and clreq", _score(gb, gb_failed), ""),
        ("web platform, zh line-break, three levels", _score(wpt, wpt_failed), ""),
        ("web platform, text-spacing-trim, zh-Hans", _score(trim, trim_failed), ""),
        (
            "Unicode LineBreakTest and random strings",
            _score(uax, uax_failed),
            f"{overlay} decided by a GB rule",
        ),
    ]
    failed = [*gb_failed, *wpt_failed, *trim_failed, *uax_failed[:20]]
    return "\n".join((table(("cases", "right", ""), rows), *(f"wrong: {case}" for case in failed)))


def _score(cases: list[Any], failed: list[Any]) -> str:
    return f"{len(cases) - len(failed)}/{len(cases)} ({1 - len(failed) / len(cases):.1%})"
