"""Names of people that were taken out of the graph, and that nothing may bring back. Pure but for one reading.

What is kept of a name is a keyed hash of its words, so that it is known again in a record, a text or an id without
standing anywhere. The key belongs to the graph: every process that writes there obeys. In texts a name becomes as many
blocks as it had characters, so that all other offsets stay right; in ids it becomes the id of the redacted person.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, TypeAlias, TypeVar, cast

from graph.model import ClaimRow, DocumentRow, EntityRow, Plan
from graph.statement import Nothing, statement
from graph.store import Store, Transaction
from graph.text import fold

NAME: Final = "redacted person"
BLOCK: Final = "█"
_WORD: Final = re.compile(r"[^\W_]+")
_ID: Final = re.compile(r"[a-z0-9.~=|:_-]+")
_GAP: Final = 3
"""Characters that may stand between two words of one name."""
_SHORTEST_PART: Final = 3

T = TypeVar("T")
Word: TypeAlias = tuple[str, int, int]
"""A word with accents and case folded, and where it stands."""


LABELS: Final = (
    *("Entity", "Document", "Claim", "Fact", "Case", "Stage"),
    *("_Review", "_Judgement", "_Records", "_Change", "_FormerFact", "_Correction", "_Way", "_PrivateRow"),
)
"""Labels of nodes in which a name may stand."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is kept of a person: the new id, hashes of whole names and of single words of them, and why.

    ``longest`` is the number of words of the longest name.
    """

    id: str
    names: frozenset[str]
    firsts: frozenset[str]
    parts: frozenset[str]
    longest: int
    why: str


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark as the graph keeps it, and the key of its hashes."""

    mark: dict[str, Any]
    key: str


MARKS: Final = statement("redaction/marks", Nothing, MarkRow)


@lru_cache(maxsize=65536)
def _hash(key: bytes, words: str) -> str:
    return hashlib.blake2b(words.encode(), key=key, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    id: str


def _reads_as_name(run: Sequence[Word], text: str, *, is_id: bool) -> bool:
    """Whether these words stand together as a name does: "a bolt" is none, nor is "prince" in a hotel's id."""
    start, end = run[0][1], run[-1][2]
    if is_id:
        return len(run) > 1 or "-" not in (text[max(start - 1, 0) : start], text[end : end + 1])
    close = all(b[1] - a[2] <= _GAP for a, b in pairwise(run))
    capital = any(text[word[1]].isupper() for word in run)
    return close and (capital or (len(run) > 1 and all(len(word[0]) >= _SHORTEST_PART for word in run)))


def _words(text: str) -> list[Word]:
    return [(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def mark(key: bytes, id_: str, old: Iterable[str], names: Iterable[str], why: str) -> Mark:
    """What is kept of a person who has these ids and names."""
    runs = {tuple(word for word, _, _ in _words(name)) for name in (*old, *names)}
    # One word alone (a surname) would hit others of that name, unless there is nothing else to know them by.
    whole = {run for run in runs if len(run) > 1} or {run for run in runs if run}
    parts = {word for run in runs for word in run if len(word) >= _SHORTEST_PART}
    return Mark(
        id_,
        frozenset(_hash(key, " ".join(run)) for run in whole),
        frozenset(_hash(key, run[0]) for run in whole),
        frozenset(_hash(key, word) for word in parts),
        max(map(len, whole), default=0),
        why,
    )


class Redactions:
    """All that was redacted in one graph, for whatever is written there."""

    def __init__(self, key: bytes, marks: Sequence[Mark]) -> None:
        self._key = key
        self._marks = marks

    def whole(self, id_: str) -> Mark | None:
        """The person whose id or name this is, and nothing else."""
        run = " ".join(word for word, _, _ in _words(id_))
        found = _hash(self._key, run) if run and self._marks else ""
        return next((one for one in self._marks if found in one.names or id_ == one.id), None)

    def runs(self, text: str) -> Iterator[_Run]:
        """Where whole names stand, from left to right."""
        if not self._marks:
            return
        words, at, is_id = _words(text), 0, _ID.fullmatch(text) is not None
        while at < len(words):
            found = self._at(words, at, text, is_id=is_id)
            if found is None:
                at += 1
            else:
                one, size = found
                yield _Run(words[at][1], words[at + size - 1][2], one.id)
                at += size

    def _at(self, words: list[Word], at: int, text: str, *, is_id: bool) -> tuple[Mark, int] | None:
        first = _hash(self._key, words[at][0])
        for one in self._marks:
            if first not in one.firsts:
                continue
            for size in range(min(one.longest, len(words) - at), 0, -1):
                run = words[at : at + size]
                if (
                    _reads_as_name(run, text, is_id=is_id)
                    and _hash(self._key, " ".join(word for word, _, _ in run)) in one.names
                ):
                    return one, size
        return None

    def clean(self, text: str, *, parts: bool = False) -> str:
        """A text with blocks for names, or an id with the new id in place of the old one.

        With ``parts`` the text is known to speak of the person, and single words of the name are blocked too.
        """
        if _ID.fullmatch(text):
            for run in reversed(list(self.runs(text))):
                text = f"{text[: run.start]}{run.id}{text[run.end :]}"
            return text
        runs = list(self.runs(text))
        return self.blocked(text, runs, parts=parts) if runs or parts else text

    def prose(self, *texts: str | None, parts: bool = False) -> tuple[str | None, ...]:
        """Texts of one document: where one has a whole name, single words of it are blocked in all of them.

        With ``parts`` they are blocked anyway: a claim of the document names the person.
        """
        runs = [list(self.runs(text or "")) for text in texts]
        if not (any(runs) or parts):
            return texts
        return tuple(
            None if text is None else self.blocked(text, found, parts=True)
            for text, found in zip(texts, runs, strict=True)
        )

    def blocked(self, text: str, runs: Sequence[_Run], *, parts: bool) -> str:
        """The text with blocks in these places; with ``parts`` also for single words of names, in capitals."""
        places = [(run.start, run.end) for run in runs]
        if parts:
            hashes = frozenset[str]().union(*(one.parts for one in self._marks))
            places += [
                (start, end)
                for word, start, end in _words(text)
                if text[start].isupper() and _hash(self._key, word) in hashes
            ]
        letters = list(text)
        for start, end in places:
            letters[start:end] = BLOCK * (end - start)
        return "".join(letters)

    def plan(self, plan: Plan) -> Plan:
        """A plan that names nobody who was redacted."""
        if not self._marks:
            return plan
        about = self._about(plan)
        documents = tuple(self._document(row, parts=row.id in about) for row in plan.documents)
        texts = {row.id: row.text for row in documents}
        return Plan(
            plan.name,
            _once(self._entity(row) for row in plan.entities),
            documents,
            tuple(self._row(row, parts=row.id in about) for row in plan.cases),
            tuple(self._row(row, parts=row.id in about) for row in plan.facts),
            tuple(self._claim(row, texts) for row in plan.claims),
        )

    def _about(self, plan: Plan) -> frozenset[str]:
        """Facts, cases and documents that have to do with somebody who was redacted, by the ids of the plan."""
        facts = [
            row
            for row in plan.facts
            if self.names(row.subject, row.object, *(party.entity for party in row.parties))
        ]
        claims = [row for row in plan.claims if self.names(row.subject, row.object, *_roles(row))]
        ids = {row.id for row in facts} | {row.case for row in facts} | {row.document for row in claims}
        return frozenset(id_ for id_ in ids if id_)

    def names(self, *ids: str) -> bool:
        """Whether any of these is the id of a person who was redacted, the old or the new one."""
        return any(self.whole(id_) is not None for id_ in ids)

    def _entity(self, row: EntityRow) -> EntityRow:
        found = self.whole(row.id) if row.kind == "person" else None
        return redacted(found.id) if found else self._row(row)

    def _document(self, row: DocumentRow, *, parts: bool) -> DocumentRow:
        title, text = self.prose(row.title, row.text, parts=parts)
        known = (title, text) != (row.title, row.text)
        return replace(self._row(row), title=title or row.title, text=text, redacted=row.redacted or known)

    def _claim(self, row: ClaimRow, texts: dict[str, str | None]) -> ClaimRow:
        clean = self._row(row)
        if self.names(row.subject, row.object, *_roles(row)):
            return replace(clean, quote=None, start=None, end=None, subject_text=None, object_text=None)
        text = texts.get(clean.document)
        return clean if text is None or row.start is None else replace(clean, quote=text[row.start : row.end])

    def _row(self, row: T, *, parts: bool = False) -> T:
        changed = {
            field.name: new
            for field in fields(cast("Any", row))
            if (new := self._value(old := getattr(row, field.name), parts=parts)) != old
        }
        return replace(cast("Any", row), **changed) if changed else row

    def _value(self, value: Any, *, parts: bool) -> Any:
        if isinstance(value, str):
            return self.clean(value, parts=parts)
        if isinstance(value, tuple | list):
            many = [self._value(one, parts=parts) for one in cast("Sequence[Any]", value)]
            return tuple(many) if isinstance(value, tuple) else many
        return self._row(value, parts=parts) if is_dataclass(value) else value

    def properties(self, properties: dict[str, Any], *, parts: bool = False) -> dict[str, Any]:
        """Those properties of a node that change, with their new values."""
        new = {name: self._value(value, parts=parts) for name, value in properties.items()}
        return {name: value for name, value in new.items() if value != properties[name]}


def redacted(id_: str) -> EntityRow:
    """All that remains of a person."""
    return EntityRow(id_, "person", NAME)


def _roles(row: ClaimRow) -> list[str]:
    return [role.partition("=")[2] for role in row.roles]


def _once(rows: Iterable[EntityRow]) -> tuple[EntityRow, ...]:
    return tuple({row.id: row for row in rows}.values())


def _loaded(rows: Sequence[MarkRow]) -> Redactions:
    marks = [
        Mark(
            row.mark["id"],
            frozenset(row.mark["names"]),
            frozenset(row.mark["firsts"]),
            frozenset(row.mark["parts"]),
            row.mark["longest"],
            row.mark["why"],
        )
        for row in rows
    ]
    return Redactions(bytes.fromhex(rows[0].key) if rows else b"", marks)


async def in_force(tx: Transaction) -> Redactions:
    """What was redacted, for whoever is about to write."""
    return _loaded(await tx.run(MARKS, Nothing()))


async def in_graph(store: Store) -> Redactions:
    """What was redacted, for whoever only reads."""
    return _loaded(await store.read(MARKS, Nothing()))
