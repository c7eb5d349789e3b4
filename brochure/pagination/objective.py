"""What a way of paging costs, by name: the only place where pages are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from brochure.diagnostics import Words
from brochure.layout.model import Weights


class Cost(NamedTuple):
    """One thing a page or a part pays for.

    How much of it, at what price each; *measure* is in lines, pages or pieces.
    """

    name: str
    measure: float
    price: float

    @property
    def amount(self) -> float:
        """What is paid."""
        return self.measure * self.price


COSTS: Final[Mapping[str, Words]] = {
    "preference": Words("a sequence the designer likes less", "设计者较少选用的序列"),
    "page": Words("a page", "一页"),
    "wrong-side": Words("a master on the wrong side of the spread", "主页放错了左右页"),
    "vacant-frame": Words("a frame without content", "空着的图文框"),
    "same-opening": Words("the sequence of the part before", "与前一部分相同的序列"),
    "unplaced": Words("a block without a place", "无处可放的块"),
    "white-foot": Words("lines of white at the foot of a column", "栏底空出的行"),
    "uneven-columns": Words("lines by which columns differ", "各栏相差的行"),
    "short-page": Words("a last page that is nearly empty", "末页几乎空白"),
    "far-picture": Words("pages between a picture and its text", "图与文相隔的页"),
    "looseness": Words("lines a paragraph gives or takes", "段落收放的行"),
}


def total(costs: Iterable[Cost]) -> float:
    """The sum paid."""
    return sum(cost.amount for cost in costs)


def price(name: str, weights: Weights) -> float:
    """What one unit of the cost called *name* is worth in a layout's *weights*."""
    value: float = getattr(weights, name.replace("-", "_"))
    return value
