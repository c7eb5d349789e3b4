"""Six hundred pages: the seed text over and over with pictures drawn by lot, printed and re-read.

The document is the same each time (its lots are seeded). Time and memory are those of whole processes.
"""

import json
import os
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pikepdf

from benchmarks.bench_folder import BENCH, ROOT, table
from brochure.content import BodyText, Lead, MetricBand, Section, load_brochure
from brochure.content.model import plain

SECTIONS: Final = 200
SEED: Final = 20251123
PICTURES: Final = ("cover", "cycling", "dance", "dawn", "greenhouses", "lilac", "wetland", "workshop")
_FOUND: Final = re.compile(r"(\d+) (?:errors?|warnings?)")


class _Run(NamedTuple):
    """A process that has ended: its exit code, seconds, megabytes at its largest, and what it said."""

    code: int
    wall: float
    cpu: float
    peak: float
    said: str


def report() -> str:
    """The table: built cold, built warm, then the finished file judged by press rules and as composition."""
    folder = BENCH / "stress"
    folder.mkdir(parents=True, exist_ok=True)
    content = folder / "stress.yaml"
    content.write_text(json.dumps(document(), ensure_ascii=False, indent=1), encoding="utf-8")
    pdf = folder / "out" / "stress_210x285_press.pdf"
    cache = {"BROCHURE_CACHE": str(folder / "cache")}
    build = ("build", str(content), "-o", str(folder / "out"))
    rows = []
    for name, words in (
        ("build, nothing cached", (*build, "--no-cache")),
        ("build, pictures cached", build),
        ("build again", build),
        ("inspect", ("inspect", str(pdf))),
        ("inspect --composition", ("inspect", "--composition", str(pdf))),
    ):
        done = _run(words, cache)
        rows.append(
            [
                name,
                f"{done.wall:.1f}",
                f"{done.cpu:.1f}",
                f"{done.peak:.0f}",
                str(done.code),
                _verdict(done.said),
            ]
        )
    pages, size = _extent(pdf) if pdf.exists() else (0, 0.0)
    head = ("step", "wall s", "CPU s", "peak MB", "exit", "found")
    return f"{table(head, rows)}\n\n{pages} pages, {size:.1f} MB"


def _extent(pdf: Path) -> tuple[int, float]:
    """Pages and megabytes."""
    with pikepdf.open(pdf) as document:
        return len(document.pages), pdf.stat().st_size / 1e6


def _run(words: tuple[str, ...], extra: dict[str, str]) -> _Run:
    """``brochure`` with *words*, as a process of its own."""
    said = BENCH / "stress" / "said.txt"
    since = time.perf_counter()
    with said.open("wb") as out:
        command = [sys.executable, "-m", "brochure", *words, "--ui-lang", "en"]
        child = os.posix_spawn(
            sys.executable,
            command,
            {**os.environ, **extra, "PYTHONPATH": str(ROOT)},
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)],
        )
        _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - since
    text = said.read_text(encoding="utf-8")
    return _Run(
        os.waitstatus_to_exitcode(status), wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text
    )


def _verdict(said: str) -> str:
    """The line that counts what was found."""
    counted = [line.strip() for line in said.splitlines() if _FOUND.search(line)]
    return counted[-1] if counted else (said.strip().splitlines() or ["nothing"])[-1]


# ---------------------------------------------------------------- the document


def document(count: int = SECTIONS) -> dict[str, Any]:
    """The Xining brochure with *count* sections instead of three."""
    brochure = load_brochure(ROOT / "content" / "xining.yaml", "xining.yaml")
    lots = random.Random(SEED)  # lots for a test document
    sections = [_section(lots, lots.choice(brochure.sections), number) for number in range(count)]
    return {
        "slug": "stress",
        "layout": "civic-16k",
        "title": brochure.title.text,
        "keep": list(brochure.keep),
        "sections": sections,
        "credits": {"source": brochure.credits.source, "note": brochure.credits.note},
    }


def _section(lots: random.Random, like: Section, number: int) -> dict[str, Any]:
    """A section with the title, lead and figures of *like*, and paragraphs and pictures by lot."""
    texts = [block for block in like.blocks if isinstance(block, BodyText)]
    blocks: list[dict[str, Any]] = [
        {"text": {"lead": plain(text.lead), "text": plain(text.text)}}
        for text in (*texts, *lots.choices(texts, k=lots.randint(0, 4)))
    ]
    for _ in range(lots.randint(1, 3)):
        picture = {"file": f"xining/{lots.choice(PICTURES)}.jpg", "caption": "示意图", "kind": "illustration"}
        blocks.insert(lots.randint(0, len(blocks)), {"photo": picture})
    front = list(_front(like))
    return {
        "slug": f"s{number}",
        "title": "|".join(_seamed(like)),
        "theme": like.theme,
        "blocks": [*front, *blocks],
    }


def _seamed(like: Section) -> Iterator[str]:
    start = 0
    for seam in (*like.title.seams, len(like.title.text)):
        yield like.title.text[start:seam]
        start = seam


def _front(like: Section) -> Iterator[dict[str, Any]]:
    """The lead and the figures of a section."""
    for block in like.blocks:
        if isinstance(block, Lead):
            yield {"lead": plain(block.text)}
        elif isinstance(block, MetricBand):
            keys = ("value", "unit", "qualifier", "label", "note")
            yield {
                "metrics": [
                    {key: getattr(metric, key) for key in keys if getattr(metric, key)}
                    for metric in block.metrics
                ]
            }
