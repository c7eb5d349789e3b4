"""Reopens finished bytes with libraries the writer does not use and checks them again.

`reread` is quick and needs no library. `brochure.inspection.press_rules` (all press rules) and
`brochure.inspection.text` (copied text) load pikepdf and pdfium, so they are imported where they are
wanted, not through this door.
"""

from brochure.inspection.reread import reread

__all__ = ["reread"]
