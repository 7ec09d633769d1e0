"""How much one document may cost before it is refused."""

from dataclasses import dataclass
from typing import Final

from graph.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Limits:
    """``content`` and ``html`` in bytes, ``text`` in characters, ``depth`` in nested elements; PDF memory in bytes.

    ``pdf_seconds`` bounds a whole PDF, ``web_seconds`` a whole fetch with its redirects.
    """

    content: int = 50 << 20
    html: int = 10 << 20
    text: int = 5_000_000
    tags: int = 20_000
    depth: int = 1_000
    pages: int = 2_000
    pdf_seconds: int = 60
    pdf_memory: int = 1 << 30
    web_seconds: float = 30.0
    redirects: int = 5


DEFAULT: Final = Limits()


def within(amount: int, limit: int, what: str, unit: str, where: str) -> None:
    """Raise ``InvalidInput`` that names the limit when there is more than that."""
    if amount > limit:
        raise InvalidInput(
            f"{what} is too large: more than {limit:,} {unit}",
            where=where,
            remedy="split it, or leave out what is no text",
        )
