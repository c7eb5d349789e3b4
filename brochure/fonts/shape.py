"""Shaping: text to glyphs of one face, by HarfBuzz, as Simplified Chinese."""

from functools import lru_cache
from typing import Any, Literal, TypeAlias

import uharfbuzz as hb

from brochure.values import dataclass

Direction: TypeAlias = Literal["ltr", "ttb"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """The glyphs of one run in reading order, as parallel tuples.

    All lengths are font units (`units_per_em` of the face). *advances* run along the line and are positive
    in both directions; the offsets move a glyph right and up from its place, and in vertical setting
    (`"ttb"`) carry it from the top centre of its cell to its own origin. *clusters* says at which code point
    of the text a glyph begins: text `[clusters[i]:clusters[i + 1]]` is what glyph *i* stands for, where
    clusters differ.
    """

    glyphs: tuple[int, ...]
    advances: tuple[int, ...]
    x_offsets: tuple[int, ...]
    y_offsets: tuple[int, ...]
    clusters: tuple[int, ...]


NOTHING = Shaped(glyphs=(), advances=(), x_offsets=(), y_offsets=(), clusters=())


@lru_cache(maxsize=64)
def feature_switches(features: tuple[str, ...]) -> dict[str, bool]:
    """`("halt", "-liga")` as HarfBuzz wants it. Kerning is off unless asked for.

    HarfBuzz's own rule for kerning depends on script and release; line breaks must not.
    """
    switches = {"kern": False}
    for feature in features:
        tag = feature.removeprefix("-")
        if len(tag) != 4:
            raise ValueError(f"an OpenType feature has four letters: {feature!r}")
        switches[tag] = tag == feature
    return switches


def shape(font: Any, text: str, features: tuple[str, ...], direction: Direction, script: str) -> Shaped:
    """The glyphs of *text* in language zh-Hans, where alone the dash pair `——` is one wide glyph.

    *font* is a `uharfbuzz.Font` (an extension module without types); *script* an ISO 15924 code. Runs at
    about two million characters a second when whole paragraphs are passed; shaping single characters is
    slower and loses pairs.
    """
    if not text:
        return NOTHING  # HarfBuzz gives None, not an empty list, for the positions of an empty buffer
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = direction
    buffer.script = script
    buffer.language = "zh-Hans"
    hb.shape(font, buffer, feature_switches(features))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if direction == "ltr":
        advances = tuple([position.x_advance for position in positions])
    else:
        advances = tuple([-position.y_advance for position in positions])
    return Shaped(
        glyphs=tuple([info.codepoint for info in infos]),
        advances=advances,
        x_offsets=tuple([position.x_offset for position in positions]),
        y_offsets=tuple([position.y_offset for position in positions]),
        clusters=tuple([info.cluster for info in infos]),
    )
