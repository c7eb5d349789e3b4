"""What a job needs from the shelves and the author's folder: layouts, faces, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, assert_never

from brochure.content import Brochure, Edition, Handout, Photo, Whole
from brochure.diagnostics import BrochureError, Diagnostic, Span, Words, error
from brochure.fonts import Face, FontLibrary
from brochure.images import MOST_BYTES, ImageFile, Store, check_cutout, survey_file
from brochure.layout import Layout, load_layout
from brochure.layout.styles import TextStyle
from brochure.shipped import shelf
from brochure.source import Faults, nearest, read_inside

WHOLE_LAYOUT = "civic-16k"
HANDOUT_LAYOUT = "handout-a4"


def find_layout(brochure: Brochure, edition: Edition, asked: str, project: Path) -> Layout:
    """The layout of *edition*: the one *asked* for, else the content's own, else the house's.

    A name is looked up in the author's ``layouts`` folder, then on the shelf; only what is *asked* for
    outside the content may be a path to a layout file. Raises `BrochureError` for an unknown name, at the
    line that has it.
    """
    folders = (project / "layouts", shelf("layouts"))
    conditions = tuple(folder / "conditions" for folder in folders)
    profiles = tuple(folder / "profiles" for folder in folders)
    if asked.endswith((".yaml", ".yml")):
        return load_layout(Path(asked), asked, conditions, profiles)
    name, span = (asked, None) if asked else _named_by(brochure, edition)
    for folder in folders:
        path = folder / f"{name}.yaml"
        if path.is_file():
            return load_layout(path, f"layouts/{path.name}", conditions, profiles)
    names = sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})
    near = nearest(name, names)
    known = Words(f"known: {', '.join(names)}", f"可用：{'、'.join(names)}")
    message = Words(f"there is no layout `{name}`", f"没有名为 `{name}` 的版式")
    raise BrochureError(
        [error("press/unknown-layout", message, span, Words(f"`{near}`", f"`{near}`") if near else known)]
    )


def open_faces(layout: Layout, project: Path) -> tuple[FontLibrary, Mapping[str, Face]]:
    """The font library of a job and, by their own names, all faces its layout asks for."""
    library = FontLibrary.read(project / "fonts", shelf("fonts"))
    faults: list[Diagnostic] = []
    faces: dict[str, Face] = {}
    for (family, weight), place in sorted(_asked(layout).items(), key=itemgetter(0)):
        try:
            face = library.face(family, weight, place.weight if family in library.families else place.family)
            faces[face.name] = face
        except BrochureError as fault:
            faults += fault.findings
    if faults:
        raise BrochureError(faults)
    return library, faces


class _Place(NamedTuple):
    """Where a layout first asks for a family, and for this weight of it."""

    family: Span | None
    weight: Span | None


def _asked(layout: Layout) -> dict[tuple[str, int], _Place]:
    """Family and weight of every text style of *layout*, and where they are asked for."""
    theme = layout.theme("")
    styles: list[TextStyle] = []
    for paragraph in theme.paragraphs.values():
        styles += paragraph.texts
    for metric in theme.metrics.values():
        styles += [metric.figure, metric.unit, metric.qualifier]
        styles += [metric.spelled] if metric.spelled else []
        styles += metric.charts.texts if metric.charts else ()
    styles += [contents.number for contents in theme.contents.values()]
    styles += [text for kind in theme.apart.values() for text in kind.texts]
    asked: dict[tuple[str, int], _Place] = {}
    for style in styles:
        family = style.family_at or layout.span
        place = _Place(family, style.weight_at or family)
        asked.setdefault((style.family, style.weight), place)
        if style.superscript_weight:
            asked.setdefault((style.family, style.superscript_weight), _Place(family, family))
        if style.latin_family:
            latin = style.latin_at or layout.span
            asked.setdefault((style.latin_family, style.latin_weight), _Place(latin, latin))
    return asked


def survey(photos: Iterable[Photo], project: Path, store: Store | None) -> Mapping[str, ImageFile]:
    """The facts about every picture asked for, by its name in the content; faults of all of them together."""
    shelves = (project / "images", shelf("images"))
    files: dict[str, ImageFile] = {}
    faults = Faults("images")
    for photo in photos:
        place = photo.file_at or photo.span
        try:
            if photo.file not in files:
                found = read_inside(photo.file, shelves, place, faults, limit=MOST_BYTES)
                if found is None:
                    continue
                files[photo.file] = survey_file(*found, photo.file, place, store)
            if photo.cutout:
                check_cutout(files[photo.file].opaque, photo.file, place)
        except BrochureError as fault:
            faults.found += fault.findings
    faults.refuse()
    return files


def _named_by(brochure: Brochure, edition: Edition) -> tuple[str, Span | None]:
    """The layout that the content names for *edition*, or the house's own, and where it is written."""
    match edition:
        case Handout():
            return brochure.handout_layout or HANDOUT_LAYOUT, brochure.handout_layout_at or brochure.span
        case Whole():
            return brochure.layout or WHOLE_LAYOUT, brochure.layout_at or brochure.span
        case _:
            assert_never(edition)
