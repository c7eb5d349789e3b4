"""What the file says about itself."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from brochure.content.metadata import Metadata
from brochure.diagnostics import BrochureError
from brochure.pdf import write_pdf
from brochure.pdf.identity import language, stamp
from tests.pdf.specimen import CONDITION, FACES, METADATA, pixels, specimen, surfaces


@pytest.mark.parametrize(
    ("date", "epoch", "stamped"),
    [
        ("2026-01-02", "", "2026-01-02T00:00:00+00:00"),
        ("2026-01-02", "86400", "2026-01-02T00:00:00+00:00"),
        ("", "86400", "1970-01-02T00:00:00+00:00"),
        ("二〇二六年春", "86399", "1970-01-01T23:59:59+00:00"),
        ("", "", "2000-01-01T00:00:00+00:00"),
        ("2026-02-30", "", "2000-01-01T00:00:00+00:00"),
    ],
)
def test_the_date_is_the_contents_then_the_environments(date: str, epoch: str, stamped: str) -> None:
    """The content's own date, else SOURCE_DATE_EPOCH, else 1 January 2000: never the clock."""
    environment = {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
    assert stamp(Metadata(title="t", date=date), environment).isoformat() == stamped


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1e9", "12.5", " 1", "999999999999", "١٢"])
def test_a_malformed_epoch_is_named(epoch: str) -> None:
    """SOURCE_DATE_EPOCH that is no count of seconds up to the year 9999 is an error that quotes it."""
    with pytest.raises(BrochureError) as caught:
        stamp(METADATA, {"SOURCE_DATE_EPOCH": epoch})
    (finding,) = caught.value.findings
    assert finding.code == "pdf/source-date-epoch"
    assert epoch in finding.message.zh


def test_the_writer_reads_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable reaches the file's dates when the content gives none, and stops the writer when
    malformed.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    undated = replace(METADATA, date="")
    data = write_pdf(surfaces(), FACES, pixels, undated, CONDITION)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/ModDate"]) == "D:19700102000000+00'00'"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(BrochureError):
        write_pdf(surfaces(), FACES, pixels, undated, CONDITION)


def test_information_and_packet_say_the_same() -> None:
    """Title with markup characters, subject, issuer, dates and Trapped stand in both, unharmed."""
    with pikepdf.open(BytesIO(specimen())) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        packet = ET.fromstring(bytes(pdf.Root.Metadata.read_bytes()))  # noqa: S314 -- our own
    said = "\n".join(text for text in packet.itertext() if text.strip())
    assert info["/Title"] == METADATA.title
    assert (info["/Author"], info["/Subject"], info["/Trapped"]) == ("编者", "样张", "/False")
    for value in (METADATA.title, "编者", "样张", "2026-01-02T00:00:00+00:00", "PDF/X-4"):
        assert value in said


def test_what_the_content_does_not_say_is_left_out() -> None:
    """Without issuer and subject there is no empty Author or Subject."""
    data = write_pdf(surfaces(), FACES, pixels, Metadata(title="只有标题"), CONDITION)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert set(pdf.docinfo.keys()) == {
            "/Title",
            "/Creator",
            "/Producer",
            "/CreationDate",
            "/ModDate",
            "/Trapped",
        }
        packet = bytes(pdf.Root.Metadata.read_bytes())
        assert b"dc:creator" not in packet
        assert b"dc:description" not in packet


def test_the_language_names_a_region() -> None:
    """Simplified Chinese is zh-CN for readers that choose a voice; other tags stay as they are."""
    assert [language(Metadata(title="t", language=tag)) for tag in ("zh-Hans", "zh-TW", "en")] == [
        "zh-CN",
        "zh-TW",
        "en",
    ]
    with pikepdf.open(BytesIO(specimen())) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
