"""The specimens that come in the box: content files by the layout they are made for, and what one needs."""

import json
from collections.abc import Iterator
from pathlib import Path

from brochure.shipped import shelf
from brochure.values import dataclass

_EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
# A paragraph is one long line; keys and names are offered inside values too.
_SETTINGS = {
    "[yaml]": {"editor.wordWrap": "on", "editor.quickSuggestions": {"strings": True}},
    "files.encoding": "utf8",
    "files.eol": "\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A content file of the shelf and the *layout* it asks for; *title* is what its author called it."""

    layout: str
    title: str
    content: Path


def specimens() -> tuple[Specimen, ...]:
    """Every specimen, one for each layout, the brochure this house was built for first."""
    from brochure.cli.project import SAMPLE
    from brochure.content import load_brochure
    from brochure.press.shop import WHOLE_LAYOUT

    found: dict[str, Specimen] = {}
    paths = sorted(shelf("content").glob("*.yaml"), key=lambda path: (path.name != SAMPLE, path.name))
    for path in paths:
        brochure = load_brochure(path, path.name)
        layout = brochure.layout or WHOLE_LAYOUT
        found.setdefault(layout, Specimen(layout=layout, title=brochure.title.text, content=path))
    return tuple(found.values())


def project_files(specimen: Specimen) -> Iterator[tuple[str, bytes]]:
    """The files of a project made from *specimen*, by their paths in it.

    The content under its new name with the line that tells editors its schema, that schema, the editor's
    settings, the pictures, and the sheets that lie beside the content.
    """
    from brochure.cli.project import PROJECT_FILE
    from brochure.content import FIRST_LINE, SCHEMA_FILE, load_brochure, photos, schema_text

    text = specimen.content.read_text(encoding="utf-8-sig")
    lines = text.splitlines(keepends=True)
    if lines and lines[0].startswith("# yaml-language-server:"):
        del lines[0]
    yield PROJECT_FILE, "".join((f"{FIRST_LINE}\n", *lines)).encode()
    yield SCHEMA_FILE, schema_text().encode()
    yield ".vscode/extensions.json", (json.dumps(_EXTENSIONS, indent=2) + "\n").encode()
    yield ".vscode/settings.json", (json.dumps(_SETTINGS, indent=2) + "\n").encode()
    for name in dict.fromkeys(photo.file for photo in photos(load_brochure(specimen.content))):
        yield f"images/{name}", (shelf("images") / name).read_bytes()
    for name in _sheets(specimen.content):
        yield name, (specimen.content.parent / name).read_bytes()


def _sheets(content: Path) -> tuple[str, ...]:
    """The files beside *content* that its tables name."""
    from brochure.source import Mapping, Node, Scalar, Sequence, read

    def named(node: Node) -> Iterator[str]:
        if isinstance(node, Sequence):
            for item in node:
                yield from named(item)
        elif isinstance(node, Mapping):
            for entry in node:
                if entry.key.text == "table" and isinstance(entry.value, Mapping):
                    file = entry.value.get("file")
                    if isinstance(file, Scalar):
                        yield file.text
                yield from named(entry.value)

    return tuple(dict.fromkeys(named(read(content, content.name))))
