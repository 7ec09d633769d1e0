"""One normal form of a text, made once and before any offset."""

import re
from typing import Final

_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(
    # C0 and C1 controls but tab and line feed; bidi embeddings, overrides and isolates; noncharacters.
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_SPACES: Final = re.compile(r"\s+")


def clean(text: str) -> str:
    """Line ends become line feeds, NULs go, and what is unseen or turns text around becomes a space.

    Replacing instead of removing keeps the words apart that it stood between. Cleaning twice changes nothing.
    """
    plain = _BREAKS.sub("\n", text.replace("\x00", "")).lstrip("\ufeff")
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub(" ", plain))


def one_line(text: str, longest: int) -> str:
    """A title or a name: cleaned, on one line, cut at ``longest`` characters."""
    return _SPACES.sub(" ", clean(text)).strip()[:longest].rstrip()


def garbled(text: str) -> bool:
    """Whether this was never a text: more than a twentieth of its start is controls or undecodable."""
    start = text[:20_000]
    odd = (
        start.count("\ufffd")
        + start.count("\x00")
        + len(_UNSEEN.findall(start))
        + len(_SURROGATES.findall(start))
    )
    return odd * 20 > len(start)
