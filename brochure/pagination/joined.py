"""Parts that a layout prints together: cover, preface and back on one side of a folded sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from brochure.layout.model import Stage
from brochure.pagination.parts import Part


def joined(parts: Iterable[Part], plan: Iterable[Stage]) -> tuple[Part, ...]:
    """*parts* with those that a stage ``joins`` put after the content of its own part.

    A part whose host the brochure does not have stays by itself.
    """
    given = tuple(parts)
    present = {part.kind for part in given}
    hosts = {kind: stage.part for stage in plan for kind in stage.joins if stage.part in present}
    return tuple(
        _with(part, [guest for guest in given if hosts.get(guest.kind) == part.kind])
        for part in given
        if part.kind not in hosts
    )


def _with(host: Part, guests: list[Part]) -> Part:
    """*host* with the content of *guests*, kind by kind; the host's pictures stand by its own text."""
    for guest in guests:
        more: dict[str, Any] = {
            field.name: getattr(host, field.name) + getattr(guest, field.name)
            for field in fields(Part)
            if type(getattr(guest, field.name)) is tuple  # a place in the file is one too, and is the host's
        }
        own = host.anchors or (-1,) * len(host.photos)
        more["anchors"] = own + _after(host, guest.anchors)
        more["group_anchors"] = host.group_anchors + _after(host, guest.group_anchors)
        host = replace(host, **more)
    return host


def _after(host: Part, anchors: tuple[int, ...]) -> tuple[int, ...]:
    """A guest's *anchors* in the text of both; what came first there still follows nothing of the host's."""
    return tuple(max(anchor, 0) + len(host.text) for anchor in anchors)
