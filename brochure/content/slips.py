r"""What can be wrong with inline marks, in sentences: where, what, and what to write instead."""

from __future__ import annotations

from typing import Final, NamedTuple

from brochure.diagnostics import Words

OPENING: Final = {
    "bold": "**",
    "dotted": "::",
    "name": "__",
    "title": "~~",
    "keep": "{",
    "superscript": "^{",
    "link": "[",
    "note": "^[",
}
"""Each mark as it opens."""
_CLOSING: Final = OPENING | {"keep": "}", "superscript": "}", "link": "](https://…)", "note": "]"}
_BRACED: Final = {"superscript": "^\\{", "note": "^\\["}


class Slip(NamedTuple):
    """A fault in the marks: its name, its sentence, from which to which character, what to try."""

    fault: str
    message: Words
    start: int
    end: int
    hint: Words


def escape_hint(written: str) -> Words:
    """How to print *written* as it stands."""
    return Words(
        f"for the characters themselves write `\\{written}`", f"如果就是要印出这个符号，请写 `\\{written}`"
    )


def unclosed(mark: str) -> tuple[Words, Words]:
    """A mark that is not closed."""
    opening, closing = OPENING[mark], _CLOSING[mark]
    literal = _BRACED.get(mark, f"\\{opening}")
    return (
        Words(f"`{opening}` opens here and is not closed", f"`{opening}` 在这里开始，却没有结束"),
        Words(
            f"close it with `{closing}`; for the characters themselves write `{literal}`",
            f"请以 `{closing}` 结束；如果就是要印出这个符号，请写 `{literal}`",
        ),
    )


def unopened(written: str) -> tuple[Words, Words]:
    """A mark closed that was never opened."""
    return Words(f"`{written}` closes nothing", f"`{written}` 没有对应的开始标记"), escape_hint(written)


def crossed(written: str, inner: str) -> tuple[Words, Words]:
    """A mark closed while another inside it is open."""
    return (
        Words(
            f"`{written}` closes while `{inner}` is still open", f"`{written}` 结束时 `{inner}` 还没有结束"
        ),
        Words(f"close `{inner}` first", f"请先结束 `{inner}`"),
    )


def empty(written: str) -> tuple[Words, Words]:
    """A mark around nothing."""
    return Words(f"`{written}` marks nothing", f"`{written}` 里没有文字"), Words("delete it", "请删去")


def bad_link(target: str) -> tuple[Words, Words]:
    """A link that leads nowhere a print may lead."""
    return (
        Words(f"`{target}` is no address a print may carry", f"`{target}` 不是可用的网址"),
        Words(
            "begin with `https://`, `http://` or `mailto:`", "请以 `https://`、`http://` 或 `mailto:` 开头"
        ),
    )


def line_in_line(written: str, outer: str) -> tuple[Words, Words]:
    """A name line inside a wavy line or the other way round: they would stand in one place (I2)."""
    return (
        Words(
            f"`{written}` inside `{outer}`: two lines in one place",
            f"`{outer}` 里面又有 `{written}`：两条线重叠",
        ),
        Words("keep one of the two", "请只留一种"),
    )


def ruby_count(syllables: int, characters: int) -> tuple[Words, Words]:
    """Syllables that cannot be dealt out over the characters below them (I3)."""
    return (
        Words(
            f"{syllables} syllables over {characters} characters",
            f"{characters} 个字上有 {syllables} 个音节",
        ),
        Words(
            f"a syllable for each character, {characters} in all, or one word for all of them together",
            f"请写 {characters} 个音节（以空格分开，一字一个），或连写成一个词注在全词之上",
        ),
    )


def mark_in_ruby(written: str) -> tuple[Words, Words]:
    """A mark between the brackets of a ruby."""
    return (
        Words(
            f"`{written}` inside a `[text]^{{pinyin}}`", f"注音 `[文字]^{{拼音}}` 里面不能再用 `{written}`"
        ),
        Words(
            f"put it around the whole, or write `\\{written}` to print it",
            f"请标在整个注音的外面；如果就是要印出来，请写 `\\{written}`",
        ),
    )


def note_in_note() -> tuple[Words, Words]:
    """A note on a note."""
    return (
        Words("a note inside a note", "注文里面又有注"),
        Words("say it in one note", "请并成一条注"),
    )


def note_not_here() -> tuple[Words, Words]:
    """A note where no frame collects them."""
    return (
        Words("notes stand in running text alone", "注只能写在正文里"),
        Words(
            "put it into a paragraph, or write `^\\[` to print the characters",
            "请写进正文段落；如果就是要印出这个符号，请写 `^\\[`",
        ),
    )
