"""Values by key that may be more than memory should hold: in a file, the latest ones in memory as well."""

import pickle
import sqlite3
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Final, Generic, TypeVar, cast

T = TypeVar("T")
_LATEST: Final = 10_000
"""Values in memory before they are written."""
_CACHE_KIB: Final = 8_192


class Shelf(MutableMapping[str, T], Generic[T]):
    """A mapping in a file of its own; ``known`` are values in memory that it begins with."""

    def __init__(self, path: Path, known: Mapping[str, T] | None = None) -> None:
        """Make the file."""
        self._known = known or {}
        self._latest: dict[str, T] = {}
        self._held: set[str] = set()
        # One thread at a time uses it.
        self._file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        for command in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
            self._file.execute(f"PRAGMA {command}")
        self._file.execute("CREATE TABLE held (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")

    def __getitem__(self, name: str) -> T:
        """The value of a key; raises ``KeyError``."""
        if name in self._latest:
            return self._latest[name]
        row = self._file.execute("SELECT value FROM held WHERE name = ?", (name,)).fetchone()
        if row is None:
            return self._known[name]
        value = cast("T", pickle.loads(row[0]))  # noqa: S301 - written by this process
        self._keep(name, value, new=False)
        return value

    def __setitem__(self, name: str, value: T) -> None:
        """Put a value on the shelf."""
        self._keep(name, value, new=True)

    def _keep(self, name: str, value: T, *, new: bool) -> None:
        self._latest[name] = value
        if new:
            self._held.add(name)
        if len(self._latest) >= _LATEST:
            self._write()

    def _write(self) -> None:
        rows = [(name, pickle.dumps(self._latest[name], 5)) for name in self._held]
        self._file.execute("BEGIN")
        self._file.executemany("INSERT OR REPLACE INTO held VALUES (?, ?)", rows)
        self._file.execute("COMMIT")
        self._latest.clear()
        self._held.clear()

    def __delitem__(self, name: str) -> None:
        """Not wanted by anybody."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[str]:
        """The keys that were put here, in order; not those that it began with."""
        self._write()
        for (name,) in self._file.execute("SELECT name FROM held ORDER BY name"):
            yield name

    def items_written(self) -> Iterator[tuple[str, T]]:
        """The keys that were put here with their values, in order."""
        self._write()
        for name, value in self._file.execute("SELECT name, value FROM held ORDER BY name"):
            yield name, pickle.loads(value)  # noqa: S301 - written by this process

    def __len__(self) -> int:
        """How many were put here."""
        self._write()
        return int(self._file.execute("SELECT count(*) FROM held").fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._file.close()
