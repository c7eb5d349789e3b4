"""References to other sections (参见): ``[[slug]]`` in running text, put into words for one edition.

What a reference says depends on where the section is printed, which the author does not know; so the content
keeps the slug, and the words come when the edition and its layout are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any

from brochure.content.model import Brochure, Inline
from brochure.content.select import parts
from brochure.diagnostics import Diagnostic, Severity, Span, Words
from brochure.source import nearest, quoted


def refers(brochure: Brochure) -> bool:
    """Whether any text of *brochure* refers to a section."""
    return next(_references(brochure), None) is not None


def check_references(edition: Brochure, whole: Brochure) -> tuple[Diagnostic, ...]:
    """A fault for each reference in *edition* to a section that the *whole* brochure does not have."""
    slugs = [section.slug for section in parts(whole)]
    return tuple(
        Diagnostic(
            severity=Severity.ERROR,
            code="content/unknown-reference",
            message=Words(
                f"`[[{slug}]]` refers to a section that is not there", f"`[[{slug}]]` 指向的节不存在"
            ),
            span=span,
            suggestion=_known(slug, slugs),
            about=f"[[{slug}]]",
        )
        for slug, span in dict.fromkeys(_references(edition))
        if slug not in slugs
    )


def worded(brochure: Brochure, say: Callable[[str], str]) -> Brochure:
    """*brochure* with what *say* says about a slug in place of each reference to it."""
    front, sections, closing = _worded((brochure.front, brochure.sections, brochure.closing), say)
    return replace(brochure, front=front, sections=sections, closing=closing)


def _known(slug: str, slugs: list[str]) -> Words:
    near = nearest(slug, slugs)
    return quoted(f"[[{near}]]" if near else "") or Words(
        f"known here: {', '.join(slugs)}; to print the brackets write `\\[[`",
        f"可用的有：{'、'.join(slugs)}；如果就是要印出方括号，请写 `\\[[`",
    )


def _references(brochure: Brochure) -> Iterator[tuple[str, Span | None]]:
    """The slug of each reference, and the block it stands in."""
    yield from _in((brochure.front, brochure.sections, brochure.closing), brochure.span)


def _in(value: Any, span: Span | None) -> Iterator[tuple[str, Span | None]]:
    if isinstance(value, Inline):
        if value.reference:
            yield value.reference, span
        if value.note:
            yield from _in(value.note, span)
    elif type(value) is tuple:  # a span is a tuple too, of another type
        for item in value:
            yield from _in(item, span)
    elif is_dataclass(value):
        own = getattr(value, "span", None) or span
        for name in value.__dataclass_fields__:
            yield from _in(getattr(value, name), own)


def _worded(value: Any, say: Callable[[str], str]) -> Any:
    """*value* with every reference in it put into words; what has none stays the same object."""
    if type(value) is tuple:
        items = tuple(_worded(item, say) for item in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for name in value.__dataclass_fields__:
        old = getattr(value, name)
        if (new := _worded(old, say)) is not old:
            changes[name] = new
    if isinstance(value, Inline) and value.reference:
        changes |= {"text": say(value.reference), "reference": "", "link": f"#{value.reference}"}
    return replace(value, **changes) if changes else value
