"""Runs one job end to end."""

from brochure.press.build import Proofed, build, proof
from brochure.press.cache import Cache
from brochure.press.deliver import write_whole
from brochure.press.extract import PageRange
from brochure.press.job import Job, Printed

__all__ = ["Cache", "Job", "PageRange", "Printed", "Proofed", "build", "proof", "write_whole"]
