"""Marks at fixed places, in painting order, and their text dump."""

from brochure.display.marks import (
    DisplayList,
    Dot,
    GlyphRun,
    Linked,
    Mark,
    Outline,
    Panel,
    Picture,
    Piece,
    Rule,
    Segment,
    Shape,
    Surface,
)
from brochure.display.moving import moved, pieced

__all__ = [
    "DisplayList",
    "Dot",
    "GlyphRun",
    "Linked",
    "Mark",
    "Outline",
    "Panel",
    "Picture",
    "Piece",
    "Rule",
    "Segment",
    "Shape",
    "Surface",
    "moved",
    "pieced",
]
