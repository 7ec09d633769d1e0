"""The file of a backup: gzip, inside it a line of JSON a node and a relationship, between a head and an end.

The end has the SHA-256 of all lines before it, and how many nodes and relationships of which kind there are with a
digest of them that does not depend on their order: the same is reckoned of the graph once it is put back.
"""

import gzip
import hashlib
import zlib
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, Final, cast

import orjson

from graph.errors import InvalidInput, NotFound

Json = dict[str, Any]

FORMAT: Final = 1
_HEAD_BYTES: Final = 1 << 20
_LINE_BYTES: Final = 1 << 28
"""The longest line that is read: a document's text is far shorter, and a file that is none of ours may have no end."""
_END: Final = b'{"whofined end":'
_MODULUS: Final = 1 << 256
_MARK: Final = "_Restored"
_NUMBER: Final = "restored"


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself first; ``migrations`` are numbers and checksums of the schema."""

    id: str
    version: str
    made: str
    revision: int
    changed: str | None
    migrations: list[tuple[int, str]]
    format: int = FORMAT


@dataclass(slots=True)
class Content:
    """How much of each kind there is, and the digest of it, in whatever order it comes."""

    nodes: Counter[str] = field(default_factory=Counter[str])
    links: Counter[str] = field(default_factory=Counter[str])
    digest: int = 0

    def node(self, id_: int, labels: Sequence[str], properties: Mapping[str, Any]) -> Json:
        """Take a node in; returns it as it is written."""
        kept = sorted(label for label in labels if label != _MARK)
        row = {"id": id_, "labels": kept, "properties": {k: v for k, v in properties.items() if k != _NUMBER}}
        self.nodes[":".join(kept)] += 1
        self._add(row)
        return row

    def link(self, type_: str, start: int, end: int, properties: Mapping[str, Any]) -> Json:
        """Take a relationship in; returns it as it is written."""
        row = {"type": type_, "start": start, "end": end, "properties": properties}
        self.links[type_] += 1
        self._add(row)
        return row

    def _add(self, row: Json) -> None:
        self.digest = (self.digest + int.from_bytes(hashlib.sha256(encoded(row)).digest(), "big")) % _MODULUS

    def told(self) -> Json:
        """As it stands in a file."""
        return {"nodes": dict(self.nodes), "links": dict(self.links), "digest": f"{self.digest:064x}"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A file that was read to its end and is as it was written; ``state`` is what the graph kept of itself."""

    head: Head
    content: Json
    state: list[Json]

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return sum(self.content["nodes"].values())

    @property
    def links(self) -> int:
        """How many relationships there are."""
        return sum(self.content["links"].values())


def encoded(row: object) -> bytes:
    """A row as bytes, the same for the same values."""
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS)


class Lines:
    """Writes the lines of a file into a stream that can be compressed on the way."""

    def __init__(self, out: IO[bytes], head: Head) -> None:
        self._out = gzip.GzipFile(filename="", mode="wb", fileobj=out, compresslevel=5, mtime=0)
        self._hash = hashlib.sha256()
        self.write({"whofined backup": asdict(head)})

    def write(self, row: Json) -> None:
        """One more line."""
        line = encoded(row) + b"\n"
        self._hash.update(line)
        self._out.write(line)

    def end(self, content: Content, state: Sequence[Json]) -> None:
        """The last line; the file is whole with it."""
        told = {"content": content.told(), "state": list(state), "sha256": self._hash.hexdigest()}
        self._out.write(encoded({"whofined end": told}) + b"\n")
        self._out.close()


def check(path: Path) -> Whole:
    """Read a file to its end; raises ``NotFound``, or ``InvalidInput`` where it is foreign, newer or damaged."""
    digest = hashlib.sha256()
    with _opened(path) as source:
        head = _head(path, first := source.readline(_HEAD_BYTES))
        digest.update(first)
        while line := source.readline(_LINE_BYTES):
            if line.startswith(_END):
                end: Json = orjson.loads(line)["whofined end"]
                if end["sha256"] != digest.hexdigest() or source.read(1):
                    raise _damaged(path, "its checksum is another")
                return Whole(head, end["content"], end["state"])
            digest.update(line)
    raise _damaged(path, "it ends too early")


def rows(path: Path, skip: int) -> Iterator[Json]:
    """Nodes and relationships of a file that was checked, without the first ones."""
    with _opened(path) as source:
        source.readline(_HEAD_BYTES)
        for number, line in enumerate(source):
            if line.startswith(_END):
                return
            if number >= skip:
                yield orjson.loads(line)


@contextmanager
def _opened(path: Path) -> Generator[IO[bytes]]:
    try:
        with gzip.open(path, "rb") as source:
            yield cast("IO[bytes]", source)
    except FileNotFoundError:
        raise NotFound("there is no such backup", where=str(path)) from None
    except gzip.BadGzipFile as error:
        raise (_foreign(path) if "Not a gzipped" in str(error) else _damaged(path, str(error))) from error
    except (EOFError, zlib.error, orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise _damaged(path, "it cannot be read to its end") from error
    except OSError as error:
        raise InvalidInput(f"it cannot be read: {error.strerror}", where=str(path)) from error


def _head(path: Path, line: bytes) -> Head:
    try:
        told: Json = orjson.loads(line)["whofined backup"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise _foreign(path) from None
    if told.get("format", 0) > FORMAT:
        raise InvalidInput(
            f"this backup was made by a newer whofined ({told.get('version')})",
            where=str(path),
            remedy="restore it with that version or a later one",
        )
    return Head(
        id=told["id"],
        version=told["version"],
        made=told["made"],
        revision=told["revision"],
        changed=told["changed"],
        migrations=[(number, checksum) for number, checksum in told["migrations"]],
    )


def _foreign(path: Path) -> InvalidInput:
    return InvalidInput(
        "this is no backup of whofined",
        where=str(path),
        remedy="a file that `whofined backup` wrote; what `neo4j dump` wrote is for `whofined neo4j load`",
    )


def _damaged(path: Path, how: str) -> InvalidInput:
    return InvalidInput(f"the backup is damaged: {how}", where=str(path), remedy="take another backup")
