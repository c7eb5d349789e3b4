"""A two-page press file with one of everything, set by hand: what the tests of the writer and its
inspectors look at.
"""

from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from PIL import Image

from brochure.color import BLACK, PAPER, Cmyk, Ink, Spot
from brochure.content.metadata import Metadata
from brochure.display import DisplayList, Dot, GlyphRun, Mark, Outline, Panel, Picture, Rule, Shape, Surface
from brochure.fonts import Face
from brochure.geometry import Point, Pt, Rect, Size, mm
from brochure.imposition import OneUp, impose
from brochure.layout.condition import PressCondition
from brochure.pdf import write_pdf

ROOT: Final = Path(__file__).resolve().parents[2]
TRIM: Final = Size(mm(120), mm(90))
BLEED: Final = mm(3)
BLUE: Final = Cmyk(0.9, 0.5, 0.05, 0.05)
LILAC: Final = Spot(name="高原丁香", tint=0.8, alternate=Cmyk(0.35, 0.5, 0, 0))
CONDITION: Final = PressCondition(
    name="fogra39-coated",
    registered_name="FOGRA39",
    registry="http://www.color.org",
    description="Offset printing, coated paper, ISO 12647-2:2004/Amd 1",
    icc=ROOT / "layouts" / "conditions" / "ISOcoated_v2_300_bas.icc",
    icc_digest="b424c77f40c3423c925536f8ae08634985ccd0fe80eb253d5d229197ded7e886",
)
METADATA: Final = Metadata(title="西宁 & <高原>画册", subject="样张", issuer="编者", date="2026-01-02")
OUTLINES: Final = (
    Outline(title="封面", level=1, page=1, at=Point(0, 0)),
    Outline(title="正文：一", level=1, page=2, at=Point(30, 40)),
    Outline(title="小节", level=2, page=2, at=Point(30, 120)),
    Outline(title="正文：二", level=1, page=2, at=Point(30, 160)),
)
TEXTS: Final = (
    ("高原明珠·西宁", "黑字压在色版之上——叠印", "“夏都”2026"),
    (
        "清洁能源利用率达80%，超过全国平均水平；",
        "连字符-与‑，①与➀，省略号…与⋯，",
        "office 办公，1.3万P 算力——",
        "竖转 90°",
        "左移后右移",
    ),
)


@cache
def face(name: str) -> Face:
    """A face of the shelf by its file's stem."""
    return Face(ROOT / "fonts" / f"{name}.ttf", f"digest of {name}")


FACES: Final = {
    name: face(name) for name in ("NotoSerifSC-Regular", "NotoSansSC-Bold", "BrochureKai-Regular")
}


def line(
    text: str, x: Pt, y: Pt, size: Pt = 10.5, name: str = "NotoSerifSC-Regular", ink: Ink = BLACK, **rest: Any
) -> GlyphRun:
    """*text* shaped in one face from (x, y); *gap* points are added after every glyph."""
    gap = rest.pop("gap", 0.0)
    shaped = FACES[name].shape(text)
    scale = size / FACES[name].units_per_em
    ends = [*shaped.clusters[1:], len(text)]
    xs, pen = [], 0.0
    for advance, offset in zip(shaped.advances, shaped.x_offsets, strict=True):
        xs.append(pen + offset * scale)
        pen += advance * scale + gap
    return GlyphRun(
        at=Point(x, y),
        face=name,
        size=size,
        ink=ink,
        glyphs=shaped.glyphs,
        xs=tuple(xs),
        texts=tuple(text[a:b] for a, b in zip(shaped.clusters, ends, strict=True)),
        width=pen,
        overprint=ink.black_only,
        **rest,
    )


def jpeg(inks: tuple[int, int, int, int], size: tuple[int, int] = (60, 40), *, adobe: bool = True) -> bytes:
    """A CMYK JPEG of one tint (0 to 255 of each ink), stored Adobe's way, or straight and without Adobe's
    marker.
    """
    out = BytesIO()
    stored = inks if adobe else tuple(255 - ink for ink in inks)  # Pillow turns the inks over when it writes
    Image.new("CMYK", size, stored).save(out, "JPEG", quality=95, subsampling=0)
    data = out.getvalue()
    if not adobe:
        marker = data.index(b"\xff\xee\x00\x0eAdobe")
        data = data[:marker] + data[marker + 16 :]
    return data


def black_jpeg(grey: int, size: tuple[int, int] = (40, 40)) -> bytes:
    """A JPEG of one component; 0 is black."""
    out = BytesIO()
    Image.new("L", size, grey).save(out, "JPEG", quality=95)
    return out.getvalue()


def raster(data: bytes, size: tuple[int, int], components: int = 4, *, inverted: bool = True) -> Any:
    """*data* as the picture room hands it over."""
    from brochure.images import Raster

    return Raster(
        width=size[0],
        height=size[1],
        components=components,
        data=data,
        inverted=inverted,
        digest=sha256(data).hexdigest(),
    )


RASTERS: Final = {
    "sky.jpg": raster(jpeg((150, 60, 10, 0)), (60, 40)),
    "straight.jpg": raster(jpeg((150, 60, 10, 0), adobe=False), (60, 40), inverted=False),
    "map.jpg": raster(black_jpeg(128), (40, 40), 1),
}


def pixels(picture: Picture) -> Any:
    """The raster of *picture*."""
    return RASTERS[picture.file]


def page_one() -> tuple[Mark, ...]:
    """A cover: picture into the bleed, reversed title, black over a tint."""
    title, over, kai = TEXTS[0]
    whole = Rect(0, 0, 1, 1)
    return (
        Picture(box=Rect(-BLEED, -BLEED, TRIM.width + 2 * BLEED, 120), file="sky.jpg", crop=whole),
        Panel(box=Rect(-BLEED, 111.5, TRIM.width + 2 * BLEED, 80), ink=BLUE),
        line(title, 30, 60, 28, "NotoSansSC-Bold", PAPER),
        line(over, 30, 150, 14),
        line(kai, 30, 225, 12, "BrochureKai-Regular", BLUE),
    )


def page_two() -> tuple[Mark, ...]:
    """A text page: justified lines, rule, spot-ink dot, pictures, a turned line, glyphs moved back and
    forth.
    """
    first, second, third, turned, moved = TEXTS[1]
    whole = Rect(0, 0, 1, 1)
    shifted = line(moved, 30, 150)
    places = tuple(x + (-1.5, 2.25, 0.0004)[i % 3] for i, x in enumerate(shifted.xs))
    return (
        line(first, 30, 40, gap=0.173),
        line(second, 30, 60),
        line(third, 30, 80, gap=-0.21),
        Rule(start=Point(30, 95), end=Point(200, 95), width=0.5, ink=BLACK, overprint=True),
        Dot(centre=Point(215, 95), radius=4, ink=LILAC),
        Shape(
            at=Point(225, 90),
            path=(("m", (0, 0)), ("l", (10, 0)), ("c", (12, 2, 12, 8, 10, 10)), ("l", (0, 10)), ("z", ())),
            fill=LILAC,
            stroke=LILAC,
            width=0.5,
        ),
        line(turned, 250, 100, 12, "NotoSansSC-Bold", LILAC, turn=90),
        GlyphRun(
            at=shifted.at,
            face=shifted.face,
            size=shifted.size,
            ink=BLACK,
            glyphs=shifted.glyphs,
            xs=places,
            ys=tuple(-2.0 * (i == 2) for i in range(len(places))),
            texts=shifted.texts,
            width=shifted.width,
            overprint=True,
        ),
        Picture(box=Rect(30, 170, 60, 40), file="straight.jpg", crop=whole),
        Picture(box=Rect(110, 170, 40, 40), file="map.jpg", crop=whole),
        Picture(box=Rect(170, 170, 60, 40), file="sky.jpg", crop=whole),
    )


def surfaces(*, marks: bool = False) -> tuple[Surface, ...]:
    """The two pages on their surfaces."""
    pages = [DisplayList(size=TRIM, marks=page_one()), DisplayList(size=TRIM, marks=page_two())]
    return impose(pages, OneUp(marks=marks), BLEED)


def one_page(*marks: Mark) -> bytes:
    """A file of one page with *marks*."""
    pages = impose([DisplayList(size=TRIM, marks=marks)], OneUp(), BLEED)
    return write_pdf(pages, FACES, pixels, METADATA, CONDITION)


@cache
def specimen() -> bytes:
    """The file."""
    return write_pdf(surfaces(), FACES, pixels, METADATA, CONDITION, OUTLINES)
