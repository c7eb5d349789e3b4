"""What grows beside the road of the race: poplars, grass with flowers in it, the dark verge at the viewer's
feet.
"""

import numpy as np
import skia

from tools.illustrate.facets import through
from tools.illustrate.growth import outline, tuft
from tools.illustrate.palette import (
    APRICOT,
    LILAC,
    LILAC_MILK,
    LILAC_PALE,
    MEADOW,
    MEADOW_PALE,
    PINE,
    PINE_DEEP,
    PINE_NIGHT,
    PINE_SOFT,
    SAFFRON_PALE,
    SKY_MILK,
    SKY_PALE,
    SNOW,
    Colour,
    mix,
)
from tools.illustrate.sheet import Sheet, ink
from tools.illustrate.valley import HALF_ROAD, RIVER, VIEW, road_line


def page_place(x: float, z: float, rise: float = 0.0) -> tuple[float, float, float]:
    """Where a spot on the ground stands on the page (x, y) and the pixels a metre takes there."""
    at, _ = VIEW.project(np.array([[x, rise, z]]))
    return float(at[0, 0]), float(at[0, 1]), VIEW.focal / z


def lay_poplars(sheet: Sheet) -> None:
    """Poplars along the far bank and across the valley, paler with distance."""
    rng = np.random.default_rng(77)
    river = through(RIVER, 2000)
    stand = [
        (float(np.interp(z, river[:, 1], river[:, 0])) - 11 - rng.uniform(0, 3), float(z))
        for z in np.arange(96, 340, 9.0)
    ]
    stand += [(27 + 0.05 * z + rng.uniform(-2, 2), float(z)) for z in np.arange(92, 300, 8.0)]
    stand += [(-48 + rng.uniform(-30, 90), float(rng.uniform(330, 560))) for _ in range(70)]
    with sheet.brush() as canvas:
        for x, z in sorted(stand, key=lambda place: -place[1]):
            left, foot, metre = page_place(x, z)
            haze = float(np.clip((z - 60) / 520, 0, 0.72))
            tall = rng.uniform(8.5, 13.5) * metre
            if -200 < left < 2800:
                canvas.drawPath(_lying_shade(left, foot, tall), ink(mix(PINE_DEEP, SKY_PALE, haze), 0.55))
                draw_poplar(
                    canvas,
                    (left, foot),
                    tall,
                    rng,
                    (mix(PINE_DEEP, SKY_PALE, haze), mix(MEADOW, mix(SKY_MILK, APRICOT, 0.3), haze)),
                )


def draw_poplar(
    canvas: skia.Canvas,
    foot: tuple[float, float],
    tall: float,
    rng: np.random.Generator,
    tints: tuple[Colour, Colour],
) -> None:
    """A poplar as a flame of upward licks: a dark body, then leaf by leaf from the shaded right to the lit
    left.
    """
    x, y = foot
    dark, lit = tints

    def half(share: float) -> float:
        return float(tall * 0.115 * np.sin(np.pi * (0.06 + 0.90 * share) ** 0.85) ** 0.8)

    shares = np.linspace(0.02, 1, 26)
    left = [(x - half(s) * rng.uniform(0.55, 0.95), y - tall * (0.10 + 0.90 * s)) for s in shares]
    right = [(x + half(s) * rng.uniform(0.55, 0.95), y - tall * (0.10 + 0.90 * s)) for s in shares]
    canvas.drawLine(x, y, x, y - tall * 0.3, ink(dark, stroke=max(tall * 0.018, 1)))
    canvas.drawPath(outline([*left, *right[::-1]]), ink(mix(dark, lit, 0.10)))
    tones = [ink(mix(dark, lit, share)) for share in (0.0, 0.22, 0.45, 0.68, 0.92)]
    licks = rng.uniform(-1, 1, (int(60 + min(tall, 620) * 0.9), 3))
    for off, up, jitter in licks[np.argsort(-licks[:, 0])]:
        share = (up + 1) / 2
        px, py = x + off * half(share), y - tall * (0.08 + 0.90 * share)
        long, wide = tall * (0.030 + 0.012 * jitter), tall * 0.0085
        tone = tones[int(np.clip((0.5 - 0.55 * off + 0.30 * jitter) * 5, 0, 4))]
        lean = off * long * 0.28
        canvas.drawPath(
            outline(
                [
                    (px - wide, py),
                    (px - wide * 0.8 + lean * 0.5, py - long * 0.6),
                    (px + lean, py - long),
                    (px + wide + lean * 0.4, py - long * 0.5),
                    (px + wide * 0.6, py),
                ]
            ),
            tone,
        )


def _lying_shade(x: float, y: float, tall: float) -> skia.Path:
    """A tree's shadow, drawn out to the right along the ground."""
    long, flat = tall * 1.5, tall * 0.035
    return outline(
        (
            (x, y - flat * 0.3),
            (x + long * 0.5, y - flat * 1.7),
            (x + long, y - flat * 1.6),
            (x + long * 0.5, y - flat * 0.2),
            (x, y + flat * 0.4),
        )
    )


def lay_meadow(sheet: Sheet) -> None:
    """Grass along the inside of the bend and flowers in it."""
    rng = np.random.default_rng(13)
    line, along = road_line()
    with sheet.brush() as canvas:
        spots = []
        for _ in range(2600):
            metres, away = rng.uniform(3, 60), HALF_ROAD + 0.5 + rng.exponential(2.2)
            at = np.array([np.interp(metres, along, line[:, k]) for k in (0, 1)])
            way = np.array([np.interp(metres + 0.5, along, line[:, k]) for k in (0, 1)]) - at
            way = way / np.linalg.norm(way)
            x, z = (at - away * np.array([way[1], -way[0]])).tolist()
            spots.append((x, z))
        river = through(RIVER, 2000)
        dry = [(x, z) for x, z in spots if abs(x - float(np.interp(z, river[:, 1], river[:, 0]))) > 6.5]
        for x, z in sorted(dry, key=lambda spot: -spot[1]):
            _draw_tussock(canvas, x, z, rng)


def _draw_tussock(canvas: skia.Canvas, x: float, z: float, rng: np.random.Generator) -> None:
    left, foot, metre = page_place(x, z) if z > 2 else (-9e3, 0.0, 0.0)
    if not -150 < left < 2750 or foot > 3700:
        return
    haze = float(np.clip((z - 10) / 90, 0, 0.5))
    tones = [mix(tone, SKY_PALE, haze) for tone in (PINE_DEEP, PINE, PINE_SOFT, MEADOW)]
    tuft(canvas, left, foot, rng.uniform(0.10, 0.26) * metre, rng, tones, blades=7, wind=0.35)
    if rng.random() < 0.32:
        colour = (LILAC_PALE, LILAC, SNOW, MEADOW_PALE, SAFFRON_PALE)[int(rng.integers(5))]
        for _ in range(3):
            size = metre * rng.uniform(0.010, 0.022)
            canvas.drawOval(
                skia.Rect.MakeXYWH(
                    left + rng.uniform(-0.12, 0.2) * metre,
                    foot - rng.uniform(0.08, 0.28) * metre,
                    size * 1.5,
                    size,
                ),
                ink(mix(colour, SKY_PALE, haze)),
            )


def lay_verge(sheet: Sheet) -> None:
    """The near verge at the viewer's feet, dark, lower right."""
    rng = np.random.default_rng(31)
    with sheet.brush(soften=3) as canvas:
        for _ in range(300):
            x = rng.uniform(1250, 2750)
            y = 3700 + rng.uniform(-40, 60) - max(x - 1250, 0) * 0.20
            tuft(
                canvas,
                x,
                y,
                rng.uniform(110, 220),
                rng,
                (PINE_NIGHT, PINE_DEEP, PINE, PINE_SOFT),
                blades=9,
                wind=0.3,
            )
            if rng.random() < 0.22:
                colour = (LILAC, LILAC_PALE, LILAC_MILK)[int(rng.integers(3))]
                for _ in range(4):
                    canvas.drawCircle(
                        x + rng.uniform(-40, 90), y - rng.uniform(90, 230), rng.uniform(6, 13), ink(colour)
                    )
