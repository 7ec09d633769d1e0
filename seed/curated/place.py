"""Where a record stands in the files, and what is wrong with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a record file; ``file`` is the path below the records folder, ``line`` counts from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Why a record, or a whole file, cannot be used. ``record`` is its id where it has one."""

    place: Place
    record: str | None
    reason: str

    def __str__(self) -> str:
        record = f" {self.record}:" if self.record else ""
        return f"{self.place}:{record} {self.reason}"
