"""Rules for pictures and filters (checks 19, 39, 40)."""

from collections.abc import Iterator

import pikepdf

from brochure.diagnostics import Words
from brochure.inspection.evidence import Evidence, Fault, press_rule

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def _images(evidence: Evidence) -> Iterator[tuple[str, pikepdf.Object]]:
    for number, made in evidence.objects:
        if isinstance(made, pikepdf.Stream) and made.get("/Subtype") == "/Image":
            yield f"object {number}", made


def _filters(stream: pikepdf.Object) -> list[str]:
    named = stream.get("/Filter", pikepdf.Array())
    return [str(named)] if isinstance(named, pikepdf.Name) else [str(name) for name in named]


@press_rule(
    19, "picture-keys", "ISO 15930-7", Words("plain pictures", "图片不得含替代图、OPI、插值，反相须相符")
)
def picture_keys(evidence: Evidence) -> Iterator[Fault]:
    """No Alternates, OPI or Interpolate; Decode turns the inks back exactly where the JPEG's Adobe marker
    says so.
    """
    for where, image in _images(evidence):
        for key in ("/Alternates", "/OPI"):
            if key in image:
                yield Fault(f"{where}: {key}")
        if image.get("/Interpolate", False):
            yield Fault(f"{where}: /Interpolate")
        if _filters(image) == ["/DCTDecode"]:
            _, sampling, adobe = jpeg_facts(bytes(image.read_raw_bytes()))
            decode = [float(value) for value in image.get("/Decode", ())]
            wanted = [1.0, 0.0] * len(sampling) if adobe or len(sampling) == 1 else []
            if decode != wanted:
                yield Fault(f"{where}: /Decode {decode}, Adobe marker {adobe}")


@press_rule(
    39,
    "picture-coding",
    "ISO 15930-7, ISO 19005-2",
    Words("8-bit JPEG or Flate pictures", "图片应为 8 位 JPEG 或 Flate"),
)
def picture_coding(evidence: Evidence) -> Iterator[Fault]:
    """8 bits, DCT or Flate; a JPEG baseline and not subsampled, with the size and inks its dictionary
    says.
    """
    for where, image in _images(evidence):
        filters = _filters(image)
        if filters not in (["/DCTDecode"], ["/FlateDecode"]) or image.get("/BitsPerComponent") != 8:
            yield Fault(f"{where}: {filters} {image.get('/BitsPerComponent')} bit")
        elif filters == ["/DCTDecode"]:
            (frame, height, width), sampling, _ = jpeg_facts(bytes(image.read_raw_bytes()))
            inks = 4 if image.ColorSpace == "/DeviceCMYK" else 1
            if frame != 0xC0 or len(set(sampling)) != 1 or len(sampling) != inks:
                yield Fault(f"{where}: SOF{frame - 0xC0} {sampling}")
            if (width, height) != (int(image.Width), int(image.Height)):
                yield Fault(f"{where}: {width} × {height}")


def jpeg_facts(data: bytes) -> tuple[tuple[int, int, int], tuple[int, ...], bool]:
    """Of a JPEG: its frame marker, height and width; the sampling factors of its components; whether it
    bears Adobe's marker.
    """
    place, adobe = 2, False
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if marker == 0xEE and data[place + 4 : place + 9] == b"Adobe":
            adobe = True
        if marker in _FRAMES:
            body = data[place + 4 : place + 2 + length]
            size = (marker, int.from_bytes(body[1:3]), int.from_bytes(body[3:5]))
            adobe = adobe or b"\xff\xee\x00\x0eAdobe" in data[place : place + 2048]
            return size, tuple(body[7::3]), adobe
        place += 2 + length
    return (0, 0, 0), (), adobe


@press_rule(40, "filters", "house", Words("no padding filters", "不得使用 ASCII 或 LZW 编码"))
def filters(evidence: Evidence) -> Iterator[Fault]:
    """No ASCII85, ASCIIHex, LZW, JPX, JBIG2 or Crypt filter on any stream."""
    for number, made in evidence.objects:
        if isinstance(made, pikepdf.Stream):
            odd = set(_filters(made)) - {"/FlateDecode", "/DCTDecode"}
            if odd:
                yield Fault(f"object {number}: {', '.join(sorted(odd))}")


RULES = (picture_keys, picture_coding, filters)
