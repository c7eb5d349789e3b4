"""Rules for the file itself: header, identifiers, metadata (checks 1 to 9)."""

import re
from collections.abc import Iterator

import pikepdf

from brochure.diagnostics import Words
from brochure.inspection.evidence import Evidence, Fault, press_rule

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
_REQUIRED = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)
_PAIRS = (
    ("/Title", "dc:title"),
    ("/Author", "dc:creator"),
    ("/Subject", "dc:description"),
    ("/Creator", "xmp:CreatorTool"),
    ("/Producer", "pdf:Producer"),
    ("/CreationDate", "xmp:CreateDate"),
    ("/ModDate", "xmp:ModifyDate"),
    ("/Trapped", "pdf:Trapped"),
)


def _property(evidence: Evidence, key: str) -> str | None:
    """The text of an XMP property, looked up by its namespace, not by its prefix."""
    from xml.etree import ElementTree as ET

    prefix, _, local = key.partition(":")
    try:
        tree = ET.fromstring(evidence.xmp)  # noqa: S314  # our own file; expat refuses entity bombs since 2.4
    except ET.ParseError:
        return None
    found = tree.find(f".//{{{_NAMESPACES[prefix]}}}{local}")
    return None if found is None else "".join(found.itertext()).strip()


@press_rule(1, "header", "ISO 15930-7", Words("a PDF 1.6 with one end", "文件应为 PDF 1.6，只有一个结尾"))
def header(evidence: Evidence) -> Iterator[Fault]:
    """Version, the comment that marks the file as binary, one end marker and nothing after it."""
    if not re.match(rb"%PDF-1\.6[\r\n]+%[\x80-\xff]{4}", evidence.raw):
        yield Fault(repr(evidence.raw[:16]))
    if evidence.raw.count(b"%%EOF") != 1 or not re.search(rb"%%EOF[\r\n]*\Z", evidence.raw[-16:]):
        yield Fault(f"{evidence.raw.count(b'%%EOF')} × %%EOF, {evidence.raw[-8:]!r}")


@press_rule(2, "identifier", "ISO 15930-7", Words("two identifiers in the trailer", "文件尾应有两个标识"))
def identifier(evidence: Evidence) -> Iterator[Fault]:
    """/ID of two strings of sixteen bytes."""
    parts = [bytes(part) for part in evidence.pdf.trailer.get("/ID", ())]
    if [len(part) for part in parts] != [16, 16] or not any(parts[0]):
        yield Fault(f"/ID {parts!r}")


@press_rule(3, "encrypted", "ISO 15930-7", Words("no encryption", "文件不得加密"))
def encrypted(evidence: Evidence) -> Iterator[Fault]:
    """No /Encrypt."""
    if evidence.pdf.is_encrypted or "/Encrypt" in evidence.pdf.trailer:
        yield Fault("/Encrypt")


@press_rule(4, "metadata-stream", "ISO 15930-7", Words("plain XMP metadata", "XMP 元数据应为明文"))
def metadata_stream(evidence: Evidence) -> Iterator[Fault]:
    """An XMP stream without filter, in UTF-8, in a packet without the attributes bytes and encoding."""
    if "/Metadata" not in evidence.root:
        yield Fault("/Metadata")
        return
    stream = evidence.root.Metadata
    if "/Filter" in stream or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield Fault(f"/Filter {stream.get('/Filter')} /Type {stream.get('/Type')}")
    opening = re.match(r"<\?xpacket ([^>]*)\?>", evidence.xmp)
    if opening is None or "bytes=" in opening[1] or "encoding=" in opening[1] or "\ufffd" in evidence.xmp:
        yield Fault("xpacket")


@press_rule(5, "pdfx-version", "ISO 15930-7", Words("XMP declares PDF/X-4", "XMP 应声明 PDF/X-4"))
def pdfx_version(evidence: Evidence) -> Iterator[Fault]:
    """pdfxid:GTS_PDFXVersion is PDF/X-4."""
    declared = _property(evidence, "pdfxid:GTS_PDFXVersion")
    if declared != "PDF/X-4":
        yield Fault(f"GTS_PDFXVersion {declared}")


@press_rule(6, "metadata", "ISO 15930-7", Words("complete XMP metadata", "XMP 元数据应齐全"))
def metadata(evidence: Evidence) -> Iterator[Fault]:
    """Title, three dates, document and version identifiers, rendition class."""
    for key in _REQUIRED:
        if not _property(evidence, key):
            yield Fault(key)


@press_rule(7, "information", "ISO 15930-7", Words("Info and XMP say the same", "Info 与 XMP 应一致"))
def information(evidence: Evidence) -> Iterator[Fault]:
    """Title, two dates and Trapped (never Unknown) in Info, and every entry equal to its XMP property."""
    info = evidence.pdf.trailer.get("/Info", pikepdf.Dictionary())
    for key in ("/Title", "/CreationDate", "/ModDate", "/Trapped"):
        if key not in info:
            yield Fault(f"{key} is missing")
    if info.get("/Trapped") not in ("/True", "/False"):
        yield Fault(f"/Trapped {info.get('/Trapped')}")
    for key, name in _PAIRS:
        said = _as_xmp(key, str(info[key])) if key in info else None
        if said != _property(evidence, name):
            yield Fault(f"{key} {said!r}, {name} {_property(evidence, name)!r}")


def _as_xmp(key: str, value: str) -> str:
    """An Info entry as XMP would say it: dates as ISO 8601, names without their slash."""
    moment = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'", value)
    if moment:
        year, month, day, hour, minute, second, zone, rest = moment.groups()
        return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}:{rest}"
    return value.removeprefix("/") if key == "/Trapped" else value


@press_rule(8, "trapped", "ISO 15930-7", Words("XMP says whether it is trapped", "XMP 应写明是否补漏白"))
def trapped(evidence: Evidence) -> Iterator[Fault]:
    """pdf:Trapped is True or False."""
    said = _property(evidence, "pdf:Trapped")
    if said not in ("True", "False"):
        yield Fault(f"pdf:Trapped {said}")


@press_rule(9, "claims", "house", Words("claims PDF/X-4 and nothing else", "除 PDF/X-4 外不作其他声明"))
def claims(evidence: Evidence) -> Iterator[Fault]:
    """No PDF/A, PDF/UA or PDF/VT identification: a press file proves what it declares, no more."""
    for namespace in ("aiim.org/pdfa/ns/id", "aiim.org/pdfua/ns/id", "npes.org/pdfvt"):
        if namespace in evidence.xmp:
            yield Fault(namespace)


RULES = (header, identifier, encrypted, metadata_stream, pdfx_version, metadata, information, trapped, claims)
