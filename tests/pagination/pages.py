"""Brochures and pages for the pagination tests."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from brochure.composition import Looseness, compose_block, compose_paragraph_variants
from brochure.content.model import Block, BodyText, Brochure, Inline, Photo, Section, Title
from brochure.diagnostics import Span
from brochure.display import GlyphRun, Picture
from brochure.geometry import Rect
from brochure.layout import Layout
from brochure.layout.styles import ParagraphStyle
from brochure.pagination import Page, Pagination, paginate
from tests.square import SQUARES


@dataclass(frozen=True)
class Facts:
    """A picture file of so many pixels, and what of it is opaque."""

    pixels: tuple[int, int] = (3000, 2000)
    opaque: Rect | None = None


class AnyPicture(dict[str, Facts]):
    """Every picture asked for is there."""

    def __missing__(self, name: str) -> Facts:
        return Facts()


HAN: Final = "春风化雨润物无声山高水长日月同辉天地人和万象更新"


def at(line: int) -> Span:
    """A place in the author's file."""
    return Span("content.yaml", line, 1, line, 2)


def paragraph(characters: int, line: int = 1) -> BodyText:
    """A paragraph of so many Han characters, written on *line*."""
    text = (HAN * (characters // len(HAN) + 1))[:characters]
    return BodyText(text=(Inline(text=text),), span=at(line))


def photo(name: str, line: int = 1, caption: str = "") -> Photo:
    """A picture the author asks for."""
    return Photo(file=name, caption=(Inline(text=caption),) if caption else (), span=at(line))


def section(
    *blocks: Block, title: str = "标题", slug: str = "one", theme: str = "", opening: str = ""
) -> Section:
    """A section."""
    return Section(
        slug=slug,
        title=Title(text=title, span=at(90)),
        blocks=blocks,
        theme=theme,
        opening=opening,
        span=at(90),
    )


def brochure(*sections: Section) -> Brochure:
    """A brochure of sections alone, as a handout is."""
    return Brochure(slug="sums", title=Title(text="小册"), sections=sections, cover=None, span=at(1))


def pages_of(content: Brochure, layout: Layout, *, greedy: bool = False) -> Pagination:
    """*content* in *layout*, in square faces."""
    return untitled(told_pages_of(content, layout, greedy=greedy))


def untitled(result: Pagination) -> Pagination:
    """*result* without a word about titles: most pages made for a sum have no frame for the section's. That
    this is told, `test_unsaid` shows.
    """
    findings = (finding for finding in result.findings if finding.code != "pagination/title-left-out")
    return replace(result, findings=tuple(findings))


def told_pages_of(content: Brochure, layout: Layout, *, greedy: bool = False) -> Pagination:
    """*content* in *layout*, in square faces, with everything that was found."""
    compose = partial(compose_block, faces=SQUARES)
    return paginate(content, layout, compose, SQUARES, AnyPicture(), greedy=greedy, loosen=loosened)


def loosened(block: BodyText, style: ParagraphStyle, measure: float) -> Looseness:
    """*block* as it sets itself, and a line shorter and longer."""
    return compose_paragraph_variants(block.text, style, measure, SQUARES, lead=block.lead)


def texts(page: Page) -> list[str]:
    """The text runs of a page in painting order."""
    return [mark.text for mark in page.display.marks if isinstance(mark, GlyphRun)]


def pictures(page: Page) -> list[Picture]:
    """The pictures of a page."""
    return [mark for mark in page.display.marks if isinstance(mark, Picture)]


def baselines(page: Page, size: float = 10.0) -> list[float]:
    """The baselines of a page's runs of one size, each once, downwards."""
    return sorted(
        {
            round(mark.at.y, 3)
            for mark in page.display.marks
            if isinstance(mark, GlyphRun) and mark.size == size
        }
    )
