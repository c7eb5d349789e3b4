"""People in the round: a body built on its joints, for dancers and for workers seen from afar. Metres, y up;
a height of about 1.7.
"""

from dataclasses import dataclass, replace

import numpy as np

from tools.illustrate.facets import Array, Mesh, ball, joined, limb, sheet, unit

THIGH, SHANK, UPPER_ARM, FOREARM = 0.44, 0.43, 0.295, 0.255


@dataclass(frozen=True, slots=True, kw_only=True)
class Clothes:
    """Ink rows: skin, what the trunk wears, sleeves, legs, shoes and hair (or cap)."""

    skin: int = 0
    trunk: int = 1
    sleeve: int = 1
    legs: int = 2
    shoes: int = 3
    hair: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """Where the body is: pelvis, base of the neck, head; hands, feet and toes in pairs.

    *side* runs along the shoulders to the first of each pair; the body faces *side* × up.
    *elbows* and *knees* are the ways the joints bend.
    """

    pelvis: tuple[float, float, float]
    neck: tuple[float, float, float]
    head: tuple[float, float, float]
    hands: tuple[tuple[float, float, float], tuple[float, float, float]]
    feet: tuple[tuple[float, float, float], tuple[float, float, float]]
    toes: tuple[tuple[float, float, float], tuple[float, float, float]]
    side: tuple[float, float, float] = (0.0, 0.0, 1.0)
    elbows: tuple[tuple[float, float, float], tuple[float, float, float]] = (
        (-0.3, -0.6, 0.4),
        (-0.3, -0.6, -0.4),
    )
    knees: tuple[tuple[float, float, float], tuple[float, float, float]] = ((1.0, 0.2, 0.0), (1.0, 0.2, 0.0))
    slim: float = 1.0


def knee_of(hip: Array, ankle: Array, upper: float, lower: float, bend: Array) -> Array:
    """The middle joint of a two-bone limb, bent towards *bend*."""
    reach = ankle - hip
    length = min(float(np.linalg.norm(reach)), (upper + lower) * 0.999)
    along = unit(reach)
    share = (upper**2 - lower**2 + length**2) / (2 * length)
    rise = np.sqrt(max(upper**2 - share**2, 0.0))
    return np.asarray(hip + along * share + unit(bend - along * float(bend @ along)) * rise)


def person(gesture: Gesture, wear: Clothes) -> Mesh:
    """The whole body in its clothes."""
    return joined(
        [
            *_trunk(gesture, wear),
            *_head(gesture, wear),
            *_arm(gesture, 0, wear),
            *_arm(gesture, 1, wear),
            *_leg(gesture, 0, wear),
            *_leg(gesture, 1, wear),
        ]
    )


def _axes(gesture: Gesture) -> tuple[Array, Array, Array, Array]:
    pelvis, neck = np.array(gesture.pelvis), np.array(gesture.neck)
    side = unit(np.array(gesture.side))
    return pelvis, neck, side, unit(np.cross(side, neck - pelvis))


def _trunk(gesture: Gesture, wear: Clothes) -> list[Mesh]:
    pelvis, neck, side, front = _axes(gesture)
    up = neck - pelvis
    slim = gesture.slim
    spine = [
        pelvis - up * 0.20,
        pelvis - up * 0.02,
        pelvis + up * 0.28 + front * 0.014,
        pelvis + up * 0.60 + front * 0.026,
        pelvis + up * 0.82 + front * 0.006,
        pelvis + up * 0.94,
        neck + up * 0.05,
    ]
    widths = [0.10, 0.165 * slim, 0.116 * slim, 0.150 * slim, 0.166 * slim, 0.120, 0.050]
    return [limb(spine, widths, wear.trunk, side=side, flat=0.66, count=34)]


def _head(gesture: Gesture, wear: Clothes) -> list[Mesh]:
    _, neck, side, _ = _axes(gesture)
    head = np.array(gesture.head)
    up = unit(head - neck)
    front = unit(np.cross(side, up))
    turn = np.stack([front, up, side], axis=1)
    return [
        limb(
            [neck - up * 0.06, neck + up * 0.03, head - up * 0.02],
            [0.062, 0.050, 0.046],
            wear.skin,
            side=side,
            count=12,
        ),
        _face(head + up * 0.02, turn, wear.skin),
        ball(
            head + up * 0.042 - front * 0.018, (0.096, 0.112, 0.087), wear.hair, turn=turn, rows=30, ring=40
        ),
    ]


def _face(centre: Array, turn: Array, ink: int) -> Mesh:
    """A head with brow, nose, lips and chin; *turn* holds its front, up and side as columns."""
    lat, lon = np.meshgrid(
        np.linspace(-np.pi / 2, np.pi / 2, 60), np.linspace(0, 2 * np.pi, 48), indexing="ij"
    )
    profile = np.interp(
        np.degrees(lat),
        [-90, -66, -56, -47, -40, -35, -30, -26, -20, -9, -4, 4, 14, 24, 50, 90],
        [0.0, 0.0, 0.13, 0.10, 0.055, 0.085, 0.06, 0.09, 0.065, 0.185, 0.15, 0.05, 0.035, 0.05, 0.02, 0.0],
    )
    narrow = np.interp(np.degrees(lat), [-90, -60, -40, -20, 0, 90], [0.6, 0.55, 0.42, 0.30, 0.28, 0.6])
    away = np.minimum(lon, 2 * np.pi - lon)
    swell = 1 + profile * np.exp(-((away / narrow) ** 2))
    jaw = 1 - 0.16 * np.clip(-np.sin(lat), 0, 1) * np.abs(np.sin(lon))
    sphere = np.stack(
        [np.cos(lat) * np.cos(lon) * swell, np.sin(lat), np.cos(lat) * np.sin(lon) * jaw], axis=-1
    )
    skin = sheet((sphere * np.array([0.089, 0.118, 0.079])) @ turn.T + centre, ink)
    inwards = ((skin.points - centre) * skin.normals).sum() < 0
    return replace(skin, normals=-skin.normals) if inwards else skin


def _arm(gesture: Gesture, which: int, wear: Clothes) -> list[Mesh]:
    pelvis, neck, side, _ = _axes(gesture)
    sign = 1.0 if which == 0 else -1.0
    shoulder = neck - (neck - pelvis) * 0.10 + side * sign * 0.168 * gesture.slim
    hand = np.array(gesture.hands[which])
    reach = hand - shoulder
    wrist = shoulder + unit(reach) * min(float(np.linalg.norm(reach)), (UPPER_ARM + FOREARM) * 0.995)
    elbow = knee_of(shoulder, wrist, UPPER_ARM, FOREARM, np.array(gesture.elbows[which]))
    upper, fore = elbow - shoulder, wrist - elbow
    out = unit(fore)
    return [
        limb(
            [
                shoulder - upper * 0.12,
                shoulder + upper * 0.10,
                shoulder + upper * 0.55,
                elbow - upper * 0.05,
                elbow + fore * 0.22,
                elbow + fore * 0.65,
                wrist + fore * 0.04,
            ],
            [0.048, 0.056, 0.044, 0.037, 0.040, 0.031, 0.024],
            wear.sleeve,
            count=44,
        ),
        limb(
            [wrist - out * 0.01, wrist + out * 0.06, wrist + out * 0.12, wrist + out * 0.175],
            [0.022, 0.034, 0.030, 0.012],
            wear.skin,
            flat=0.5,
            count=12,
        ),
    ]


def _leg(gesture: Gesture, which: int, wear: Clothes) -> list[Mesh]:
    pelvis, neck, side, _ = _axes(gesture)
    sign = 1.0 if which == 0 else -1.0
    hip = pelvis - unit(neck - pelvis) * 0.05 + side * sign * 0.088
    foot = np.array(gesture.feet[which])
    reach = foot - hip
    ankle = hip + unit(reach) * min(float(np.linalg.norm(reach)), (THIGH + SHANK) * 0.995)
    knee = knee_of(hip, ankle, THIGH, SHANK, np.array(gesture.knees[which]))
    thigh, shank = knee - hip, ankle - knee
    toe = ankle + unit(np.array(gesture.toes[which]) - ankle) * 0.20
    pointed = max(0.0, float(unit(shank) @ unit(toe - ankle)))
    heel = ankle - unit(toe - ankle) * 0.045 * (1 - pointed) - unit(shank) * 0.07 * pointed
    calf = unit(np.cross(np.cross(shank, thigh) + side * 1e-6, shank)) * -0.014
    return [
        limb(
            [
                hip - thigh * 0.08,
                hip + thigh * 0.16,
                hip + thigh * 0.55,
                knee - thigh * 0.04,
                knee + shank * 0.12,
                knee + shank * 0.32 + calf,
                knee + shank * 0.68,
                ankle + shank * 0.01,
            ],
            [0.085, 0.094, 0.075, 0.057, 0.052, 0.057, 0.040, 0.033],
            wear.legs,
            count=56,
        ),
        limb(
            [heel, ankle + (toe - ankle) * 0.25, ankle + (toe - ankle) * 0.65, toe],
            [0.033, 0.039, 0.035, 0.016],
            wear.shoes,
            flat=0.8,
            count=14,
        ),
    ]


def upright(
    *,
    lean: float = 0.0,
    hands: tuple[tuple[float, float, float], tuple[float, float, float]] | None = None,
    stride: float = 0.1,
) -> Gesture:
    """Somebody standing at the origin, facing +x, leaning forward by *lean* metres at the neck, feet
    *stride* apart.
    """
    held = hands or ((0.12, 0.80, -0.22), (0.05, 0.78, 0.22))
    return Gesture(
        pelvis=(0.0, 0.985, 0.0),
        neck=(0.01 + lean, 1.48 - lean * 0.25, 0.0),
        head=(0.05 + lean * 1.3, 1.62 - lean * 0.4, 0.0),
        hands=held,
        feet=((stride, 0.09, -0.10), (-stride, 0.09, 0.10)),
        toes=((stride + 0.2, 0.03, -0.14), (-stride + 0.2, 0.03, 0.14)),
        side=(0.0, 0.0, -1.0),
        elbows=((-0.3, -0.6, -0.4), (-0.3, -0.6, 0.4)),
    )
