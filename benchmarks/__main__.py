"""``make bench``: the figures the project is measured by, or some of them (``make bench ONLY=peers``)."""

import sys
from collections.abc import Callable
from typing import Final

from benchmarks import composition, conformance, evenness, pages, peers, plates, roundtrip, stress
from benchmarks.bench_folder import Lacking
from benchmarks.sample import print_sample


def _roundtrip() -> str:
    return "\n\n".join(roundtrip.report(proof.content, proof.pdf) for proof in print_sample())


def _plates() -> str:
    return "\n\n".join(plates.report(proof.pdf) for proof in print_sample())


FIGURES: Final[dict[str, Callable[[], str]]] = {
    "conformance": conformance.report,
    "composition": composition.report,
    "evenness": evenness.report,
    "pages": pages.report,
    "stress": stress.report,
    "roundtrip": _roundtrip,
    "plates": _plates,
    "peers": peers.main,
}


def main(asked: list[str]) -> int:
    """Print the figures *asked* for, all when none is named; 1 when one could not be taken."""
    unknown = [name for name in asked if name not in FIGURES]
    if unknown:
        print(f"no such figure: {', '.join(unknown)} (known: {', '.join(FIGURES)})", file=sys.stderr)
        return 2
    lacking = False
    for name in asked or FIGURES:
        print(f"\n## {name}\n", flush=True)
        try:
            print(FIGURES[name](), flush=True)
        except Lacking as reason:
            lacking = True
            print(f"not measured: {reason}", flush=True)
    return int(lacking)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
