"""How wide the columns of a table are: what their cells want, what they cannot do without, what there is."""

from collections.abc import Sequence
from typing import NamedTuple

from brochure.geometry import Pt


class Want(NamedTuple):
    """The width a column would take if it could, and the *least* it can do with; its *share* beside other
    columns that have one (0: by its content).
    """

    wide: Pt
    least: Pt
    share: float = 0.0


def column_widths(wants: Sequence[Want], room: Pt) -> tuple[Pt, ...]:
    """The widths of all columns, *room* together, unless even the least they can do with is more.

    Room to spare goes to all columns alike; where it is short, each gives up the same share of what it could
    do without. Columns with shares divide among them what the others leave.
    """
    shares = sum(want.share for want in wants)
    if shares:
        taken = sum(want.wide for want in wants if not want.share)
        wants = [_shared(want, want.share / shares * (room - taken)) for want in wants]
    wide, least = sum(want.wide for want in wants), sum(want.least for want in wants)
    if wide <= room:
        spare = 0.0 if shares else (room - wide) / len(wants)
        return tuple(want.wide + spare for want in wants)
    if least >= room:
        return tuple(want.least for want in wants)
    kept = (room - least) / (wide - least)
    return tuple(want.least + (want.wide - want.least) * kept for want in wants)


def _shared(want: Want, width: Pt) -> Want:
    """A column of a width the author chose; it still needs its least."""
    if not want.share:
        return want
    return Want(wide=max(width, want.least), least=want.least)
