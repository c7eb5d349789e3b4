"""The outline of what is light in a grey picture, between the pixels: traced, then simplified."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from PIL import Image

Place: TypeAlias = tuple[float, float]
Loop: TypeAlias = tuple[Place, ...]
Corner: TypeAlias = tuple[int, int]

# From an inside pixel at (0, 0): the neighbour, and the pixel's side towards it from corner to corner,
# the pixel on the right.
_SIDES = (
    ((0, -1), (0, 0), (1, 0)),
    ((1, 0), (1, 0), (1, 1)),
    ((0, 1), (1, 1), (0, 1)),
    ((-1, 0), (0, 1), (0, 0)),
)


def contours(grey: Image.Image, level: int, speck: float) -> list[Loop]:
    """The closed lines along which *grey* (L) passes *level*, in pixels from its top left corner, the lighter
    side on the right; loops of an area below *speck* are left out.

    Beyond the picture's edge lies darkness, and there the line is the edge. Elsewhere it passes between two
    pixels where the level lies between theirs, so that a smooth edge gives a smooth line.
    """
    sides = _sides(grey, level)
    loops: list[Loop] = []
    while sides:
        start = next(iter(sides))
        loop: list[Place] = []
        here, heading = start, (0, 0)
        while True:
            here, heading, crossing = _next_side(sides, here, heading)
            loop.append(crossing)
            if here == start:
                break
        if abs(_area(loop)) >= speck:
            loops.append(tuple(loop))
    return loops


def _sides(grey: Image.Image, level: int) -> dict[Corner, list[tuple[Corner, Place]]]:
    """Every side of an inside pixel that faces an outside one, by the corner it starts at: its other corner,
    and where the line crosses between the two pixels.
    """
    from PIL import ImageChops, ImageFilter, ImageOps

    width, height = grey.size
    inside = ImageOps.expand(grey.point(lambda value: 255 if value >= level else 0), 1, 0)
    inner = inside.filter(ImageFilter.MinFilter(3))
    edge = ImageChops.subtract(inside, inner).crop((1, 1, width + 1, height + 1)).tobytes()
    levels = grey.tobytes()
    sides: dict[Corner, list[tuple[Corner, Place]]] = {}
    at = edge.find(b"\xff")
    while at >= 0:
        y, x = divmod(at, width)
        own = levels[at]
        for (dx, dy), start, end in _SIDES:
            there = (x + dx, y + dy)
            beyond = not (0 <= there[0] < width and 0 <= there[1] < height)
            other = 0 if beyond else levels[there[1] * width + there[0]]
            if other < level:
                step = 0.5 if beyond else (own - level) / (own - other)
                crossing = (x + 0.5 + dx * step, y + 0.5 + dy * step)
                corner = (x + start[0], y + start[1])
                sides.setdefault(corner, []).append(((x + end[0], y + end[1]), crossing))
        at = edge.find(b"\xff", at + 1)
    return sides


def _next_side(
    sides: dict[Corner, list[tuple[Corner, Place]]], here: Corner, heading: Corner
) -> tuple[Corner, Corner, Place]:
    """The side to go on with, taken out of *sides*: where two pixels touch at a corner alone, to the right,
    around the same pixel.
    """
    choices = sides[here]
    right = (here[0] - heading[1], here[1] + heading[0])
    index = next((number for number, (end, _) in enumerate(choices) if end == right), 0)
    end, crossing = choices.pop(index)
    if not choices:
        del sides[here]
    return end, (end[0] - here[0], end[1] - here[1]), crossing


def _area(loop: list[Place]) -> float:
    """The signed area inside *loop*."""
    following = loop[1:] + loop[:1]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(loop, following, strict=True)) / 2


def simplified(loop: Loop, tolerance: float) -> Loop:
    """*loop* with as few corners as keep it within *tolerance* of itself (Douglas and Peucker)."""
    far = max(range(len(loop)), key=lambda index: _distance(loop[index], loop[0], loop[0]))
    kept = {0, far}
    open_ends = [(0, far), (far, len(loop))]
    whole = (*loop, loop[0])
    while open_ends:
        first, last = open_ends.pop()
        if last - first < 2:
            continue
        index = max(
            range(first + 1, last), key=lambda number: _distance(whole[number], whole[first], whole[last])
        )
        if _distance(whole[index], whole[first], whole[last]) > tolerance:
            kept.add(index)
            open_ends += [(first, index), (index, last)]
    return tuple(loop[index] for index in sorted(kept))


def _distance(place: Place, start: Place, end: Place) -> float:
    """How far *place* lies from the line from *start* to *end*."""
    (x, y), (x0, y0), (x1, y1) = place, start, end
    dx, dy = x1 - x0, y1 - y0
    length = (dx * dx + dy * dy) ** 0.5
    if length == 0:
        return float(((x - x0) ** 2 + (y - y0) ** 2) ** 0.5)
    share = min(1.0, max(0.0, ((x - x0) * dx + (y - y0) * dy) / length**2))
    return float(((x - x0 - share * dx) ** 2 + (y - y0 - share * dy) ** 2) ** 0.5)
