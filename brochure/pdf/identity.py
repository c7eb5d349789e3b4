"""What the file says about itself: information dictionary and XMP, which say the same, and the
identifiers.
"""

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from brochure import __version__
from brochure.content.metadata import Metadata
from brochure.diagnostics import BrochureError, Words, error
from brochure.pdf.document import Dictionary, PressDocument, Text

CREATOR = "brochure"
PRODUCER = f"brochure {__version__} (ReportLab)"

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands where content and environment give no date: never a clock, so the same input gives the same
bytes.
"""

_LAST_SECOND = 253_402_300_799  # 9999-12-31T23:59:59Z


def stamp(metadata: Metadata, environment: Mapping[str, str] = os.environ) -> datetime:
    """The date of the edition: the content's own, else SOURCE_DATE_EPOCH, else 1 January 2000; in UTC.

    Raises `BrochureError` when SOURCE_DATE_EPOCH is not a count of seconds up to the year 9999.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (re.fullmatch(r"[0-9]{1,12}", epoch) and int(epoch) <= _LAST_SECOND):
        told = Words(
            f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch[:40]!r}",
            f"环境变量 SOURCE_DATE_EPOCH 不是秒数：{epoch[:40]!r}",
        )
        hint = Words(
            "set it to seconds since 1970-01-01, or remove it", "请改为 1970-01-01 以来的秒数，或取消该变量"
        )
        raise BrochureError([error("pdf/source-date-epoch", told, suggestion=hint)])
    try:
        day = date.fromisoformat(metadata.date)
    except ValueError:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else _UNDATED
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def language(metadata: Metadata) -> str:
    """The language tag. Readers choose voices and fonts by region, so the bare script tag becomes
    ``zh-CN``.
    """
    return {"zh-Hans": "zh-CN", "zh": "zh-CN"}.get(metadata.language, metadata.language)


def information(metadata: Metadata, when: datetime) -> Any:
    """The information dictionary; Trapped is False: nothing here adds traps, the printer may (ISO
    15930-7, 6.10).
    """
    moment = Text(when.strftime("D:%Y%m%d%H%M%S+00'00'"))
    entries: dict[str, Any] = {
        "Title": Text(metadata.title),
        "Creator": Text(CREATOR),
        "Producer": Text(PRODUCER),
        "CreationDate": moment,
        "ModDate": moment,
        "Trapped": "/False",
    }
    if metadata.issuer:
        entries["Author"] = Text(metadata.issuer)
    if metadata.subject:
        entries["Subject"] = Text(metadata.subject)
    return Dictionary(entries)


class Claim(NamedTuple):
    """The standard that a file declares in its XMP packet: the prefix and address of its names, and what it
    says in them.
    """

    prefix: str
    address: str
    entries: tuple[tuple[str, str], ...]


PDFX4 = Claim(
    "pdfxid",
    "http://www.npes.org/pdfx/ns/id/",
    (("pdf:Trapped", "False"), ("pdfxid:GTS_PDFXVersion", "PDF/X-4")),
)
PDFUA1 = Claim("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", (("pdfuaid:part", "1"),))
"""ISO 14289-1, clause 5."""


def xmp_packet(document: PressDocument, metadata: Metadata, when: datetime, claim: Claim = PDFX4) -> bytes:
    """The XMP packet: declares a standard and repeats the information dictionary."""
    moment = when.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    alternative = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
    properties = [
        ("dc:format", "application/pdf"),
        ("dc:title", alternative.format(escape(metadata.title))),
        ("dc:language", f"<rdf:Bag><rdf:li>{escape(language(metadata))}</rdf:li></rdf:Bag>"),
        ("dc:creator", metadata.issuer and f"<rdf:Seq><rdf:li>{escape(metadata.issuer)}</rdf:li></rdf:Seq>"),
        ("dc:description", metadata.subject and alternative.format(escape(metadata.subject))),
        ("xmp:CreateDate", moment),
        ("xmp:ModifyDate", moment),
        ("xmp:MetadataDate", moment),
        ("xmp:CreatorTool", CREATOR),
        ("pdf:Producer", PRODUCER),
        *claim.entries,
        ("xmpMM:DocumentID", f"uuid:{uuid(document.identity)}"),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
    ]
    body = "\n".join(f"<{key}>{value}</{key}>" for key, value in properties if value)
    return _PACKET.format(body=body, prefix=claim.prefix, address=claim.address).encode()


def escape(text: str) -> str:
    """*text* as XML character data. (The library's own function brings in a parser and costs 3 ms.)"""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def uuid(identity: bytes) -> str:
    """Sixteen bytes as a name-based UUID (RFC 9562, version 8: made by a rule of our own)."""
    digits = bytearray(identity)
    digits[6] = digits[6] & 0x0F | 0x80
    digits[8] = digits[8] & 0x3F | 0x80
    hexed = digits.hex()
    return "-".join((hexed[:8], hexed[8:12], hexed[12:16], hexed[16:20], hexed[20:]))


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:{prefix}="{address}">
{body}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
