"""Marks at fixed places, in painting order, and their text dump."""

from brochure.display.marks import (
    DisplayList,
    Dot,
    GlyphRun,
    Mark,
    Outline,
    Panel,
    Picture,
    Rule,
    Segment,
    Shape,
    Surface,
)
from brochure.display.moving import moved

__all__ = [
    "DisplayList",
    "Dot",
    "GlyphRun",
    "Mark",
    "Outline",
    "Panel",
    "Picture",
    "Rule",
    "Segment",
    "Shape",
    "Surface",
    "moved",
]
