"""Masters read: their frames, grounds and rules on the sheet, every name they use known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from brochure.diagnostics import Words
from brochure.layout.boxes import Sheet, box_of
from brochure.layout.model import FOLIO_FIELDS, WORDS_FIELDS, Art, Frame, Master, PanelArt, RuleArt, Theme
from brochure.source import Faults, Placed, nearest, quoted

Written = Mapping[str, Any]

# What a frame's style must be, by what it holds; everything else is set in paragraph styles.
_STYLE_SHELF: Final = {
    "photo": "pictures",
    "photos": "groups",
    "cover-photo": "pictures",
    "qr": "codes",
    "metrics": "metrics",
    "contents": "contents",
}
_NEIGHBOURS: Final = ("after", "before", "level")
_AS_WRITTEN: Final = (
    "gutter", "balance", "align", "direction", "across", "optional", "facing", "takes", "only",
)  # fmt: skip
_FIELD: Final = re.compile(r"\{([^{}]*)\}")


class Masters:
    """Reads the masters of one layout; each set of furniture is read once, whoever uses it.

    Style and ink names are looked up in one *theme*: all themes have the same.
    """

    def __init__(self, written: Written, sheet: Sheet, theme: Theme, faults: Faults) -> None:
        self.sheet, self.theme, self.faults = sheet, theme, faults
        self.furniture = {
            name: tuple(frame for item in items if (frame := self._furniture(item)))
            for name, items in written.get("furniture", {}).items()
        }

    def master(self, name: str, written: Written) -> Master:
        """The master called *name*."""
        if asked := written.get("furniture"):
            refuse_unknown(asked, self.furniture, Words("furniture", "书眉页码"), self.faults)
        seen: set[str] = set()
        return Master(
            name=name,
            art=self._art(written.get("art", ())),
            frames=tuple(frame for item in written["frames"] if (frame := self._frame(item, seen))),
            furniture=self.furniture.get(asked.value, ()) if asked else (),
            front=self._art(written.get("front", ())),
            side=written.get("side", "any"),
            repeats=written.get("repeats", False),
            span=written["span"],
        )

    def _furniture(self, written: Written) -> Frame | None:
        """A frame of furniture: words, and nothing they could stand beside."""
        if written["holds"] != "words":
            message = Words(
                f"furniture holds words, not `{written['holds']}`",
                f"书眉页码里只放 words，不放 `{written['holds']}`",
            )
            hint = Words("move the frame into the master", "请把这个框移到主页的 frames 里")
            self.faults.error("not-furniture", message, written["span"], hint)
        return self._frame(written, set(), furniture=True)

    def _frame(self, written: Written, seen: set[str], *, furniture: bool = False) -> Frame | None:
        for asked in (*(written[key] for key in _NEIGHBOURS if key in written), *written.get("around", ())):
            if asked.value not in seen:
                message = Words(
                    f"no frame above this one is called `{asked.value}`",
                    f"此框之前没有名为 `{asked.value}` 的框",
                )
                self.faults.error("unknown-name", message, asked.span, quoted(nearest(asked.value, seen)))
        self._check_name(written, seen)
        self._check_words(written, furniture=furniture)
        self._check_only(written, furniture=furniture)
        follows = "after" in written and written.get("direction") != "vertical"
        box = box_of(written["box"], self.sheet, self.faults, follows=follows)
        for shelf in self._style_shelves(written):
            for asked in (written["style"], *written.get("or", ())):
                refuse_unknown(asked, shelf, Words("style", "样式"), self.faults)
        self._check_others(written)
        self._check_around(written)
        if "first" in written:
            refuse_unknown(written["first"], self.theme.paragraphs, Words("style", "样式"), self.faults)
        self._check_direction(written)
        if box is None:
            return None
        values: dict[str, Any] = {
            key: written[key].value for key in ("words", "first", *_NEIGHBOURS) if key in written
        }
        values |= {
            key: written[key]
            for key in (
                "gutter",
                "balance",
                "align",
                "direction",
                "across",
                "optional",
                "facing",
                "clear",
                "takes",
                "only",
            )
            if key in written
        }
        values |= {key: int(written[key]) for key in ("gap", "columns") if key in written}
        values["around"] = tuple(name.value for name in written.get("around", ()))
        values["others"] = tuple(style.value for style in written.get("or", ()))
        values["drops"] = tuple(int(lines) for lines in written.get("drops", ()))
        return Frame(
            name=written["name"],
            holds=written["holds"],
            box=box,
            style=written["style"].value,
            span=written["span"],
            **values,
        )

    def _style_shelves(self, written: Written) -> Iterator[Mapping[str, object]]:
        """Where the frame's style has to be found: by what it holds, or for every kind of block it takes."""
        if written["holds"] != "block":
            yield getattr(self.theme, _STYLE_SHELF.get(written["holds"], "paragraphs"))
            return
        if "takes" not in written:
            message = Words("a frame that holds a block needs `takes`", "holds: block 的框要写 takes")
            self.faults.error("missing-key", message, written["span"])
        for kind in written.get("takes", ()):
            yield self.theme.apart.get(kind, {})

    def _check_others(self, written: Written) -> None:
        """Running text is set once for all pages of a sequence, and furniture last: neither has a choice."""
        if "or" in written and written["holds"] in ("text", "contents"):
            message = Words(
                f"a frame that holds `{written['holds']}` has one style",
                f"放 `{written['holds']}` 的框只有一种样式",
            )
            hint = Words("delete `or`", "请删去 or")
            self.faults.error("one-style", message, written["or"][0].span, hint)

    def _check_around(self, written: Written) -> None:
        """Running text alone has lines to set round something, and only lines across."""
        if "around" not in written:
            return
        if written["holds"] != "text" or written.get("direction") == "vertical":
            message = Words(
                "only running text set across runs around other frames", "只有横排的正文能绕开别的框"
            )
            hint = Words("delete `around`", "请删去 around")
            self.faults.error("no-way-around", message, written["around"][0].span, hint)

    def _check_name(self, written: Written, seen: set[str]) -> None:
        """No two frames of a master have one name: `after` would mean either."""
        name = written["name"]
        if name in seen:
            message = Words(
                f"this master has another frame called `{name}`", f"此主页里已有名为 `{name}` 的框"
            )
            self.faults.error("twice", message, written["span"], Words(f"`{name}-2`", f"`{name}-2`"))
        seen.add(name)

    def _check_direction(self, written: Written) -> None:
        """Only text runs downwards: pictures, figures and the contents stand as they are."""
        if written.get("direction") != "vertical" or written["holds"] not in (*_STYLE_SHELF, "block"):
            return
        message = Words(
            f"a frame that holds `{written['holds']}` is not set in vertical lines",
            f"放 `{written['holds']}` 的框不能竖排",
        )
        self.faults.error(
            "not-vertical", message, written["span"], Words("delete `direction`", "请删去 direction")
        )

    def _check_words(self, written: Written, *, furniture: bool) -> None:
        """A frame of words has words, their fields are known, and a page number stands in furniture."""
        if written["holds"] != "words":
            return
        if "words" not in written:
            message = Words("a frame that holds words needs `words`", "holds: words 的框要写 words")
            self.faults.error("missing-key", message, written["span"])
            return
        asked = written["words"]
        for name in _FIELD.findall(asked.value):
            if name in FOLIO_FIELDS and not furniture:
                message = Words("a page number stands in furniture alone", "页码只能写在 furniture 里")
                self.faults.error("unknown-name", message, asked.span)
            elif name not in WORDS_FIELDS:
                message = Words(f"there is no field `{{{name}}}`", f"没有 `{{{name}}}` 这个字段")
                known = "、".join(f"{{{field}}}" for field in WORDS_FIELDS)
                near = nearest(name, WORDS_FIELDS)
                hint = quoted(f"{{{near}}}") if near else Words(f"known: {known}", f"可用：{known}")
                self.faults.error("unknown-name", message, asked.span, hint)
        if set("{}") & set(_FIELD.sub("", asked.value)):
            message = Words("a brace stands alone in these words", "这段文字里有单独的花括号")
            hint = Words("write fields as `{title}`", "字段要写成 `{title}` 的样子")
            self.faults.error("unknown-name", message, asked.span, hint)

    def _check_only(self, written: Written, *, furniture: bool) -> None:
        """A frame in a master may wait for the last page; what is on the first stands in its own master."""
        if written.get("only") == "first" and not furniture:
            message = Words("`only: first` is for furniture", "only: first 只用于书眉页码")
            hint = Words("move the frame into `furniture`", "请把这个框移到 furniture 里")
            self.faults.error("not-furniture", message, written["span"], hint)

    def _art(self, written: tuple[Written, ...]) -> tuple[Art, ...]:
        return tuple(piece for item in written if (piece := self._piece(item)))

    def _piece(self, written: Written) -> Art | None:
        """A ground or a rule."""
        box = box_of(written["box"], self.sheet, self.faults)
        if "panel" in written and "rule" in written:
            message = Words("`panel` and `rule` are two things", "panel（底色）与 rule（线）是两样东西")
            hint = Words("make two entries of them", "请分写成两项")
            self.faults.error("twice", message, written["span"], hint)
            return None
        if "panel" not in written and "rule" not in written:
            message = Words("this needs `panel` or `rule`", "这里要写 panel（底色）或 rule（线）")
            self.faults.error("missing-key", message, written["span"])
            return None
        ink: Placed[str] = written.get("panel") or written["rule"]
        refuse_unknown(ink, self.theme.inks, Words("ink", "油墨"), self.faults)
        if box is None:
            return None
        if "panel" in written:
            return PanelArt(box=box, ink=ink.value, span=written["span"])
        return RuleArt(
            box=box,
            ink=ink.value,
            weight=written.get("weight", 0.5),
            along=written.get("along", "x"),
            span=written["span"],
        )


def refuse_unknown(asked: Placed[str], known: Mapping[str, object], what: Words, faults: Faults) -> None:
    """Note that nothing is called *asked*, unless it is *known*."""
    if asked.value in known:
        return
    message = Words(f"there is no {what.en} `{asked.value}`", f"没有名为 `{asked.value}` 的{what.zh}")
    faults.error("unknown-name", message, asked.span, meant(asked.value, known))


def meant(name: str, known: Mapping[str, object]) -> Words:
    """What was probably meant by *name*, else all that is known."""
    return quoted(nearest(name, known)) or Words(f"known: {', '.join(known)}", f"可用：{'、'.join(known)}")
