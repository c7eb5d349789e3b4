"""Render the pictures: ``python -m tools.illustrate [NAME …] [--scale 0.25] [--proof FOLDER]``."""

import argparse
import importlib
import pkgutil
import time
from pathlib import Path

import tools.illustrate as room

PICTURES = Path(__file__).parents[2] / "images" / "xining"


def picture_names() -> tuple[str, ...]:
    """Every module of this room that has a ``draw(scale) -> Sheet`` and says so with ``PICTURE = True``."""
    here = Path(__file__).parent
    modules = (found.name for found in pkgutil.iter_modules(room.__path__))
    return tuple(
        sorted(name for name in modules if "\nPICTURE = True\n" in (here / f"{name}.py").read_text())
    )


def main() -> None:
    """Draw what is asked for (all by default); proofs are PNGs in a folder of their own."""
    parser = argparse.ArgumentParser(prog="python -m tools.illustrate", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(picture_names())}")
    parser.add_argument("--scale", type=float, default=1.0, help="size of a proof against the final picture")
    parser.add_argument("--proof", type=Path, help="write PNG proofs into this folder instead")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in picture_names()]
    if unknown:
        parser.error(f"no picture named {', '.join(unknown)}; there are {', '.join(picture_names())}")
    for name in asked.names or picture_names():
        began = time.process_time()
        sheet = importlib.import_module(f"tools.illustrate.{name}").draw(asked.scale)
        path = asked.proof / f"{name}.png" if asked.proof else PICTURES / f"{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        size = sheet.save(path)
        spent = time.process_time() - began
        print(f"{path.name}: {sheet.columns} × {sheet.rows}, {size / 1e6:.2f} MB, {spent:.1f} s CPU")


if __name__ == "__main__":
    main()
