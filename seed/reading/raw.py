"""Bytes as they came, and what the caller says about them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """``name`` is a path, an address or ``-``, for messages and for its ending.

    ``media_type`` is as a server gave it, with parameters; ``retrieved`` is the day of the fetch; ``file`` is the name
    of the file, where it is one.
    """

    content: bytes
    name: str = "-"
    media_type: str | None = None
    url: str | None = None
    retrieved: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a document beside its text. ``published`` is a date of any precision."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    kind: str | None = None

    def over(self, other: "Given") -> "Given":
        """The same, with what is missing here taken from ``other``."""
        return Given(
            self.title or other.title,
            self.url or other.url,
            self.publisher or other.publisher,
            self.published or other.published,
            self.language or other.language,
            self.kind or other.kind,
        )
