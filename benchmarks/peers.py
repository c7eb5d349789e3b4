"""Our brochure and Typst's, same text and pictures, CPU and memory side by side.

The peers' folder (``PEERS``, by default ``../shared/peers`` beside the checkout) brings the content, every
peer's own source and the harness that starts the contestants in turn; the seed text is ``SEED``, by default
``../seed/xining.txt`` beside that folder. What is made here is kept in ``.bench/peers``: photographs, fonts
(about two minutes of CPU, once), the peers' Python environment, and the content with our own YAML beside it.

Cold is a process that finds no cache, warm one with its picture cache filled; between lies the picture work.
"""

import json
import os
import shlex
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.bench_folder import BENCH, ROOT, Lacking, files_of, run, table
from benchmarks.peer_content import write_ours

WORK: Final = BENCH / "peers"
PHOTOGRAPHS: Final = ("picosdeeuropa", "Bridge", "seeding", "Dragonfly", "sunset", "Kleiber")
RUNS: Final = os.environ.get("RUNS", "7")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """The medians of one contestant: CPU and wall seconds, peak memory in MB, bytes written.

    *ratio* is the median of the CPU ratios to Typst in runs taken in turn: a busy machine weighs on both.
    """

    name: str
    cpu: float
    ratio: float
    wall: float
    rss: float
    size: int


def peers_folder() -> tuple[Path, Path]:
    """The peers' folder and the seed text."""
    peers = Path(os.environ.get("PEERS", ROOT.parent / "shared" / "peers")).resolve()
    seed = Path(os.environ.get("SEED", peers.parent / "seed" / "xining.txt")).resolve()
    for needed in (peers / "bench.py", peers / "gen.py", seed):
        if not needed.is_file():
            raise Lacking(f"set PEERS to the peers' folder and SEED to the seed text: no {needed.name}")
    return peers, seed


def peers_python() -> Path:
    """The Python of the peers' own environment, made on first use."""
    python = WORK / "venv" / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", WORK / "venv")
        pins = ROOT / "benchmarks" / "peers.txt"
        run(python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "-r", pins)
    return python


def prepare(peers: Path, seed: Path, python: Path, scale: int = 1) -> Path:
    """The peers' content folder at *scale*, with photographs and fonts, made on first use."""
    photos, fonts, content = WORK / "photos", WORK / "fonts", WORK / f"c{scale}"
    if not (photos / "p6.jpg").exists():
        shelf = [*files_of("lomiri-wallpapers-16.04", ".jpg"), *files_of("lomiri-wallpapers-20.04", ".jpg")]
        chosen = [next(file for file in shelf if file.name.startswith(name)) for name in PHOTOGRAPHS]
        run(python, peers / "gen.py", "photos", "--out", photos, *chosen)
    if not list((WORK / "fonts-ttf").glob("NotoSans*.ttf")):
        collections = files_of("fonts-noto-cjk", ".ttc")
        serif = next(file for file in collections if file.name == "NotoSerifCJK-Regular.ttc")
        sans = next(file for file in collections if file.name == "NotoSansCJK-Bold.ttc")
        print("preparing the peers' fonts (about two minutes, once) …", file=sys.stderr, flush=True)
        run(python, peers / "gen.py", "fonts", "--serif", serif, "--sans", sans, "--out", fonts)
    made = ("--photos", photos, "--fonts", fonts, "--out", content)
    run(python, peers / "gen.py", "content", "--seed", seed, "--scale", str(scale), *made)
    return content


def race(peers: Path, python: Path, content: Path, ours: dict[str, str]) -> list[Contestant]:
    """The contestants' medians, run in turn by the peers' harness; *ours* maps names to command templates."""
    raw, kept = WORK / "runs.json", WORK / "pdf"
    kept.mkdir(parents=True, exist_ok=True)
    added = [word for name, command in ours.items() for word in ("--add", f"{name}={command}")]
    bench = (sys.executable, peers / "bench.py", "build", "--content", content, "--runs", RUNS)
    options = (
        "--ref",
        "typst",
        "--py",
        python,
        "--json",
        raw,
        "--keep",
        kept,
        *added,
        "typst",
        "typst-best",
        *ours,
    )
    subprocess.run([str(word) for word in (*bench, *options)], cwd=ROOT, check=True, stdout=sys.stderr)
    runs: dict[str, list[dict[str, Any]]] = json.loads(raw.read_text(encoding="utf-8"))["runs"]
    return [_medians(name, rows, runs["typst"]) for name, rows in runs.items() if rows]


def _medians(name: str, rows: list[dict[str, Any]], typst: list[dict[str, Any]]) -> Contestant:
    cpu, wall, rss = (statistics.median(row[key] for row in rows) for key in ("cpu", "wall", "rss"))
    ratio = statistics.median(row["cpu"] / other["cpu"] for row, other in zip(rows, typst, strict=False))
    return Contestant(name=name, cpu=cpu, ratio=ratio, wall=wall, rss=rss, size=rows[-1]["bytes"])


def our_commands(content: Path) -> dict[str, str]:
    """How our program is started cold and warm on the peers' content, turned into our YAML."""
    source = write_ours(content)
    program, yaml = (shlex.quote(str(path)) for path in (Path(sys.executable).with_name("brochure"), source))
    cache = shlex.quote(str(WORK / "cache"))
    build = f"env BROCHURE_CACHE={cache} {program} build {yaml} -q -o {{out}}"
    return {"ours-cold": f"rm -rf {cache} && {build}", "ours-warm": build}


def report(results: list[Contestant]) -> str:
    """The figures as a table and the sentences that the project is judged by."""
    by_name = {result.name: result for result in results}
    typst = by_name["typst"]
    rows = [
        (r.name, f"{r.cpu:.3f}", f"{r.ratio:.2f}", f"{r.wall:.3f}", f"{r.rss:.0f}", f"{r.size:,}")
        for r in sorted(results, key=lambda r: r.cpu)
    ]
    lines = [table(("contestant", "CPU s", "CPU / Typst", "wall s", "peak RSS MB", "bytes"), rows)]
    cold, warm = by_name.get("ours-cold"), by_name.get("ours-warm")
    if cold and warm:
        pictures = (cold.cpu - warm.cpu) / cold.cpu
        lines.append(f"picture work: {pictures:.0%} of a cold build ({cold.cpu - warm.cpu:.2f} s CPU)")
        lines.append(f"warm: CPU {warm.ratio:.2f} of Typst's, peak RSS {warm.rss / typst.rss:.2f}")
        lines.append(f"cold: CPU {cold.ratio:.2f} of Typst's, peak RSS {cold.rss / typst.rss:.2f}")
    return "\n".join(lines)


def main() -> str:
    """Prepare, race, report."""
    peers, seed = peers_folder()
    python = peers_python()
    content = prepare(peers, seed, python)
    return report(race(peers, python, content, our_commands(content)))
