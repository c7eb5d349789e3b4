"""A small layout for sums: a page of 20 characters by 10 lines, every character 10 points, every line 20."""

from pathlib import Path
from typing import Final

from brochure.layout import Layout, load_layout
from brochure.shipped import shelf

HEAD: Final = """\
name: sums
trim: {width: 300pt, height: 300pt}
bleed: 9pt
safety: 9pt
page-multiple: MULTIPLE
condition: fogra39-coated
grid:
  {head: 40pt, inner: 30pt, columns: 2, column: 100pt, gutter: 20pt, lines: 10, baseline: 20pt, size: 10pt}
palette: {text: 0/0/0/100, green: 80/40/70/30, lilac: 60/70/0/0}
themes:
  green: {main: green}
  lilac: {main: lilac}
styles:
  body: {family: square, weight: 400, size: 10pt, leading: 20pt, ink: text, align: justify, indent: 2}
  heading: {family: square, weight: 700, size: 10pt, leading: 20pt, ink: main, align: start, lines: 2}
  title: {family: square, weight: 700, size: 20pt, leading: 40pt, ink: main, align: start}
  small: {family: square, weight: 400, size: 8pt, leading: 10pt, ink: text, align: start}
metrics:
  band:
    display: grid
    columns: 2
    gutter: 20pt
    figure: {family: square, weight: 700, size: 20pt, ink: main}
    unit: {family: square, weight: 400, size: 10pt, ink: text}
    qualifier: {family: square, weight: 400, size: 10pt, ink: text}
    label: small
    note: small
    figure-drop: 20pt
    label-drop: 5pt
pictures:
  below: {caption: small, place: below, gap: 5pt, illustration: （插画）}
  bare: {caption: small, place: none}
contents:
  list:
    number: {family: square, weight: 400, size: 10pt, ink: text}
    title: body
    number-width: 30pt
    row: 20pt
furniture:
  folio:
    - name: folio
      holds: words
      words: '{page}'
      style: small
      box: {outer: 10pt, width: 20pt, bottom: 10pt, height: 10pt}
masters:
"""


def layout_of(
    folder: Path,
    masters: str,
    plan: str,
    multiple: int = 1,
    *,
    metrics: str = "",
    more: str = "",
    furniture: str = "",
) -> Layout:
    """The layout with these *masters* and this *plan*, *metrics* styles beside its own, all YAML indented by
    two; at the top level *more*, and *furniture* for its own.
    """
    path = folder / "sums.yaml"
    head = HEAD.replace("MULTIPLE", str(multiple)).replace("pictures:\n", f"{metrics}pictures:\n")
    head = head.replace("masters:\n", f"{more}masters:\n")
    if furniture:
        head = head[: head.index("furniture:\n")] + furniture + head[head.index("masters:\n") :]
    path.write_text(f"{head}{masters}plan:\n{plan}", encoding="utf-8")
    return load_layout(path, "sums.yaml", (shelf("layouts") / "conditions",))
