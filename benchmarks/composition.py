"""How fast paragraphs are set: one process, total fit, 20-em measure, body text of the Xining brochure in the
shipped Song, from characters to placed glyphs.

As the command line runs it, without the search for dead objects. The best of several runs counts, in seconds
of the processor, so that other work on the machine disturbs little.
"""

import gc
import time
from collections.abc import Callable
from typing import Final

from benchmarks.bench_folder import ROOT, table
from brochure.composition import compose_paragraph, compose_paragraph_variants
from brochure.content import load_brochure
from brochure.content.model import BodyText, Inline
from brochure.fonts import FontLibrary
from brochure.layout.styles import ParagraphStyle, TextStyle
from brochure.shipped import shelf

LENGTHS: Final = (200, 1_000, 10_000, 100_000)
LEAST: Final = 100_000  # characters set for each figure, so that short paragraphs are measured as well
BEST_OF: Final = 3
SIZE: Final = 10.0
MEASURE: Final = 20 * SIZE
BODY: Final = ParagraphStyle(text=TextStyle(family="song", weight=400, size=SIZE), leading=18.0, indent=2)


def body_text() -> str:
    """The running text of the brochure, one paragraph after the other."""
    sections = load_brochure(ROOT / "content" / "xining.yaml").sections
    paragraphs = [block for section in sections for block in section.blocks if isinstance(block, BodyText)]
    return "".join(inline.text for block in paragraphs for inline in (*block.lead, *block.text))


def seconds(work: Callable[[], object], times: int) -> float:
    """The processor's seconds for one of *times* runs of *work*, the best of several such rounds."""
    rounds = list[float]()
    for _ in range(BEST_OF):
        start = time.process_time()
        for _ in range(times):
            work()
        rounds.append(time.process_time() - start)
    return min(rounds) / times


def report() -> str:
    """Characters and paragraphs a second by length of the paragraph; what the variants for the page cost."""
    faces = FontLibrary.read(shelf("fonts"))
    copy = body_text()
    collected = gc.isenabled()
    gc.disable()
    try:
        rows = [_row(copy, length, faces) for length in LENGTHS]
        ordinary = (Inline(text=(copy * 2)[: LENGTHS[0]]),)
        variants = seconds(lambda: compose_paragraph_variants(ordinary, BODY, MEASURE, faces), 200)
    finally:
        if collected:
            gc.enable()
    head = ("characters in the paragraph", "characters a second", "µs a character", "paragraphs a second")
    return (
        f"{table(head, rows)}\n\nA paragraph of {LENGTHS[0]} characters in n − 1, n and n + 1 lines: "
        f"{variants * 1e3:.1f} ms."
    )


def _row(copy: str, length: int, faces: FontLibrary) -> tuple[str, ...]:
    text = (Inline(text=(copy * (length // len(copy) + 1))[:length]),)
    compose_paragraph(text, BODY, MEASURE, faces)  # warm: faces opened, answers of the break table remembered
    took = seconds(lambda: compose_paragraph(text, BODY, MEASURE, faces), max(1, LEAST // length))
    return (f"{length:,}", f"{length / took:,.0f}", f"{took / length * 1e6:.2f}", f"{1 / took:,.1f}")
