"""Pages and the brochure they were made from to what is read of them, and in which order."""

from brochure.reading.walk import Told, tell

__all__ = ["Told", "tell"]
