"""Where documents are: files, folders, standard input, addresses."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InvalidInput
from seed.reading.content import FORMS
from seed.reading.limits import DEFAULT, Limits, within
from seed.reading.raw import Raw
from seed.reading.web import Policy, fetch

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """One document to read: the path of a file, an address, or ``-``."""

    name: str

    @property
    def label(self) -> str:
        r"""The name for messages and answers: bytes of a file's name that are no UTF-8 are shown as ``\xe9``."""
        return readable(self.name)

    @property
    def is_web(self) -> bool:
        """Whether it is fetched."""
        return self.name.startswith(("https://", "http://"))


def readable(path: str) -> str:
    """A path that can be printed and encoded, whatever bytes it holds."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def expand(arguments: Iterable[str], skipped: list[str] | None = None) -> Iterator[Place]:
    """Every document behind the arguments, each once; folders with all that they hold, sorted.

    Of a folder only what has the ending of a document is read, and nothing hidden; links to folders are not followed.
    ``skipped`` grows by the files of folders that have another ending. Raises ``InvalidInput`` for a path that is not
    there.
    """
    seen: set[str] = set()
    for argument in arguments:
        for place in _behind(argument, [] if skipped is None else skipped):
            if place.name not in seen:
                seen.add(place.name)
                yield place


def _behind(argument: str, skipped: list[str]) -> Iterator[Place]:
    place = Place(argument)
    if place.is_web or argument == STANDARD_INPUT:
        yield place
    elif os.path.isdir(argument):  # noqa: PTH112 - the name stays as it was written
        yield from (Place(str(path)) for path in _files(Path(argument), skipped))
    elif os.path.exists(argument):  # noqa: PTH110 - the same
        yield place
    else:
        raise InvalidInput("no such file or folder", where=readable(argument))


def _files(folder: Path, skipped: list[str]) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            path = Path(parent, name)
            if path.suffix.lower() in FORMS:
                yield path
            else:
                skipped.append(readable(str(path)))


def load(place: Place, limits: Limits = DEFAULT, policy: Policy | None = None) -> Raw:
    """The bytes of a place. Raises ``InvalidInput`` where they cannot be had or are too many."""
    if place.is_web:
        return fetch(place.name, policy or Policy(), limits)
    if place.name == STANDARD_INPUT:
        return Raw(_capped(sys.stdin.buffer.read(limits.content + 1), limits, "standard input"))
    try:
        with open(place.name, "rb") as stream:  # noqa: PTH123 - the name stays as it was written
            content = _capped(stream.read(limits.content + 1), limits, place.label)
        return Raw(content, place.label, file=Path(place.label).name)
    except OSError as error:
        raise InvalidInput(f"it cannot be read: {error.strerror}", where=place.label) from error


def _capped(content: bytes, limits: Limits, where: str) -> bytes:
    within(len(content), limits.content, "the document", "bytes", where)
    return content
