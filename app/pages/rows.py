"""Facts as rows of a page: one row a decision, whatever number of facts it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graph.vocabulary import RELATIONS, STATUSES

Json = Mapping[str, Any]

SIGNS: Final = {
    "proposed": "○", "imposed": "●", "under_appeal": "◐", "final": "■", "reduced": "◒", "annulled": "✕",
    "remitted": "↺", "withdrawn": "–", "settled": "≡", "pending": "…", "concluded": "□", "unknown": "?",
}  # fmt: skip
"""A sign for each status, so that no status is told by colour alone."""

_WORDS: Final = {"under_appeal": "under appeal", "unknown": "outcome unknown"}
_SENTENCES: Final = {
    "remitted": "Sent back to be decided again.",
    "unknown": "No source says what became of it.",
    "imposed": "Stands; no source says whether it is final.",
}


@dataclass(slots=True)
class Row:
    """One decision. ``facts`` are the facts of it; the first one speaks for all in what they share."""

    facts: list[Json]
    subjects: list[Json] = field(default_factory=list[Json])
    objects: list[Json] = field(default_factory=list[Json])

    @property
    def fact(self) -> Json:
        """The first fact of the decision."""
        return self.facts[0]

    @property
    def verb(self) -> str:
        """What the subject did to the object, in words."""
        return RELATIONS[self.fact["relation"]].forward

    @property
    def evidence(self) -> list[Json]:
        """The evidence of all facts of the row, each claim once, official sources first."""
        every = {entry["claim"]: entry for fact in self.facts for entry in fact.get("evidence") or ()}
        return sorted(every.values(), key=_by_weight)

    @property
    def disputed(self) -> bool:
        """Whether a claim says otherwise."""
        return any(entry["stance"] == "disputes" for entry in self.evidence)

    @property
    def unchecked(self) -> bool:
        """Whether nobody has looked at it yet."""
        return self.fact["review"] == "unreviewed"

    @property
    def independent(self) -> int:
        """How many sources are independent of each other."""
        return max(fact["sources"]["independent"] for fact in self.facts)


_KINDS: Final = ("official", "court", "company", "press", "dataset", "note", "memory")


def _by_weight(entry: Json) -> tuple[int, bool, str]:
    kind = entry["document"]["kind"]
    return (_KINDS.index(kind) if kind in _KINDS else len(_KINDS), entry["quote"] is None, entry["claim"])


class Footnotes:
    """Sources of a page in the order in which its rows name them, each once: what stands at the foot in print."""

    def __init__(self) -> None:
        self.documents: dict[str, Json] = {}

    def of(self, evidence: Sequence[Json]) -> list[int]:
        """The numbers of the documents that this evidence is from, beginning with one."""
        for entry in evidence:
            self.documents.setdefault(entry["document"]["id"], entry["document"])
        places = {id_: place for place, id_ in enumerate(self.documents, 1)}
        return sorted({places[entry["document"]["id"]] for entry in evidence})


def rows(facts: Sequence[Json]) -> list[Row]:
    """One row a decision, in the order in which the decisions first come."""
    found: dict[tuple[str, str, str], Row] = {}
    for fact in facts:
        key = (fact["action"], fact["relation"], str(fact["status"]))
        row = found.setdefault(key, Row([]))
        row.facts.append(fact)
        _add(row.subjects, fact["subject"])
        _add(row.objects, fact["object"])
    return list(found.values())


def _add(entities: list[Json], entity: Json) -> None:
    if all(one["id"] != entity["id"] for one in entities):
        entities.append(entity)


def amount(row: Row) -> Json | None:
    """The sum of a decision: one that its facts share, else the sum of its parts where all have the same currency."""
    sums = [fact["amount"] for fact in row.facts if fact["amount"]]
    if not sums:
        return None
    if len(sums) == 1 or any(one["shared_by"] for one in sums):
        return sums[0]
    if len({one["currency"] for one in sums}) > 1:
        return sums[0]
    euro = [one["eur"] for one in sums]
    total = None if None in euro else sum(euro)
    return {**sums[0], "value": sum(one["value"] for one in sums), "eur": total}


def word(status: str) -> str:
    """A status as a person says it."""
    return _WORDS.get(status, status.replace("_", " "))


def sentence(status: str) -> str:
    """What a status means, in one sentence."""
    return _SENTENCES.get(status, STATUSES[status].description)
