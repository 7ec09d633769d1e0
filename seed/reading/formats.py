"""What a file is when it is none of the forms that are read: told by its first bytes, never taken for a text."""

import re
from typing import Final

from graph.errors import InvalidInput

_TO_TEXT: Final = "save it as PDF, HTML or plain text"
_TO_UNPACK: Final = "unpack it, and give the documents in it"
_TO_RECOGNISE: Final = "run text recognition on it first (OCR)"
_OFFICE_PACKED: Final = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
    (b"Index/Document.iwa", "an Apple iWork file"),
)
"""What stands near the beginning of a ZIP archive that is a document."""
_FIRST: Final = (
    (b"{\\rtf", "an RTF file", _TO_TEXT),
    (b"{\\urtf", "an RTF file", _TO_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an older Office (.doc, .xls, .ppt, .msg)", _TO_TEXT),
    (b"\xdb\xa5-\x00", "a file of an older Word", _TO_TEXT),
    (b"\xffWPC", "a WordPerfect document", _TO_TEXT),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
    (b"\x1f\x8b", "a gzip archive", _TO_UNPACK),
    (b"BZh", "a bzip2 archive", _TO_UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _TO_UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _TO_UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _TO_UNPACK),
    (b"\x89PNG\r\n", "a picture (PNG)", _TO_RECOGNISE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _TO_RECOGNISE),
    (b"GIF8", "a picture (GIF)", _TO_RECOGNISE),
    (b"II*\x00", "a picture (TIFF), perhaps a scan", _TO_RECOGNISE),
    (b"MM\x00*", "a picture (TIFF), perhaps a scan", _TO_RECOGNISE),
    (b"AT&TFORM", "a DjVu file", _TO_RECOGNISE),
)
_XML: Final = re.compile(rb"\s*<\?xml\b")
_XML_OFFICE: Final = re.compile(
    rb"<\?mso-application|<w:wordDocument|<pkg:package|<office:document|<FictionBook|<ss:Workbook|<Workbook\b"
)
_LOOKED_AT: Final = 65_536


def refuse_unread(content: bytes, where: str) -> None:
    """Raise ``InvalidInput`` with what the file is and what to do, where its bytes show a form that is not read."""
    start = content[:_LOOKED_AT]
    begun = start.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        kind = next((name for sign, name in _OFFICE_PACKED if sign in start), None)
        raise _unread(kind or "a ZIP archive", where, _TO_TEXT if kind else _TO_UNPACK)
    for sign, kind, remedy in _FIRST:
        if begun.startswith(sign):
            raise _unread(kind, where, remedy)
    if _XML.match(begun) and _XML_OFFICE.search(begun[:4096]):
        raise _unread("an office document in XML", where, _TO_TEXT)


def _unread(kind: str, where: str, remedy: str) -> InvalidInput:
    return InvalidInput(f"this is {kind}, which is not read", where=where, remedy=remedy)
