r"""Titles: text for a line of its own, with the seams (``|``) at which the author lets it break."""

from __future__ import annotations

import re
from typing import Final

from brochure.content.lint import note_slips
from brochure.content.model import Title
from brochure.diagnostics import Words
from brochure.source import Faults, Node, Scalar, Schema, one_line, scalar

_TOKEN: Final = re.compile(r"\\([!-/:-@\[-`{-~])|(\|)|(\*\*|::|__|~~|\^\{|\^\[)")


class TitleKind:
    """A title, as a kind of value."""

    name = Words("a title", "标题")

    def read(self, node: Node, faults: Faults) -> Title | None:
        r"""The title without its ``|``; ``\|`` stands for the character itself.

        Blanks beside a seam stay in the text: they print where the line does not break there.
        """
        found = scalar(node, faults, self.name)
        text = one_line(found, faults) if found else None
        if found is None or text is None:
            return None
        shift, said, seams, at, sound = found.text.index(text), "", [], 0, True
        for token in _TOKEN.finditer(text):
            said += text[at : token.start()]
            at = token.end()
            literal, seam, mark = token.groups()
            if seam:
                sound = self._check_seam(found, text, token, shift, faults) and sound
                seams.append(len(said))
            elif mark:
                sound = self._note_mark(found, token, shift, faults)
            else:
                said += literal
        said += text[at:]
        note_slips(found, faults, blanks=False)
        return Title(text=said, seams=tuple(seams), span=found.span) if sound else None

    def schema(self) -> Schema:
        """Text."""
        return {"type": ["string", "number"]}

    def _check_seam(self, found: Scalar, text: str, token: re.Match[str], shift: int, faults: Faults) -> bool:
        """Whether there is text on both sides of a seam."""
        before, after = text[: token.start()].rstrip(), text[token.end() :].lstrip()
        if before and after and not before.endswith("|"):
            return True
        message = Words("a seam `|` needs text on both sides", "断行记号 `|` 的两边都要有文字")
        span = found.span_of(shift + token.start(), shift + token.end())
        faults.error("seam-at-edge", message, span, Words("delete it", "请删去"))
        return False

    def _note_mark(self, found: Scalar, token: re.Match[str], shift: int, faults: Faults) -> bool:
        message = Words(
            "a title takes no inline marks, only seams `|`", "标题里不能用行内标记，只能用断行记号 `|`"
        )
        span = found.span_of(shift + token.start(), shift + token.end())
        hint = Words(
            f"delete it, or write `\\{token[0]}` to print it",
            f"请删去；如果就是要印出来，请写 `\\{token[0]}`",
        )
        faults.error("mark-in-title", message, span, hint)
        return False
