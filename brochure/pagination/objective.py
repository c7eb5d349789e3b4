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
    "blank-page": Words("a page passed over to begin on the other side", "为换一侧起排而空过的页"),
    "page-count": Words("pages more or fewer than asked for", "与所要的页数相差的页"),
    "wrong-side": Words("a master on the wrong side of the spread", "主页放错了左右页"),
    "vacant-frame": Words("a frame without content", "空着的图文框"),
    "same-opening": Words("the sequence of the part before", "与前一部分相同的序列"),
    "unplaced": Words("a block without a place", "无处可放的块"),
    "second-style": Words("a style that stands in for the first", "没有用首选的样式"),
    "empty-cell": Words("empty cells in a band of figures", "一组数据末行空着的格"),
    "fit-rule": Words("steps of the fit rules", "迁就的步数"),
    "white-foot": Words("lines of white at the foot of a column", "栏底空出的行"),
    "uneven-columns": Words("lines by which columns differ", "各栏相差的行"),
    "short-page": Words("a last page that is nearly empty", "末页几乎空白"),
    "low-heading": Words("lines missing below a heading near a foot", "栏底小标题下缺的行"),
    "far-picture": Words("pages between a picture and its text", "图与文相隔的页"),
    "far-block": Words("pages between a block and its text", "块与文相隔的页"),
    "out-of-order": Words("pictures and blocks before the text they follow", "排到正文之前的图和块"),
    "picture-size": Words("pages of picture too little or too much", "图比所要的小或大的页面"),
    "looseness": Words("lines a paragraph gives or takes", "段落收放的行"),
}


def total(costs: Iterable[Cost]) -> float:
    """The sum paid."""
    return sum(cost.amount for cost in costs)


def price(name: str, weights: Weights) -> float:
    """What one unit of the cost called *name* is worth in a layout's *weights*."""
    value: float = getattr(weights, name.replace("-", "_"))
    return value
