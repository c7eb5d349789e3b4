"""Surfaces to bytes, deciding nothing. The only room that knows reportlab; importing it costs about 20 ms."""

from brochure.pdf.document import Deflate, deflated
from brochure.pdf.writer import write_pdf

__all__ = ["Deflate", "deflated", "write_pdf"]
