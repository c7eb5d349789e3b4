"""How even the lines are, ours and Typst's, read from both PDFs by the same re-reader.

The six story paragraphs of the Xining brochure at nineteen measures (14 to 32 em), in the shipped Song,
justified, first lines in by two em. Of every line that had to be filled: how far Han stand apart beyond
solid; of every paragraph: whether its last line has fewer than two characters (孤字). Below that, what else
the re-reader counts in both, and what it counts in two thousand made-up paragraphs at 12 to 40 em set by us.

Typst is set in the peers' environment (``peers.txt``), from the same text and the same font files.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Final

from benchmarks.bench_folder import BENCH, ROOT, Lacking, run, table
from benchmarks.peers import peers_python
from brochure.content import load_brochure
from brochure.content.model import BodyText
from brochure.inspection.composition import Evenness, Proof, inspect_composition
from brochure.shipped import shelf
from tests.inspection.composition.manuscripts import paragraphs as made_up
from tests.inspection.composition.printing import LEADING, SIZE, page_of, printed, set_paragraph

MEASURES: Final = range(14, 33)
RANDOM_MEASURES: Final = range(12, 41)
MANY: Final = 2000
_HOUSEHOLD: Final = ("K", "U", "P", "J1")
_TYPST: Final = """\
#let data = json("paragraphs.json")
#set text(font: "Noto Serif SC", size: {size}pt, lang: "zh", region: "cn")
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, linebreaks: "optimized", leading: {leading}pt, spacing: {apart}pt,
  first-line-indent: (amount: 2em, all: true))
#for measure in range({first}, {last}) {{
  page(width: measure * {size}pt + 80pt, height: auto, margin: 40pt, for text in data {{ par(text) }})
}}
"""


def story_paragraphs() -> list[str]:
    """The six paragraphs of the two longer sections, run-in heads included."""
    found = [
        "".join(inline.text for inline in (*block.lead, *block.text))
        for section in load_brochure(ROOT / "content" / "xining.yaml").sections[1:]
        for block in section.blocks
        if isinstance(block, BodyText)
    ]
    if len(found) != 6:
        raise Lacking(f"six story paragraphs are measured, the brochure has {len(found)}")
    return found


def ours(texts: list[str]) -> bytes:
    """Our PDF: a page for every measure."""
    return printed([page_of(set_paragraph(text, measure) for text in texts) for measure in MEASURES])


def typsts(texts: list[str]) -> bytes:
    """Typst's PDF of the same."""
    folder = BENCH / "evenness"
    folder.mkdir(parents=True, exist_ok=True)
    Path(folder, "paragraphs.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    source = _TYPST.format(
        size=SIZE, leading=LEADING - SIZE, apart=3 * LEADING, first=MEASURES.start, last=MEASURES.stop
    )
    Path(folder, "evenness.typ").write_text(source, encoding="utf-8")
    script = (
        "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]],"
        " ignore_system_fonts=True)"
    )
    out = folder / "typst.pdf"
    run(peers_python(), "-c", script, folder / "evenness.typ", out, shelf("fonts"))
    return out.read_bytes()


def made_up_paragraphs() -> tuple[Proof, int]:
    """What the re-reader counts in many paragraphs of every kind; and their characters."""
    pages: dict[int, list[str]] = {}
    texts = list(made_up(MANY, seed=2000))
    for at, text in enumerate(texts):
        pages.setdefault(RANDOM_MEASURES[at % len(RANDOM_MEASURES)], []).append(text)
    galleys = [[set_paragraph(text, measure) for text in some] for measure, some in sorted(pages.items())]
    return inspect_composition(printed([page_of(some) for some in galleys])), sum(map(len, texts))


def report() -> str:
    """The figures as tables."""
    texts = story_paragraphs()
    proofs = {"ours": inspect_composition(ours(texts)), "Typst": inspect_composition(typsts(texts))}
    even = [_even_row(name, proof.evenness) for name, proof in proofs.items()]
    head = ("six paragraphs, 14–32 em", "lines", "mean gap em", "widest em", "over 0.10 em", "孤字")
    rules = sorted({found.rule for proof in proofs.values() for found in proof.violations} - _PAGE_RULES)
    counted = [(rule, *(_counted(proof, rule) for proof in proofs.values())) for rule in rules]
    tables = (table(head, even), table(("rule: faults, costs", *proofs), counted))
    return "\n\n".join((*tables, _of_many(*made_up_paragraphs())))


def _of_many(many: Proof, characters: int) -> str:
    """What was counted in the made-up paragraphs, and every fault in K, U, P and J1."""
    broken = [found for found in many.faults if found.rule.startswith(_HOUSEHOLD)]
    weights = Counter(
        f"{found.rule} {found.weight}" for found in many.violations if found.rule not in _PAGE_RULES
    )
    lines = f"{many.looked['J1']:,} lines to fill"
    rows = [
        f"{MANY} made-up paragraphs, 12–40 em, {characters:,} characters, {lines}:",
        f"{len(broken)} faults in K, U, P and J1; {len(many.escapes)} escapes (K10)",
        ", ".join(f"{rule} {count}" for rule, count in sorted(weights.items())),
    ]
    return "\n".join((*rows, *(f"{found.rule} {found.text} {found.measured}" for found in broken[:20])))


_PAGE_RULES: Final = frozenset({"G2", "G5", "G7", "G8"})
"""Paragraphs are set apart here so that none is taken for two: there is no page to judge."""


def _even_row(name: str, even: Evenness) -> tuple[str, ...]:
    return (
        name,
        f"{len(even.gaps):,}",
        f"{even.mean:.4f}",
        f"{even.most:.3f}",
        f"{even.over():.2%}",
        f"{even.lone} of {even.paragraphs}",
    )


def _counted(proof: Proof, rule: str) -> str:
    faults = sum(found.rule == rule for found in proof.faults)
    costs = sum(found.rule == rule for found in proof.costs)
    return f"{faults}, {costs}"


if __name__ == "__main__":
    print(report())
