"""The file: numbered objects, streams, cross-reference table. Built on reportlab's object layer, below
its canvas.
"""

import zlib
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any, TypeAlias

from brochure.pdf.door import pdfdoc

Deflate: TypeAlias = Callable[[bytes], bytes]

Array, Dictionary, Text = pdfdoc.PDFArrayCompact, pdfdoc.PDFDictionary, pdfdoc.PDFString

PDF_VERSION = (1, 6)
"""ISO 15930-7 (PDF/X-4) builds on PDF 1.6."""


def deflated(data: bytes) -> bytes:
    """*data* as a FlateDecode stream. Level 6: level 9 costs three times as much for one hundredth less."""
    return zlib.compress(data, 6)


def name(text: str) -> str:
    """A PDF name. Bytes outside the regular characters are written as #xx (ISO 32000-1, 7.3.5)."""
    return "/" + "".join(
        chr(byte) if 0x21 <= byte <= 0x7E and chr(byte) not in "#()<>[]{}/%" else f"#{byte:02X}"
        for byte in text.encode()
    )


def number(value: float) -> str:
    """*value* to a thousandth (of a point, of an em, of an ink), without idle digits."""
    rounded = round(value, 3)
    whole = int(rounded)
    return str(whole) if rounded == whole else f"{rounded:.3f}".rstrip("0")


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab ships no types
    """A stream whose data go to the file as they are, without being copied into a string of the whole
    object first.
    """

    content: bytes

    def write(self, document: "PressDocument", out: BytesIO) -> None:
        """The dictionary and the data; these are let go of, so that pictures do not lie in memory twice."""
        entries = Dictionary({**self.dictionary.dict, "Length": len(self.content)})
        out.write(entries.format(document))
        out.write(b"\nstream\n")
        out.write(self.content)
        out.write(b"\nendstream")
        self.content = b""


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The root object, with the output intents that reportlab's own does not know."""

    __NoDefault__ = ("OutputIntents", *pdfdoc.PDFCatalog.__NoDefault__)


class PressDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A PDF file in the making, of version 1.6 if nothing else is asked for.

    *deflate* compresses a stream; the press may hand one in that remembers earlier results, since the
    same data must give the same bytes. What is signed with `sign` decides the file's identity.
    """

    def __init__(self, deflate: Deflate = deflated, version: tuple[int, int] = PDF_VERSION) -> None:
        super().__init__(invariant=1, compression=0, pdfVersion=version)
        self.version = version
        for register in (self.idToObjectNumberAndVersion, self.idToObject, self.numberToId):
            register.clear()  # the empty dictionary of standard fonts: nothing here is set in one
        self.objectcounter = 0
        self.Catalog = Catalog()
        self.Catalog.Pages = self.Pages
        self.deflate = deflate
        self._identity = sha256()

    def sign(self, *content: bytes | str) -> None:
        """Let *content* count towards the identity of the file."""
        for part in content:
            data = part.encode() if isinstance(part, str) else part
            self._identity.update(b"%d:" % len(data))
            self._identity.update(data)

    @property
    def identity(self) -> bytes:
        """Sixteen bytes that stand for all that was signed."""
        return self._identity.digest()[:16]

    def ID(self) -> bytes:  # noqa: N802  # reportlab's trailer asks for it under this name
        """The two file identifiers, equal since the file was never updated (ISO 32000-1, 14.4)."""
        return b"[<%s><%s>]" % ((self.identity.hex().encode(),) * 2)

    def stream(self, data: bytes, entries: Mapping[str, Any] | None = None, *, deflate: bool = True) -> Any:
        """A reference to a new stream; *deflate* is off for data that are compressed already or must stay
        plain.
        """
        dictionary = Dictionary(dict(entries or {}))
        if deflate:
            data = self.deflate(data)
            dictionary["Filter"] = "/FlateDecode"
        return self.Reference(Stream(dictionary=dictionary, content=data))

    def finished(self) -> bytes:
        """The whole file. Formatting an object may bring forth others, so the count is open until the end."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        out = BytesIO()
        out.write(b"%%PDF-%d.%d\n%%\xe5\xb0\x81\xe9\x9d\xa2\n" % self.version)
        names: list[str] = []
        while (count := len(names) + 1) in self.numberToId:
            names.append(self.numberToId[count])
            self.idToOffset[names[-1]] = out.tell()
            out.write(b"%d 0 obj\n" % count)
            made = self.idToObject[names[-1]]
            if isinstance(made, Stream):
                made.write(self, out)
            else:
                out.write(pdfdoc.format(made, self, toplevel=1))
            out.write(b"\nendobj\n")
        start = out.tell()
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, names)
        out.write(table.format(self))
        out.write(
            pdfdoc.PDFTrailer(start, Size=len(names) + 1, Root=root, Info=info, ID=self.ID()).format(self)
        )
        return out.getvalue()
