"""Takes a person's name out of the graph, for good: names, ids, quotes, texts. What happened stays."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from graph.errors import Conflict, InvalidInput, NotFound
from graph.redaction import LABELS, Mark, Redactions, in_force, mark, redacted
from graph.statement import Nothing, statement
from graph.store import Store, Transaction
from graph.text import fold, forms
from graph.writes import properties
from graph.writes import statements as w
from graph.writes.apply import advance, derive, link, lock, remove, timestamp
from graph.writes.editions import show_anew
from graph.writes.totals import uncount

Json = dict[str, Any]
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class PersonId:
    """An entity's id."""

    id: str


@dataclass(frozen=True, slots=True)
class Person:
    """An entity's properties, and those of all that were merged into it."""

    person: Json
    merged: list[Json]


@dataclass(frozen=True, slots=True)
class Key:
    """A key as hexadecimal digits."""

    key: str


@dataclass(frozen=True, slots=True)
class Needles:
    """Words in lower case, and the labels of nodes that may hold them."""

    words: list[str]
    labels: list[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A full-text query."""

    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node: where it is, what it is, and all that it holds."""

    node: str
    label: str
    properties: Json


@dataclass(frozen=True, slots=True)
class Quoting:
    """A claim with a quote, and its document."""

    node: str
    document: str
    properties: Json


@dataclass(frozen=True, slots=True)
class NewPerson:
    """The id that a person had, and what is to remain."""

    id: str
    properties: Json


@dataclass(frozen=True, slots=True)
class Entries:
    """All audit entries, the last one first."""

    items: list[Json]
    revision: int


@dataclass(frozen=True, slots=True)
class Redacted:
    """An audit entry: the id by which the person goes now, who asked for it, when and why, and what was changed."""

    id: str
    who: str
    why: str
    recorded: str
    counts: dict[str, int]


PERSONS: Final = statement("redaction/persons", PersonId, Person)
KEY: Final = statement("redaction/key", Key, Key)
NODES: Final = statement("redaction/nodes", Needles, Node)
DOCUMENTS: Final = statement("redaction/documents", Phrase, Node)
CLAIMS: Final = statement("redaction/claims", w.Ids, Quoting)
FACTS: Final = statement("redaction/some", w.Ids, Node, label="Fact")
CASES: Final = statement("redaction/some", w.Ids, Node, label="Case")
STATED: Final = statement("redaction/stated", w.Ids, Node)
LINKED: Final = statement("redaction/linked", w.Ids, w.Endpoints)
REWRITE: Final = statement("redaction/rewrite", w.Rows, w.Count)
PARTIES: Final = statement("redaction/parties", w.Ids, w.Count)
PERSON: Final = statement("redaction/person", NewPerson, w.Count)
AUDIT: Final = statement("redaction/audit", NewPerson, w.Count)
ENTRIES: Final = statement("redaction/entries", Nothing, Entries)


async def redact(store: Store, id_: str, who: str, why: str) -> Redacted:
    """Redact a person; doing it again changes nothing and returns the same entry. It cannot be taken back.

    Raises ``NotFound``, ``Conflict`` for whoever is no person, ``InvalidInput`` without a reason.
    """
    if not why.strip():
        raise InvalidInput(
            "a redaction needs a reason", where="reason", remedy="say who asked for it, and when"
        )
    now = timestamp()
    async with store.transaction() as tx:
        await lock(tx, now)
        earlier = (await in_force(tx)).whole(id_)
        if earlier is None:
            found = await _person(tx, id_)
            entry = await _redact(tx, found, who, why.strip(), now)
            await advance(tx, now)
            return entry
    return next(one for one in await entries(store) if one.id == earlier.id)


async def entries(store: Store) -> list[Redacted]:
    """All audit entries, the last one first."""
    found = await store.read(ENTRIES, Nothing())
    items = found[0].items if found else []
    return [Redacted(**{**item, "counts": orjson.loads(item["counts"])}) for item in items]


async def _person(tx: Transaction, id_: str) -> Person:
    found = await tx.run(PERSONS, PersonId(id_))
    if not found:
        raise NotFound(f"no entity {id_!r}", where="id", remedy="look it up with /v1/search?q=")
    kinds = {row["kind"] for row in (found[0].person, *found[0].merged)}
    if kinds != {"person"}:
        raise Conflict(f"{id_!r} is no person", where="id", remedy="only persons are redacted")
    return found[0]


async def _redact(tx: Transaction, found: Person, who: str, why: str, now: str) -> Redacted:
    all_ = [found.person, *found.merged]
    names = sorted({name for row in all_ for name in (row["name"], *row["aliases"], *row["names"])})
    key = bytes.fromhex((await tx.run(KEY, Key(secrets.token_hex(32))))[0].key)
    new = mark(key, f"redacted-{secrets.token_hex(6)}", [row["id"] for row in all_], names, "")
    guard = Redactions(key, [new])
    gone = {row["id"] for row in all_}
    facts = {row.id for row in await tx.run(w.FACTS_OF, w.Ids([found.person["id"]]))}
    nodes = await _nodes(tx, names, sorted(gone))
    about = await _about(tx, nodes, facts, guard)
    nodes = list({node.node: node for node in (*nodes, *about)}.values())
    touched = sorted(facts | {node.properties["id"] for node in nodes if node.label == "Fact"})
    before = await tx.run(LINKED, w.Ids(touched))
    await uncount(tx, touched)
    await remove(tx, before)
    person = {**properties.entity(redacted(new.id)), "id": new.id}
    await tx.run(PERSON, NewPerson(found.person["id"], person))
    others = [node for node in nodes if node.label != "Entity" or node.properties["id"] not in gone]
    places = {node.node for node in about}
    changes = {one.node: (one, _changed(one, guard, parts=one.node in places)) for one in others}
    await _quotes(tx, changes, guard)
    rewritten = [(node, row) for node, row in changes.values() if row]
    await tx.run(REWRITE, w.Rows([{"node": node.node, "properties": row} for node, row in rewritten]))
    await show_anew(tx, ((node.label, row.get("id", node.properties["id"])) for node, row in rewritten))
    await _facts(tx, before, touched, guard)
    counts = _counts(changes, len(all_), len(touched))
    entry = Redacted(new.id, who, guard.clean(why), now, counts)
    await tx.run(AUDIT, NewPerson(new.id, _audit(new, entry)))
    return entry


async def _nodes(tx: Transaction, names: Sequence[str], ids: Sequence[str]) -> list[Node]:
    """Every node in which a name may stand."""
    words = sorted({form for name in (*names, *ids) for form in _telling(name)})
    found = {node.node: node for node in await tx.run(NODES, Needles(words, list(LABELS)))}
    for name in names:
        phrase = " ".join(word for word in fold(name).split() if word.isalnum())
        if phrase:
            found |= {node.node: node for node in await tx.run(DOCUMENTS, Phrase(f'"{phrase}"'))}
    return list(found.values())


def _telling(name: str) -> set[str]:
    """What stands wherever the name does: its longest word, or all of it where every word is short."""
    longest = max(name.replace("-", " ").split(), key=len)
    word = longest if len(longest) >= _SHORTEST else name
    return {word.lower(), fold(word)}


async def _about(tx: Transaction, nodes: Sequence[Node], facts: set[str], guard: Redactions) -> list[Node]:
    """Facts, cases and documents that have to do with the person, whatever of the name stands in them."""
    claims = [
        node.properties["id"] for node in nodes if node.label == "Claim" and _named(node.properties, guard)
    ]
    cases = [row.id for row in await tx.run(w.CASES_OF, w.Ids(sorted(facts)))]
    return [
        *await tx.run(FACTS, w.Ids(sorted(facts))),
        *await tx.run(CASES, w.Ids(cases)),
        *await tx.run(STATED, w.Ids(claims)),
    ]


def _changed(node: Node, guard: Redactions, *, parts: bool) -> Json:
    old = node.properties
    # The long texts of a document come below: what else it and its ways have are ids and names of others.
    changed = guard.properties(old, parts=parts and node.label not in {"Document", "_Way"})
    changed.pop("counted_in", None)  # facts were taken out of the totals, and are counted anew
    if node.label == "Claim" and _named(old, guard):
        changed |= dict.fromkeys(("quote", "start", "end", "subject_text", "object_text"))
        changed["redacted"] = True
    elif node.label in {"Document", "_Way"}:
        title, text = guard.prose(old.get("title"), old.get("text"), parts=parts)
        if (title, text) != (old.get("title"), old.get("text")):
            changed |= {"title": title, "text": text, "redacted": True}
    if node.label == "Entity" and "names" in changed:
        # In letters of another script a name is not found by its hash: the forms are made anew.
        changed["forms"] = forms(changed["names"])
    if changed and "hash" in old:
        # The hash of what stood there would let a guess be proved; a load of records writes the row once more.
        changed["hash"] = None
    return changed


def _named(claim: Mapping[str, Any], guard: Redactions) -> bool:
    roles = [role.partition("=")[2] for role in claim.get("role_ids") or ()]
    return guard.names(claim["subject_id"], claim["object_id"], *roles)


async def _quotes(tx: Transaction, changes: dict[str, tuple[Node, Json]], guard: Redactions) -> None:
    """Let quotes follow the texts that they stand in."""
    texts = {
        node.properties["id"]: row["text"]
        for node, row in changes.values()
        if node.label == "Document" and row.get("text") is not None
    }
    for claim in await tx.run(CLAIMS, w.Ids(sorted(texts))):
        node, row = changes.setdefault(claim.node, (Node(claim.node, "Claim", claim.properties), {}))
        if "quote" in row and row["quote"] is None:
            continue
        old = claim.properties
        row |= {"quote": texts[claim.document][old["start"] : old["end"]], "hash": None}
        for name in ("subject_text", "object_text"):
            # The wording of a party stands in the quote; where that has blocks, it may be a part of a name.
            if row["quote"] != old["quote"] and old.get(name):
                row[name] = guard.prose(old[name], parts=True)[0]
        changes[claim.node] = (node, {key: value for key, value in row.items() if value != old.get(key)})


async def _facts(
    tx: Transaction, before: Sequence[w.Endpoints], touched: Sequence[str], guard: Redactions
) -> None:
    """Bring all that is derived from facts up to date with their new ids and parties."""
    ids = [guard.clean(id_) for id_ in touched]
    await tx.run(PARTIES, w.Ids(ids))
    await link(
        tx,
        [w.Endpoints(*(guard.clean(part) for part in (end.id, end.subject, end.object))) for end in before],
    )
    await derive(tx, ids)


def _counts(changes: Mapping[str, tuple[Node, Json]], entities: int, facts: int) -> dict[str, int]:
    counted = [node.label for node, row in changes.values() if row]
    shown = ("Document", "Claim", "Case", "_Judgement")
    others = {label.strip("_").lower(): counted.count(label) for label in shown}
    return {"entities": entities, "facts": facts, **{f"{name}s": count for name, count in others.items()}}


def _audit(new: Mark, entry: Redacted) -> Json:
    return {
        "names": sorted(new.names),
        "firsts": sorted(new.firsts),
        "parts": sorted(new.parts),
        "longest": new.longest,
        "who": entry.who,
        "why": entry.why,
        "recorded": entry.recorded,
        "counts": orjson.dumps(entry.counts).decode(),
    }
