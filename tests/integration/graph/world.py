"""A small invented world: rows with defaults, so that a test writes down only what it is about."""

from typing import Any

from graph.model import CaseRow, ClaimRow, DocumentRow, EntityRow, FactRow, Plan, StageRow
from graph.store import Store
from graph.writes import properties
from graph.writes.apply import apply


def entity(id_: str, kind: str = "company", **more: Any) -> EntityRow:
    """An entity whose name is its id in capitals."""
    return EntityRow(id_, kind, more.pop("name", id_.replace("-", " ").title()), **more)


def document(id_: str, publisher: str = "Gazette", **more: Any) -> DocumentRow:
    """A press article."""
    given: dict[str, Any] = {
        "kind": "press",
        "title": f"Title of {id_}",
        "publisher_key": publisher.lower(),
        **more,
    }
    return DocumentRow(id_, publisher=publisher, **given)


def fine(
    id_: str, subject: str = "ico", object: str = "acme", date: str | None = "2022-05-18", **more: Any
) -> FactRow:
    """A fine that stands, imposed on its date."""
    stages = more.pop("stages", (StageRow("imposed", date),))
    given: dict[str, Any] = {"relation": "FINED", "status": "imposed", "country": "GB", **more}
    return FactRow(id_, subject=subject, object=object, date=date, stages=stages, **given)


def claim(id_: str, fact: FactRow, document: str, **more: Any) -> ClaimRow:
    """A curated claim that says what a fact says."""
    given: dict[str, Any] = {"fact": fact.id, "date": fact.date, **more}
    return ClaimRow(id_, document, fact.relation, fact.subject, fact.object, **given)


BODIES = (
    entity(
        "ico",
        "regulator",
        name="Information Commissioner's Office",
        country="GB",
        details=(("acronym", "ICO"),),
    ),
    entity("cnil", "regulator", name="Commission nationale de l'informatique et des libertés", country="FR"),
    entity("ag-texas", "regulator", name="Attorney General of Texas", country="US-TX"),
    entity("acme", name="Acme Ltd", country="GB", aliases=("Acme Widgets",)),
    entity("beta", name="Beta SA", country="FR"),
    entity("tribunal", "court", name="First-tier Tribunal", country="GB"),
    entity("uk-gdpr", "law", name="UK General Data Protection Regulation", details=(("short", "UK GDPR"),)),
)


def plan(
    *facts: FactRow, documents: tuple[DocumentRow, ...] = (), claims: tuple[ClaimRow, ...] = (), **more: Any
) -> Plan:
    """A plan of facts with their bodies; a fact without a claim gets one, in a document of its own."""
    named = {row.fact for row in claims}
    bare = [row for row in facts if row.id not in named]
    return Plan(
        "a test",
        entities=more.get("entities", BODIES),
        documents=(*documents, *(document(f"d-{row.id}", f"Publisher of {row.id}") for row in bare)),
        cases=more.get("cases", ()),
        facts=facts,
        claims=(*claims, *(claim(f"c-{row.id}", row, f"d-{row.id}") for row in bare)),
    )


async def told(store: Store, *facts: FactRow, **more: Any) -> None:
    """Write facts into a graph."""
    await apply(store, plan(*facts, **more))


def case(id_: str, title: str = "A case") -> CaseRow:
    """A case."""
    return CaseRow(id_, title)


def rows_of(*documents: DocumentRow) -> list[dict[str, Any]]:
    """Documents as a write statement takes them."""
    return [{"id": row.id, "properties": properties.document(row)} for row in documents]
