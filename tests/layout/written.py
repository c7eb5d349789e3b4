"""A small layout as a designer writes it, and what reading it with one thing changed finds."""

from pathlib import Path
from typing import Final

from brochure.diagnostics import Diagnostic
from brochure.layout import Layout, load_layout
from brochure.shipped import shelf
from tests.source.findings import faults_of

CONDITIONS: Final = shelf("layouts") / "conditions"
HERE: Final = "‸"
"""Stands in a change where the finding should point."""

BASE: Final = """\
name: leaf
title: 小样
trim: {width: 300pt, height: 400pt}
bleed: 9pt
safety: 12pt
page-multiple: 2
condition: fogra39-coated
grid:
  head: 40pt
  inner: 30pt
  columns: 2
  column: 100pt
  gutter: 20pt
  lines: 10
  baseline: 20pt
  size: 10pt
profile: {mixed-gap: 0.2em}
palette:
  text: 0/0/0/100
  green: 80/40/70/30
  gold: {spot: 金, alternate: 20/30/70/0, tint: 80%}
themes:
  green: {main: green, pale: gold}
  night: {main: text, pale: gold}
styles:
  body: {family: song, weight: 400, size: 10pt, leading: 20pt, ink: text, bold: {weight: 700}}
  heading: {based-on: body, weight: 700, ink: main, lines: 2}
  small: {family: hei, weight: 400, size: 8pt, leading: 10pt}
metrics:
  band:
    figure: {family: hei, weight: 700, size: 20pt, ink: main}
    unit: {family: hei, weight: 400, size: 10pt}
    qualifier: {family: hei, weight: 400, size: 10pt}
    label: small
    note: small
    figure-drop: 20pt
    label-drop: 5pt
  two: {based-on: band, columns: 2}
pictures:
  below: {caption: small, gap: 5pt}
contents:
  list: {number: {family: hei, weight: 400, size: 10pt}, title: body, number-width: 30pt, row: 20pt}
furniture:
  folio:
    - name: folio
      holds: words
      words: '{page}'
      style: small
      box: {outer: 10pt, width: 20pt, bottom: 10pt, height: 10pt}
masters:
  one:
    art:
      - {panel: pale, box: {left: bleed, right: bleed, top: bleed, height: 30pt}}
    frames:
      - {name: title, holds: title, style: heading, box: {columns: 1-2, lines: 1-2}}
      - {name: text, holds: text, style: body, after: title, gap: 1, box: {columns: 1-2, lines: 3-10}}
    furniture: folio
  two:
    frames:
      - {name: picture, holds: photo, style: below, box: {columns: 1-2, lines: 1-5}}
      - {name: figures, holds: metrics, style: two, box: {columns: 1-2, lines: 6-10}}
    furniture: folio
plan:
  - part: section
    theme: green
    sequences:
      - {name: short, masters: [one]}
      - {name: long, masters: [one, two], cost: 5}
"""


def load(folder: Path, text: str = BASE) -> Layout:
    """The layout in *text*."""
    path = folder / "leaf.yaml"
    path.write_text(text, encoding="utf-8")
    return load_layout(path, "layouts/leaf.yaml", (folder / "conditions", CONDITIONS))


def changed(old: str, new: str) -> str:
    """The small layout with *new* in the place of *old*, which stands in it once."""
    assert BASE.count(old) == 1, f"{old!r} stands there {BASE.count(old)} times"
    return BASE.replace(old, new)


def place_of_mark(text: str) -> tuple[str, str]:
    """*text* without the mark, and ``line:column`` where the mark was."""
    before, _, after = text.partition(HERE)
    return before + after, f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def faults(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    """What reading *text* finds."""
    return faults_of(lambda: load(folder, text))
