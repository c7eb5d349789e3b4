"""Rules for page boxes and viewer preferences (checks 41 to 44, 51)."""

from collections.abc import Iterator

import pikepdf

from brochure.diagnostics import Words
from brochure.geometry import in_mm, mm
from brochure.inspection.evidence import Evidence, Fault, press_rule

_SLACK = mm(0.1)


def _edges(page: pikepdf.Page, key: str) -> list[float]:
    return [float(edge) for edge in page.obj[key]]


def _inside(inner: list[float], outer: list[float]) -> bool:
    slack = 0.01
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


@press_rule(
    41,
    "trim-box",
    "ISO 15930-7",
    Words("trim inside bleed inside media", "裁切框、出血框、介质框应依次包含"),
)
def trim_box(evidence: Evidence) -> Iterator[Fault]:
    """A TrimBox and no ArtBox, inside the BleedBox, inside the MediaBox."""
    for number, page in evidence.pages:
        missing = [key for key in ("/TrimBox", "/BleedBox", "/MediaBox") if key not in page.obj]
        if missing or "/ArtBox" in page.obj:
            yield Fault(f"missing {missing}, /ArtBox {'/ArtBox' in page.obj}", number)
            continue
        trim, bleed, media = (_edges(page, key) for key in ("/TrimBox", "/BleedBox", "/MediaBox"))
        if not (_inside(trim, bleed) and _inside(bleed, media)):
            yield Fault(f"{trim} {bleed} {media}", number)


@press_rule(42, "crop-box", "GWG 2022 R0003", Words("CropBox is the MediaBox", "CropBox 应等于 MediaBox"))
def crop_box(evidence: Evidence) -> Iterator[Fault]:
    """CropBox absent or equal to the MediaBox."""
    for number, page in evidence.pages:
        if "/CropBox" in page.obj and _edges(page, "/CropBox") != _edges(page, "/MediaBox"):
            yield Fault(f"{_edges(page, '/CropBox')}", number)


@press_rule(
    43, "trim-size", "GWG 2022 R0002, R0004", Words("every page trims to the order", "成品尺寸应与订单一致")
)
def trim_size(evidence: Evidence) -> Iterator[Fault]:
    """The ordered size within 0.1 mm on every page, not rotated, not scaled."""
    for number, page in evidence.pages:
        for key in ("/Rotate", "/UserUnit"):
            if key in page.obj:
                yield Fault(f"{key} {page.obj[key]}", number)
        if "/TrimBox" in page.obj:
            left, foot, right, top = _edges(page, "/TrimBox")
            wide, high = evidence.order.trim
            if abs(right - left - wide) > _SLACK or abs(top - foot - high) > _SLACK:
                yield Fault(f"{in_mm(right - left):.2f} × {in_mm(top - foot):.2f} mm", number)


@press_rule(44, "bleed", "house", Words("the ordered bleed on every side", "四边出血应与订单一致"))
def bleed(evidence: Evidence) -> Iterator[Fault]:
    """The BleedBox reaches the ordered bleed past the TrimBox on all four sides; the trim is centred in
    the medium.
    """
    for number, page in evidence.pages:
        if "/TrimBox" not in page.obj or "/BleedBox" not in page.obj:
            continue
        trim, reach, media = (_edges(page, key) for key in ("/TrimBox", "/BleedBox", "/MediaBox"))
        bleeds = [abs(outer - inner) for inner, outer in zip(trim, reach, strict=True)]
        if any(abs(side - evidence.order.bleed) > _SLACK for side in bleeds):
            yield Fault(" ".join(f"{in_mm(side):.2f}" for side in bleeds) + " mm", number)
        if abs(trim[0] - media[0] - (media[2] - trim[2])) > _SLACK:
            yield Fault("the trim is not centred", number)
        if abs(trim[1] - media[1] - (media[3] - trim[3])) > _SLACK:
            yield Fault("the trim is not centred", number)


@press_rule(
    51,
    "viewer-areas",
    "ISO 15930-7",
    Words("no odd print areas", "查看与打印区域只可为 MediaBox 或 BleedBox"),
)
def viewer_areas(evidence: Evidence) -> Iterator[Fault]:
    """ViewArea, ViewClip, PrintArea, PrintClip only MediaBox or BleedBox."""
    preferences = evidence.root.get("/ViewerPreferences", pikepdf.Dictionary())
    for key in ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"):
        if preferences.get(key, "/MediaBox") not in ("/MediaBox", "/BleedBox"):
            yield Fault(f"{key} {preferences[key]}")


RULES = (trim_box, crop_box, trim_size, bleed, viewer_areas)
