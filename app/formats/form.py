"""What a form is: a name, a media type, and a writer that puts pages of a list into bytes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.answers.page import ListPage

Json = dict[str, Any]


class Writer(Protocol):
    """Writes one file: ``start``, then ``add`` for each page, then ``end``. It does not keep items."""

    def start(self) -> Iterable[bytes]:
        """What stands before the first item."""
        ...

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """The items of one more page."""
        ...

    def end(self) -> Iterable[bytes]:
        """What stands after the last item."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may ask of a form: ``bom`` marks text for spreadsheets, ``cypher`` adds the statement to JSON."""

    bom: bool = False
    cypher: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of a list. ``also`` are further media types that ask for it; without ``lists`` it is for exports alone."""

    name: str
    media_type: str
    suffix: str
    writer: Callable[[ListPage, Options], Writer]
    also: tuple[str, ...] = ()
    lists: bool = True
    description: str

    def encode(self, page: ListPage, options: Options | None = None) -> Iterator[bytes]:
        """One page as a whole file."""
        writer = self.writer(page, options or Options())
        yield from writer.start()
        yield from writer.add(page.items)
        yield from writer.end()
