"""Whether a text is there already, by the hash of it, and what is left to do where it comes by one more way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.redaction import Redactions, in_graph
from graph.store import Store, Transaction
from graph.writes.statements import Rows
from seed.ingest import statements as s
from seed.ingest import ways as w
from seed.ingest.rows import Source, document_id
from seed.ingest.ways import Way


@dataclass(frozen=True, slots=True)
class Standing:
    """How a source stands to the graph: the document's id, all ways to it with this one, and what is known of both.

    ``row`` is what the document's row is made of, ``told`` what an extractor is to be told of the text.
    """

    known: s.KnownText
    document: str
    way: Way
    ways: Mapping[str, Way]
    row: Source
    told: Source

    @property
    def new_way(self) -> bool:
        """Whether nobody has brought the text this way."""
        return self.way.key not in w.by_key(self.known.ways)

    @property
    def moved(self) -> bool:
        """Whether the way is to be written: it is new, says other things, or was last seen on an earlier day."""
        return self.way not in [w.of_row(row) for row in self.known.ways]

    def read(self, mark: str) -> bool:
        """Whether that very version of an extractor has read the text, knowing all that is known of it now."""
        before = [w.of_row(row) for row in self.known.ways]
        with_ = self.known.read_with or (w.mark_of(w.as_read(self.told, before)) if before else None)
        return self.known.holds(mark) and with_ == w.mark_of(self.told)

    @property
    def labels(self) -> tuple[str, ...]:
        """All ways as a person reads them."""
        return tuple(sorted({one.label for one in self.ways.values()}))


def standing(source: Source, known: s.KnownText, guard: Redactions | None, day: str) -> Standing:
    """How a source stands to what is known of its text."""
    document = known.id or document_id(source)
    before = w.by_key(known.ways)
    way = w.way(source, document, day, before, guard)
    ways = before | {way.key: way}
    return Standing(
        known, document, way, ways, w.whole(source, ways.values()), w.as_read(source, ways.values())
    )


def asked(sources: Sequence[Source]) -> Rows:
    """The parameters that ask for texts."""
    return Rows(
        [
            {"sha256": one.sha256, "place": one.place or one.file, "follows": one.place is not None}
            for one in sources
        ]
    )


async def standings(
    tx: Transaction, sources: Sequence[Source], guard: Redactions, now: str
) -> list[Standing]:
    """How sources stand to the graph, for whoever holds its lock."""
    found = {row.sha256: row for row in await tx.run(s.KNOWN_TEXTS, asked(sources))}
    return [standing(one, found[one.sha256], guard, now[:10]) for one in sources]


async def look_up(store: Store, source: Source) -> Standing:
    """How a source stands to the graph, for whoever decides whether it is to be read at all."""
    (known,) = await store.read(s.KNOWN_TEXTS, asked([source]))
    guard = await in_graph(store) if known.id else None
    return standing(source, known, guard, datetime.now(UTC).date().isoformat())
