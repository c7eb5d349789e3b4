"""What can be wrong with a single text: its length, its characters, words that YAML took for another
thing.
"""

from __future__ import annotations

import re
from typing import Final

from brochure.diagnostics import Words
from brochure.source.decode import name_character, refused
from brochure.source.faults import Faults
from brochure.source.hints import full_width_colon
from brochure.source.manuscript import Manuscript
from brochure.source.nodes import Scalar

MAX_CHARACTERS: Final = 100_000

_SWALLOWED_KEY: Final = r"[ \t]*(?:- +)?[A-Za-z_][\w-]*："
_TIGHT_COMMENT: Final = r"[ \t]+(#[^\s#!]\S*)"


def check_scalar(scalar: Scalar, manuscript: Manuscript, faults: Faults) -> None:
    """Note what is wrong with *scalar*, which stands in *manuscript*."""
    if len(scalar.text) > MAX_CHARACTERS:
        message = Words(
            f"a text of {len(scalar.text):,} characters; at most {MAX_CHARACTERS:,} fit in one",
            f"这段文字有 {len(scalar.text)} 字，一段最多 {MAX_CHARACTERS} 字",
        )
        faults.error(
            "text-too-long", message, scalar.span, Words("divide it into paragraphs", "请分成若干段")
        )
    elif scalar.style == "double" and (at := refused(scalar.text)) is not None:
        name_character(scalar.text[at], scalar.span_of(at, at + 1), faults)
    elif scalar.style == "plain":
        _check_comment(scalar.start + len(scalar.raw), manuscript, faults)
        if scalar.span.line != scalar.span.end_line:
            _check_swallowed(scalar, manuscript, faults)


def _check_comment(end: int, manuscript: Manuscript, faults: Faults) -> None:
    """``获评 #1`` loses its end: a blank and ``#`` begin a comment, which nobody meant without a blank
    behind.
    """
    if manuscript.text[end : end + 1] not in {" ", "\t"}:
        return
    found = re.match(_TIGHT_COMMENT, manuscript.text[end : end + 200])
    if found is None:
        return
    message = Words(
        f"`{found[1]}` is a comment here and will not print", f"`{found[1]}` 在这里是注释，不会印出来"
    )
    hint = Words(
        "put the whole text in quotes; a comment is `# ` and words",
        "请给整段文字加引号；注释请写成 `# ` 加文字",
    )
    span = manuscript.span(end + found.start(1), end + found.end(1))
    faults.error("comment-in-text", message, span, hint)


def _check_swallowed(scalar: Scalar, manuscript: Manuscript, faults: Faults) -> None:
    """A line ``note：…`` under a plain text does not begin a key: YAML takes it for more of the text."""
    first, *more = scalar.raw.splitlines(keepends=True)
    at = scalar.start + len(first)
    for line in more:
        if found := re.match(_SWALLOWED_KEY, line):
            colon = at + found.end() - 1
            faults.error("full-width-colon", *full_width_colon(manuscript.span(colon, colon + 1)))
        at += len(line)
