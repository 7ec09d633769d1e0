"""Applying a plan: all or nothing, only what changed, and what is derived follows."""

from dataclasses import replace
from typing import Any

import pytest

from graph.errors import InvalidInput
from graph.model import EntityRow, PartyRow, Plan, StageRow
from graph.reads import cases, entities, facts, revision
from graph.reads.cases import CaseQuery
from graph.store import Store
from graph.writes.apply import apply
from tests.integration.graph.world import BODIES, case, claim, document, entity, fine, plan, told

pytestmark = pytest.mark.usefixtures("counted")

F = fine("f", amount_minor=100_00, currency="GBP", case="k", laws=("uk-gdpr",))
WORLD = plan(F, cases=(case("k"),))


async def rows(store: Store, query: Any, **parameters: Any) -> list[list[Any]]:
    """What a query of a test finds."""
    return await store._read(query, parameters, 10)


async def relationships(store: Store) -> list[list[Any]]:
    """All direct relationships between entities: from, type, to, fact."""
    return await rows(
        store,
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.fact_id IS NOT NULL "
        "RETURN a.id, type(r), b.id, r.fact_id ORDER BY r.fact_id, a.id",
    )


async def the(store: Store, id_: str) -> Any:
    """A fact as it is answered."""
    return (await facts.one(store, id_)).items[0]["fact"]


async def test_the_same_plan_twice_changes_nothing(store: Store) -> None:
    """The second time everything is unchanged and the revision stays."""
    first = await apply(store, WORLD)
    second = await apply(store, WORLD)
    assert first.created == {"entities": len(BODIES), "documents": 1, "cases": 1, "facts": 1, "claims": 1}
    assert set(first.changed.values()) == set(first.unchanged.values()) == {0}
    assert second.unchanged == first.created
    assert (first.revision, second.revision, await revision.revision(store)) == (1, 1, 1)


async def test_a_changed_row_is_written_and_keeps_its_recording_time(store: Store) -> None:
    """Only it counts as changed."""
    await apply(store, WORLD)
    before = await the(store, "f")
    written = await apply(store, replace(WORLD, facts=(replace(F, summary="Calls without consent"),)))
    after = await the(store, "f")
    assert (written.changed["facts"], sum(written.changed.values()), sum(written.created.values())) == (
        1,
        1,
        0,
    )
    assert (before["summary"], after["summary"]) == (None, "Calls without consent")
    assert before["recorded"] == after["recorded"]
    assert written.revision == 2


async def test_a_fact_is_one_direct_relationship_also_after_a_change(store: Store) -> None:
    """What a person sees in Neo4j Browser follows the fact's ends and its status."""
    await apply(store, WORLD)
    assert await relationships(store) == [["ico", "FINED", "acme", "f"]]
    moved = replace(F, subject="cnil", object="beta", status="annulled")
    await apply(store, replace(WORLD, facts=(moved,), claims=()))
    assert await relationships(store) == [["cnil", "FINED", "beta", "f"]]
    found = await rows(store, "MATCH ()-[r:FINED]->() RETURN r.status, r.amount, r.currency, r.date")
    assert found == [["annulled", 100, "GBP", "2022-05-18"]]
    assert await rows(store, "MATCH (a)-[l:_LINKED]->(b) RETURN a.id, b.id") == [["beta", "cnil"]]


async def test_parts_of_a_changed_fact_are_written_anew(store: Store) -> None:
    """Stages, parties, laws and case are those of the last row, each once."""
    await apply(store, WORLD)
    later = replace(
        F,
        status="annulled",
        laws=(),
        case=None,
        stages=(StageRow("imposed", "2022-05-18"), StageRow("annulled", "2023", by="tribunal")),
        parties=(PartyRow("beta", "joint_with"),),
    )
    await apply(store, replace(WORLD, facts=(later,)))
    found = (await facts.one(store, "f")).items[0]
    assert [stage["stage"] for stage in found["more"]["stages"]] == ["imposed", "annulled"]
    assert found["more"]["stages"][1]["by"]["id"] == "tribunal"
    assert [(party["role"], party["entity"]["id"]) for party in found["fact"]["parties"]] == [
        ("joint_with", "beta")
    ]
    assert found["fact"]["case"] is None
    assert await rows(store, "MATCH (:Fact)-[r:UNDER]->() RETURN r") == []


MISSING = {
    "subject": {"facts": (replace(F, subject="nobody"),)},
    "object": {"facts": (replace(F, object="nobody"),)},
    "party": {"facts": (replace(F, parties=(PartyRow("nobody", "platform"),)),)},
    "case": {"facts": (replace(F, case="nobody"),)},
    "law": {"facts": (replace(F, laws=("nobody",)),)},
    "changed fact": {"facts": (replace(F, changes=("nobody",)),)},
    "body of a stage": {"facts": (replace(F, stages=(StageRow("imposed", "2022-05-18", by="nobody"),)),)},
    "document of a claim": {"claims": (claim("c", F, "nobody"),)},
    "fact of a claim": {"claims": (replace(claim("c", F, "d-f"), fact="nobody"),)},
    "parent": {"entities": (*BODIES, entity("child", parent="nobody"))},
    "operator": {"entities": (*BODIES, entity("service", "platform", operator="nobody"))},
}


@pytest.mark.parametrize("changes", MISSING.values(), ids=MISSING)
async def test_a_reference_to_nothing_takes_everything_back(store: Store, changes: dict[str, Any]) -> None:
    """The error names the group; nothing of it is in the graph."""
    with pytest.raises(InvalidInput, match="not in the graph") as error:
        await apply(store, replace(WORLD, **changes))
    assert error.value.where == "a test"
    assert set((await revision.counts(store)).counts.values()) == {0}
    assert await revision.revision(store) == 0


async def test_a_plan_that_breaks_the_vocabulary_is_refused(store: Store) -> None:
    """Before anything is written."""
    with pytest.raises(InvalidInput, match="'ATE' is unknown"):
        await apply(store, replace(WORLD, facts=(replace(F, relation="ATE"),)))
    assert set((await revision.counts(store)).counts.values()) == {0}


async def test_independent_sources_are_counted_by_publisher(store: Store) -> None:
    """Two articles of one publisher and one that repeats it are three documents and one source; notes count nothing."""
    documents = (
        document("a1", "Gazette"),
        document("a2", "Gazette"),
        document("a3", "Echo", independence_key="gazette"),
        document("b1", "Herald"),
        document("n1", "Whofined", kind="note"),
        document("m1", "Memory", kind="memory"),
        document("r1", "Rumour"),
    )
    claims = tuple(
        claim(f"c-{one.id}", F, one.id, review="rejected" if one.id == "r1" else "accepted")
        for one in documents
    )
    await told(store, F, documents=documents, claims=claims, cases=(case("k"),))
    fact = await the(store, "f")
    assert fact["sources"] == {"documents": 4, "independent": 2}
    assert fact["review"] == "accepted"


async def test_what_disputes_a_fact_is_no_source_of_it(store: Store) -> None:
    """It stays visible as evidence."""
    documents = (document("a", "Gazette"), document("b", "Herald"))
    claims = (claim("c1", F, "a"), claim("c2", F, "b", stance="disputes"))
    await told(store, F, documents=documents, claims=claims, cases=(case("k"),))
    fact = await the(store, "f")
    assert fact["sources"] == {"documents": 1, "independent": 1}
    assert {one["claim"]: one["stance"] for one in fact["evidence"]} == {"c1": "supports", "c2": "disputes"}


async def test_an_unsourced_fact_has_no_sources(store: Store) -> None:
    """It is there, marked and counted as such."""
    bare = replace(F, unsourced=True, case=None)
    await told(
        store, bare, documents=(document("m", "Memory", kind="memory"),), claims=(claim("c", bare, "m"),)
    )
    fact = await the(store, "f")
    assert fact["unsourced"] is True
    assert fact["sources"] == {"documents": 0, "independent": 0}
    assert (await revision.counts(store)).counts["unsourced"] == 1


@pytest.mark.parametrize(
    ("reviews", "review"),
    [(["unreviewed"], "unreviewed"), (["unreviewed", "accepted"], "accepted"), (["rejected"], "rejected")],
)
async def test_the_best_review_of_its_claims_is_that_of_the_fact(
    store: Store, reviews: list[str], review: str
) -> None:
    """One accepted claim is enough."""
    documents = tuple(document(f"d{n}", f"P{n}") for n in range(len(reviews)))
    claims = tuple(claim(f"c{n}", F, f"d{n}", review=one) for n, one in enumerate(reviews))
    await told(store, F, documents=documents, claims=claims, cases=(case("k"),))
    assert (await the(store, "f"))["review"] == review


async def test_a_claim_that_moves_to_another_fact_counts_there(store: Store) -> None:
    """And no longer where it stood."""
    one, other = replace(F, case=None), fine("g", object="beta")
    documents = (document("a", "Gazette"), document("b", "Herald"))
    claims = (claim("c1", one, "a"), claim("c2", one, "b"), claim("c3", other, "a"))
    await told(store, one, other, documents=documents, claims=claims)
    await told(
        store, one, other, documents=documents, claims=(claims[0], replace(claims[1], fact="g"), claims[2])
    )
    assert [(await the(store, id_))["sources"]["documents"] for id_ in ("f", "g")] == [1, 2]


async def test_a_document_that_turns_out_a_copy_counts_no_more(store: Store) -> None:
    """A change of the document reaches the facts that rest on it."""
    documents = (document("a", "Gazette"), document("b", "Herald"))
    claims = (claim("c1", F, "a"), claim("c2", F, "b"))
    await told(store, F, documents=documents, claims=claims, cases=(case("k"),))
    assert (await the(store, "f"))["sources"] == {"documents": 2, "independent": 2}
    copied = (documents[0], replace(documents[1], independence_key="gazette"))
    await told(store, F, documents=copied, claims=claims, cases=(case("k"),))
    assert (await the(store, "f"))["sources"] == {"documents": 2, "independent": 1}


async def test_one_link_for_each_pair(store: Store) -> None:
    """It counts the facts, names the relations, and adds up the fines in euro cents."""
    await told(
        store,
        fine("f1", amount_minor=100_00, currency="EUR"),
        fine("f2", amount_minor=50_00, currency="EUR", date="2023-01-02"),
        fine("f3", relation="REPRIMANDED"),
    )
    found = await rows(
        store,
        "MATCH (a)-[l:_LINKED]->(b) RETURN l.first, l.second, l.facts, l.relations, l.last, l.eur_minor",
    )
    assert [[*row[:3], sorted(row[3]), *row[4:]] for row in found] == [
        ["acme", "ico", 3, ["FINED", "REPRIMANDED"], "2023-01-02", 150_00]
    ]


async def test_a_fact_that_changes_another(store: Store) -> None:
    """Both tell of each other."""
    ruling = fine(
        "r", relation="ANNULLED", subject="tribunal", object="ico", date="2023-10-17", status=None, stages=()
    )
    await told(store, replace(F, case=None), replace(ruling, changes=("f",)))
    changes = (await facts.one(store, "r")).items[0]["more"]["changes"]
    changed_by = (await facts.one(store, "f")).items[0]["more"]["changed_by"]
    assert [one["id"] for one in changes] == ["f"]
    assert [(one["id"], one["relation"]) for one in changed_by] == [("r", "ANNULLED")]


async def test_a_new_name_is_found_in_the_facts_of_a_body(store: Store) -> None:
    """Full text follows the names of both ends."""
    await apply(store, WORLD)
    renamed = tuple(replace(one, name="Zenith Ltd") if one.id == "acme" else one for one in BODIES)
    await apply(store, replace(WORLD, entities=renamed))
    found = await rows(store, "MATCH (f:Fact {id: 'f'}) RETURN f.text")
    assert "Zenith Ltd" in found[0][0]
    assert "Acme Ltd" not in found[0][0]


async def test_an_owner_comes_and_goes(store: Store) -> None:
    """The relationship is that of the last row, and there is at most one."""
    group, child = entity("group"), entity("child", parent="group")
    await apply(store, Plan("owners", entities=(group, child, entity("other"))))
    assert [row["entity"]["id"] for row in (await entities.one(store, "child")).owners] == ["group"]
    assert [row["entity"]["id"] for row in (await entities.one(store, "group")).owned] == ["child"]
    await apply(store, Plan("owners", entities=(replace(child, parent="other"),)))
    assert [row["entity"]["id"] for row in (await entities.one(store, "child")).owners] == ["other"]
    await apply(store, Plan("owners", entities=(replace(child, parent=None),)))
    assert (await entities.one(store, "child")).owners == []


async def test_an_entity_that_changes_its_kind_changes_its_label(store: Store) -> None:
    """It carries Entity and one kind, and no property of the kind that it had."""
    await apply(store, Plan("kinds", entities=(entity("x", "regulator", details=(("acronym", "X"),)),)))
    await apply(store, Plan("kinds", entities=(EntityRow("x", "company", "X"),)))
    assert await rows(store, "MATCH (e {id: 'x'}) RETURN labels(e), e.acronym") == [
        [["Entity", "Company"], None]
    ]


async def test_a_case_is_as_late_as_its_last_fact(store: Store) -> None:
    """Also where a fact leaves it."""
    early, late = replace(F, date="2020", stages=()), fine("g", date="2024-01-02", case="k")
    await told(store, early, late, cases=(case("k"), case("other")))
    keys = (await cases.page(store, CaseQuery(limit=10))).keys
    assert keys == ["2024-01-02|k", "0000|other"]
    await told(store, early, replace(late, case="other"), cases=(case("k"), case("other")))
    assert (await cases.page(store, CaseQuery(limit=10))).keys == ["2024-01-02|other", "2020-01-01|k"]
