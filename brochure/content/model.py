"""What the author wrote, as frozen values.

Text is text as typed: nothing here is a number, a length or a colour. A field ``…_at`` is the place of one
value in the file, for faults that only a later room can see.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from brochure.diagnostics import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A stretch of running text with one set of marks (行内标记).

    *bold* is strong emphasis, *dotted* asks for emphasis dots (着重号), *keep* forbids a break inside,
    *superscript* raises, *link* is the target of a link.
    """

    text: str
    bold: bool = False
    dotted: bool = False
    keep: bool = False
    superscript: bool = False
    link: str = ""


Text: TypeAlias = tuple[Inline, ...]


def plain(text: Text) -> str:
    """The characters of *text* without its marks."""
    return "".join(inline.text for inline in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title or heading line.

    *text* is what prints; *seams* are the offsets in it where the author allows a line to break (``|``).
    """

    text: str
    seams: tuple[int, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section; *level* counts from 1 below the section's own title."""

    title: Title
    level: int = 1
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyText:
    """A paragraph of running text.

    *lead* is its run-in lead (段首提要), set in the section's colour before the text.
    """

    text: Text
    lead: Text = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The paragraph that opens the brochure or a section (导语)."""

    text: Text
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricCallout:
    """A figure that stands out: 超 80 % 清洁能源利用率.

    *qualifier* is 超, 近, 达 … before the figure or 以上 … after it, and prints with it.
    """

    value: str
    label: str
    unit: str = ""
    qualifier: str = ""
    note: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricBand:
    """Metrics that stand together."""

    metrics: tuple[MetricCallout, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


PhotoKind: TypeAlias = Literal["photograph", "illustration"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture the author asks for, with its caption.

    *file* is relative to the project's ``images`` folder; *focus* is the point that must stay in sight, in
    shares of width and height of the upright picture; an ``illustration`` is never captioned as a
    photograph.
    """

    file: str
    caption: Text = ()
    kind: PhotoKind = "photograph"
    credit: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    span: Span | None = field(default=None, compare=False, repr=False)
    file_at: Span | None = field(default=None, compare=False, repr=False)


Block: TypeAlias = Heading | BodyText | Lead | MetricCallout | MetricBand | Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The front cover.

    Its picture, and a short line for the foot (edition, year) when the author gives one.
    """

    photo: Photo | None = None
    line: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section.

    *slug* names its handout file; *theme* names a theme of the layout (its colours); *opening* names one of
    the layout's page sequences, empty for the layout's own choice.
    """

    slug: str
    title: Title
    blocks: tuple[Block, ...]
    theme: str = ""
    opening: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)
    theme_at: Span | None = field(default=None, compare=False, repr=False)
    opening_at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Where the data come from, who issues the brochure, when, and a note (such as one about the pictures).

    Printed on the back cover and at the foot of handouts.
    """

    source: str = ""
    issuer: str = ""
    date: str = ""
    note: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brochure:
    """The whole content of a brochure, or of one of its editions.

    *keep* are names and terms that a line must not break (专名); *layout* is the layout asked for by name.
    *front* are the blocks before the sections (lead, a picture); *closing* is a section of its own kind or
    None.
    """

    slug: str
    title: Title
    sections: tuple[Section, ...]
    subtitle: Title | None = None
    cover: Cover | None = Cover()
    front: tuple[Block, ...] = ()
    closing: Section | None = None
    credits: Credits = Credits()
    layout: str = ""
    handout_layout: str = ""
    keep: tuple[str, ...] = ()
    language: str = "zh-Hans"
    span: Span | None = field(default=None, compare=False, repr=False)
    layout_at: Span | None = field(default=None, compare=False, repr=False)
    handout_layout_at: Span | None = field(default=None, compare=False, repr=False)
