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
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII: Final = bytes(range(128))
_MOSTLY: Final = 1
"""How many right sequences there are, at least, for each wrong byte; a text in Windows-1252 has next to none."""
_LOOKED_AT: Final = 1 << 20
_CALLED_1252: Final = frozenset({"iso8859-1", "ascii", "latin_1"})
"""Labels that mean Windows-1252 on the web (WHATWG Encoding, 4.2), by Python's names for them."""
_PARAMETER: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def decode(content: bytes, media_type: str | None = None) -> str:
    """A byte order mark decides, then UTF-8 if it fits, then what is declared, then Windows-1252. Never fails.

    A UTF-8 text with a few other bytes in it stays UTF-8, and those bytes are read as Windows-1252.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_nearly_utf_8(content):
        return content.decode("utf-8", errors=_STRAY)
    return content.decode(_declared(content, media_type), errors="replace")


def _is_nearly_utf_8(content: bytes) -> bool:
    """Whether far more of its letters beyond ASCII are right in UTF-8 than wrong: no other encoding looks so."""
    start = content[:_LOOKED_AT]
    wrong = len(_SEQUENCE.sub(b"", start).translate(None, _ASCII))
    return len(_SEQUENCE.findall(start)) >= _MOSTLY * wrong


def _stray(error: UnicodeError) -> tuple[str, int]:
    """One byte that is no UTF-8, as Windows-1252 has it; for ``bytes.decode``."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


_STRAY: Final = "whofined-stray"
codecs.register_error(_STRAY, _stray)


def _declared(content: bytes, media_type: str | None) -> str:
    named = _PARAMETER.search(media_type or "")
    inside = _DECLARED.search(content[:4096])
    for name in (named[1] if named else None, inside[1].decode("ascii") if inside else None):
        if name and _is_text_encoding(name):
            return "cp1252" if codecs.lookup(name).name in _CALLED_1252 else name
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
