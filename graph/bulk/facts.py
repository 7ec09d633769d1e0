"""Plans of new facts into tables: what ``graph.writes.apply`` writes, and all that follows from it.

For rows of lists: each fact is new and has one claim, and nothing but claims is added to what is there already.
"""

import uuid
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any, Final

from graph.bulk import derived
from graph.bulk.base import Base, Named
from graph.bulk.shelf import Shelf
from graph.bulk.tables import Tables
from graph.errors import InvalidInput
from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, Plan
from graph.vocabulary import KINDS
from graph.writes import properties
from graph.writes import validate as plans
from graph.writes.apply import parties_of, stages_of

Json = dict[str, Any]
_OWNERS: Final = (("SUBSIDIARY_OF", "parent"), ("OPERATED_BY", "operator"))
_BETWEEN: Final = "\x1f"
Weight = tuple[int, tuple[str, ...], str | None, int]
"""Of a pair of entities: facts, their relations, the last date, the fines in cents of a euro."""


class NewFacts:
    """Adds plans to tables. ``touched`` are facts of the graph that a claim was added to."""

    def __init__(self, tables: Tables, base: Base, folder: Path, now: str) -> None:
        """Nothing is added yet; what grows with the rows is in files of ``folder``."""
        self.touched: set[str] = set()
        self.rows = self.facts = 0
        self.tables, self.base, self._now = tables, base, now
        self._entities: Shelf[Named] = Shelf(folder / "entities.db", base.entities)
        self._weights: Shelf[Weight] = Shelf(folder / "pairs.db")
        self._ends: Shelf[int] = Shelf(folder / "ends.db", base.ends)

    def add(self, plan: Plan, alone: Sequence[bool]) -> None:
        """Add a plan; ``alone`` says of each of its facts whether no other one is of its action.

        Raises ``InvalidInput`` where the plan breaks the vocabulary or names what does not exist.
        """
        plans.check(plan)
        for entity in plan.entities:
            self._entity(entity, plan.name)
        numbers = {row.id: self._document(row) for row in plan.documents}
        documents = {row.id: row for row in plan.documents}
        claims = {row.fact: row for row in plan.claims if row.fact}
        facts = {
            row.id: self._fact(row, claims[row.id], documents[claims[row.id].document], plan.name, alone=one)
            for row, one in zip(plan.facts, alone, strict=True)
        }
        for claim in plan.claims:
            self._claim(claim, numbers[claim.document], facts)
        self.rows += len(plan.documents) + len(plan.claims) + len(plan.facts)
        self.facts += len(plan.facts)

    def end(self, arrival: str) -> None:
        """Add what all facts add up to, and that their source has come."""
        for total in self.base.totals.values():
            self.tables.node(["_Total"], total)
        self._pairs()
        if self.facts:
            id_ = str(uuid.uuid4())
            change = {
                "arrival": arrival,
                "id": id_,
                "kind": "arrived",
                "source": arrival,
                "facts": self.facts,
            }
            times = {"began": self._now, "at": self._now, "key": f"{self._now}|{id_}"}
            self.tables.node(["_Change"], change | times)
        for shelf in (self._entities, self._weights, self._ends):
            shelf.close()

    def _entity(self, row: EntityRow, where: str) -> None:
        if row.id in self._entities:
            return
        own = properties.entity(row)
        labels = ["Entity", KINDS[row.kind].label]
        number = self.tables.node(labels, {**own, "recorded": self._now})
        self._entities[row.id] = Named(number, own["caption"], tuple(own["names"]))
        self.rows += 1
        for type_, owner in _OWNERS:
            if (id_ := getattr(row, owner)) is not None:
                times = {"since": row.parent_since, "until": row.parent_until}
                self.tables.link(type_, number, self._known(id_, where).number, times)

    def _known(self, id_: str, where: str) -> Named:
        try:
            return self._entities[id_]
        except KeyError:
            raise InvalidInput(
                f"{id_!r} is not in the graph", where=where, remedy="whofined seed brings in who is known"
            ) from None

    def _document(self, row: DocumentRow) -> int:
        return self.tables.node(["Document"], {**properties.document(row), "recorded": self._now})

    def _fact(self, row: FactRow, claim: ClaimRow, document: DocumentRow, where: str, *, alone: bool) -> int:
        ends = self._known(row.subject, where), self._known(row.object, where)
        own: Json = {
            **properties.fact(row),
            "recorded": self._now,
            "recorded_key": f"{self._now}|{row.id}",
            "text": " ".join([row.summary or "", *ends[0].names, *ends[1].names]),
            **derived.noted(row, self._now),
        }
        own |= derived.said(row, own, [end.caption for end in ends], claim, document)
        kept, totals = derived.counted(row, own, alone=alone)
        number = self.tables.node(["Fact"], own | kept)
        for total in totals:
            self._count(total)
        for part in parties_of(row):
            keys = {name: own[name] for name in ("date_key", "eur_key", "recorded_key")}
            role = {"role": part["role"], "entity_id": part["entity_id"]}
            self.tables.link("PARTY", number, self._known(part["entity"], where).number, role | keys)
        for stage in stages_of(row):
            one = {**stage["properties"], "id": stage["id"], "recorded": self._now}
            self.tables.link("HAS_STAGE", number, self.tables.node(["Stage"], one), {})
        self.tables.link(row.relation, ends[0].number, ends[1].number, derived.direct(row, own))
        self._weigh(row, own["amount_eur_minor"])
        return number

    def _claim(self, row: ClaimRow, document: int, facts: dict[str, int]) -> None:
        number = self.tables.node(["Claim"], {**properties.claim(row), "recorded": self._now})
        self.tables.link("STATED_IN", number, document, {})
        if row.fact is None:
            return
        if row.fact not in facts:
            self.touched.add(row.fact)
        fact = facts[row.fact] if row.fact in facts else self.base.facts[row.fact]
        self.tables.link(row.stance.upper(), number, fact, {})

    def _count(self, total: Json) -> None:
        kept = self.base.totals.setdefault(total["id"], total)
        if kept is not total:
            for name in derived.FIGURES:
                kept[name] += total[name]

    def _weigh(self, row: FactRow, euro: int | None) -> None:
        pair = _BETWEEN.join(sorted((row.subject, row.object)))
        fined = (euro or 0) if row.relation == "FINED" else 0
        _add(self._weights, pair, (1, (row.relation,), row.date, fined))

    def _pairs(self) -> None:
        for (first, second), own in self.base.pairs.items():
            known = own["facts"], tuple(own["relations"]), own.get("last"), own["eur_minor"]
            _add(self._weights, f"{first}{_BETWEEN}{second}", known)
        for pair, (facts, relations, last, euro) in self._weights.items_written():
            first, second = pair.split(_BETWEEN)
            rank = f"{euro:015}{facts:06}|{first}|{second}"
            weight = {"first": first, "second": second, "facts": facts, "relations": list(relations)}
            more = {"last": last, "eur_minor": euro, "rank": rank}
            self.tables.link("_LINKED", self._end(first), self._end(second), weight | more)

    def _end(self, id_: str) -> int:
        if id_ not in self._ends:
            self._ends[id_] = self.tables.node(["_Node"], {"id": id_})
        return self._ends[id_]


def _add(weights: MutableMapping[str, Weight], pair: str, more: Weight) -> None:
    known = weights.get(pair)
    if known is not None:
        dates = [date for date in (known[2], more[2]) if date is not None]
        relations = tuple(sorted({*known[1], *more[1]}))
        more = known[0] + more[0], relations, max(dates, default=None), known[3] + more[3]
    weights[pair] = more
