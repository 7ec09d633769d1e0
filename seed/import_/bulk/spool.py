"""Rows of a list on their way to the graph, in a file: they are written once and read in order, never held."""

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Spool(Generic[T]):
    """A file of values; what is written is read again from the beginning."""

    def __init__(self, path: Path) -> None:
        """Make the file."""
        self._path = path
        self._file = path.open("wb")
        self.size = 0

    def add(self, value: T) -> None:
        """Write a value."""
        pickle.dump(value, self._file, 5)
        self.size += 1

    def __iter__(self) -> Iterator[T]:
        """The values in order."""
        self._file.flush()
        with self._path.open("rb") as file:
            for _ in range(self.size):
                yield cast("T", pickle.load(file))  # noqa: S301 - written by this process

    def close(self) -> None:
        """Close the file."""
        self._file.close()
