"""Styles resolved: what each is based on, then its inks in each theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from brochure.color import BLACK, Ink
from brochure.diagnostics import Span, Words
from brochure.layout import drawing
from brochure.layout.interlinear import interlinear
from brochure.layout.masters import meant
from brochure.layout.model import Theme
from brochure.layout.profiles import Profiles
from brochure.layout.shelves import apart_styles
from brochure.layout.styles import (
    ContentsStyle,
    MetricStyle,
    ParagraphStyle,
    PictureStyle,
    Profile,
    TextStyle,
)
from brochure.source import Faults, Placed

Written = Mapping[str, Any]

INK = Words("ink", "油墨")
_TEXT_KEYS = ("family", "weight", "size", "ink", "latin", "tracking", "features")
_PARAGRAPH_KEYS = {
    "leading": "leading",
    "align": "align",
    "indent": "indent",
    "balance": "balance",
    "last-line": "last_line",
    "hyphenate": "hyphenate",
}


class Themes:
    """Makes a `Theme` of each set of colours from the written styles of a layout.

    Unknown names are noted once.
    """

    def __init__(self, layout: Written, profiles: Profiles, faults: Faults) -> None:
        self.faults = faults
        self._noted: set[object] = set()
        self._span: Span = layout["span"]
        self.palette: Mapping[str, Ink] = layout["palette"]
        self.profiles = profiles
        self.house = profiles.rules(layout.get("profile", {}), {})
        self.layout = layout
        self.styles = self._based(layout["styles"])
        self.roles = self._roles(layout["themes"])
        self.metrics = self._based(layout.get("metrics", {}))
        self.pictures: Written = layout.get("pictures", {})
        self.groups: Written = layout.get("groups", {})
        self.codes: Written = layout.get("codes", {})
        self.contents: Written = layout.get("contents", {})

    def theme(self, name: str, roles: Mapping[str, Placed[str]]) -> Theme:
        """The styles in the colours that *roles* (role → ink of the palette) gives."""
        self._check_roles(name, roles)
        inks = dict.fromkeys(self.roles, BLACK) | dict(self.palette)
        for role, ink in roles.items():
            inks[role] = self._known(ink, self.palette, INK)
        paragraphs = {key: self._paragraph(written, inks) for key, written in self.styles.items()}
        pictures = {key: self._picture(written, paragraphs) for key, written in self.pictures.items()}
        names = self._resolver(inks, paragraphs, pictures)
        return Theme(
            name=name,
            inks=inks,
            paragraphs=paragraphs,
            metrics={key: self._metric(written, inks, paragraphs) for key, written in self.metrics.items()},
            pictures=pictures,
            groups={key: drawing.group(written, names) for key, written in self.groups.items()},
            codes={key: drawing.code(written, names) for key, written in self.codes.items()},
            contents={
                key: self._contents(written, inks, paragraphs) for key, written in self.contents.items()
            },
            heading_lines={
                key: int(written["lines"]) for key, written in self.styles.items() if "lines" in written
            },
            lines_below={
                key: int(written["lines-below"])
                for key, written in self.styles.items()
                if "lines-below" in written
            },
            new_columns=frozenset(key for key, written in self.styles.items() if written.get("new-column")),
            apart=apart_styles(self.layout, names, lambda written, base: self._text(written, inks, base)),
        )

    def _resolver(
        self,
        inks: Mapping[str, Ink],
        paragraphs: Mapping[str, ParagraphStyle],
        pictures: Mapping[str, PictureStyle],
    ) -> drawing.Resolver:
        return drawing.Resolver(
            text=lambda written: self._text(written, inks),
            ink=lambda asked: self._known(asked, inks, INK),
            paragraph=lambda asked: self._known(asked, paragraphs, Words("paragraph style", "段落样式")),
            picture=lambda asked: self._known(asked, pictures, Words("picture style", "图片样式")),
        )

    def _roles(self, themes: Mapping[str, Mapping[str, Placed[str]]]) -> dict[str, str]:
        """Every role that no ink of the palette plays under its own name, and a theme that gives it."""
        return {role: name for name, roles in themes.items() for role in roles if role not in self.palette}

    def _check_roles(self, name: str, roles: Mapping[str, Placed[str]]) -> None:
        """A theme gives every role that another gives: a section may ask for either."""
        for role, other in self.roles.items():
            if role not in roles:
                message = Words(
                    f"the theme `{name}` has no `{role}`; `{other}` has",
                    f"主题 `{name}` 没有 `{role}`，而 `{other}` 有",
                )
                span = next((ink.span for ink in roles.values()), self._span)
                self.faults.error(
                    "missing-key", message, span, Words(f"add `{role}: …`", f"请补上 `{role}: …`")
                )

    def _based(self, written: Mapping[str, Written]) -> dict[str, Written]:
        """Each style with the keys of the one it is based on.

        Only one step, so that a reader finds every value in two places.
        """
        whole: dict[str, Written] = {}
        for name, style in written.items():
            base = style.get("based-on")
            if base is None:
                whole[name] = style
                continue
            ground = written.get(base.value)
            if ground is None:
                self._note(base, written, Words("style", "样式"))
                self._noted.add(style["span"])  # what it lacks, the base may have
                ground = {}
            elif "based-on" in ground:
                message = Words(
                    f"`{base.value}` is itself based on another style",
                    f"样式 `{base.value}` 自身又以别的样式为底",
                )
                hint = Words("base it on a style that stands on its own", "请以一个独立的样式为底")
                self.faults.error("deep-base", message, base.span, hint)
                self._noted.add(style["span"])  # nor what a style two steps away would have given
            whole[name] = {**ground, **style}
        return whole

    def _known(self, asked: Placed[str], known: Mapping[str, Any], what: Words) -> Any:
        """The value called *asked*; any of the known ones after noting that there is none."""
        if asked.value not in known:
            self._note(asked, known, what)
            return next(iter(known.values()), None)
        return known[asked.value]

    def _note(self, asked: Placed[str], known: Mapping[str, Any], what: Words) -> None:
        if asked.span in self._noted:
            return
        self._noted.add(asked.span)
        message = Words(f"there is no {what.en} `{asked.value}`", f"没有名为 `{asked.value}` 的{what.zh}")
        self.faults.error("unknown-name", message, asked.span, meant(asked.value, known))

    def _text(
        self, written: Written, inks: Mapping[str, Ink], base: TextStyle | None = None
    ) -> TextStyle | None:
        """A text style; keys left out come from *base*."""
        given: dict[str, Any] = {}
        for key in ("weight", "size", "tracking", "features"):
            if key in written:
                given[key] = int(written[key]) if key == "weight" else written[key]
        if "weight" in written:
            given["weight_at"] = written.get("weight_at")
        if "family" in written:
            given["family"] = self._typeface(written["family"]).value
            given["family_at"] = self._typeface(written["family"]).span
        if "ink" in written:
            given["ink"] = self._known(written["ink"], inks, INK)
        if latin := written.get("latin"):
            given["latin_family"] = self._typeface(latin["family"]).value
            given["latin_weight"] = int(latin.get("weight", 0))
            given["latin_at"] = latin.get("weight_at") or latin["family"].span
            given["latin_scale"] = latin.get("scale", 1.0)
        if "superscript-weight" in written:
            given["superscript_weight"] = int(written["superscript-weight"])
        kept = {field.name: getattr(base, field.name) for field in fields(base)} if base else {}
        whole = {**kept, **given}
        missing = [key for key in ("family", "weight", "size") if key not in whole]
        if missing:
            keys = ", ".join(missing)
            self._once(written["span"], Words(f"this style needs {keys}", f"这个样式缺少 {keys}"))
            return None
        if whole.get("latin_family") and not whole.get("latin_weight"):
            whole["latin_weight"] = whole["weight"]
        return TextStyle(**whole)

    def _typeface(self, asked: Placed[str]) -> Placed[str]:
        """The family that plays the role called so, where that is said; or the family of that name."""
        role: Placed[str] = self.layout.get("typefaces", {}).get(asked.value, asked)
        return role

    def _once(self, span: Any, message: Words) -> None:
        if span not in self._noted:
            self._noted.add(span)
            self.faults.error("missing-key", message, span)

    def _paragraph(self, written: Written, inks: Mapping[str, Ink]) -> ParagraphStyle:
        text = self._text(written, inks) or TextStyle(family="", weight=0, size=10.0)
        if "leading" not in written:
            self._once(written["span"], Words("this style needs leading", "这个样式缺少 leading"))
        given = {name: written[key] for key, name in _PARAGRAPH_KEYS.items() if key in written}
        given.setdefault("leading", text.size)
        if "last_line" in given:
            given["last_line"] = int(given["last_line"])
        return ParagraphStyle(
            text=text,
            bold=self._text(written["bold"], inks, text) if "bold" in written else None,
            lead=self._text(written["lead"], inks, text) if "lead" in written else None,
            profile=Profile(**self.profiles.rules(written.get("profile", {}), self.house)),
            **given,
            **interlinear(
                written,
                lambda face: self._text(face, inks, text),
                lambda ink: self._known(ink, inks, INK),
            ),
        )

    def _metric(
        self, written: Written, inks: Mapping[str, Ink], paragraphs: Mapping[str, ParagraphStyle]
    ) -> MetricStyle:
        needed = ("figure", "unit", "qualifier", "label", "note", "figure-drop", "label-drop")
        missing = [key for key in needed if key not in written]
        if missing:
            keys = ", ".join(missing)
            self._once(written["span"], Words(f"this metric style needs {keys}", f"这个数据样式缺少 {keys}"))
            blank = TextStyle(family="", weight=0, size=10.0)
            empty = ParagraphStyle(text=blank, leading=10.0)
            return MetricStyle(figure=blank, unit=blank, qualifier=blank, label=empty, note=empty)
        blank = TextStyle(family="", weight=0, size=10.0)
        what = Words("paragraph style", "段落样式")
        given: dict[str, Any] = {
            key.replace("-", "_"): written[key]
            for key in (
                "display",
                "gutter",
                "row-gap",
                "figure-drop",
                "label-drop",
                "figure-share",
                "figure-gap",
                "mixed-gap",
                "rule",
                "smallest",
            )
            if key in written
        }
        if "columns" in written:
            given["columns"] = int(written["columns"])
        if "rule-ink" in written:
            given["rule_ink"] = self._known(written["rule-ink"], inks, INK)
        label: ParagraphStyle = self._known(written["label"], paragraphs, what)
        if "charts" in written:
            names = self._resolver(inks, paragraphs, {})
            given["charts"] = drawing.charts(written["charts"], label.text, names)
        if "spelled" in written:
            given["spelled"] = self._text(written["spelled"], inks)
        return MetricStyle(
            figure=self._text(written["figure"], inks) or blank,
            unit=self._text(written["unit"], inks) or blank,
            qualifier=self._text(written["qualifier"], inks) or blank,
            label=label,
            note=self._known(written["note"], paragraphs, what),
            **given,
        )

    def _picture(self, written: Written, paragraphs: Mapping[str, ParagraphStyle]) -> PictureStyle:
        caption = self._known(written["caption"], paragraphs, Words("paragraph style", "段落样式"))
        if written.get("place") == "side" and "side" not in written:
            self._once(
                written["span"],
                Words("`place: side` needs `side`, a width", "place: side 要写 side（图注的宽度）"),
            )
        keys = ("place", "gap", "side", "inset", "illustration")
        return PictureStyle(caption=caption, **{key: written[key] for key in keys if key in written})

    def _contents(
        self, written: Written, inks: Mapping[str, Ink], paragraphs: Mapping[str, ParagraphStyle]
    ) -> ContentsStyle:
        given: dict[str, Any] = {"rule": written["rule"]} if "rule" in written else {}
        if "rule-ink" in written:
            given["rule_ink"] = self._known(written["rule-ink"], inks, INK)
        return ContentsStyle(
            number=self._text(written["number"], inks) or TextStyle(family="", weight=0, size=10.0),
            title=self._known(written["title"], paragraphs, Words("paragraph style", "段落样式")),
            number_width=written["number-width"],
            row=written["row"],
            **given,
        )
