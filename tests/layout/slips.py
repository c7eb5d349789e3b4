"""Slips of a designer: one thing wrong in the small layout, and what reading it should find."""

from typing import NamedTuple


class Slip(NamedTuple):
    """A change of the small layout: ‸ stands where the finding points, *words* are in it, *meant* is what
    the suggestion offers.
    """

    old: str
    new: str
    code: str
    words: str
    meant: str = ""


BODY = "body: {family: song, weight: 400, size: 10pt, leading: 20pt, ink: text, bold: {weight: 700}}"
TITLE = "{name: title, holds: title, style: heading, box: {columns: 1-2, lines: 1-2}}"
TITLE_BOX = "box: {columns: 1-2, lines: 1-2}"
PANEL = "{panel: pale, box: {left: bleed, right: bleed, top: bleed, height: 30pt}}"

SLIPS = {
    # keys and words
    "unknown key": Slip("bleed: 9pt", "‸bleeds: 9pt", "unknown-key", "`bleeds`", "`bleed`"),
    "unknown key in a style": Slip(
        "small: {family", "small: {‸famly: hei, family",
        "unknown-key", "famly", "`family`"
    ),
    "unknown key in a frame": Slip("after: title", "‸afetr: title", "unknown-key", "afetr", "`after`"),
    "unknown key in a box": Slip(
        TITLE_BOX, "box: {‸colums: 1-2, lines: 1-2}",
        "unknown-key", "colums", "`columns`"
    ),
    "no trim": Slip("trim: {width: 300pt, height: 400pt}\n", "", "missing-key", "needs `trim`", "trim"),
    "no size of the grid": Slip("  size: 10pt\n", "", "missing-key", "needs `size`", "size"),
    "unknown part": Slip("part: section", "part: ‸sections", "unknown-choice", "sections", "`section`"),
    "unknown content": Slip("holds: photo", "holds: ‸picture", "unknown-choice", "`picture`"),
    "not a truth": Slip("gap: 1, ", "gap: 1, balance: ‸yes, ", "not-true-or-false", "`yes`", "`true`"),
    "not a feature": Slip(
        "small: {", "small: {features: [‸old style], ",
        "not-so-written", "old style", "tnum"
    ),
    "no masters in a sequence": Slip("masters: [one]}", "masters: ‸[]}", "wrong-count", "at least 1"),
    # figures
    "no unit": Slip("safety: 12pt", "safety: ‸12", "not-a-figure", "`12`", "`12mm`"),
    "a full-width figure": Slip("safety: 12pt", "safety: ‸１２毫米", "not-a-figure", "１２毫米", "`12mm`"),
    "a negative trim": Slip("width: 300pt, h", "width: ‸-300pt, h", "out-of-range", "-300pt"),
    "an absurd trim": Slip("width: 300pt, h", "width: ‸99999mm, h", "out-of-range", "99999mm", "1500mm"),
    "nought columns": Slip("  columns: 2\n", "  columns: ‸0\n", "out-of-range", "`0`"),
    "half a weight": Slip(
        "small: {family: hei, weight: 400", "small: {family: hei, weight: ‸400.5",
        "not-a-figure", "400.5"
    ),
    "a range backwards": Slip(TITLE_BOX, "box: {columns: ‸2-1, lines: 1-2}", "not-a-range", "2-1", "13-24"),
    "a range from nought": Slip(TITLE_BOX, "box: {columns: 1-2, lines: ‸0-2}", "not-a-range", "0-2"),
    "line nought": Slip("top: bleed, height", "top: ‸line 0, height", "not-a-figure", "line 0"),
    # names
    "unknown style": Slip(
        "style: heading, box", "style: ‸heding, box",
        "unknown-name", "style `heding`", "`heading`"
    ),
    "a text style for a picture": Slip(
        "style: below", "style: ‸small",
        "unknown-name", "style `small`", "below"
    ),
    "unknown ink": Slip("ink: text, bold", "ink: ‸grren, bold", "unknown-name", "ink `grren`", "`green`"),
    "unknown ink of a theme": Slip(
        "night: {main: text", "night: {main: ‸txt",
        "unknown-name", "ink `txt`", "`text`"
    ),
    "a role that one theme lacks": Slip(
        "main: green, pale: gold}\n  night: {main: text, pale: gold}",
        "main: green, pale: gold}\n  night: {main: ‸text}",
        "missing-key", "theme `night` has no `pale`", "pale"
    ),
    "unknown base": Slip("based-on: body", "based-on: ‸boddy", "unknown-name", "style `boddy`", "`body`"),
    "unknown base of metrics": Slip(
        "based-on: band", "based-on: ‸bond",
        "unknown-name", "style `bond`", "`band`"
    ),
    "unknown label": Slip("label: small", "label: ‸smal", "unknown-name", "`smal`", "`small`"),
    "unknown caption": Slip(
        "caption: small", "caption: ‸tiny",
        "unknown-name", "`tiny`", "known: body, heading, small"
    ),
    "unknown entry style": Slip(
        "title: body, number", "title: ‸bod, number",
        "unknown-name", "`bod`", "`body`"
    ),
    "unknown theme": Slip(
        "    theme: green", "    theme: ‸grean",
        "unknown-name", "theme `grean`", "`green`"
    ),
    "unknown master": Slip(
        "masters: [one, two]", "masters: [one, ‸tow]",
        "unknown-name", "master `tow`", "`two`"
    ),
    "unknown master further on": Slip(
        "masters: [one, two]", "masters: [one], then: [‸tow]",
        "unknown-name", "master `tow`", "`two`"
    ),
    "unknown furniture": Slip(
        "1-2, lines: 3-10}}\n    furniture: folio", "1-2, lines: 3-10}}\n    furniture: ‸folios",
        "unknown-name", "furniture `folios`", "`folio`"
    ),
    "unknown ink of a ground": Slip("panel: pale", "panel: ‸pail", "unknown-name", "ink `pail`", "`pale`"),
    "after a later frame": Slip(
        TITLE, TITLE.replace("title, style", "title, after: ‸text, style"),
        "unknown-name", "no frame above this one is called `text`"
    ),
    "before itself": Slip(
        TITLE, TITLE.replace("title, style", "title, before: ‸title, style"),
        "unknown-name", "`title`"
    ),
    "level with a mistyped frame": Slip(
        "after: title", "level: ‸titel",
        "unknown-name", "`titel`", "`title`"
    ),
    "unknown condition": Slip(
        "fogra39-coated", "‸fogra39-coted",
        "unknown-condition", "`fogra39-coted`", "`fogra39-coated`"
    ),
    "unknown field": Slip(
        "words: '{page}'", "words: ‸'{pgae}'",
        "unknown-name", "field `{pgae}`", "`{page}`"
    ),
    # styles
    "a base with a base": Slip(
        "small: {", "small: {based-on: ‸heading, ",
        "deep-base", "`heading` is itself based on"
    ),
    "a style without size": Slip(
        "small: {family: hei, weight: 400, size: 8pt, l", "small: ‸{family: hei, weight: 400, l",
        "missing-key", "needs size"
    ),
    "a style without face": Slip(
        f"{BODY}\n  heading: {{based-on: body, ",
        "body: {family: song, weight: 400, size: 10pt, leading: 20pt}\n  heading: ‸{",
        "missing-key", "needs family, size"
    ),
    "a style without leading": Slip("8pt, leading: 10pt}", "8pt}", "missing-key", "needs leading"),
    "figures without a drop": Slip(
        "    figure-drop: 20pt\n    label-drop: 5pt\n  two: {",
        "    label-drop: 5pt\n  two: {figure-drop: 20pt, ",
        "missing-key", "needs figure-drop"
    ),
    "a caption beside without width": Slip(
        "below: {caption", "below: ‸{place: side, caption",
        "missing-key", "`side`"
    ),
    "a picture style without caption": Slip(
        "{caption: small, gap", "‸{gap",
        "missing-key", "needs `caption`"
    ),
    # inks
    "three inks": Slip("80/40/70/30", "‸80/40/70", "not-an-ink", "`80/40/70`", "85/40/70/35"),
    "an ink over 100": Slip("80/40/70/30", "‸80/40/101/30", "not-an-ink", "101"),
    "an ink in shares": Slip("80/40/70/30", "‸0.8/0.4/0.7/.3", "not-an-ink", "not a process ink"),
    "an ink by its name": Slip("80/40/70/30", "‸green", "not-an-ink", "`green`"),
    "a spot without alternate": Slip(
        "{spot: 金, alternate: 20/30/70/0, tint", "‸{spot: 金, tint",
        "missing-key", "`alternate`"
    ),
    "a spot's odd alternate": Slip("20/30/70/0, ", "‸20/30/70, ", "not-an-ink", "20/30/70"),
    "a tint over 100": Slip("tint: 80%", "tint: ‸120%", "out-of-range", "120%", "100%"),
    # boxes
    "open at the side": Slip(
        TITLE_BOX, "box: ‸{left: 10pt, lines: 1-2}",
        "open-box", "not closed", "columns"
    ),
    "open at the foot": Slip(TITLE_BOX, "box: ‸{columns: 1-2, top: 10pt}", "open-box", "not closed", "lines"),
    "sides of two kinds": Slip(
        TITLE_BOX, "box: ‸{left: 10pt, outer: 10pt, lines: 1-2}",
        "open-box", "not closed"
    ),
    "no width left": Slip(
        TITLE_BOX, "box: ‸{left: 200pt, right: 100pt, lines: 1-2}",
        "empty-box", "no width"
    ),
    "upside down": Slip(
        TITLE_BOX, "box: ‸{columns: 1-2, top: 300pt, bottom: 150pt}",
        "empty-box", "no height"
    ),
    "width twice": Slip(
        TITLE_BOX, "box: ‸{left: 0pt, right: 0pt, width: 9pt, lines: 1-2}",
        "crowded-box", "left, right, width"
    ),
    "columns and width": Slip(
        TITLE_BOX, "box: ‸{columns: 1-2, width: 9pt, lines: 1-2}",
        "crowded-box", "columns, width"
    ),
    "lines and height": Slip(
        TITLE_BOX, "box: ‸{columns: 1-2, lines: 1-2, height: 9pt}",
        "crowded-box", "lines, height"
    ),
    "a third column": Slip(
        TITLE_BOX, "box: ‸{columns: 1-3, lines: 1-2}",
        "outside-grid", "no column 3; the grid has 2"
    ),
    "an eleventh line": Slip(
        TITLE_BOX, "box: ‸{columns: 1-2, lines: 1-11}",
        "outside-grid", "no line 11; the grid has 10"
    ),
    # the grid
    "a broken measure": Slip(
        "column: 100pt", "column: ‸104pt",
        "broken-measure", "holds 10.40 characters", "`column: 100pt`"
    ),
    "too many columns": Slip("  columns: 2\n", "  columns: 3\n", "type-area-too-large", "beyond the trim"),
    "too many lines": Slip("lines: 10\n", "lines: 19\n", "type-area-too-large", "beyond the trim"),
    # masters, furniture, plan
    "two frames of one name": Slip(
        "name: text, holds", "name: title, holds",
        "twice", "another frame called `title`"
    ),
    "text in two widths": Slip(
        "{name: figures, holds: metrics, style: two, box: {columns: 1-2, lines: 6-10}}",
        "{name: text, holds: text, style: body, box: {columns: 1, lines: 6-10}}",
        "mixed-measure", "columns of 100 pt and 220 pt"
    ),
    "text in two directions": Slip(
        "{name: figures, holds: metrics, style: two, box: {columns: 1-2, lines: 6-10}}",
        "{name: text, holds: text, style: body, direction: vertical, box: {columns: 1-2, lines: 6-10}}",
        "mixed-measure", "both directions"
    ),
    "a vertical picture": Slip(
        "{name: picture, holds: photo,", "‸{name: picture, holds: photo, direction: vertical,",
        "not-vertical", "`photo`", "delete `direction`"
    ),
    "an unknown direction": Slip(
        "holds: text, style: body, after: title", "holds: text, direction: ‸down, style: body, after: title",
        "unknown-choice", "`down`"
    ),
    "an unknown style of the first paragraph": Slip(
        "holds: text, style: body, after: title", "holds: text, first: ‸bodi, style: body, after: title",
        "unknown-name", "`bodi`", "`body`"
    ),
    "a drop capital of one line": Slip(
        "bold: {weight: 700}}", "bold: {weight: 700}, drop-cap: {lines: ‸1}}", "out-of-range", "`1`"
    ),
    "pinyin as large as the text": Slip(
        "bold: {weight: 700}}", "bold: {weight: 700}, ruby: {size: ‸1em}}", "out-of-range", "`1em`"
    ),
    "dots in an unknown ink": Slip(
        "bold: {weight: 700}}", "bold: {weight: 700}, dots: {ink: ‸grean}}",
        "unknown-name", "`grean`", "`green`"
    ),
    "a part twice": Slip(
        "plan:\n", "plan:\n  - {part: section, sequences: [{masters: [one]}]}\n",
        "twice", "another stage for `section`"
    ),
    "panels that do not make up the trim": Slip(
        "bleed: 9pt\n", "bleed: 9pt\nfold: ‸{panels: [100pt, 100pt, 97pt]}\n",
        "fold-panels", "104.8 mm"
    ),
    "one panel alone": Slip(
        "bleed: 9pt\n", "bleed: 9pt\nfold: {panels: ‸[300pt]}\n", "wrong-count", "2 to 12 are wanted"
    ),
    "a ground and a rule": Slip(
        PANEL, "‸" + PANEL.replace("panel: pale", "panel: pale, rule: pale"),
        "twice", "two things"
    ),
    "neither ground nor rule": Slip(
        PANEL, "‸" + PANEL.replace("panel: pale, ", ""),
        "missing-key", "`panel` or `rule`"
    ),
    "a brace alone": Slip(
        "words: '{page}'", "words: ‸'{page'", "unknown-name", "a brace stands alone", "`{title}`"
    ),
    "a way round for vertical lines": Slip(
        "holds: text, style: body, after: title",
        "holds: text, style: body, direction: vertical, around: [‸title], after: title",
        "no-way-around", "set across", "delete `around`"
    ),
    "a way round what is not there": Slip(
        "holds: text, style: body, after: title", "holds: text, style: body, around: [‸titl], after: title",
        "unknown-name", "`titl`", "`title`"
    ),
    "words that are missing": Slip("      words: '{page}'\n", "", "missing-key", "needs `words`"),
    "a page number in a frame": Slip(
        TITLE, TITLE.replace("holds: title", "holds: words, words: ‸'{page}'"),
        "unknown-name", "furniture alone"
    ),
    "a number of pages in a frame": Slip(
        TITLE, TITLE.replace("holds: title", "holds: words, words: ‸'{total}'"),
        "unknown-name", "furniture alone"
    ),
    "the first page of a frame": Slip(
        TITLE, TITLE.replace("holds: title", "only: first, holds: title"),
        "not-furniture", "`only: first` is for furniture"
    ),
    "a picture in the furniture": Slip(
        "holds: words\n      words: '{page}'\n      style: small", "holds: photo\n      style: below",
        "not-furniture", "not `photo`"
    ),
}  # fmt: skip
