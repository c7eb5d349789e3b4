"""A layout file to a `Layout`.

Read by its declaration, names resolved, the grid checked; all faults together.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from brochure.diagnostics import Span, Words
from brochure.geometry import Pt, Size, mm
from brochure.layout.boxes import Sheet, box_of
from brochure.layout.condition import PressCondition, load_condition
from brochure.layout.forms import LAYOUT
from brochure.layout.model import Art, Frame, Grid, Layout, Master, PanelArt, RuleArt, Sequence, Stage, Theme
from brochure.layout.themes import Themes
from brochure.source import Faults, Placed, nearest, quoted, read

Written = Mapping[str, Any]

# What a frame's style must be, by what it holds; everything else is set in paragraph styles.
_STYLE_SHELF = {"photo": "pictures", "metrics": "metrics", "contents": "contents"}


def load_layout(path: Path, shown_as: str, conditions: tuple[Path, ...]) -> Layout:
    """The layout in the file at *path*; its press condition comes from the first of *conditions* (folders)
    that has it.

    Raises `BrochureError` with every fault of the file.
    """
    faults = Faults("layout")
    written = LAYOUT.read(read(path, shown_as), faults)
    faults.refuse()
    assert written is not None  # noqa: S101  # a form without faults gives a value
    layout = _layout(written, conditions, sha256(path.read_bytes()).hexdigest(), faults)
    faults.refuse()
    assert layout is not None  # noqa: S101  # nor does a layout
    return layout


def _layout(written: Written, conditions: tuple[Path, ...], digest: str, faults: Faults) -> Layout | None:
    trim = Size(written["trim"]["width"], written["trim"]["height"])
    bleed: Pt = written.get("bleed", mm(3))
    grid = _grid(written["grid"], trim, faults)
    sheet = Sheet(trim=trim, bleed=bleed, grid=grid)
    maker = Themes(written, faults)
    themes = {name: maker.theme(name, roles) for name, roles in written["themes"].items()}
    if not themes:
        faults.error(
            "missing-key", Words("a layout needs at least one theme", "版式至少要有一个主题"), written["span"]
        )
        return None
    default = next(iter(themes))
    parser = _Masters(written, sheet, themes[default], faults)
    masters = {name: parser.master(name, master) for name, master in written["masters"].items()}
    plan = tuple(_stage(stage, masters, themes, faults) for stage in written["plan"])
    condition = _condition(written["condition"], conditions, faults)
    if condition is None:
        return None
    return Layout(
        name=written["name"],
        title=written.get("title", written["name"]),
        trim=trim,
        bleed=bleed,
        safety=written.get("safety", mm(3)),
        page_multiple=int(written.get("page-multiple", 1)),
        grid=grid,
        themes=themes,
        default_theme=default,
        masters=masters,
        plan=plan,
        condition=condition,
        digest=digest,
        span=written["span"],
    )


def _condition(asked: Placed[str], folders: tuple[Path, ...], faults: Faults) -> PressCondition | None:
    for folder in folders:
        path = folder / f"{asked.value}.yaml"
        if path.is_file():
            return load_condition(path)
    names = sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})
    message = Words(f"there is no press condition `{asked.value}`", f"没有名为 `{asked.value}` 的印刷条件")
    hint = quoted(nearest(asked.value, names)) or Words(
        f"known: {', '.join(names)}", f"可用：{'、'.join(names)}"
    )
    faults.error("unknown-condition", message, asked.span, hint)
    return None


def _grid(written: Written, trim: Size, faults: Faults) -> Grid:
    """The grid; a type area of broken characters or outside the trim is a fault (G6)."""
    grid = Grid(
        head=written["head"],
        inner=written["inner"],
        columns=int(written["columns"]),
        column=written["column"],
        gutter=written.get("gutter", 0.0),
        lines=int(written["lines"]),
        baseline=written["baseline"],
        size=written["size"],
    )
    characters = grid.column / grid.size
    if abs(characters - round(characters)) > 0.01:
        message = Words(
            f"a column of {grid.column:g} pt holds {characters:.2f} characters of {grid.size:g} pt",
            f"栏宽 {grid.column:g} pt 只容 {characters:.2f} 个 {grid.size:g} pt 的字",
        )
        whole = round(characters) * grid.size
        faults.error(
            "broken-measure",
            message,
            written["span"],
            Words(f"`column: {whole:g}pt`", f"`column: {whole:g}pt`"),
        )
    if grid.inner + grid.width > trim.width or grid.line_foot(grid.lines) > trim.height:
        message = Words("the type area reaches beyond the trim", "版心超出了成品尺寸")
        faults.error("type-area-too-large", message, written["span"])
    return grid


class _Masters:
    """Masters with their boxes on the sheet and their styles and inks known."""

    def __init__(self, written: Written, sheet: Sheet, theme: Theme, faults: Faults) -> None:
        self.furniture: Mapping[str, tuple[Written, ...]] = written.get("furniture", {})
        self.sheet, self.theme, self.faults = sheet, theme, faults

    def master(self, name: str, written: Written) -> Master:
        """The master called *name*."""
        furniture: tuple[Written, ...] = ()
        if asked := written.get("furniture"):
            furniture = self.furniture.get(asked.value, ())
            self._check(asked, self.furniture, Words("furniture", "书眉页码"))
        seen: set[str] = set()
        frames = tuple(frame for item in written["frames"] if (frame := self._frame(item, seen)))
        return Master(
            name=name,
            art=self._art(written.get("art", ())),
            frames=frames,
            furniture=tuple(frame for item in furniture if (frame := self._frame(item, set()))),
            front=self._art(written.get("front", ())),
            side=written.get("side", "any"),
            repeats=written.get("repeats", False),
            span=written["span"],
        )

    def _frame(self, written: Written, seen: set[str]) -> Frame | None:
        follows = "after" in written
        for key in ("after", "before", "level"):
            if key in written and written[key].value not in seen:
                asked = written[key]
                message = Words(
                    f"no frame above this one is called `{asked.value}`",
                    f"此框之前没有名为 `{asked.value}` 的框",
                )
                self.faults.error("unknown-name", message, asked.span, quoted(nearest(asked.value, seen)))
        seen.add(written["name"])
        box = box_of(written["box"], self.sheet, self.faults, follows=follows)
        shelf = _STYLE_SHELF.get(written["holds"], "paragraphs")
        self._check(written["style"], getattr(self.theme, shelf), Words("style", "样式"))
        if box is None:
            return None
        values: dict[str, Any] = {
            key: written[key].value for key in ("words", "after", "before", "level") if key in written
        }
        values |= {
            key: written[key]
            for key in ("gutter", "balance", "align", "vertical", "across", "optional")
            if key in written
        }
        values |= {key: int(written[key]) for key in ("gap", "columns") if key in written}
        values["drops"] = tuple(int(lines) for lines in written.get("drops", ()))
        return Frame(
            name=written["name"],
            holds=written["holds"],
            box=box,
            style=written["style"].value,
            span=written["span"],
            **values,
        )

    def _art(self, written: tuple[Written, ...]) -> tuple[Art, ...]:
        art: list[Art] = []
        for item in written:
            box = box_of(item["box"], self.sheet, self.faults)
            ink = item.get("panel") or item.get("rule")
            if ink is None:
                message = Words("this needs `panel` or `rule`", "这里要写 panel（底色）或 rule（线）")
                self.faults.error("missing-key", message, item["span"])
                continue
            self._check(ink, self.theme.inks, Words("ink", "油墨"))
            if box is None:
                continue
            if "panel" in item:
                art.append(PanelArt(box=box, ink=ink.value))
            else:
                art.append(
                    RuleArt(
                        box=box, ink=ink.value, weight=item.get("weight", 0.5), along=item.get("along", "x")
                    )
                )
        return tuple(art)

    def _check(self, asked: Placed[str], known: Mapping[str, object], what: Words) -> None:
        _check(asked, known, what, self.faults)


def _check(asked: Placed[str], known: Mapping[str, object], what: Words, faults: Faults) -> None:
    if asked.value not in known:
        message = Words(f"there is no {what.en} `{asked.value}`", f"没有名为 `{asked.value}` 的{what.zh}")
        hint = quoted(nearest(asked.value, known)) or Words(
            f"known: {', '.join(known)}", f"可用：{'、'.join(known)}"
        )
        faults.error("unknown-name", message, asked.span, hint)


def _stage(
    written: Written, masters: Mapping[str, Master], themes: Mapping[str, Theme], faults: Faults
) -> Stage:
    for sequence in written["sequences"]:
        for asked in sequence["masters"]:
            _check(asked, masters, Words("master", "主页"), faults)
    theme = ""
    if asked := written.get("theme"):
        _check(asked, themes, Words("theme", "主题"), faults)
        theme = asked.value
    span: Span = written["span"]
    return Stage(
        part=written["part"],
        theme=theme,
        spare_photos=written.get("spare-photos", False),
        span=span,
        sequences=tuple(
            Sequence(
                masters=tuple(name.value for name in sequence["masters"]),
                name=sequence.get("name", ""),
                cost=sequence.get("cost", 0.0),
                span=sequence["span"],
            )
            for sequence in written["sequences"]
        ),
    )
