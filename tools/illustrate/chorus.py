"""The line of dancers behind the leading one in 《河湟》, in the round."""

import numpy as np

from tools.illustrate.dancers import CORPS, CORPS_SILK
from tools.illustrate.facets import Mesh, ball, joined, placed, turned
from tools.illustrate.facets import sheet as cloth
from tools.illustrate.figures import Clothes, Gesture, person
from tools.illustrate.silk import ribbon, skirt


def corps() -> list[Mesh]:
    """The line of dancers behind: the same gesture passing from one to the next like a wave."""
    line = []
    for number, x in enumerate((-4.55, -3.62, -2.68, -1.72, 2.05, 3.0, 3.95, 4.9)):
        wave = float(np.sin(number * 1.15 + 0.2))
        left, right = (-0.40, 1.72 + 0.20 * wave, 0.12), (0.56, 1.34 - 0.22 * wave, -0.12)
        gesture = Gesture(
            pelvis=(-0.04, 0.88, 0.0),
            neck=(0.06 + 0.09 * wave, 1.34, 0.0),
            head=(0.10 + 0.14 * wave, 1.47, 0.0),
            hands=(left, right),
            feet=((-0.13, 0.09, 0.06), (0.10, 0.09, -0.06)),
            toes=((-0.33, 0.03, 0.06), (-0.08, 0.03, -0.06)),
            side=(-0.5, 0.0, 0.86),
            elbows=((-0.4, -0.5, 0.2), (0.1, -0.8, -0.2)),
            knees=((-1, 0.2, 0), (-0.6, 0.3, 0)),
            slim=0.90,
        )
        body = person(
            gesture, Clothes(skin=CORPS, trunk=CORPS, sleeve=CORPS, legs=CORPS, shoes=CORPS, hair=CORPS)
        )
        gown = skirt(
            np.array([-0.02, 1.01, 0.0]),
            np.array([0.05 - 0.06 * wave, 0.06, 0.0]),
            CORPS,
            girth=0.094,
            sweep=(0.44, 0.36),
            seed=number,
            trail=np.array([0.18, 0.0, 0.0]),
        )
        bun = ball((0.18 + 0.14 * wave, 1.53, 0.0), (0.055, 0.052, 0.05), CORPS)
        line.append(
            placed(
                joined([gown, body, bun, *_corps_silk(left, right, number)]),
                turned(),
                (x, 0.0, 8.5 + 0.5 * wave),
            )
        )
    return line


def _corps_silk(
    left: tuple[float, float, float], right: tuple[float, float, float], number: int
) -> list[Mesh]:
    (lx, ly, lz), (rx, ry, rz) = left, right
    high = [
        (lx + 0.02, ly - 0.04, lz),
        (lx - 0.12, ly + 0.13, lz),
        (lx - 0.28, ly - 0.06, lz),
        (lx - 0.26, ly - 0.5, lz),
        (lx - 0.38, ly - 1.0, lz),
        (lx - 0.34, ly - 1.3, lz),
    ]
    low = [
        (rx - 0.03, ry, rz),
        (rx + 0.13, ry + 0.12, rz),
        (rx + 0.30, ry - 0.10, rz),
        (rx + 0.28, ry - 0.5, rz),
        (rx + 0.46, ry - 0.9, rz),
        (rx + 0.60, ry - 1.1, rz),
    ]
    return [
        cloth(
            ribbon(
                knots,
                [0.025, 0.09, 0.14, 0.17, 0.17, 0.03],
                twist=(0.4, 0.8),
                folds=1.8,
                seed=number * 2 + k,
                length=90,
                across=14,
            ),
            CORPS_SILK,
        )
        for k, knots in enumerate((high, low))
    ]
