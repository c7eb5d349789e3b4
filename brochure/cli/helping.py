"""The help texts: what it is for, examples first, then the options."""

from collections.abc import Iterable, Sequence
from typing import Final

from brochure.cli.desk import Desk
from brochure.cli.options import COMMON, VERSION
from brochure.cli.verb import Option, Verb
from brochure.diagnostics import Words

_PURPOSE: Final = Words(
    "brochure sets structured YAML as a print-ready Chinese brochure, and each section as a handout.",
    "brochure 把结构化的 YAML 排成可直接付印的中文画册，也可把每个章节排成单页讲义。",
)
_EXAMPLES: Final = Words("examples", "示例")
_VERBS: Final = Words("verbs", "命令")
_OPTIONS: Final = Words("options", "选项")
_MORE: Final = Words(
    "brochure VERB --help says more about one of them", "查看某个命令的说明：brochure 命令 --help"
)
_HOUSE_EXAMPLES: Final = (
    ("brochure new my-brochure", Words("a brochure of your own, to change", "从样稿开始自己的画册")),
    ("brochure build", Words("the PDF of this folder's brochure", "生成当前文件夹画册的 PDF")),
    ("brochure handouts economy 3", Words("two sections as handouts", "把两个章节排成讲义")),
    ("brochure check", Words("every finding, nothing written", "列出所有问题，不写文件")),
)


def house_help(desk: Desk, verbs: Sequence[Verb]) -> str:
    """The help of `brochure --help`."""
    said = desk.in_words
    return "\n".join((
        said(_PURPOSE),
        "",
        *_table(said(_EXAMPLES), [(line, said(does)) for line, does in _HOUSE_EXAMPLES]),
        *_table(said(_VERBS), [(_usage(verb), said(verb.says)) for verb in verbs]),
        *_table(said(_OPTIONS), _option_rows((*COMMON, VERSION), desk)),
        said(_MORE),
    ))  # fmt: skip


def verb_help(desk: Desk, verb: Verb) -> str:
    """The help of `brochure VERB --help`."""
    said = desk.in_words
    rows = _option_rows((*verb.options, *COMMON), desk)
    if verb.operand:
        rows.insert(0, (verb.operand.shown, said(verb.operand.says)))
    return "\n".join((
        f"brochure {_usage(verb)}",
        said(verb.says),
        "",
        *_table(said(_EXAMPLES), [(line, said(does)) for line, does in verb.examples]),
        *_table(said(_OPTIONS), rows),
    )).rstrip()  # fmt: skip


def _usage(verb: Verb) -> str:
    return f"{verb.name} {verb.operand.shown}" if verb.operand else verb.name


def _option_rows(options: Iterable[Option], desk: Desk) -> list[tuple[str, str]]:
    return [
        (", ".join(option.flags) + (f" {option.value}" if option.value else ""), desk.in_words(option.says))
        for option in options
    ]


def _table(title: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    """Two columns under *title*; the left one holds no wide characters, so it is padded by characters."""
    widest = max(len(left) for left, _ in rows)
    return [title, *(f"  {left:<{widest}}  {right}" for left, right in rows), ""]
