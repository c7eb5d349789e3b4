"""The designer's guide: its example is built, its fragments are read, its tables are complete; and what it
promises holds: a layout's YAML alone restyles a brochure.
"""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from brochure.display.dump import dump
from brochure.images import MOST_BYTES
from brochure.layout import load_layout
from brochure.layout.forms import LAYOUT
from brochure.layout.model import WORDS_FIELDS, Weights
from brochure.press import Cache, Job, build, proof
from brochure.shipped import shelf
from brochure.source import Faults, parse

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "layouts.md"
TEXT = GUIDE.read_text(encoding="utf-8")
FENCES = re.findall(r"(?:^`([^`\n]+)`\n\n)?^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
FILES = {name: text for name, text in FENCES if name}
FRAGMENTS = [text for name, text in FENCES if not name]


def saved(folder: Path, **changes: str) -> Job:
    """The guide's files in *folder*, with *changes* (old to new, once each) in whichever has them."""
    (folder / "layouts").mkdir(exist_ok=True)
    wanted = dict(changes.items())
    for name, text in FILES.items():
        for old, new in changes.items():
            if old in text:
                assert text.count(old) == 1, old
                text = text.replace(old, new)  # noqa: PLW2901  # the file as the reader would save it
                del wanted[old]
        (folder / name).write_text(text, encoding="utf-8")
    assert not wanted
    return Job(content=folder / "brochure.yaml", shown_as="brochure.yaml")


def pages(folder: Path, **changes: str) -> list[str]:
    """The pages of the guide's example as text, without the places they come from."""
    found = proof(saved(folder, **changes), Cache(None))
    assert found.findings == ()
    return [re.sub(r" <\d+:\d+>", "", dump(page.display)) for page in found.pagination.pages]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The example's pages as the guide has them."""
    return pages(tmp_path_factory.mktemp("guide"))


def test_the_example_builds_as_it_stands(tmp_path: Path) -> None:
    """Both files saved into an empty folder: two pages of 140 × 210 mm, and not one finding."""
    assert set(FILES) == {"layouts/leaf.yaml", "brochure.yaml"}
    printed = build(saved(tmp_path), Cache(None))
    assert (printed.pages, printed.findings) == (2, ())
    assert [round(edge) for edge in printed.trim_mm] == [140, 210]
    assert MOST_BYTES > len(printed.data) > 50_000


def test_a_changed_ink_recolours_and_moves_nothing(tmp_path: Path, shown: list[str]) -> None:
    """The guide's first experiment: lilac becomes orange, and that is all that changed."""
    after = pages(tmp_path, **{"  lilac: 62/72/8/8": "  lilac: 8/62/96/4"})
    lilac, orange = "cmyk(0.62,0.72,0.08,0.08)", "cmyk(0.08,0.62,0.96,0.04)"
    assert lilac in shown[1]
    assert orange in after[1]
    assert [page.replace(orange, lilac) for page in after] == shown


def test_a_changed_theme_recolours_and_moves_nothing(tmp_path: Path, shown: list[str]) -> None:
    """The third experiment: another theme for the section."""
    after = pages(tmp_path, **{"theme: lilac": "theme: pine"})
    assert [re.sub(r"cmyk\S+", "", page) for page in after] == [
        re.sub(r"cmyk\S+", "", page) for page in shown
    ]
    assert after[0] == shown[0]
    assert after[1] != shown[1]


CHANGES = {
    "title size": ("size: 24pt", "size: 26pt"),
    "body face": ("body: {family: song", "body: {family: hei"),
    "drop of the labels": ("label-drop: 7pt", "label-drop: 9pt"),
    "trim": ("{width: 140mm", "{width: 142mm"),
    "head margin": ("head: 60pt", "head: 61pt"),
    "inner margin": ("inner: 48pt", "inner: 47pt"),
    "measure": ("column: 300pt", "column: 290pt"),
    "baseline": ("baseline: 17pt", "baseline: 16.5pt"),
    "figure size": ("size: 30pt, ink: main}\n    unit", "size: 27pt, ink: main}\n    unit"),
    "rule of the figures": ("rule: 0.5pt", "rule: 1pt"),
    "a ground's height": ("height: 12mm", "height: 10mm"),
    "indent": ("indent: 2", "indent: 3"),
    "alignment of the folio": ("leading: 12pt, align: center", "leading: 12pt, align: end"),
    "gap of the caption": ("gap: 6pt", "gap: 12pt"),
    "note of an illustration": ("（插画）", "（绘图）"),
    "folio words": ("words: '{page}'", "words: '[{page}]'"),
    "place of the cover's title": ("lines: 8-16", "lines: 10-18"),
    "mixed spacing": ("  size: 10pt\n\npalette", "  size: 10pt\n\nprofile: {mixed-gap: 0.1em}\n\npalette"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_decision_changes_the_pages(tmp_path: Path, shown: list[str], name: str) -> None:
    """Sizes, faces, margins, rules, words: each is read from the layout, none is known to the program."""
    old, new = CHANGES[name]
    assert pages(tmp_path, **{old: new}) != shown


# ---------------------------------------------------------------- the text of the guide


@pytest.mark.parametrize("number", range(len(FRAGMENTS)))
def test_every_fragment_is_layout_language(number: int) -> None:
    """Each fragment of YAML is read, key by key, without a fault."""
    faults = Faults("layout")
    for entry in parse(FRAGMENTS[number], "guide.yaml"):
        assert entry.key.text in LAYOUT.fields
        LAYOUT.fields[entry.key.text].kind.read(entry.value, faults)
    assert faults.found == []


def keys_of(schema: Any) -> set[str]:
    """Every key the layout language knows."""
    found: set[str] = set()
    if isinstance(schema, dict):
        found |= set(schema.get("properties", {}))
        found = found.union(*(keys_of(part) for part in schema.values()))
    elif isinstance(schema, list):
        found = found.union(*(keys_of(part) for part in schema))
    return found


def test_every_key_and_field_is_in_the_guide() -> None:
    """No key of the language, and no field of a words frame, is left unexplained."""
    named = set(re.findall(r"[a-z][a-z-]*", " ".join(re.findall(r"`([^`\n]+)`", TEXT))))
    shown_alone = set(re.findall(r"^([a-z]+):", "".join(FRAGMENTS), re.MULTILINE))
    assert keys_of(LAYOUT.schema()) - named - shown_alone == set()
    assert {f"{{{field}}}" for field in WORDS_FIELDS} <= set(re.findall(r"`(\{\w+\})`", TEXT))


def test_every_choice_is_in_the_guide() -> None:
    """Whatever a key may say is named: parts, contents, alignments, levels."""

    def choices(schema: Any) -> set[str]:
        parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
        own = set(schema.get("enum", ())) if isinstance(schema, dict) else set()
        return own.union(*(choices(part) for part in parts))

    assert {choice for choice in choices(LAYOUT.schema()) if f"`{choice}`" not in TEXT} == set()


def test_the_guides_costs_are_the_programs() -> None:
    """Each key of `costs` stands in a row with its default."""
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", TEXT, re.MULTILINE)
    prices = {key.replace("-", "_"): float(price) for key, price in rows}
    assert prices == {field.name: field.default for field in fields(Weights)}


def test_the_layouts_the_guide_names_are_shipped() -> None:
    """Who copies one finds it."""
    for name in ("civic-16k", "gallery-a4", "trifold-a4", "handout-a4"):
        assert f"`{name}`" in TEXT
        path = shelf("layouts") / f"{name}.yaml"
        assert load_layout(path, name, (shelf("layouts") / "conditions",)).name == name
