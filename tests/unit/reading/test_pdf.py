"""PDFs: the text layer as running text, and a reason for each that is refused."""

import io
import time
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from graph.errors import InvalidInput
from seed.reading import Limits, Raw, read
from seed.reading.layout import running
from tests.unit.reading.outcome import outcome
from tests.unit.reading.pdf_file import pdf

_LINES = (
    "The regulator fined Acme Limited of Exampletown 7,500,000 pounds on",
    "18 May 2022 after a long investigation. It ordered the firm to de-",
    "lete all images of people in the country within six months from then.",
)


_OTHER = tuple(f"Further, {line}" for line in _LINES)


def test_lines_become_running_text() -> None:
    """What the width of the page broke is joined, so that a sentence is one again; the day of making is no date."""
    source = read(Raw(pdf([_LINES], title="Penalty notice"), "a.pdf"))
    assert source.text == " ".join(_LINES).replace("de- ", "de")
    assert (source.title, source.published) == ("Penalty notice", None)


def test_a_scan_is_refused_with_the_reason() -> None:
    """Stamps alone are no text layer."""
    with pytest.raises(InvalidInput, match=r"scan.*OCR"):
        read(Raw(pdf([[], ["7"], []]), "a.pdf"))


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4 nothing",
        b"%PDF-1.4\n" + b"\x00" * 1_000_000,
        b"%PDF-" + b"[" * 500_000,
        pdf([_LINES])[:-300],
        pdf([_LINES]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        pdf([]),
    ],
    ids=["nothing", "zeros", "brackets", "cut", "circle", "empty"],
)
def test_a_broken_pdf_ends_with_a_reason(content: bytes) -> None:
    """Or with its text, where the reader can mend it; within a bound."""
    start = time.monotonic()
    assert any(word in outcome(Raw(content, "a.pdf")) for word in ("regulator", "PDF"))
    assert time.monotonic() - start < 40


def _encrypted(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([_LINES]))))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_pdf_is_read_only_without_a_password() -> None:
    """Many are locked against changes alone, with an empty password."""
    assert "regulator fined" in read(Raw(_encrypted(""), "a.pdf")).text
    with pytest.raises(InvalidInput, match="encrypted"):
        read(Raw(_encrypted("secret"), "a.pdf"))


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(pages=1), "1 pages"),
        (Limits(text=50), "50 characters"),
        (Limits(pdf_seconds=0), "0 seconds"),
        (Limits(pdf_memory=1 << 20), "memory"),
    ],
)
def test_limits_of_a_pdf_are_named(limits: Limits, reason: str) -> None:
    """Pages, characters, time and memory: each has an end."""
    with pytest.raises(InvalidInput, match=reason):
        read(Raw(pdf([_LINES, _LINES]), "a.pdf"), limits=limits)


@given(st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_broken_pdf_ends_with_a_reason_or_a_text(data: st.DataObject) -> None:
    """Bytes changed, cut out or put in anywhere: no crash, and never a long wait."""
    content = bytearray(pdf([["The regulator fined Acme Biscuits five million."] * 3, ["It appealed."] * 5]))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    start = time.monotonic()
    outcome(Raw(bytes(content), "a.pdf", "application/pdf"))
    assert time.monotonic() - start < 60


def test_a_packed_page_of_a_pdf_cannot_grow_without_end() -> None:
    """A stream of 200 MB, packed twice into less than a kilobyte, costs little or is refused."""
    packed = zlib.compress(b" " * 200_000_000, 9)
    packed = zlib.compress(packed, 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%b\nendstream" % (
        len(packed),
        packed,
    )
    content = (
        pdf([["x"]])
        .replace(b"endobj", b"endobj\n9 0 obj\n" + stream + b"\nendobj", 1)
        .replace(b"6 0 R", b"9 0 R")
    )
    start = time.monotonic()
    assert "PDF" in outcome(Raw(content, "a.pdf"))
    assert time.monotonic() - start < 60


def test_a_huge_file_is_refused_before_it_is_parsed() -> None:
    """300 MB cost the time of looking at their length."""
    start = time.monotonic()
    with pytest.raises(InvalidInput, match="too large"):
        read(Raw(b"%PDF-1.4" + bytes(300_000_000), "a.pdf"))
    assert time.monotonic() - start < 5


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    """What repeats at the edges of pages, and numbers alone, break sentences in two."""
    pages = [
        f"Penalty notice\nText of page {word} goes on without an end\n- {at} -"
        for at, word in enumerate("abc")
    ]
    assert running(pages) == " ".join(f"Text of page {word} goes on without an end" for word in "abc")


def test_items_and_short_lines_stay_apart() -> None:
    """A list is no sentence."""
    page = "The firm has to do this at once, without any further delay:\n- delete all the images\n(b) stop\n\nEnd."
    assert running([page]) == page


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("The regulator fined the company Coca-", "Cola Example for calls."), "Coca-Cola"),
        (("The regulator fined the company Bright\u00ad", "loom Limited for calls."), "Brightloom"),
        (("The regulator ordered the company to de-", "lete all pictures now."), "delete"),
        (("The regulator fined the company in its case 2021-", "44 for many calls."), "2021-44"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_read_right(lines: tuple[str, str], text: str) -> None:
    """A soft one and one that divides a word go; one that belongs to a name or a number stays, without a space."""
    assert text in running(["\n".join(lines)])


def test_single_pages_without_a_text_layer_are_told() -> None:
    """A file that is a scan in part is read, and says which pages are not."""
    whole = PdfWriter(clone_from=io.BytesIO(pdf([_LINES, [], _OTHER])))
    picture = StreamObject()
    picture.update(
        {NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Image")}
    )
    page = whole.pages[1]
    page[NameObject("/Contents")] = whole._add_object(DecodedStreamObject())
    objects = DictionaryObject({NameObject("/I1"): whole._add_object(picture)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    content = io.BytesIO()
    whole.write(content)
    assert read(Raw(content.getvalue(), "a.pdf")).unread == "1 of 3 pages are scans without a text layer: 2"
    assert read(Raw(pdf([_LINES, [], _OTHER]), "a.pdf")).unread is None
