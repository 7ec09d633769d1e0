"""Items of lists as JSON text, kept by id and edition: what did not change is not made again.

An edition (``graph.writes.editions``) stands for all that is shown of an item, so that a text of it is never old: the
graph says with each page which editions its items have.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, overload

import orjson
from cachetools import LRUCache

Json = dict[str, Any]
Key = tuple[str, int, Any]
"""Id, edition, and which share of the item is shown."""

_MEGABYTES: Final = 16
_OVERHEAD: Final = 400
"""Bytes of a key and of the place that it has, by measurement."""


class Texts(Sequence[Json]):
    """Items as JSON text; one is read only when somebody looks into it."""

    __slots__ = ("texts",)

    def __init__(self, texts: Sequence[bytes]) -> None:
        """``texts`` are JSON objects."""
        self.texts = texts

    def __len__(self) -> int:
        """How many there are."""
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Json: ...
    @overload
    def __getitem__(self, index: slice) -> "Texts": ...
    def __getitem__(self, index: int | slice) -> "Json | Texts":
        """One item, or some as they are."""
        if isinstance(index, slice):
            return Texts(self.texts[index])
        return orjson.loads(self.texts[index])

    def __iter__(self) -> Iterator[Json]:
        """Each item."""
        return map(orjson.loads, self.texts)


class Kept:
    """JSON texts up to some megabytes; what was not asked for longest goes first. ``text`` makes one of a row."""

    def __init__(self, text: Callable[[Json], bytes], megabytes: int = _MEGABYTES) -> None:
        """Nothing is kept yet."""
        self._text = text
        self._texts: LRUCache[Key, bytes] = LRUCache(
            megabytes * 1024 * 1024, getsizeof=lambda text: len(text) + _OVERHEAD
        )

    def known(self, keys: Iterable[Key]) -> list[bytes | None]:
        """The text of each key, where there is one."""
        return [self._texts.get(key) for key in keys]

    def made(self, rows: Iterable[Json]) -> list[bytes]:
        """Texts of rows, which are not kept."""
        return [self._text(row) for row in rows]

    def keep(self, key: Key, text: bytes) -> None:
        """Keep a text that was made of the edition that its key names; one that is too large is not kept."""
        if len(text) + _OVERHEAD <= self._texts.maxsize:
            self._texts[key] = text
