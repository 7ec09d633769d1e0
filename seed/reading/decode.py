"""From bytes to characters."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like the mark of UTF-16, so it is looked for first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_PARAMETER: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def decode(content: bytes, media_type: str | None = None) -> str:
    """A byte order mark decides, then UTF-8 if it fits, then what is declared, then Windows-1252. Never fails."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_declared(content, media_type), errors="replace")


def _declared(content: bytes, media_type: str | None) -> str:
    named = _PARAMETER.search(media_type or "")
    inside = _DECLARED.search(content[:4096])
    for name in (named[1] if named else None, inside[1].decode("ascii") if inside else None):
        if name and _is_text_encoding(name):
            return name
    return "cp1252"


def _is_text_encoding(name: str) -> bool:
    """Whether Python knows it as an encoding of text: some codecs compress, or run the text as code."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    if info.name in {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "utf-8"}:
        return False
    return bool(getattr(info, "_is_text_encoding", True))
