"""Files that are no picture for the press: each is refused by name, with what to do, before it does harm."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from brochure.diagnostics import Severity
from tests.images.studio import (
    SPAN,
    grey_tiff,
    photograph,
    png,
    sheet,
    survey_faults,
    surveyed,
    written,
)

GRAIN = Image.fromarray((np.arange(60 * 40 * 3) * 37 % 251).astype(np.uint8).reshape(40, 60, 3))

NAMED = {
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "PDF": b"%PDF-1.6\n",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "SVG or XML": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg>&x;</svg>',
    "HTML": b"\xef\xbb\xbf <!doctype HTML><title>404</title>",
    "WebP": written(GRAIN, "WEBP"),
    "GIF": written(GRAIN, "GIF"),
    "BMP": written(GRAIN, "BMP"),
    "PSD": b"8BPS\x00\x01",
    "HEIC/AVIF": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
}


@pytest.mark.parametrize("kind", NAMED)
def test_other_kinds_of_file_are_called_by_their_name(kind: str) -> None:
    """Whatever its ending says, the finding says what the file is, where it was asked for, and what to save
    it as.
    """
    (finding,) = survey_faults(NAMED[kind])
    assert (finding.code, finding.span, finding.severity) == ("images/not-a-picture", SPAN, Severity.ERROR)
    assert f"is {kind}, not JPEG, PNG or TIFF" in finding.message.en
    assert kind in finding.message.zh
    assert finding.suggestion is not None


def test_an_empty_file_and_a_text_are_refused() -> None:
    """No bytes at all, and bytes that mean nothing."""
    assert [finding.code for finding in survey_faults(b"")] == ["images/empty"]
    assert [finding.code for finding in survey_faults("西宁".encode())] == ["images/not-a-picture"]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("cut", ["half", "by 20", "by 1", "in the header"])
def test_a_picture_cut_short_is_never_printed(form: str, cut: str) -> None:
    """Cut in half, by 20 bytes, by the last one, in the header: refused, no grey bands."""
    data = written(GRAIN, form)
    kept = {"half": len(data) // 2, "by 20": len(data) - 20, "by 1": len(data) - 1, "in the header": 30}[cut]
    assert [finding.code for finding in survey_faults(data[:kept])] == ["images/damaged"]


@pytest.mark.parametrize("share", [0.3, 0.999])
def test_a_photograph_cut_short_is_never_printed(share: float) -> None:
    """A real progressive photograph that was copied in part."""
    data = photograph("life_by_Aitzol_Berasategi").read_bytes()
    assert [f.code for f in survey_faults(data[: int(len(data) * share)])] == ["images/damaged"]


HUGE = {
    "60000 x 60000": png((60_000, 60_000), 8, 2, b""),
    "15000 x 15000": png((15_000, 15_000), 1, 0, b""),
    "65000 x 1": png((65_000, 1), 8, 0, bytes(65_001)),
    "30001 x 2, TIFF": grey_tiff(30_001, 8, 1, bytes(30_001), repeat=2),
}


@pytest.mark.parametrize("case", HUGE)
def test_a_picture_is_measured_before_it_is_decoded(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sizes that no page asks for are refused by the header alone."""
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("the picture was decoded"))
    (finding,) = survey_faults(HUGE[case])
    assert finding.code == "images/too-large"
    assert " × ".join(case.removesuffix(", TIFF").split(" x ")) in finding.message.en


def test_text_and_profiles_that_unpack_to_millions_are_refused() -> None:
    """50 million noughts in a text chunk or a profile of a PNG are not unpacked."""
    bomb = b"k\0\0" + zlib.compress(bytes(50_000_000), 1)
    for chunk in (b"zTXt", b"iCCP"):
        data = png((1, 1), 8, 2, b"\0abc", (chunk, bomb))
        assert [finding.code for finding in survey_faults(data)] == ["images/damaged"]


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_several_pictures_in_one_file_are_refused(form: str) -> None:
    """An animation and a multi-page TIFF: nobody knows which one is meant."""
    data = written(GRAIN, form, save_all=True, append_images=[sheet((0, 0, 0), size=(60, 40))])
    assert [finding.code for finding in survey_faults(data)] == ["images/many-frames"]


FORMS = {
    "floating point": written(Image.new("F", (9, 9), 0.5), "TIFF"),
    "32-bit whole numbers": written(Image.new("I", (9, 9), 70_000), "TIFF"),
    "12-bit grey": grey_tiff(2, 12, 1, b"\xff\xf8\x00"),
}


@pytest.mark.parametrize("form", FORMS)
def test_pixels_without_a_white_are_refused(form: str) -> None:
    """Forms whose white and black lie wherever the maker put them: refused, not guessed."""
    (finding,) = survey_faults(FORMS[form])
    assert finding.code == "images/unknown-form"
    assert finding.suggestion is not None


def test_a_flipped_byte_is_found_or_harmless(tmp_path: Path) -> None:
    """Every byte of a small PNG turned over, one at a time: a finding or a picture, never anything else."""
    data = png((4, 4), 8, 2, b"".join(b"\0" + struct.pack("12B", *range(row, row + 12)) for row in range(4)))
    for place in range(len(data)):
        broken = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            file = surveyed(tmp_path, broken)
        except Exception as fault:  # noqa: BLE001  # whatever comes out is what this is about
            assert type(fault).__name__ == "BrochureError"  # noqa: PT017
        else:
            assert file.pixels == (4, 4)


def test_no_other_format_is_ever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """An EPS would start an interpreter: files are opened as one of our three formats or not at all."""
    asked: list[object] = []
    opened = Image.open

    def listen(*args: object, **named: object) -> object:
        asked.append(named["formats"])
        return opened(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Image, "open", listen)
    survey_faults(NAMED["EPS"])
    assert asked == [("JPEG", "PNG", "TIFF")]
