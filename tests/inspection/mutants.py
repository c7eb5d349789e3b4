"""Defects, each breaking one press rule: a sound file with one thing wrong in it."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.pdf.specimen import black_jpeg, specimen

Change: TypeAlias = Callable[[Pdf], None]


def saved(change: Change | None = None, data: bytes | None = None) -> bytes:
    """The specimen (or *data*) with *change* made to its objects; streams stay coded as they are."""
    with pikepdf.open(BytesIO(data or specimen())) as pdf:
        if change:
            change(pdf)
        out = BytesIO()
        pdf.save(
            out,
            static_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            fix_metadata_version=False,
        )
        return out.getvalue()


def _page(pdf: Pdf, number: int = 1) -> pikepdf.Object:
    return pdf.pages[number - 1].obj


def _paint(operators: str, number: int = 1) -> Change:
    """Paint *operators* last on a page."""

    def change(pdf: Pdf) -> None:
        pdf.pages[number - 1].contents_add(f"\n{operators}\n".encode())

    return change


def _replace_content(pattern: str, by: str, number: int = 1) -> Change:
    def change(pdf: Pdf) -> None:
        stream = _page(pdf, number).Contents
        content = stream.read_bytes()
        changed = re.sub(pattern.encode(), by.encode(), content)
        assert changed != content, pattern
        stream.write(changed)

    return change


def _xmp(pattern: str, by: str) -> Change:
    def change(pdf: Pdf) -> None:
        packet = bytes(pdf.Root.Metadata.read_bytes()).decode()
        changed = re.sub(pattern, by, packet)
        assert changed != packet, pattern
        pdf.Root.Metadata = Stream(pdf, changed.encode(), Type=Name.Metadata, Subtype=Name.XML)

    return change


def _info(key: str, value: pikepdf.Object | None) -> Change:
    def change(pdf: Pdf) -> None:
        if value is None:
            del pdf.trailer.Info[key]
        else:
            pdf.trailer.Info[key] = value

    return change


def _root(key: str, value: Callable[[Pdf], pikepdf.Object]) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.Root[key] = value(pdf)

    return change


def _font(pdf: Pdf) -> pikepdf.Object:
    return next(iter(_page(pdf).Resources.Font.values()))


def _image(pdf: Pdf) -> pikepdf.Object:
    return next(iter(_page(pdf).Resources.XObject.values()))


def _intent(pdf: Pdf) -> pikepdf.Object:
    return pdf.Root.OutputIntents[0]


def _at(get: Callable[[Pdf], pikepdf.Object], key: str, value: object) -> Change:
    """Set, or with ``None`` remove, an entry of the object *get* finds."""

    def change(pdf: Pdf) -> None:
        if value is None:
            del get(pdf)[key]
        else:
            get(pdf)[key] = value(pdf) if callable(value) else value

    return change


def _spot(name: str, solid: list[float], key: str = "/Sx") -> Change:
    """Add a Separation space to page two and paint in it."""

    def change(pdf: Pdf) -> None:
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=solid, N=1)
        space = Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint])
        _page(pdf, 2).Resources.ColorSpace[key] = pdf.make_indirect(space)
        pdf.pages[1].contents_add(f"\n{key} cs 1 scn 60 60 9 9 re f\n".encode())

    return change


def _glyph_map(pdf: Pdf) -> None:
    places = _font(pdf).DescendantFonts[0].CIDToGIDMap
    data = bytearray(places.read_bytes())
    data[2:4] = b"\0\0"
    places.write(bytes(data))


def _widths(pdf: Pdf) -> None:
    _font(pdf).DescendantFonts[0].DW = 900


def _cmap(pattern: bytes, by: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        cmap = _font(pdf).ToUnicode
        cmap.write(re.sub(pattern, by, cmap.read_bytes(), count=1))

    return change


def _profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytes(profile.read_bytes())
    profile.write(data[:12] + b"mntrRGB " + data[20:])


def _subsampled(pdf: Pdf) -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("YCbCr", (60, 40)).save(out, "JPEG", subsampling=2)
    _image(pdf).write(out.getvalue(), filter=Name.DCTDecode)


def _no_decode_for_black(pdf: Pdf) -> None:
    image = next(i for i in _page(pdf, 2).Resources.XObject.values() if i.ColorSpace != "/DeviceCMYK")
    image.write(black_jpeg(128), filter=Name.DCTDecode)
    del image["/Decode"]


def _overprinting(pdf: Pdf) -> pikepdf.Object:
    return _page(pdf, 2).Resources.ExtGState["/O1"]


def _layers(**default: Any) -> Change:
    def value(pdf: Pdf) -> pikepdf.Object:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("中文")))
        entries = {f"/{key}": [group] if held == "group" else held for key, held in default.items()}
        return Dictionary(OCGs=[group], D=Dictionary({"/Order": [group], **entries}))

    return _root("/OCProperties", value)


def _lzw(pdf: Pdf) -> None:
    _page(pdf).Contents.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode)


def _group(**entries: Any) -> Dictionary:
    return Dictionary(Type=Name.Group, S=Name.Transparency, **entries)


def _box(key: str, corners: list[float] | None, number: int = 1) -> Change:
    return _at(lambda pdf: _page(pdf, number), key, None if corners is None else Array(corners))


_PAGE: Final = _page

MUTANTS: Final[dict[str, list[Change]]] = {
    "metadata-stream": [
        lambda pdf: pdf.Root.__delitem__("/Metadata"),
        lambda pdf: pdf.Root.Metadata.write(b"x", filter=Name.FlateDecode),
        _xmp('id="W5M0', 'encoding="UTF-8" id="W5M0'),
    ],
    "pdfx-version": [_xmp("<pdfxid:.*X-4</.*>", ""), _xmp("PDF/X-4", "PDF/X-3")],
    "metadata": [
        _xmp("<dc:title>.*</dc:title>", ""),
        _xmp("<xmp:MetadataDate>.*</xmp:MetadataDate>", ""),
        _xmp("<xmpMM:RenditionClass>.*>", ""),
    ],
    "information": [
        _info("/ModDate", None),
        _info("/Trapped", Name.Unknown),
        _info("/Title", String("别的标题")),
        _xmp("<pdf:Producer>.*>", "<pdf:Producer>somebody</pdf:Producer>"),
    ],
    "trapped": [_xmp("<pdf:Trapped>False", "<pdf:Trapped>Unknown"), _xmp("<pdf:Trapped>.*>", "")],
    "claims": [
        _xmp("<rdf:Description", '<rdf:Description xmlns:a="http://www.aiim.org/pdfa/ns/id/" a:part="2"')
    ],
    "output-intent": [
        lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
        lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0]),
        _at(_intent, "/OutputConditionIdentifier", String("ISO Coated v2 300% (basICColor)")),
        _at(_intent, "/RegistryName", None),
        _at(_intent, "/DestOutputProfile", None),
    ],
    "profile": [_profile, _at(lambda pdf: _intent(pdf).DestOutputProfile, "/N", 3)],
    "color-space": [
        _paint("0 0 0 rg 9 9 9 9 re f"),
        _paint("0.5 g 9 9 9 9 re f"),
        _paint("0 G 9 9 m 40 40 l S"),
        _paint("q 9 0 0 9 9 9 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 ID abcd\nEI Q"),
        _at(_image, "/ColorSpace", Name.DeviceRGB),
        _at(lambda pdf: _PAGE(pdf, 2).Resources.ColorSpace, "/Sx", Array([Name.CalRGB, Dictionary()])),
    ],
    "blend-space": [
        _at(_PAGE, "/Group", _group(CS=Name.DeviceRGB)),
        _at(_PAGE, "/Group", _group()),
    ],
    "transfer": [
        _at(_overprinting, "/TR", Name.Identity),
        _at(_overprinting, "/TR2", Name.Identity),
        _at(_overprinting, "/HT", Dictionary(Type=Name.Halftone, HalftoneType=16)),
    ],
    "spot-ink": [
        _spot("PANTONE 186 C", [0, 1, 0.6, 0]),
        _spot("高原丁香", [0, 1, 0.6, 0]),
        _spot("高原 丁香", [0.35, 0.5, 0, 0]),
    ],
    "spot-alternate": [_spot("高原丁香", [0.9, 0.9, 0.9, 0.9])],
    "picture-keys": [
        _at(_image, "/Interpolate", value=True),
        _at(_image, "/Alternates", Array([])),
        _at(_image, "/OPI", Dictionary()),
        _at(_image, "/Decode", None),
        _no_decode_for_black,
    ],
    "picture-coding": [
        _at(_image, "/BitsPerComponent", 4),
        _at(_image, "/Width", 61),
        _at(_image, "/Filter", Name.JPXDecode),
        _subsampled,
    ],
    "filters": [_lzw],
    "black-knocks-out": [
        _replace_content("/O1 gs", "/O0 gs", 2),
        _at(_overprinting, "/OPM", 0),
        _paint("0 0 0 1 K /O0 gs 0.5 w 9 9 m 90 9 l S", 2),
    ],
    "white-overprints": [
        _replace_content("0 0 0 0 k", "0 0 0 0 k /O1 gs"),
        _paint("/O1 gs 0 0 0 0 k 9 9 9 9 re f", 2),
    ],
    "rich-black-text": [_replace_content("0 0 0 0 k", "0.75 0.68 0.67 0.9 k")],
    "registration-color": [
        _spot("All", [1, 1, 1, 1]),
        _paint("1 1 1 1 k 60 60 9 9 re f"),
    ],
    "empty-page": [
        lambda pdf: _page(pdf).Contents.write(b""),
        lambda pdf: _page(pdf).Contents.write(b"0 0 0 0 k 0 0 900 900 re f"),
    ],
    "font-embedding": [
        _at(lambda pdf: _font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2", None),
        _at(_font, "/BaseFont", Name.Helvetica),
        _at(lambda pdf: _page(pdf, 2).Resources.Font, "/F3", lambda pdf: _page(pdf).Resources.Font["/F3"]),
        _at(
            lambda pdf: _page(pdf).Resources.Font,
            "/Fx",
            lambda pdf: pdf.make_indirect(
                Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            ),
        ),
    ],
    "glyphs": [_glyph_map, _widths],
    "to-unicode": [
        _at(_font, "/ToUnicode", None),
        _cmap(rb"<0001> <[0-9A-F]+>", b"<0001> <FEFF>"),
        _cmap(rb"<0001> <[0-9A-F]+>", b"<0001> <D842>"),
        _cmap(rb"<0001> <[0-9A-F]+>\n", b""),
    ],
    "small-text": [
        _replace_content("/F2 14 Tf", "/F2 5.5 Tf"),
        _replace_content("/F1 28 Tf", "/F1 6.5 Tf"),
        _replace_content("/F1 28 Tf\n1 0 0 1", "/F1 28 Tf\n0.2 0 0 0.2"),
    ],
    "thin-line": [_replace_content("0.5 w", "0.1 w", 2), _replace_content("0.5 w", "0 w", 2)],
    "trim-box": [
        _box("/TrimBox", None),
        _box("/ArtBox", [9, 9, 90, 90]),
        _box("/TrimBox", [0, 0, 900, 900]),
        _box("/BleedBox", [-9, -9, 900, 900]),
    ],
    "crop-box": [_box("/CropBox", [5, 5, 300, 200])],
    "trim-size": [
        _box("/TrimBox", [8.5039, 8.5039, 340, 263.622], 2),
        _at(_PAGE, "/Rotate", 90),
        _at(_PAGE, "/UserUnit", 2),
    ],
    "bleed": [_box("/BleedBox", [6, 6, 351.165, 266.126]), _box("/MediaBox", [0, 0, 400, 272.1260])],
    "viewer-areas": [_at(lambda pdf: pdf.Root.ViewerPreferences, "/PrintArea", Name.TrimBox)],
    "actions": [
        _root("/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
        _box("/Annots", []),
        _at(lambda pdf: pdf.Root.Outlines.First, "/A", Dictionary(S=Name.URI, URI=String("http://x"))),
    ],
    "foreign-content": [
        _root("/AcroForm", lambda _: Dictionary(Fields=[])),
        _root("/Names", lambda _: Dictionary(EmbeddedFiles=Dictionary(Names=[]))),
        _at(_image, "/F", String("elsewhere.jpg")),
        _at(
            lambda pdf: _page(pdf).Resources.XObject,
            "/PS",
            lambda pdf: pdf.make_indirect(Stream(pdf, b"%!", Type=Name.XObject, Subtype=Name.PS)),
        ),
    ],
    "layers": [
        _layers(),
        _layers(Name=String("x"), OFF="group"),
        _layers(Name=String("x"), AS=[Dictionary()]),
    ],
}
"""The changes that break each rule, by the rule's name, made to the file's objects."""


def saved_pdf() -> Pdf:
    """The specimen, opened anew."""
    return pikepdf.open(BytesIO(specimen()))


def _encrypted() -> bytes:
    with saved_pdf() as pdf:
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="", R=4))
        return out.getvalue()


def _wrong_length() -> bytes:
    data = specimen()
    length = re.search(rb"/Length (\d+)\n", data)
    assert length
    return data[: length.start(1)] + b"%0*d" % (len(length[1]), int(length[1]) - 3) + data[length.end(1) :]


def _orphan() -> bytes:
    """Two fonts share one program; the other's is left over."""
    first, second = re.findall(rb"/FontFile2 \d+ 0 R", specimen())[:2]
    return specimen().replace(first, second.ljust(len(first)))


BROKEN_BYTES: Final[dict[str, list[Callable[[], bytes]]]] = {
    "header": [
        lambda: specimen().replace(b"%PDF-1.6", b"%PDF-1.7", 1),
        lambda: specimen() + b"tail",
        lambda: specimen() + b"%%EOF\n",
    ],
    "encrypted": [_encrypted],
    "syntax": [_wrong_length, lambda: specimen().replace(b"\nendstream", b" endstream")],
    "identifier": [
        lambda: re.sub(rb"/ID \[.*?\]\n", b"", specimen()),
        lambda: re.sub(rb"/ID \[<[0-9a-f]+>", b"/ID [<00>", specimen()),
    ],
    "loose-ends": [_orphan, lambda: re.sub(rb"/Outlines \d+ 0 R", b"/Outlines 999 0 R", specimen())],
}
"""The same for rules about the bytes themselves."""
