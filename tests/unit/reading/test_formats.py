"""Files that are no text, PDF or page: each says what it is and what would work, instead of being read as noise."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from graph.errors import InvalidInput
from seed.reading import Raw, read


def _packed(files: Mapping[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (rb"{\rtf1\ansi The ICO fined Acme Ltd.\par}", "RTF"),
        (b"\xef\xbb\xbf\r\n{\\rtf1 x}", "RTF"),
        (_packed({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "Word"),
        (_packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (_packed({"a.txt": "The ICO fined Acme"}), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "older Office"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "XML"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "OCR"),
        (b"II*\x00" + b"\x01" * 100, "scan"),
        (b"%!PS-Adobe-3.0\nshow", "PostScript"),
        (b"\x1f\x8b\x08\x00", "unpack"),
    ],
)
@pytest.mark.parametrize("name", ["notice.txt", "notice.html", "notice"])
def test_other_forms_are_named(content: bytes, said: str, name: str) -> None:
    """Whatever the file is called; the error names the file, its form, and a way out."""
    with pytest.raises(InvalidInput, match=said) as error:
        read(Raw(content, name))
    assert error.value.where == name
    assert error.value.remedy


@pytest.mark.parametrize(
    "text", ["{\\rt is a macro", "PK fined Acme", "<?xml version='1.0'?><html><p>x</p></html>"]
)
def test_texts_that_begin_alike_are_read(text: str) -> None:
    """Only the signs of a form make it that form."""
    assert read(Raw(text.encode(), "a.txt")).text


def test_one_stray_byte_does_not_turn_a_page() -> None:
    """A UTF-8 text with a byte of Windows-1252 in it keeps its euro signs, and the byte is its letter."""
    assert read(Raw("Fine of €3 million: Caf".encode() + b"\xe9 Acme", "a.txt")).text.endswith(
        "€3 million: Café Acme"
    )


@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "latin1", "ISO_8859-1", "windows-1252"])
def test_labels_mean_what_browsers_take_them_for(label: str) -> None:
    """The euro sign of Windows-1252 is in pages that call themselves ISO-8859-1."""
    page = (
        f'<html><head><meta charset="{label}"></head><body><p>A fine of '.encode()
        + b"\x803m \x96 final</p></body></html>"
    )
    assert "€3m – final" in read(Raw(page, "a.html")).text
