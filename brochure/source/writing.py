"""How a text is written in YAML: folds, escapes, quotes; and where each of its characters stands."""

from __future__ import annotations

import unicodedata

_BLANK = frozenset(" \t\r\n")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/",
    "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX = {"x": 2, "u": 4, "U": 8}


def is_wide(char: str) -> bool:
    """Whether *char* fills a Han cell (East Asian wide or full-width)."""
    return unicodedata.east_asian_width(char) in "WF"


def places(raw: str, style: str, text: str) -> tuple[int, ...]:
    """For each character of *text*, and its end, where it stands in *raw*.

    Exact for everything but blanks that a fold made: those stand where the fold begins.
    """
    written = _written(raw, style)
    marks: list[int] = []
    at = 0
    for index, char in enumerate(text):
        if char in _BLANK:
            fresh = index == 0 or text[index - 1] not in _BLANK
            start = at
            while fresh and at < len(written) and written[at][0] in _BLANK:
                at += 1
            marks.append(written[start][1] if fresh and start < len(written) else marks[-1] if marks else 0)
            continue
        while at < len(written) and written[at][0] in _BLANK:
            at += 1
        marks.append(written[at][1] if at < len(written) else len(raw))
        at += 1
    marks.append(marks[-1] + 1 if marks else 0)
    return tuple(marks)


def joined(text: str, raw: str, style: str) -> str:
    """*text* without the blanks that folding put between two Han characters.

    YAML turns a line end inside a text into a blank, which is right for English and wrong for Chinese: the
    blank would print. A blank the author typed inside a line stays.
    """
    if " " not in text or "\n" not in raw.replace("\r", "\n").strip():
        return text
    marks = places(raw, style, text)
    kept = [
        char
        for index, char in enumerate(text)
        if not (char == " " and _is_fold(raw, marks, index) and _between_han(text, index))
    ]
    return "".join(kept)


def _is_fold(raw: str, marks: tuple[int, ...], index: int) -> bool:
    between = raw[marks[index] : marks[index + 1]]
    return "\n" in between or "\r" in between


def _between_han(text: str, index: int) -> bool:
    around = text[index - 1 : index + 2]
    return len(around) == 3 and index > 0 and _joins(around[0]) and _joins(around[2])


def _joins(char: str) -> bool:
    # “ ” ‘ ’ … — are of ambiguous width but belong to the Han text they stand in
    return is_wide(char) or char in "“”‘’…—·"


def _written(raw: str, style: str) -> list[tuple[str, int]]:
    """The characters that *raw* stands for, each with its place; folds are left as they are written."""
    if style == "double":
        return _unescaped(raw)
    if style == "single":
        return _undoubled(raw)
    if style in {"literal", "folded"}:
        header = min((end for end in (raw.find("\n"), raw.find("\r")) if end >= 0), default=len(raw))
        return [(raw[index], index) for index in range(header + 1, len(raw))]
    return [(char, index) for index, char in enumerate(raw)]


def _undoubled(raw: str) -> list[tuple[str, int]]:
    written, index = [], 1
    while index < len(raw) - 1:
        written.append((raw[index], index))
        index += 2 if raw[index] == "'" else 1
    return written


def _unescaped(raw: str) -> list[tuple[str, int]]:
    written, index = [], 1
    while index < len(raw) - 1:
        if raw[index] != "\\":
            written.append((raw[index], index))
            index += 1
            continue
        mark = raw[index + 1]
        if mark in _HEX:
            end = index + 2 + _HEX[mark]
            written.append((chr(int(raw[index + 2 : end], 16)), index))
            index = end
        elif mark in "\r\n":  # an escaped line end and the indentation after it stand for nothing
            index += 2
            while index < len(raw) - 1 and raw[index] in _BLANK:
                index += 1
        else:
            written.append((_ESCAPES.get(mark, mark), index))
            index += 2
    return written
