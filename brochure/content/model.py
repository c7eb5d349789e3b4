"""What the author wrote, as frozen values.

Text is text as typed: nothing here is a number, a length or a colour. A field ``…_at`` is the place of one
value in the file, for faults that only a later room can see. A block that is *optional* may be left out where
the pages have no room for it; like its place, that changes nothing in how it is set.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from brochure.diagnostics import Diagnostic, Span
from brochure.values import dataclass

if TYPE_CHECKING:
    from brochure.content.apart import SetApart

NameLine: TypeAlias = Literal["", "name", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A stretch of running text with one set of marks (行内标记).

    *bold* is strong emphasis, *dotted* asks for emphasis dots (着重号), *line* for the line of a proper
    name (专名号) or the wavy one of a book title (书名号甲式), *keep* forbids a break inside, *superscript*
    raises, *ruby* is the pinyin above the whole stretch, *link* is the target of a link: an address, or ``#``
    and the slug of a section. A *note* has no
    characters of its own where it is written; its mark is given to it when the pages are made. A stretch
    without characters keeps the lines of two names apart. A *reference* is the slug of a section that the
    text refers to (参见); its words are given to it when the edition is known.
    """

    text: str
    bold: bool = False
    dotted: bool = False
    line: NameLine = ""
    keep: bool = False
    superscript: bool = False
    ruby: str = ""
    link: str = ""
    note: tuple[Inline, ...] = ()
    reference: str = ""


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
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyText:
    """A paragraph of running text.

    *lead* is its run-in lead (段首提要), set in the section's colour before the text.
    """

    text: Text
    lead: Text = ()
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The paragraph that opens the brochure or a section (导语)."""

    text: Text
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value of several that belong to a metric, as typed; *label* is its year or the name of the part,
    *unit* its own unit where that is not the metric's.
    """

    value: str
    label: str = ""
    unit: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricCallout:
    """A figure that stands out: 超 80 % 清洁能源利用率.

    *qualifier* is 超, 近, 达 … before the figure or 以上 … after it, and prints with it. At most one of the
    others says what the figure means, for the layout to draw: it is the *share* of a whole (``80%``), it has
    *parts*, it came *before* and *after* some change, it is the last of a *trend*.
    """

    value: str
    label: str
    unit: str = ""
    qualifier: str = ""
    note: str = ""
    share: str = ""
    parts: tuple[Reading, ...] = ()
    before: Reading | None = None
    after: Reading | None = None
    trend: tuple[Reading, ...] = ()
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricBand:
    """Metrics that stand together."""

    metrics: tuple[MetricCallout, ...]
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


PhotoKind: TypeAlias = Literal["photograph", "illustration", "map"]
PhotoSize: TypeAlias = Literal["", "large", "small"]
Arrangement: TypeAlias = Literal["pair", "grid", "strip"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture the author asks for, with its caption.

    *file* is relative to the project's ``images`` folder; *focus* is the point that must stay in sight, in
    shares of width and height of the upright picture; an ``illustration`` is never captioned as a
    photograph; a ``map`` prints its *approval* (审图号) beside it. A *cutout* (去底图) stands free on
    whatever lies below it. *alt* is what a screen reader says instead of the caption. *size* is the author's
    wish beside the other pictures: this one ``large``, or ``small``.
    """

    file: str
    caption: Text = ()
    kind: PhotoKind = "photograph"
    credit: str = ""
    approval: str = ""
    cutout: bool = False
    alt: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    size: PhotoSize = ""
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)
    file_at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoGroup:
    """Pictures that stand together, each with a caption of its own or one *caption* for all.

    *arrange* is the author's wish where the layout leaves the choice open.
    """

    photos: tuple[Photo, ...]
    caption: Text = ()
    arrange: Arrangement | None = None
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A code to be read with a telephone (二维码): the *text* in it, usually an address, and a *caption*."""

    text: str
    caption: Text = ()
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """A list of names (名单), each set out to the same width (均排)."""

    names: tuple[str, ...]
    optional: bool = field(default=False, compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)


_Common: TypeAlias = (
    Heading | BodyText | Lead | MetricCallout | MetricBand | Photo | NameList | PhotoGroup | QrCode
)
if TYPE_CHECKING:
    Block: TypeAlias = _Common | SetApart
else:
    Block = _Common  # what stands apart is loaded by the first that is read


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
    the layout's page sequences, empty for the layout's own choice. *number* is the section's place in the
    whole brochure, kept by an edition that has not all of them; 0 where all are there to be counted.
    """

    slug: str
    title: Title
    blocks: tuple[Block, ...]
    theme: str = ""
    opening: str = ""
    number: int = 0
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
class HandoutLines:
    """What handouts say beside their section.

    *strip* stands in the strip at their head instead of the brochure's title (an occasion: 新闻发布会材料),
    *contact* is a line at the foot of their last page.
    """

    strip: str = ""
    contact: str = ""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brochure:
    """The whole content of a brochure, or of one of its editions.

    *keep* are names that a line must not break (专名), *terms* words that a heading must not break;
    *layout* is the layout asked for by name. *front* are the blocks before the sections (lead, a picture);
    *closing* is a section of its own kind or None. *pages* is how many pages it should come to (0: as many as
    it takes). *slips* are warnings about how it was typed (T1).
    """

    slug: str
    title: Title
    sections: tuple[Section, ...]
    subtitle: Title | None = None
    cover: Cover | None = Cover()
    front: tuple[Block, ...] = ()
    closing: Section | None = None
    credits: Credits = Credits()
    handout: HandoutLines = HandoutLines()
    layout: str = ""
    handout_layout: str = ""
    keep: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    language: str = "zh-Hans"
    pages: int = 0
    slips: tuple[Diagnostic, ...] = field(default=(), compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)
    layout_at: Span | None = field(default=None, compare=False, repr=False)
    pages_at: Span | None = field(default=None, compare=False, repr=False)
    handout_layout_at: Span | None = field(default=None, compare=False, repr=False)
