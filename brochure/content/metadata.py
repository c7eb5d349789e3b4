"""What a file says about itself: taken from the content, never from a clock."""

from __future__ import annotations

from brochure.content.model import Brochure
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, subject, issuer, language and date of an edition; *date* is ``YYYY-MM-DD`` or empty when the
    content gives none.
    """

    title: str
    subject: str = ""
    issuer: str = ""
    language: str = "zh-Hans"
    date: str = ""


def metadata(brochure: Brochure) -> Metadata:
    """The metadata of *brochure*; a handout is called by its section, before the name of the whole."""
    subtitle = brochure.subtitle.text if brochure.subtitle else ""
    title = brochure.title.text
    if brochure.cover is None and len(brochure.sections) == 1:
        title = f"{brochure.sections[0].title.text} · {title}"
    return Metadata(
        title=title,
        subject=subtitle,
        issuer=brochure.credits.issuer,
        language=brochure.language,
        date=brochure.credits.date,
    )
