"""Pages to printed surfaces."""

from brochure.imposition.scheme import OneUp, impose, surface_of

__all__ = ["OneUp", "impose", "surface_of"]
