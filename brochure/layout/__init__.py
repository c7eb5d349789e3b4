"""What the designer decided: trim, grid, masters, styles, press condition."""

from brochure.layout.condition import PressCondition, load_condition
from brochure.layout.fold import Fold
from brochure.layout.model import Frame, Grid, Layout, Master, Sequence, Stage, Theme, Weights
from brochure.layout.parse import load_layout
from brochure.layout.screens import ImageSize, ReferenceWords

__all__ = [
    "Fold",
    "Frame",
    "Grid",
    "ImageSize",
    "Layout",
    "Master",
    "PressCondition",
    "ReferenceWords",
    "Sequence",
    "Stage",
    "Theme",
    "Weights",
    "load_condition",
    "load_layout",
]
