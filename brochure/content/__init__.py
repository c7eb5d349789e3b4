"""What the author wrote: the brochure as values, read from YAML, selected by edition, checked against
itself.
"""

from brochure.content.cards import cards
from brochure.content.checks import check
from brochure.content.described import described
from brochure.content.metadata import Metadata, metadata
from brochure.content.model import (
    Block,
    BodyText,
    Brochure,
    Cover,
    Credits,
    Heading,
    Inline,
    Lead,
    MetricBand,
    MetricCallout,
    NameLine,
    NameList,
    Photo,
    PhotoGroup,
    PhotoKind,
    QrCode,
    Reading,
    Section,
    Text,
    Title,
    plain,
)
from brochure.content.parse import load_brochure, parse_brochure
from brochure.content.references import check_references, refers, worded
from brochure.content.schema import FIRST_LINE, SCHEMA_FILE, content_schema, schema_text
from brochure.content.select import Edition, Handout, Whole, handouts, photos, select

__all__ = [
    "FIRST_LINE",
    "SCHEMA_FILE",
    "Block",
    "BodyText",
    "Brochure",
    "Cover",
    "Credits",
    "Edition",
    "Handout",
    "Heading",
    "Inline",
    "Lead",
    "Metadata",
    "MetricBand",
    "MetricCallout",
    "NameLine",
    "NameList",
    "Photo",
    "PhotoGroup",
    "PhotoKind",
    "QrCode",
    "Reading",
    "Section",
    "Text",
    "Title",
    "Whole",
    "cards",
    "check",
    "check_references",
    "content_schema",
    "described",
    "handouts",
    "load_brochure",
    "metadata",
    "parse_brochure",
    "photos",
    "plain",
    "refers",
    "schema_text",
    "select",
    "worded",
]
