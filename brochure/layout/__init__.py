"""What the designer decided: trim, grid, masters, styles, press condition."""

from brochure.layout.condition import PressCondition, load_condition
from brochure.layout.model import Frame, Grid, Layout, Master, Sequence, Stage, Theme, Weights
from brochure.layout.parse import load_layout

__all__ = [
    "Frame",
    "Grid",
    "Layout",
    "Master",
    "PressCondition",
    "Sequence",
    "Stage",
    "Theme",
    "Weights",
    "load_condition",
    "load_layout",
]
