"""The bytes of a list: from a file, packed or not, never more of them than the limits allow."""

import codecs
import gzip
import hashlib
import io
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.errors import InvalidInput

_CHUNK: Final = 1 << 20
_GZIP: Final = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a list may be: bytes after unpacking, columns, characters of a cell, rows.

    ``workbook`` are the bytes of an XLSX, ``whole`` those of JSON in one piece, which is in memory as a whole. An
    ordinary import keeps about 3.5 kB a row until all rows are placed; a first load keeps them in files.
    """

    bytes: int = 200_000_000
    columns: int = 1_000
    cell: int = 1_000_000
    rows: int = 250_000
    workbook: int = 100_000_000
    whole: int = 25_000_000


def refusal(path: Path, where: str, what: str, remedy: str) -> InvalidInput:
    """The error that names the file, the place in it, what is wrong there and what would help."""
    return InvalidInput(what, where=f"{path.name}, {where}", remedy=remedy)


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


class _Counted(io.RawIOBase):
    """A stream that ends with a refusal where it is longer than the limit."""

    def __init__(self, inner: io.BufferedIOBase, path: Path, limit: int) -> None:
        self._inner, self._path, self._limit, self._seen = inner, path, limit, 0

    def readable(self) -> bool:
        return True

    def _read_into(self, buffer: memoryview) -> int:
        try:
            chunk = self._inner.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise refusal(self._path, "file", f"cannot be read: {error}", "check the file") from error
        self._seen += len(chunk)
        if self._seen > self._limit:
            raise refusal(self._path, "file", f"larger than {self._limit:,} bytes", "split the file")
        buffer[: len(chunk)] = chunk
        return len(chunk)

    readinto = _read_into  # type: ignore[assignment]


@contextmanager
def opened(path: Path, limits: Limits) -> Generator[io.BufferedReader]:
    """A file for reading, unpacked where it is gzipped; raises ``InvalidInput`` where it is larger than the limit."""
    try:
        raw = path.open("rb")
    except OSError as error:
        raise refusal(path, "file", f"cannot be read: {error.strerror}", "check the file") from error
    with raw:
        packed = raw.peek(2)[:2] == _GZIP
        if not packed and path.stat().st_size > limits.bytes:
            raise refusal(path, "file", f"larger than {limits.bytes:,} bytes", "split the file")
        inner: io.BufferedIOBase = gzip.GzipFile(fileobj=raw) if packed else raw
        yield io.BufferedReader(_Counted(inner, path, limits.bytes), _CHUNK)


@contextmanager
def as_text(path: Path, encoding: str, limits: Limits) -> Generator[io.TextIOWrapper]:
    """A file as text, line by line; raises ``InvalidInput`` with the line where it is not in that encoding."""
    name = "utf-8-sig" if encoding.lower().replace("-", "") == "utf8" else encoding
    try:
        codecs.lookup(name)
    except LookupError as error:
        raise refusal(path, "encoding", f"{encoding!r} is no known encoding", "for example utf-8") from error
    try:
        with opened(path, limits) as file:
            yield io.TextIOWrapper(file, encoding=name, newline="")
    except UnicodeError as error:
        line = _bad_line(path, name, limits)
        raise refusal(
            path, f"line {line}", f"not text in {encoding}", "set table.encoding, for example latin-1"
        ) from error


def _bad_line(path: Path, encoding: str, limits: Limits) -> int:
    """The line of the first byte that cannot be decoded."""
    decoder, lines = codecs.getincrementaldecoder(encoding)(), 1
    with opened(path, limits) as file:
        while chunk := file.read(4096):
            try:
                lines += decoder.decode(chunk).count("\n")
            except UnicodeDecodeError as error:
                return lines + error.object[: error.start].count(b"\n")
    return lines
