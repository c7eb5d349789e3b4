"""Galleys into frames on pages."""

from brochure.pagination.page import Page, Pagination, Placement
from brochure.pagination.paginate import paginate

__all__ = ["Page", "Pagination", "Placement", "paginate"]
