"""Rules for what is painted: overprint, rich black, registration colour, sizes (checks 23 to 27, 33, 34)."""

from collections.abc import Iterator

from brochure.diagnostics import Words
from brochure.inspection.content_walk import Painted
from brochure.inspection.evidence import Evidence, Fault, press_rule

_SLACK = 0.005


def _black_only(painted: Painted) -> bool:
    tints = painted.cmyk
    return bool(tints) and tints[3] > 0 and not any(tints[:3])


def _white(painted: Painted) -> bool:
    return bool(painted.cmyk) and not any(painted.cmyk)


def _small(painted: Painted) -> bool:
    """Text under 12 pt and lines under 2 pt: where a black that knocks out shows a pale rim."""
    limit = {"text": 12.0, "stroke": 2.0}.get(painted.kind, 0.0)
    return painted.size < limit - _SLACK


@press_rule(
    23,
    "black-knocks-out",
    "GWG 2022 R0009-R0012",
    Words("fine black overprints", "细小的单黑应叠印（OPM 1）"),
)
def black_knocks_out(evidence: Evidence) -> Iterator[Fault]:
    """Solid black text under 12 pt and black lines under 2 pt overprint, with OPM 1."""
    for page, painted in evidence.painted:
        solid = _black_only(painted) and painted.cmyk[3] == 1
        if solid and _small(painted) and not (painted.overprint and painted.opm == 1):
            yield Fault(
                f"{painted.kind} {painted.size:.1f} pt, OP {painted.overprint}, OPM {painted.opm}", page
            )


@press_rule(
    24, "white-overprints", "GWG 2022 R0007, R0008", Words("white knocks out", "白色（反白）不得叠印")
)
def white_overprints(evidence: Evidence) -> Iterator[Fault]:
    """White text or white shapes that overprint vanish on press."""
    for page, painted in evidence.painted:
        if _white(painted) and painted.overprint and painted.kind in ("text", "fill", "stroke"):
            yield Fault(painted.kind, page)


@press_rule(25, "rich-black-text", "GWG 2022 R0015", Words("no rich black text", "文字不得用四色黑"))
def rich_black_text(evidence: Evidence) -> Iterator[Fault]:
    """Text not in K of 85 % and more together with over 280 % in all."""
    for page, painted in evidence.painted:
        tints = painted.cmyk
        if painted.kind == "text" and tints and tints[3] >= 0.85 and sum(tints) > 2.8:
            yield Fault(" ".join(f"{tint:.0%}" for tint in tints), page)


@press_rule(
    26,
    "registration-color",
    "GWG 2022 R0024",
    Words("registration colour in marks alone", "套版色只用于规矩线"),
)
def registration_color(evidence: Evidence) -> Iterator[Fault]:
    """Nothing in registration colour, nor in four solids, touches the bleed box."""
    bleeds = {number: [float(edge) for edge in page.bleedbox] for number, page in evidence.pages}
    for page, painted in evidence.painted:
        every = painted.color.colorant == "All" or (painted.cmyk and min(painted.cmyk) == 1)
        left, foot, right, top = bleeds[page]
        inside = (
            painted.box[0] < right - _SLACK
            and painted.box[2] > left + _SLACK
            and painted.box[1] < top - _SLACK
            and painted.box[3] > foot + _SLACK
        )
        if every and inside:
            yield Fault(f"{painted.kind} {[round(edge, 1) for edge in painted.box]}", page)


@press_rule(27, "empty-page", "GWG 2022 R0005", Words("no page without ink", "不得有空白页"))
def empty_page(evidence: Evidence) -> Iterator[Fault]:
    """Every page paints something that is not white."""
    inked = {page for page, painted in evidence.painted if not _white(painted)}
    for number, _ in evidence.pages:
        if number not in inked:
            yield Fault("nothing is painted", number)


@press_rule(
    33, "small-text", "GWG 2022 R0016, R0017", Words("text large enough to print", "文字不得小于可印字号")
)
def small_text(evidence: Evidence) -> Iterator[Fault]:
    """Text in one solid ink at least the condition's smallest size, reversed or multi-ink text at least
    its larger one.
    """
    condition = evidence.order.condition
    for page, painted in evidence.painted:
        if painted.kind == "text":
            inks = sum(1 for tint in painted.color.tints if tint)
            least = condition.min_text if inks == 1 else condition.min_reversed_text
            if painted.size < least - _SLACK:
                yield Fault(f"{painted.size:.2f} pt < {least:g} pt", page)


@press_rule(34, "thin-line", "GWG 2022 R0018, R0019", Words("lines thick enough to print", "线条不得过细"))
def thin_line(evidence: Evidence) -> Iterator[Fault]:
    """No stroke thinner than the condition's finest line."""
    for page, painted in evidence.painted:
        least = evidence.order.condition.min_rule
        if painted.kind == "stroke" and painted.size < least - _SLACK:
            yield Fault(f"{painted.size:.3f} pt < {least:g} pt", page)


RULES = (
    black_knocks_out,
    white_overprints,
    rich_black_text,
    registration_color,
    empty_page,
    small_text,
    thin_line,
)
