"""Rules that need more than one record or field: each broken once, in a folder that is otherwise in order."""

from typing import Any

import pytest

from seed.curated import check, examine
from tests.record_folder import RecordFolder

_STAGE = {"stage": "imposed", "date": "2022-05-18"}

_BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("reg-a", {"country": "ZZ"}, "'ZZ' is not ISO 3166"),
    ("reg-b", {"country": "US-XX"}, "'US-XX' is not ISO 3166"),
    ("reg-a", {"sources": []}, "has no source and is not marked from_memory"),
    ("reg-a", {"sources": ["nowhere"]}, "no such source 'nowhere'"),
    ("reg-a", {"alias_notes": {"Nobody": "x"}}, "Nobody is not an alias"),
    ("reg-a", {"aliases": ["Watch A", "regulator a"]}, "regulator a is said twice"),
    ("reg-a", {"aliases": ["The Regulator B"]}, "is shared with reg-b, but is not listed as ambiguous"),
    ("RA", {"ids": ["reg-a"]}, "'ra' is shared with reg-a, but is not listed as ambiguous"),
    ("RA", {"ids": ["reg-a", "reg-b", "reg-x"]}, "no such regulator 'reg-x'"),
    ("RA", {"ids": ["reg-a", "reg-b", "acme"]}, "no such regulator 'acme'"),
    ("bigco", {"aliases": ["Acme"]}, "name or alias 'acme' belongs to acme already"),
    ("acme", {"aliases": ["Watch A"]}, "is also one of reg-a"),
    ("acme", {"parent": "boss"}, "no such company, public body or ngo 'boss'"),
    ("bigco", {"parent": "acme"}, "leads back to itself"),
    ("acme", {"operator": "bigco"}, "only a platform has an operator"),
    ("feed", {"operator": "rights"}, "no such company 'rights'"),
    ("acme", {"short": "AC"}, "only a law has a short name"),
    ("acme", {"sources": ["nowhere"]}, "no such source 'nowhere'"),
    ("law-a", {"country": None}, "a court or law needs a country"),
    ("page", {"opened": False}, "must be false exactly when"),
    ("notice", {"listed_by": None}, "is given exactly when the page was not opened"),
    ("page", {"url": "https://t.test/1", "title": "Row"}, "is the same page as"),
    ("page", {"url": "https://T.test/1", "title": "Row"}, "is the same page as"),
    ("total-a", {"amount": 1501}, "do not add up to its amount"),
    ("total-a", {"currency": "USD"}, "are not in its currency"),
    ("acme-us-2022", {"authorities": ["acme"]}, "acme is a company, expected regulator"),
    ("acme-us-2022", {"authorities": []}, "needs an authority"),
    ("acme-us-2022", {"authorities": [], "private_action": True}, "is given exactly when no authority is"),
    ("acme-us-2022", {"private_action": True}, "a private action has no authority"),
    ("acme-us-2022", {"claimant": "rights"}, "is given exactly when no authority is"),
    ("acme-us-2022", {"targets": ["court-a"]}, "court-a is a court"),
    ("acme-us-2022", {"targets": []}, "at least 1 item"),
    ("acme-us-2022", {"targets": ["nobody"]}, "no such id 'nobody'"),
    ("acme-us-2022", {"platforms": ["acme"]}, "acme is a company, expected platform"),
    ("acme-us-2022", {"joint_with": ["rights"]}, "rights is a ngo, expected regulator"),
    ("acme-us-2022", {"action": "reprimand", "joint_with": ["reg-a"]}, "REPRIMANDED names no joint_with"),
    ("acme-us-2022", {"laws": ["acme"]}, "acme is a company, expected law"),
    ("acme-us-2022", {"articles": ["GDPR Art. 5"]}, "names no article or section of one of its laws"),
    ("acme-us-2022", {"articles": ["LAW Article 5"]}, "names no article or section"),
    ("acme-us-2022", {"case": "acme"}, "no such case 'acme'"),
    ("acme-us-2022", {"part_of": "case-a"}, "no such total 'case-a'"),
    ("acme-us-2022", {"currency": None}, "a sum without currency"),
    ("acme-us-2022", {"amount": 12.345}, "more decimal places than USD allows"),
    ("acme-us-2022", {"amount": 0}, "greater than 0"),
    ("acme-us-2022", {"amount_kind": "per day"}, "say in amount_counts"),
    ("acme-us-2022", {"amount_max": 5}, "must be more than the amount"),
    ("acme-us-2022", {"announced": "2022-04"}, "is before the decision"),
    ("acme-us-2022", {"filed": "2023"}, "is after the decision"),
    ("acme-us-2022", {"sources": []}, "has no source and is not marked from_memory"),
    ("acme-us-2022", {"from_memory": True}, "is marked from_memory and yet has a source"),
    ("acme-us-2022", {"sources": ["page", "page"]}, "names page twice"),
    ("acme-us-2022", {"sources": ["nowhere"]}, "no such source 'nowhere'"),
    ("acme-us-2022", {"sources": [{"source": "page", "amount": 12.34}]}, "page gives the same amount"),
    ("acme-us-2022", {"sources": [{"source": "page", "date": "2022-05-18"}]}, "page gives the same date"),
    ("acme-us-2022", {"split": [{"for": "x", "amount": 1}]}, "do not add up to the amount"),
    ("acme-us-2022", {"split": [{"amount": 12.34}]}, "needs the same one of target, authority and for"),
    (
        "acme-us-2022",
        {"split": [{"target": "acme", "amount": 2.34}, {"for": "x", "amount": 10}]},
        "needs the same one of target, authority and for",
    ),
    ("acme-us-2022", {"split": [{"target": "bigco", "amount": 12.34}]}, "bigco is not a target"),
    ("acme-us-2022", {"split": [{"authority": "reg-a", "amount": 12.34}]}, "reg-a is not an authority"),
    (
        "acme-us-2022",
        {"persons_fined": [{"person": "acme", "amount": 1, "currency": "USD"}]},
        "expected person",
    ),
    ("acme-us-2022", {"status_now": None}, "needs stages and status_now"),
    ("acme-us-2022", {"stages": None}, "needs stages and status_now"),
    ("acme-us-2022", {"stages": []}, "needs a stage imposed"),
    ("acme-us-2022", {"stages": [{**_STAGE, "stage": "fined"}]}, "'fined' is unknown"),
    ("acme-us-2022", {"stages": [{**_STAGE, "date": "2022-05-19"}]}, "but the record is dated 2022-05-18"),
    (
        "acme-us-2022",
        {"stages": [{**_STAGE, "amount": 5, "currency": "USD"}]},
        "imposed 5, but the amount is 12.34",
    ),
    (
        "acme-us-2022",
        {"stages": [_STAGE, {"stage": "paid", "date": "2021"}]},
        "earlier than the stage before it",
    ),
    ("acme-us-2022", {"stages": [{**_STAGE, "by": "rights"}]}, "no such regulator, court or public body"),
    ("acme-us-2022", {"status_now": "annulled"}, "annulled does not agree with the stages (imposed)"),
    ("acme-us-2022", {"status_now": "gone"}, "'gone' is unknown"),
    ("acme-us-2022", {"stages": [{**_STAGE, "from_memory": True}]}, "exactly when a stage is from_memory"),
    ("acme-us-2022", {"action": "proposed_fine"}, "PROPOSED_FINE cannot have the stage imposed"),
    ("rel-1", {"relation": "MARRIED"}, "'MARRIED' is unknown"),
    ("rel-1", {"object": "acme"}, "acme is a company, expected regulator"),
    ("rel-1", {"target": "court-a"}, "court-a is a court, expected company or public_body"),
    ("rel-1", {"court": "court-a"}, "INVESTIGATED_JOINTLY_WITH names no court"),
    ("rel-1", {"concerns": ["rel-2"]}, "INVESTIGATED_JOINTLY_WITH changes no other fact"),
    ("rel-2", {"action_id": None}, "is the same fact as the action"),
    ("rel-2", {"action_id": "acme-1999"}, "no such action 'acme-1999'"),
    ("rel-2", {"action_id": "feed-2022"}, "amount: differs from that of feed-2022"),
    ("rel-2", {"subject": "reg-b"}, "subject and object are not those of acme-2022"),
    ("rel-2", {"relation": "ORDERED"}, "ORDERED is not what acme-2022 is"),
    ("rel-2", {"case": None}, "case: differs from that of acme-2022"),
    ("rel-3", {"concerns": ["acme"]}, "acme is a company, expected action or relation"),
    ("rel-4", {"same_case_as": "rel-99"}, "no such relation 'rel-99'"),
    ("rel-4", {"same_case_as": "rel-5"}, "rel-5 belongs to the case None"),
    ("rel-5", {"court": None}, "needs the court before which somebody intervened"),
    ("rel-6", {"object": "country-qq"}, "no such id 'country-qq'"),
    ("rel-6", {"object": "FR"}, "slug"),
    ("rel-7", {"end": "2019"}, "is before start"),
    (
        "rel-7",
        {"payments": [{"amount": 1.234, "currency": "EUR", "for": "x"}]},
        "more decimal places than EUR",
    ),
    ("rel-7", {"status_now": "imposed"}, "needs stages and status_now"),
    ("rel-8", {"subject": "acme", "object": "bigco"}, "acme is neither operator nor parent of bigco"),
    ("rel-9", {"addressed_to": ["acme"]}, "acme is a company, expected regulator or public_body"),
]


@pytest.mark.parametrize(("id_", "changes", "reason"), _BROKEN, ids=[f"{one[0]}-{one[2]}" for one in _BROKEN])
def test_a_broken_rule_is_told_with_the_record(
    folder: RecordFolder, id_: str, changes: dict[str, Any], reason: str
) -> None:
    """Each rule has a case that breaks it, and the report names the reason."""
    problems = check(folder.set(id_, **changes).write())
    assert any(reason in problem.reason for problem in problems), "\n".join(map(str, problems))


def test_an_id_means_one_record(folder: RecordFolder) -> None:
    """An id used twice is told at the second place, with the first one."""
    folder.add("entities/more.yaml", {"id": "reg-a", "name": "Other", "kind": "company", "aliases": []})
    found = [problem for problem in check(folder.write()) if "used already" in problem.reason]
    assert [str(problem) for problem in found] == [
        "regulators/all.yaml:9: reg-a: id: is used already at entities/more.yaml:2"
    ]


def test_ids_of_countries_are_reserved(folder: RecordFolder) -> None:
    """Countries are made from the codes, so no record may take their ids."""
    folder.copy("rights", "country-zz", name="Zed", aliases=[])
    assert any("those of countries" in problem.reason for problem in check(folder.write()))


def test_an_ambiguous_name_is_listed_once_and_carried_by_all(folder: RecordFolder) -> None:
    """The list of ambiguous names says what is in the registry, no more."""
    folder.add(
        "ambiguous-names/all.yaml", {"name": "the ra", "ids": ["reg-a"]}, {"name": "Zed", "ids": ["reg-a"]}
    )
    reasons = " ".join(problem.reason for problem in check(folder.write()))
    assert "listed twice" in reasons
    assert "reg-a does not carry this name" in reasons


def test_no_fact_is_recorded_twice(folder: RecordFolder) -> None:
    """Copies of an action, of a relation, of a short name and of a case without facts are told."""
    folder.copy("acme-us-2022", "again").copy("rel-9", "rel-10").copy("rel-2", "rel-11", date="2022-05-18")
    folder.copy("law-a", "law-b", name="Law B").copy("case-a", "case-b")
    reasons = "\n".join(problem.reason for problem in check(folder.write()))
    assert "is the same action as acme-us-2022" in reasons
    assert "is the same relation as rel-9" in reasons
    assert "rel-2 names that action already" in reasons
    assert "LAW belongs to law-a already" in reasons
    assert "no action or relation belongs to this case" in reasons


_SUITS: list[tuple[list[dict[str, Any]], str]] = [
    ([], "pending"),
    ([{"stage": "upheld", "date": "2023"}], "pending"),
    ([{"stage": "settled", "date": "2023"}, {"stage": "final", "date": "2023"}], "settled"),
    ([{"stage": "settled", "date": "2023"}, {"stage": "closed", "date": None}], "concluded"),
    ([{"stage": "withdrawn", "date": "2023"}, {"stage": "closed", "date": None}], "withdrawn"),
]


@pytest.mark.parametrize(("stages", "status"), _SUITS)
def test_statuses_that_a_lawsuit_may_have(
    folder: RecordFolder, stages: list[dict[str, Any]], status: str
) -> None:
    """A lawsuit that was not thrown out goes on; a settled one may be final and still be called settled."""
    folder.set("rel-9", relation="SUED", addressed_to=None, stages=stages, status_now=status)
    assert check(folder.write()) == []


def test_statuses_of_decisions_that_need_care(folder: RecordFolder) -> None:
    """Suspended counts as under appeal, an upheld decision ends an appeal, a civil penalty may be agreed."""
    suspended = [_STAGE, {"stage": "suspended", "date": "2022-06"}]
    folder.set("acme-us-2022", stages=suspended, status_now="under_appeal")
    upheld = [{"stage": "appealed", "date": "2022-07"}, {"stage": "upheld", "date": "2023"}]
    folder.set("rel-3", stages=upheld, status_now="concluded")
    agreed = [{"stage": "settled", "date": "2022-05-18"}]
    folder.copy("acme-us-2022", "agreed", amount=1, sources=["page"], stages=agreed, status_now="settled")
    folder.set("agreed", action="civil_penalty")
    assert check(folder.write()) == []


def test_a_bad_record_blocks_its_file_and_no_other(folder: RecordFolder) -> None:
    """Nothing of the group of a bad record is written, and other groups are."""
    checked = examine(folder.set("acme-us-2022", status_now="annulled").write())
    assert checked.blocked == {"actions/united-states.yaml"}


def test_a_bad_body_takes_those_who_need_it(folder: RecordFolder) -> None:
    """A fact about a body that is not written cannot be written either; the report says why, causes first."""
    checked = examine(folder.set("boss", role=7).write())
    assert "actions/france.yaml" in checked.blocked
    assert "regulators/all.yaml" not in checked.blocked
    assert checked.problems[0].record == "boss"
    # One line for each file that it takes, not one for each record.
    assert len([one for one in checked.problems if one.place.file == "relations/saga.yaml"]) == 1
    assert any(
        "needs law-a, and entities/others.yaml has a problem" in one.reason for one in checked.problems
    )


def test_a_bad_source_blocks_only_those_who_cite_it(folder: RecordFolder) -> None:
    """Sources, cases and totals are tables: one bad row does not stop those who use another."""
    folder.add(
        "sources/all.yaml",
        {**folder.record("page"), "id": "spare", "url": "https://spare.test/", "opened": False},
    )
    checked = examine(folder.write())
    assert [problem.record for problem in checked.problems] == ["spare", "spare"]
    assert not {file for file in checked.blocked if not file.startswith("sources/")}
    folder.set("acme-us-2022", sources=["spare"])
    blocked = examine(folder.write()).blocked
    assert blocked == {"sources/all.yaml", "actions/united-states.yaml"}
