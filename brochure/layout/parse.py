"""A layout file to a `Layout`.

Read by its declaration, names resolved, the grid checked; all faults together.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from brochure.diagnostics import BrochureError, Span, Words
from brochure.geometry import Pt, Size, mm
from brochure.layout.boxes import Sheet
from brochure.layout.condition import PressCondition, load_condition
from brochure.layout.fold import fold_of
from brochure.layout.forms import LAYOUT
from brochure.layout.masters import Masters, refuse_unknown
from brochure.layout.model import Grid, Layout, Master, Sequence, Stage, Theme, Weights
from brochure.layout.profiles import Profiles
from brochure.layout.screens import screens_of
from brochure.layout.themes import Themes
from brochure.source import Faults, Placed, nearest, quoted, read

Written = Mapping[str, Any]


def load_layout(
    path: Path, shown_as: str, conditions: tuple[Path, ...], profiles: tuple[Path, ...] = ()
) -> Layout:
    """The layout in the file at *path*; its press condition comes from the first of *conditions* (folders)
    that has it, its house profile from the first of *profiles* or from the shelf.

    Raises `BrochureError` with every fault of the file.
    """
    faults = Faults("layout")
    written = LAYOUT.read(read(path, shown_as), faults)
    faults.refuse()
    assert written is not None  # noqa: S101  # a form without faults gives a value
    digest = sha256(path.read_bytes()).hexdigest()
    layout = _layout(written, conditions, Profiles(profiles, faults), digest, faults)
    faults.refuse()
    assert layout is not None  # noqa: S101  # nor does a layout
    return layout


def _layout(
    written: Written, conditions: tuple[Path, ...], profiles: Profiles, digest: str, faults: Faults
) -> Layout | None:
    trim = Size(written["trim"]["width"], written["trim"]["height"])
    bleed: Pt = written.get("bleed", mm(3))
    grid = _grid(written["grid"], trim, faults)
    sheet = Sheet(trim=trim, bleed=bleed, grid=grid)
    maker = Themes(written, profiles, faults)
    themes = {name: maker.theme(name, roles) for name, roles in written["themes"].items()}
    if not themes:
        faults.error(
            "missing-key", Words("a layout needs at least one theme", "版式至少要有一个主题"), written["span"]
        )
        return None
    default = next(iter(themes))
    shop = Masters(written, sheet, themes[default], faults)
    masters = {name: shop.master(name, master) for name, master in written["masters"].items()}
    plan = tuple(_stage(stage, masters, themes, faults) for stage in written["plan"])
    _check_parts(plan, faults)
    _check_measures(plan, masters, trim, faults)
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
        weights=_weights(written.get("costs", {})),
        fit=tuple(written.get("fit", ())),
        fold=fold_of(written["fold"], trim.width, faults) if "fold" in written else None,
        **screens_of(written),
        span=written["span"],
    )


def _weights(written: Written) -> Weights:
    prices = {key.replace("-", "_"): value for key, value in written.items() if key != "span"}
    return Weights(**prices)


def _condition(asked: Placed[str], folders: tuple[Path, ...], faults: Faults) -> PressCondition | None:
    for folder in folders:
        path = folder / f"{asked.value}.yaml"
        if path.is_file():
            try:
                return load_condition(path)
            except BrochureError as fault:  # told together with the layout's own faults
                faults.found += fault.findings
                return None
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
            written["column_at"],
            Words(f"`column: {whole:g}pt`", f"`column: {whole:g}pt`"),
        )
    if grid.inner + grid.width > trim.width or grid.line_foot(grid.lines) > trim.height:
        message = Words("the type area reaches beyond the trim", "版心超出了成品尺寸")
        faults.error("type-area-too-large", message, written["span"])
    return grid


def _check_parts(plan: tuple[Stage, ...], faults: Faults) -> None:
    """A part is paged by one stage; a second one would never be asked. A part that joins another may have its
    own: for the brochure that lacks the other.
    """
    seen: set[str] = set()
    for stage in plan:
        if stage.part in seen:
            message = Words(
                f"the plan has another stage for `{stage.part}`", f"分页计划里已有一步排 `{stage.part}`"
            )
            hint = Words("put all its sequences into one stage", "请把各版式序列并到同一步里")
            faults.error("twice", message, stage.span, hint)
        seen.add(stage.part)


def _check_measures(
    plan: tuple[Stage, ...], masters: Mapping[str, Master], trim: Size, faults: Faults
) -> None:
    """Running text is set once and paged afterwards: the text frames of a sequence share one measure."""
    for sequence in (sequence for stage in plan for sequence in stage.sequences):
        frames = [
            frame
            for name in dict.fromkeys((*sequence.masters, *sequence.then))
            if name in masters
            for frame in masters[name].frames
            if frame.holds == "text"
        ]
        if len({frame.direction for frame in frames}) > 1:
            message = Words(
                "the text frames of this sequence are set in both directions",
                "这个版式序列的正文框有横排也有竖排",
            )
            hint = Words("give them one direction", "请取一种方向")
            faults.error("mixed-measure", message, sequence.span, hint)
            continue
        measures = [frame.measure_in(frame.box.on(trim, "right")) for frame in frames]
        if measures and max(measures) - min(measures) > 0.01:
            widths = (f"{min(measures):g} pt", f"{max(measures):g} pt")
            message = Words(
                f"the text frames of this sequence have columns of {widths[0]} and {widths[1]}",
                f"这个版式序列的正文栏宽不一：{widths[0]} 与 {widths[1]}",
            )
            hint = Words(
                "give them one width: text is set once and then divided into pages",
                "请取一种栏宽：正文只排一次，再分到各页",
            )
            faults.error("mixed-measure", message, sequence.span, hint)


def _stage(
    written: Written, masters: Mapping[str, Master], themes: Mapping[str, Theme], faults: Faults
) -> Stage:
    for sequence in written["sequences"]:
        for asked in (*sequence["masters"], *sequence.get("then", ())):
            refuse_unknown(asked, masters, Words("master", "主页"), faults)
    if asked := written.get("filler"):
        refuse_unknown(asked, masters, Words("master", "主页"), faults)
    filler = asked.value if asked else ""
    theme = ""
    if asked := written.get("theme"):
        refuse_unknown(asked, themes, Words("theme", "主题"), faults)
        theme = asked.value
    span: Span = written["span"]
    return Stage(
        part=written["part"],
        theme=theme,
        joins=tuple(written.get("joins", ())),
        spare_photos=written.get("spare-photos", False),
        starts=written.get("starts", "any"),
        filler=filler,
        span=span,
        sequences=tuple(
            Sequence(
                masters=tuple(name.value for name in sequence["masters"]),
                then=tuple(name.value for name in sequence.get("then", ())),
                name=sequence.get("name", ""),
                cost=sequence.get("cost", 0.0),
                span=sequence["span"],
            )
            for sequence in written["sequences"]
        ),
    )
