"""The Xining brochure and its handouts, printed for the benchmarks as a user prints them."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.bench_folder import BENCH, ROOT, run
from brochure.content import Brochure, Edition, Whole, handouts, load_brochure, select

CONTENT: Final = ROOT / "content" / "xining.yaml"
OUT: Final = BENCH / "xining"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """An edition's content and its PDF."""

    content: Brochure
    pdf: Path


def print_sample() -> tuple[Proof, ...]:
    """The whole brochure and every handout, through the command line."""
    program = Path(sys.executable).with_name("brochure")
    brochure = load_brochure(CONTENT)
    whole = OUT / "whole.pdf"
    run(program, "build", CONTENT, "-q", "-o", whole)
    folder = OUT / "handouts"
    run(program, "handouts", "--file", CONTENT, "-q", "-o", folder)
    pdfs = sorted(folder.rglob("*.pdf"))
    editions: tuple[Edition, ...] = handouts(brochure)
    proofs = [
        Proof(content=select(brochure, edition), pdf=pdf) for edition, pdf in zip(editions, pdfs, strict=True)
    ]
    return (Proof(content=select(brochure, Whole()), pdf=whole), *proofs)
