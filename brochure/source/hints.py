"""Sentences that several readers say."""

from __future__ import annotations

from brochure.diagnostics import Span, Words


def full_width_colon(span: Span) -> tuple[Words, Span, Words]:
    """The sentence, place and hint for a ``：`` that should end a key."""
    return (
        Words("a full-width colon `：` does not end a key", "全角冒号 `：` 不能用来结束一个键"),
        span,
        Words("`: `, a half-width colon and a blank", "改为 `: `（半角冒号加一个空格）"),
    )


def quoted_hint(mark: str) -> Words:
    """The hint for a text that begins with a character YAML keeps for itself."""
    return Words(
        f"if the text itself begins with {mark}, put the whole text in quotes",
        f"如果文字本身以 {mark} 开头，请给整段文字加上引号",
    )
