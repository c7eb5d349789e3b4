"""Galleys into frames on pages."""

from brochure.pagination.page import Page, PageAccount, Pagination, PartAccount, Placement
from brochure.pagination.paginate import paginate

__all__ = ["Page", "PageAccount", "Pagination", "PartAccount", "Placement", "paginate"]
