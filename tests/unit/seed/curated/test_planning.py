"""From records to rows of the graph."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import FactRow
from seed.curated import check, examine, plan
from seed.curated.index import country_id, country_name, references
from seed.curated.planning.actions import case_row
from seed.curated.planning.documents import key
from seed.curated.planning.groups import COUNTRIES
from seed.curated.records import Case
from tests.record_folder import RecordFolder


def _facts(folder: RecordFolder) -> dict[str, FactRow]:
    checked = examine(folder.write())
    assert not checked.problems, checked.problems
    return {fact.id: fact for group in plan(checked) for fact in group.plan.facts}


def _counted(facts: dict[str, FactRow]) -> int:
    """The sum as the graph counts it: a shared sum once for each action."""
    shared = {fact.action: fact.amount_minor or 0 for fact in facts.values() if fact.amount_shared}
    alone = [fact.amount_minor or 0 for fact in facts.values() if not fact.amount_shared]
    return sum(shared.values()) + sum(alone)


def test_groups_are_files_in_the_order_of_need(folder: RecordFolder) -> None:
    """Countries, regulators, bodies, then decisions, then what changes them."""
    names = [group.name for group in plan(examine(folder.write()))]
    assert names == [
        COUNTRIES,
        "regulators/all.yaml",
        "entities/companies.yaml",
        "entities/others.yaml",
        "actions/france.yaml",
        "actions/united-states.yaml",
        "relations/saga.yaml",
    ]


def test_the_same_records_give_the_same_plans(folder: RecordFolder) -> None:
    """Planning is pure: a second load finds the same rows with the same ids."""
    path = folder.write()
    assert plan(examine(path)) == plan(examine(path))


def test_a_relation_that_is_an_action_is_one_fact(folder: RecordFolder) -> None:
    """It has the id of the action, the sources of both, and the words of both."""
    groups = plan(examine(folder.write()))
    facts = {fact.id: fact for group in groups for fact in group.plan.facts}
    assert "rel-2" not in facts
    assert facts["acme-2022"].summary == "Acme kept too much. It was a first."
    claims = [claim for group in groups for claim in group.plan.claims if claim.fact == "acme-2022"]
    assert len({claim.document for claim in claims}) == 2
    assert {(claim.stance, claim.subject_text, claim.object_text) for claim in claims} == {
        ("supports", "Reg A", "Acme")
    }


def test_a_notice_of_intent_that_is_a_relation_is_no_stage_of_the_fine(folder: RecordFolder) -> None:
    """Or the proposed sum would look like a state of the fine."""
    proposed = {"stage": "proposed", "date": "2021", "amount": 9, "currency": "EUR"}
    folder.set("acme-2022", stages=[proposed, {"stage": "imposed", "date": "2022-05-18"}])
    assert [stage.stage for stage in _facts(folder)["acme-2022"].stages] == ["imposed"]


def test_rulings_change_facts_and_act_on_who_decided(folder: RecordFolder) -> None:
    """The object of a ruling is the body whose decision it is, of an intervention the court."""
    facts = _facts(folder)
    assert (facts["rel-4"].object, facts["rel-4"].changes) == ("reg-a", ("acme-2022", "feed-2022"))
    assert (facts["rel-5"].object, facts["rel-5"].changes, facts["rel-5"].parties) == (
        "court-a",
        ("acme-2022",),
        (),
    )
    assert facts["rel-3"].changes == ("acme-2022",)
    assert [(party.entity, party.role) for party in facts["rel-3"].parties] == [("court-a", "court")]
    assert facts["rel-4"].note == "in part"


def test_a_ruling_may_name_the_action_itself(folder: RecordFolder) -> None:
    """The object of a ruling is then the first authority of that action."""
    facts = _facts(folder.set("rel-4", object="feed-2022", concerns=[]))
    assert (facts["rel-4"].object, facts["rel-4"].changes) == ("reg-a", ("feed-2022",))


def test_a_ruling_on_an_action_of_several_changes_all_its_facts(folder: RecordFolder) -> None:
    """One decision against two targets is two facts, and a ruling that upholds it names both."""
    folder.set("feed-2022", targets=["acme", "bigco"]).set("rel-4", concerns=["feed-2022"])
    changed = _facts(folder)["rel-4"].changes
    assert changed == ("acme-2022", "feed-2022--reg-a--acme", "feed-2022--reg-a--bigco")


def test_facts_lie_where_the_authority_or_the_court_is(folder: RecordFolder) -> None:
    """The country of a fact is its jurisdiction; a business relation has none."""
    facts = _facts(folder)
    countries = {id_: facts[id_].country for id_ in ("rel-1", "rel-3", "rel-5", "rel-7", "acme-us-2022")}
    assert countries == {"rel-1": "FR", "rel-3": "FR", "rel-5": "FR", "rel-7": None, "acme-us-2022": "US-CA"}


def test_a_source_that_differs_disputes(folder: RecordFolder) -> None:
    """It gives its own sum and day, and stays on the fact."""
    groups = plan(examine(folder.write()))
    claims = [claim for group in groups for claim in group.plan.claims if claim.fact == "acme-us-2022"]
    assert [(claim.stance, claim.amount_minor, claim.date) for claim in claims] == [
        ("supports", 1234, "2022-05-18"),
        ("disputes", 1200, "2022-06"),
    ]


def test_a_fact_from_memory_has_one_claim_in_the_document_of_memory(folder: RecordFolder) -> None:
    """It is marked unsourced, and its document is never counted as a source."""
    groups = plan(examine(folder.write()))
    fact = next(fact for group in groups for fact in group.plan.facts if fact.id == "rel-5")
    claims = [claim for group in groups for claim in group.plan.claims if claim.fact == "rel-5"]
    documents = {row.id: row.kind for group in groups for row in group.plan.documents}
    assert fact.unsourced
    assert [documents[claim.document] for claim in claims] == ["memory"]


def test_one_address_with_two_titles_is_two_documents(folder: RecordFolder) -> None:
    """A data set that has one address for all its rows still gives one document for each row."""
    folder.add("sources/all.yaml", {**folder.record("tracker"), "id": "tracker-2", "title": "Another row"})
    folder.set("rel-9", sources=["tracker", "tracker-2"])
    groups = plan(examine(folder.write()))
    documents = {row.id: row for group in groups for row in group.plan.documents}
    rows = [row for row in documents.values() if row.publisher == "T"]
    assert len(rows) == 2
    assert {row.independence_key for row in rows} == {"t"}


def test_a_shared_sum_is_counted_once(folder: RecordFolder) -> None:
    """Without parts, each fact shows the whole sum, and the sum belongs to the action once."""
    folder.set("acme-us-2022", authorities=["reg-a", "reg-b"], targets=["acme", "bigco"], sources=["page"])
    facts = {id_: fact for id_, fact in _facts(folder).items() if id_.startswith("acme-us-2022")}
    assert sorted(facts) == [
        f"acme-us-2022--{authority}--{target}"
        for authority in ("reg-a", "reg-b")
        for target in ("acme", "bigco")
    ]
    assert {fact.amount_minor for fact in facts.values()} == {1234}
    assert _counted(facts) == 1234


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.data(),
    by=st.sampled_from(["target", "authority", "for"]),
    authorities=st.sampled_from([["reg-a"], ["reg-a", "reg-b"]]),
    targets=st.sampled_from([["acme"], ["acme", "bigco"]]),
)
def test_parts_add_up_however_an_action_is_split(
    folder: RecordFolder, data: st.DataObject, by: str, authorities: list[str], targets: list[str]
) -> None:
    """Whoever the parts belong to, counting the facts gives the sum of the action."""
    whose = {"target": targets, "authority": authorities, "for": ["one thing", "another"]}[by]
    cents = [data.draw(st.integers(1, 10**9)) for _ in whose]
    parts = [{by: one, "amount": float(Decimal(n) / 100)} for one, n in zip(whose, cents, strict=True)]
    folder.set(
        "acme-us-2022",
        authorities=authorities,
        targets=targets,
        amount=float(Decimal(sum(cents)) / 100),
        split=parts,
        sources=["page"],
    )
    facts = {id_: fact for id_, fact in _facts(folder).items() if id_.startswith("acme-us-2022")}
    assert len(facts) == len(authorities) * len(targets)
    assert _counted(facts) == sum(cents)


def test_persons_fined_beside_have_facts_of_their_own(folder: RecordFolder) -> None:
    """With their own sums, in the same case and decision."""
    folder.set("acme-us-2022", persons_fined=[{"person": "boss", "amount": 5, "currency": "USD"}])
    facts = _facts(folder)
    person = facts["acme-us-2022--reg-b--boss"]
    assert (person.object, person.amount_minor, person.amount_shared) == ("boss", 500, False)
    assert (person.case, person.action) == (facts["acme-us-2022"].case, "acme-us-2022")
    assert facts["acme-us-2022"].amount_minor == 1234


def test_remarks_keep_what_has_no_field(folder: RecordFolder) -> None:
    """Nothing that a record says in words or odd fields is lost on the way."""
    folder.set(
        "acme-us-2022",
        amount_max=20,
        amount_note="about",
        amount_conflict="12 or 13",
        amount_from_memory=True,
        tracker_amount_eur=11,
        split=[{"for": "cookies", "amount": 12.34}],
        split_from_memory=True,
        date_note="from memory",
        date_conflict="May or June",
        filed="2021",
        note="n",
        quirk="q",
        source_note="s",
        authorities_note="a",
    )
    folder.set(
        "rel-9",
        payments=[{"amount": 3, "currency": "EUR", "for": "costs"}],
        order_no="7",
        scope="one",
        kind="k",
    )
    facts = _facts(folder)
    fact = facts["acme-us-2022"]
    assert fact.amount_note == (
        "about; up to 20 USD; sources disagree: 12 or 13; the sum is from memory; a tracker gives 11 EUR; "
        "12.34 USD for cookies; the parts are from memory"
    )
    assert fact.date_note == "from memory; sources disagree: May or June; the case was filed on 2021"
    assert fact.note == "n; q; s; a"
    assert facts["acme-2022"].note == "part of 1,500 EUR that the press adds up"
    assert facts["rel-9"].note == "3 EUR for costs; order no. 7; scope: one; k"


def test_an_action_without_authority_is_that_of_its_claimant(folder: RecordFolder) -> None:
    """A class action has no authority: who claimed is the subject."""
    agreed = [{"stage": "settled", "date": "2022-05-18"}]
    folder.set("acme-us-2022", action="settlement", authorities=[], private_action=True, claimant="rights")
    folder.set("acme-us-2022", stages=agreed, status_now="settled")
    fact = _facts(folder)["acme-us-2022"]
    assert (fact.relation, fact.subject, fact.object) == ("SETTLED_WITH", "rights", "acme")


def test_each_action_is_a_case_with_a_readable_title(folder: RecordFolder) -> None:
    """Authorities by acronym, targets by name, platforms, and the day; a recorded case keeps its own title."""
    folder.set("reg-b", acronym=None).set("RA", ids=["reg-a"], note="ra is also a unit")
    folder.record("reg-b")["acronym"] = None
    groups = plan(examine(folder.write()))
    titles = {case.id: case.title for group in groups for case in group.plan.cases}
    assert titles == {
        "case-a": "A v Acme",
        "feed-2022": "RA v Acme Inc. (Feed), 2022-05-18",
        "acme-us-2022": "Regulator B v Acme Inc., 2022-05-18",
    }


def test_a_case_that_is_not_recorded_is_named_by_its_id(folder: RecordFolder) -> None:
    """It cannot happen with checked records; a plan of unchecked ones still has a title."""
    assert case_row("nowhere", None, examine(folder.write()).index).title == "nowhere"


def test_bodies_keep_names_owners_and_details(folder: RecordFolder) -> None:
    """Acronyms, native names and the short names of laws are aliases; a country is made for each code."""
    folder.set("reg-a", name_native="Autorité A", quirk="odd", alias_notes={"Watch A": "until 2020"})
    rows = {row.id: row for group in plan(examine(folder.write())) for row in group.plan.entities}
    assert rows["reg-a"].aliases == ("Autorité A", "RA", "Watch A")
    assert rows["reg-a"].note == "Watch A: until 2020; odd"
    assert rows["law-a"].aliases == ("LAW",)
    assert ("short", "LAW") in rows["law-a"].details
    assert (rows["acme"].parent, rows["feed"].operator) == ("bigco", "acme")
    assert (rows["country-fr"].name, rows["country-fr"].kind) == ("France", "country")
    assert {"country-fr", "country-us"} <= set(rows)


def test_countries_have_names() -> None:
    """Subdivisions belong to their country; the European Union and Kosovo have no ISO code of their own."""
    assert (country_id("US-CA"), country_name("US-CA")) == ("country-us", "United States")
    assert (country_name("EU"), country_name("XK"), country_name("ZZ")) == ("European Union", "Kosovo", None)


def test_publishers_are_folded() -> None:
    """The key by which independent sources are counted does not depend on case or signs."""
    assert key("CMS Enforcement Tracker") == key("CMS enforcement-tracker") == "cms-enforcement-tracker"


def test_a_blocked_relation_adds_nothing_to_an_action(folder: RecordFolder) -> None:
    """What stands in a broken file is not written, not even as a part of another fact."""
    folder.set("rel-7", end="2019")
    checked = examine(folder.write())
    facts = {fact.id: fact for group in plan(checked) for fact in group.plan.facts}
    assert checked.blocked == {"relations/saga.yaml"}
    assert facts["acme-2022"].summary == "Acme kept too much."


def test_tables_refer_to_nothing(folder: RecordFolder) -> None:
    """Cases, totals and sources need no other record."""
    records = [case for _, case in examine(folder.write()).index.all(Case)]
    assert [references(record) for record in records] == [([], [])]
    assert check(folder.folder) == []
