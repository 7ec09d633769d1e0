"""Facts taken apart into nodes and relationships of a property graph; each node once. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from graph.vocabulary import KINDS

Json = dict[str, Any]
Ends = Literal["fact_entity", "fact_case", "claim_document", "claim_fact", "entity_entity"]

LABELS: Final = ("Entity", "Document", "Case", "Fact", "Claim")
"""Labels of nodes in the order in which they are written; an entity has that of its kind too."""
ENDS: Final[tuple[Ends, ...]] = ("fact_entity", "fact_case", "claim_document", "claim_fact", "entity_entity")
_FACT: Final = (
    "relation", "date", "date_precision", "announced", "start", "end", "status", "status_since", "stands", "role",
    "summary", "articles", "laws", "country", "action", "unsourced", "review", "tier", "recorded",
)  # fmt: skip
_CLAIM: Final = ("modality", "review", "quote", "start", "end", "confidence")
_DOCUMENT: Final = ("title", "url", "publisher", "published", "kind")
_ENTITY: Final = ("name", "caption", "acronym", "kind", "country")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its first label, for an entity that of its kind, its id and its other properties."""

    label: str
    kind: str | None
    id: str
    properties: Json


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship between two nodes by id; ``ends`` says of which labels."""

    ends: Ends
    type: str
    start: str
    end: str
    properties: Json


@dataclass(slots=True)
class PropertyGraph:
    """Gives nodes and links of pages of facts; of what it gave it keeps only ids."""

    _seen: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    def parts(self, items: Sequence[Json]) -> tuple[list[Node], list[Link]]:
        """What these facts add."""
        nodes: list[Node] = []
        links: list[Link] = []
        for item in items:
            nodes += [node for node in _nodes(item) if self._new(node)]
            links += _links(item)
        return nodes, links

    def _new(self, node: Node) -> bool:
        key = (node.label, node.id)
        new = key not in self._seen
        self._seen.add(key)
        return new


def _nodes(item: Json) -> Iterator[Node]:
    for entity in (item["subject"], item["object"], *(party["entity"] for party in item["parties"])):
        yield Node("Entity", KINDS[entity["kind"]].label, entity["id"], _some(entity, _ENTITY))
    amount: Mapping[str, Any] = item["amount"] or {}
    sums = {
        "amount": _number(amount.get("value")),
        "currency": amount.get("currency"),
        "amount_eur": _number(amount.get("eur")),
        "rate": _number(amount.get("rate")),
        "rate_date": amount.get("rate_date"),
        "amount_shared": bool(amount.get("shared_by")),
    }
    ends = {"subject_id": item["subject"]["id"], "object_id": item["object"]["id"]}
    yield Node("Fact", None, item["id"], _told(_some(item, _FACT) | sums | ends))
    if item["case"]:
        yield Node("Case", None, item["case"]["id"], {"title": item["case"]["title"]})
    for one in item["evidence"]:
        yield Node("Document", None, one["document"]["id"], _some(one["document"], _DOCUMENT))
        yield Node("Claim", None, one["claim"], _some(one, _CLAIM))


def _links(item: Json) -> Iterator[Link]:
    id_ = item["id"]
    subject, object_ = item["subject"]["id"], item["object"]["id"]
    roles = [("subject", subject), ("object", object_)]
    for role, entity in [*roles, *((one["role"], one["entity"]["id"]) for one in item["parties"])]:
        yield Link("fact_entity", "PARTY", id_, entity, {"role": role})
    amount: Mapping[str, Any] = item["amount"] or {}
    direct = {
        "fact_id": id_,
        "date": item["date"],
        "status": item["status"],
        "amount": _number(amount.get("value")),
        "currency": amount.get("currency"),
        "amount_eur": _number(amount.get("eur")),
    }
    yield Link("entity_entity", item["relation"], subject, object_, _told(direct))
    if item["case"]:
        yield Link("fact_case", "PART_OF", id_, item["case"]["id"], {})
    for one in item["evidence"]:
        yield Link("claim_document", "STATED_IN", one["claim"], one["document"]["id"], {})
        yield Link("claim_fact", one["stance"].upper(), one["claim"], id_, {})


def _number(value: float | None) -> float | None:
    """A sum is a number with a point in every form, whole or not."""
    return None if value is None else float(value)


def _some(row: Mapping[str, Any], names: Sequence[str]) -> Json:
    return _told({name: row[name] for name in names})


def _told(values: Json) -> Json:
    """Without what is not known or empty: a node has no property for it."""
    return {name: value for name, value in values.items() if value is not None and value != []}
