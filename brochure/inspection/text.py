"""The text a reader copies out of finished bytes, against the text that was set (check 35)."""

import re
from collections.abc import Iterator, Sequence

from brochure.diagnostics import Diagnostic, Severity, Words
from brochure.display import DisplayList, GlyphRun

_AROUND = 8


def copied_text(pdf: bytes) -> tuple[str, ...]:
    """The text of each page as pdfium copies it out, in content order."""
    import pypdfium2  # brings a renderer; only this inspection needs it

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def compare_text(pdf: bytes, pages: Sequence[DisplayList]) -> tuple[Diagnostic, ...]:
    """A finding for each page whose copied text is not that of its glyph runs, white space aside."""
    copied = copied_text(pdf)
    if len(copied) != len(pages):
        return (_differs(None, f"{len(copied)} / {len(pages)}"),)
    return tuple(_compared(copied, pages))


def _compared(copied: Sequence[str], pages: Sequence[DisplayList]) -> Iterator[Diagnostic]:
    for number, (found, page) in enumerate(zip(copied, pages, strict=True), 1):
        is_text, set_text = (
            _bare(found),
            _bare("".join(m.text for m in page.marks if isinstance(m, GlyphRun))),
        )
        if is_text != set_text:
            at = next(
                (i for i, (a, b) in enumerate(zip(is_text, set_text, strict=False)) if a != b),
                min(len(is_text), len(set_text)),
            )
            start = max(0, at - _AROUND)
            shown, wanted = is_text[start : at + _AROUND], set_text[start : at + _AROUND]
            yield _differs(number, f"…{shown}… / …{wanted}…")


def _bare(text: str) -> str:
    """*text* without white space, which readers put in and leave out as they see gaps."""
    return re.sub(r"\s", "", text)


def _differs(page: int | None, detail: str) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR,
        code="inspection/copied-text",
        message=Words(
            f"check 35: the text copied out is not the text that was set: {detail}",
            f"检查 35：从文件复制出的文字与排版文字不符：{detail}",
        ),
        page=page,
    )
