"""The whole file: what is in it, what is not, and that it comes out the same every time."""

import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from brochure.diagnostics import BrochureError, MachineError
from brochure.inspection import reread
from brochure.pdf import deflated, write_pdf
from tests.pdf.specimen import (
    CONDITION,
    FACES,
    METADATA,
    OUTLINES,
    ROOT,
    line,
    one_page,
    pixels,
    specimen,
    surfaces,
)

DIGEST = """
from hashlib import sha256
from tests.pdf.specimen import specimen
print(sha256(specimen()).hexdigest())
"""


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale and working folder in another process change nothing."""
    printed = {sha256(specimen()).hexdigest()}
    for seed, zone, locale in (("1", "Asia/Shanghai", "C"), ("2", "America/Lima", "C.UTF-8")):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": str(ROOT),
        }
        command = (sys.executable, "-c", DIGEST)
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
        printed.add(done.stdout.decode().strip())
    assert len(printed) == 1


def test_identity_follows_the_content() -> None:
    """The identifier is the same for the same content and another for other text, picture order, title or
    date.
    """

    def identity(data: bytes) -> bytes:
        found = re.search(rb"/ID \[<([0-9a-f]{32})><\1>\]", data)
        assert found
        return found[1]

    pages = surfaces()
    files = [
        specimen(),
        write_pdf(pages, FACES, pixels, METADATA, CONDITION, OUTLINES),
        write_pdf(pages, FACES, pixels, replace(METADATA, title="别的"), CONDITION, OUTLINES),
        write_pdf(pages, FACES, pixels, replace(METADATA, date="2026-01-03"), CONDITION, OUTLINES),
        write_pdf(pages, FACES, pixels, METADATA, CONDITION, OUTLINES[:2]),
        write_pdf(pages[:1], FACES, pixels, METADATA, CONDITION),
        one_page(line("西宁", 30, 40)),
        one_page(line("西安", 30, 40)),
    ]
    identities = [identity(data) for data in files]
    assert identities[0] == identities[1]
    assert len(set(identities)) == len(files) - 1


def test_nothing_that_a_press_would_refuse() -> None:
    """No standard font, ASCII filter, procedure set, transition, device colour but CMYK, interpolation or
    encryption.
    """
    for word in (
        b"Helvetica",
        b"ASCII85",
        b"ProcSet",
        b"/Trans",
        b"DeviceRGB",
        b"DeviceGray",
        b"Interpolate",
        b"Encrypt",
    ):
        assert word not in specimen()


def test_a_remembering_deflate_changes_no_byte() -> None:
    """Compression results kept from an earlier run, and a run that keeps them, give the file as without."""
    kept: dict[bytes, bytes] = {}

    def remember(data: bytes) -> bytes:
        return kept.setdefault(sha256(data).digest(), deflated(data))

    for _ in range(2):
        kept_file = write_pdf(surfaces(), FACES, pixels, METADATA, CONDITION, OUTLINES, deflate=remember)
        assert kept_file == specimen()
    assert len(kept) == 2 + 3 * 3 + 1  # two pages; program, map and CMap of three faces; the profile


def test_streams_are_deflated_or_pass_through() -> None:
    """Every stream but the metadata is compressed: JPEG data as they came, the rest so that zlib reads it
    back.
    """
    with pikepdf.open(BytesIO(specimen())) as pdf:
        for made in pdf.objects:
            if not isinstance(made, pikepdf.Stream):
                continue
            raw = bytes(made.read_raw_bytes())
            match str(made.get("/Filter", "")):
                case "/DCTDecode":
                    assert raw[:2] == b"\xff\xd8"
                case "/FlateDecode":
                    assert zlib.decompress(raw) == bytes(made.read_bytes())
                case _:
                    assert made.Type == "/Metadata"


def test_the_file_rereads() -> None:
    """The quick look at the finished bytes has nothing to say."""
    assert reread(specimen(), 2) == ()


def test_the_profile_must_be_the_recorded_one(tmp_path: Path) -> None:
    """A missing profile is the machine's fault; another one, or one for a screen, is named with the
    condition.
    """

    def codes(**change: object) -> list[str]:
        with pytest.raises(BrochureError) as caught:
            write_pdf(surfaces(), FACES, pixels, METADATA, replace(CONDITION, **change))  # type: ignore[arg-type]
        assert isinstance(caught.value, MachineError) == ("icc_digest" not in change)
        return [finding.code for finding in caught.value.findings]

    screen = tmp_path / "screen.icc"
    screen.write_bytes(CONDITION.icc.read_bytes().replace(b"prtrCMYK", b"mntrRGB ", 1))
    assert codes(icc=tmp_path / "none.icc") == ["pdf/profile-unreadable"]
    assert codes(icc_digest="0" * 64) == ["pdf/profile-changed"]
    assert codes(icc=screen, icc_digest=sha256(screen.read_bytes()).hexdigest()) == ["pdf/profile-not-cmyk"]


def test_the_profile_is_embedded_byte_for_byte() -> None:
    """The output intent carries the registered name and the profile's own bytes."""
    with pikepdf.open(BytesIO(specimen())) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert bytes(intent.DestOutputProfile.read_bytes()) == CONDITION.icc.read_bytes()


def test_the_shipped_condition_names_the_shipped_profile() -> None:
    """The condition file beside the profile records its sha256, and the licence lies with it."""
    shelf = CONDITION.icc.parent
    text = (shelf / "fogra39-coated.yaml").read_text(encoding="utf-8")
    assert sha256(CONDITION.icc.read_bytes()).hexdigest() == CONDITION.icc_digest
    assert f"icc-digest: {CONDITION.icc_digest}\n" in text
    assert f"icc: {CONDITION.icc.name}" in text
    assert "zlib/libpng" in (shelf / "LICENSE-ISOcoated_v2_300_bas.txt").read_text(encoding="utf-8")
