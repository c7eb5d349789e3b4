"""Galleys into frames on pages."""

from brochure.pagination.objective import COSTS
from brochure.pagination.page import Page, PageAccount, Pagination, PartAccount, Placement
from brochure.pagination.paginate import paginate

__all__ = ["COSTS", "Page", "PageAccount", "Pagination", "PartAccount", "Placement", "paginate"]
