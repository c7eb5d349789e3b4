"""The leading dancer of 《河湟》 in the round, her long sleeves, and the inks all dancers print in."""

import numpy as np

from tools.illustrate.facets import Array, Mesh, ball, joined, limb
from tools.illustrate.figures import Clothes, Gesture, person
from tools.illustrate.palette import (
    HUANGSHUI,
    HUANGSHUI_DEEP,
    HUANGSHUI_PALE,
    LILAC,
    LILAC_DEEP,
    LILAC_MILK,
    LILAC_NIGHT,
    LILAC_PALE,
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    SAFFRON,
    SAFFRON_PALE,
    SKY_MILK,
    SNOW,
    mix,
    tint,
)
from tools.illustrate.silk import ribbon, skirt

_SKIN = [
    (0.0, tint("2a1d3c")),
    (0.36, tint("4d3350")),
    (0.50, tint("8d5e5f")),
    (0.62, tint("c08a72")),
    (0.78, tint("f3cfa8")),
]
_GOWN = [
    (0.0, tint("1c1533")),
    (0.22, tint("2b2149")),
    (0.38, LILAC_NIGHT),
    (0.50, mix(LILAC_NIGHT, LILAC_DEEP, 0.55)),
    (0.61, LILAC_DEEP),
    (0.72, mix(LILAC_DEEP, LILAC, 0.6)),
    (0.83, LILAC_PALE),
    (0.93, LILAC_MILK),
]
_SASH = [(0.0, tint("4a2438")), (0.44, tint("9a5522")), (0.62, SAFFRON), (0.84, SAFFRON_PALE)]
_HAIR = [(0.0, tint("120d20")), (0.72, tint("3a2c52")), (0.92, LILAC_DEEP)]
_WATER = [
    (0.0, PINE_DEEP),
    (0.24, HUANGSHUI_DEEP),
    (0.44, HUANGSHUI),
    (0.60, HUANGSHUI_PALE),
    (0.76, SKY_MILK),
    (0.90, SNOW),
]
_BODICE = [
    (0.0, tint("1c1533")),
    (0.40, LILAC_NIGHT),
    (0.60, LILAC_DEEP),
    (0.76, LILAC),
    (0.87, LILAC_MILK),
    (0.955, SAFFRON_PALE),
]
_CORPS = [(0.0, tint("120f22")), (0.55, tint("231b3c")), (0.74, LILAC_NIGHT), (0.88, LILAC)]
_CORPS_SILK = [
    (0.0, PINE_NIGHT),
    (0.40, mix(PINE_DEEP, LILAC_NIGHT, 0.4)),
    (0.62, mix(HUANGSHUI_DEEP, LILAC_DEEP, 0.4)),
    (0.84, mix(HUANGSHUI, LILAC_PALE, 0.4)),
]
_DEEP_WATER = [
    (0.0, PINE_NIGHT),
    (0.26, PINE_DEEP),
    (0.46, mix(HUANGSHUI_DEEP, PINE, 0.5)),
    (0.64, HUANGSHUI_DEEP),
    (0.80, HUANGSHUI),
    (0.92, HUANGSHUI_PALE),
]
SKIN, GOWN, HAIR, WATER, BODICE, CORPS, CORPS_SILK, DEEP_WATER, SASH = range(9)
INKS = (_SKIN, _GOWN, _HAIR, _WATER, _BODICE, _CORPS, _CORPS_SILK, _DEEP_WATER, _SASH)


def lead_gesture() -> Gesture:
    """High on one foot, the other leg flown back, the trunk arched, one arm thrown up, one drawn back:
    facing the light.
    """
    return Gesture(
        pelvis=(-0.05, 1.07, 0.0),
        neck=(0.06, 1.535, 0.0),
        head=(0.135, 1.655, -0.01),
        hands=((-0.40, 2.01, 0.16), (0.66, 1.70, -0.12)),
        feet=((-0.05, 0.15, 0.04), (0.72, 0.66, -0.06)),
        toes=((-0.12, 0.02, 0.02), (0.95, 0.66, -0.06)),
        side=(-0.50, -0.06, 0.86),
        elbows=((-0.5, -0.5, 0.2), (0.2, -0.8, -0.4)),
        knees=((-1.0, 0.2, -0.4), (0.1, -1.0, 0.0)),
        slim=0.92,
    )


def lead_dancer() -> tuple[Mesh, Mesh]:
    """The leading dancer in her gown, and the sash over it."""
    gesture = lead_gesture()
    body = person(
        gesture, Clothes(skin=SKIN, trunk=BODICE, sleeve=BODICE, legs=GOWN, shoes=BODICE, hair=HAIR)
    )
    gown = skirt(
        np.array([-0.03, 1.20, 0.0]),
        np.array([0.16, 0.44, 0.0]),
        GOWN,
        girth=0.108,
        sweep=(0.40, 0.40),
        pleats=13,
        seed=4,
        trail=np.array([0.80, 0.26, 0.0]),
    )
    bun = ball(np.array(gesture.head) + np.array([0.095, 0.045, 0.0]), (0.062, 0.058, 0.055), HAIR)
    sash = limb(
        [(-0.045, 1.165, 0.0), (-0.035, 1.20, 0.0), (-0.026, 1.232, 0.0)],
        [0.116, 0.126, 0.116],
        SASH,
        flat=0.86,
        count=40,
    )
    return joined([gown, body, bun]), sash


def sleeves() -> tuple[Array, Array, Array]:
    """The long sleeves: one up over the mountains to the left; one round behind and down along the stage;
    and the river they become.
    """
    upper = [
        (-0.36, 1.97, 0.15),
        (-0.52, 2.17, 0.1),
        (-0.88, 2.37, 0.1),
        (-1.30, 2.22, 0.2),
        (-1.66, 1.92, 0.3),
        (-2.02, 1.82, 0.3),
        (-2.38, 1.98, 0.2),
        (-2.74, 2.20, 0.2),
        (-3.2, 2.1, 0.2),
    ]
    lower = [
        (0.50, 1.66, -0.16),
        (0.76, 1.77, -0.14),
        (1.14, 2.08, -0.12),
        (1.56, 2.02, -0.2),
        (1.82, 1.58, -0.3),
        (1.76, 1.02, -0.5),
        (1.40, 0.42, -0.8),
        (0.72, 0.06, -1.2),
        (-0.20, -0.06, -1.5),
        (-1.05, 0.06, -1.7),
        (-1.85, -0.05, -1.9),
        (-2.9, -0.16, -2.1),
    ]
    bank = [
        (3.0, -0.02, -1.0),
        (2.2, 0.04, -1.2),
        (1.5, -0.14, -1.6),
        (0.7, -0.29, -1.9),
        (-0.2, -0.22, -2.1),
        (-1.1, -0.34, -2.2),
        (-2.0, -0.20, -2.2),
        (-3.0, -0.32, -2.2),
    ]
    return (
        ribbon(
            upper,
            [0.05, 0.13, 0.24, 0.32, 0.36, 0.38, 0.34, 0.28, 0.2],
            twist=(0.5, 0.9),
            folds=2.6,
            deep=0.085,
            seed=3,
            length=320,
        ),
        ribbon(
            lower,
            [0.05, 0.13, 0.26, 0.34, 0.38, 0.42, 0.46, 0.46, 0.46, 0.44, 0.42, 0.4],
            twist=(0.5, 0.2),
            folds=3.2,
            deep=0.085,
            seed=8,
            length=460,
            across=64,
        ),
        ribbon(
            bank,
            [0.12, 0.30, 0.36, 0.30, 0.40, 0.28, 0.36, 0.3],
            twist=(0.2, -0.3),
            folds=3.4,
            deep=0.085,
            seed=15,
            length=380,
            across=56,
        ),
    )
