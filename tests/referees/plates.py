"""What the printing plates of a file really carry, after overprint and JPEG: Ghostscript's separations,
measured.

``read_plates`` gives the plates of every page; `Plates.total`, `Plates.peak` and `Plates.worst_window`
the ink on paper; ``black_text_disturbs`` proves that black text prints on the black plate alone
(print-production check 22).
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from urllib.parse import unquote

import numpy as np
import pikepdf
from numpy.typing import NDArray
from PIL import Image

from brochure.inspection.content_state import State, changed

Plane: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plates:
    """The plates of one page by ink name (Cyan, Magenta, Yellow, Black, spot inks): shares of 0 to 1, row
    by row, at *dpi*.
    """

    inks: Mapping[str, Plane]
    dpi: int

    @property
    def total(self) -> Plane:
        """Total ink of every pixel, as a share: 3.0 is 300 %."""
        total: Plane = np.stack(list(self.inks.values())).sum(axis=0, dtype=np.float32)
        return total

    @property
    def peak(self) -> float:
        """The largest total ink of any pixel."""
        return float(self.total.max())

    def worst_window(self, side_mm: float = 15) -> float:
        """The largest mean total ink of any square of *side_mm* (GWG 2022 R0026)."""
        side = max(1, round(side_mm / 25.4 * self.dpi))
        summed = np.pad(self.total.astype(np.float64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        window = summed[side:, side:] - summed[:-side, side:] - summed[side:, :-side] + summed[:-side, :-side]
        return float(window.max() / side / side)


def read_plates(pdf: bytes, dpi: int = 150) -> tuple[Plates, ...]:
    """The plates of every page, overprint honoured. Raises where Ghostscript is missing or complains."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "in.pdf")
        file.write_bytes(pdf)
        options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-dOverprint=/enable")
        target = f"-sOutputFile={folder}/p%04d.tif"
        subprocess.run(("gs", *options, "-sDEVICE=tiffsep", f"-r{dpi}", target, str(file)), check=True)
        found: dict[int, dict[str, Plane]] = {}
        for plate in sorted(Path(folder).glob("p*.tif")):
            named = re.fullmatch(r"p(\d+)\((.+)\)\.tif", plate.name)
            if named:
                with Image.open(plate) as picture:
                    ink = (1 - np.asarray(picture.convert("L")) / 255).astype(np.float32)
                found.setdefault(int(named[1]), {})[unquote(named[2])] = ink
        return tuple(Plates(inks=found[page], dpi=dpi) for page in sorted(found))


def black_text_disturbs(pdf: bytes, dpi: int = 150) -> list[str]:
    """The plates other than black on which taking away all black text changes a pixel, as ``page 2 Cyan:
    31``.

    Empty when black text prints on the black plate alone and lets everything below it stand. A page whose
    black plate does not change either shows no such text at all; a file of such pages only proves
    nothing, and is refused.
    """
    before, after = read_plates(pdf, dpi), read_plates(without_black_text(pdf), dpi)
    found, shown = [], 0
    for page, (whole, bare) in enumerate(zip(before, after, strict=True), 1):
        for ink, plane in whole.inks.items():
            differing = int((plane != bare.inks.get(ink, np.zeros_like(plane))).sum())
            if ink == "Black":
                shown += differing
            elif differing:
                found.append(f"page {page} {ink}: {differing}")
    if not shown:
        raise ValueError("the file shows no black text")
    return found


def without_black_text(pdf: bytes) -> bytes:
    """The file with all text in black alone taken away."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            kept, state = [], State()
            stack: list[State] = []
            for part in pikepdf.parse_content_stream(page):
                operator, operands = str(part.operator), list(part.operands)
                if operator == "q":
                    stack.append(state)
                state = stack.pop() if operator == "Q" else changed(state, operator, operands, page.resources)
                black = (
                    state.fill.space == "/DeviceCMYK"
                    and not any(state.fill.tints[:3])
                    and state.fill.tints[3]
                )
                if not (black and operator in ("Tj", "TJ")):
                    kept.append(part)
            page.Contents = opened.make_stream(pikepdf.unparse_content_stream(kept))
        out = BytesIO()
        opened.save(out)
        return out.getvalue()
