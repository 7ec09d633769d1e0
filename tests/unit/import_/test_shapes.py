"""Files of the shapes in which known lists come, with rows of our own; and which rows tell of facts that are there."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.money import Money
from seed.import_ import linking
from seed.import_.entry import Entry
from seed.import_.linking import links
from seed.import_.mapping import mapping
from seed.import_.run import prepare

FLAG = '<img src="/img/flags/{}.png" alt=""> {}'


def _cms(number: int, country: str, authority: str, day: str, sum_: str, target: str) -> list[str]:
    """A row as the download gives it: details, key, flag, authority, day, sum, party, sector, articles, link."""
    return [
        "", f"ETid-{number}", FLAG.format(country[:2].lower(), country), authority, day, sum_, target, "Industry",
        "Art. 5 (1) f) GDPR, Art. 32 GDPR", "Insufficient measures", "A summary.",
        f'<a href="https://news.example/{number}" target="_blank">link</a>',
    ]  # fmt: skip


def test_the_trackers_download(tmp_path: Path) -> None:
    """Flags and links in cells, sums in euro, words instead of sums, and parties that are not named."""
    rows = [
        _cms(1, "SPAIN", "Spanish Data Protection Authority (aepd)", "2021-05-03", "50,000", "Acme S.L."),
        _cms(2, "ITALY", "Italian Data Protection Authority (Garante)", "2021-05", "Unknown", "Bolt S.p.A."),
        _cms(3, "GERMANY", "Data Protection Authority of Hamburg", "2020", "Five-digit amount", "A bank"),
        _cms(
            4,
            "UNITED KINGDOM",
            "Information Commissioner (ICO)",
            "2019-07-08",
            "Only intention to issue fine",
            "Nut plc",
        ),
        _cms(
            5,
            "FRANCE",
            "French Data Protection Authority (CNIL)",
            "Unknown",
            "1,000 - 2,000",
            "Private individual",
        ),
        _cms(6, "GERMANY", "Data Protection Authority", "2020-01-01", "100", "Acme GmbH"),
    ]
    path = tmp_path / "tracker.json"
    path.write_bytes(orjson.dumps({"data": rows}))
    found = prepare(path, mapping("cms-tracker"))
    assert [(one.key, one.authority, one.country, one.kind, one.date) for one in found.entries] == [
        ("ETid-1", "aepd-es", "ES", "fine", "2021-05-03"),
        ("ETid-2", "garante-it", "IT", "fine", "2021-05"),
        ("ETid-3", "hmbbfdi", "DE-HH", "fine", "2020"),
        ("ETid-4", "ico-uk", "GB", "proposed_fine", "2019-07-08"),
        ("ETid-5", "cnil-fr", "FR", "fine", None),
    ]
    assert [one.sum for one in found.entries] == [Money(5_000_000, "EUR"), None, None, None, None]
    assert found.entries[0].url == "https://news.example/1"
    assert found.entries[0].articles == ("GDPR Art. 5(1)(f)", "GDPR Art. 32")
    assert [one.row.number for one in found.refused] == [6]
    assert found.report.accounted or found.report.rows == len(found.entries) + len(found.refused)


def test_a_gdprhub_export(tmp_path: Path) -> None:
    """A mark at the start, cells of several lines, days with points, own currencies; rulings of courts are no fines."""
    head = "Title,Jurisdiction,DPA,Parties,Outcome,Date_Decided,Fine,Currency,GDPR_Articles,Link,National_Case_Number"
    rows = [
        'ICO - 1,United Kingdom,DPA: ICO (UK),Acme Ltd,Fine,03.05.2021,20000,GBP,"Article 5(1)(f) GDPR|Article 32 GDPR",https://ico.example/1,A/1',
        '"AEPD (Spain) - PS/00120/2021",Spain,AEPD (Spain),"Bolt S.L.\nMadrid",Reprimand,04.05.2021,,,Article 13 GDPR,https://aepd.example/2,PS/00120/2021',
        "CJEU - C-1/23,European Union,Court: CJEU,Nut AG,Ruling,05.05.2021,,,,https://curia.example/3,C-1/23",
    ]
    path = tmp_path / "gdprhub.csv"
    path.write_text("\ufeff" + "\r\n".join([head, *rows]) + "\r\n", encoding="utf-8", newline="")
    found = prepare(path, mapping("gdprhub"))
    assert [(one.authority, one.target, one.kind, one.date, one.sum) for one in found.entries] == [
        ("ico-uk", "Acme Ltd", "fine", "2021-05-03", Money(2_000_000, "GBP")),
        ("aepd-es", "Bolt S.L. Madrid", "reprimand", "2021-05-04", None),
    ]
    assert found.entries[0].articles == ("GDPR Art. 5(1)(f)", "GDPR Art. 32")
    assert found.entries[1].case_number == "PS/00120/2021"
    (ruling,) = found.refused
    assert "no kind of action" in ruling.reason


ENTRY = Entry(
    number=1, key=None, authority="aepd-es", authority_text="AEPD", country="ES", target="Acme Spain S.L.",
    kind="fine", date="2021-05-03", sum=Money(5_000_000, "EUR"), amount_text="50000", articles=(),
    url="https://www.aepd.example/PS-1/?utm_source=x#top", case_number="PS/00120/2021", note=None,
)  # fmt: skip
FACT: dict[str, Any] = {
    "id": "f", "relation": "FINED", "subject": "aepd-es", "object": "acme", "names": ["Acme Spain"],
    "date": "2021-05-03",
    "amount_minor": 5_000_000, "currency": "EUR", "urls": [], "case_numbers": [],
}  # fmt: skip


def _verdict(entry: Entry, **fact: Any) -> str | None:
    found = links([(entry, "other", True)], [FACT | fact]).get(0)
    return found.verdict if found else None


def test_the_same_case_number_is_a_match() -> None:
    """However it is written, and whatever day and sum are said; but not of quite another party."""
    other = {"date": "2019-01-01", "amount_minor": 1}
    assert _verdict(ENTRY, **other) is None
    assert _verdict(ENTRY, **other, case_numbers=["ps-00120-2021"]) == "same"
    assert _verdict(replace(ENTRY, target="Zebra Holding"), **other, case_numbers=["PS/00120/2021"]) is None
    assert _verdict(replace(ENTRY, case_number="n/a"), **other, case_numbers=["n/a"]) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://aepd.example/ps-1", "same"),
        ("https://aepd.example/PS-1/?fbclid=1", "same"),
        ("https://aepd.example/ps-2", None),
        ("https://aepd.example/ps-1?id=7", None),
    ],
)
def test_the_same_address_is_a_match(url: str, expected: str | None) -> None:
    """Without what makes no other page."""
    assert _verdict(ENTRY, date="2019-01-01", amount_minor=1, urls=[url]) == expected


def test_sum_and_day_alone_never_link() -> None:
    """A day can have eight equal fines; each fact is taken once."""
    entries = [(replace(ENTRY, target=f"Firm {name}", case_number=None), "x", True) for name in "ABCDEFGH"]
    assert links(entries, [FACT | {"names": ["Zebra"]}]) == {}
    twice = links([(ENTRY, "acme", True), (ENTRY, "acme", True)], [FACT])
    assert [one.verdict for one in twice.values()] == ["same"]


NAMES = (
    "Acme Spain S.L.",
    "Spain Acme",
    "ACME, S.A.",
    "Acne Spain",
    "Zebra Holding",
    "Zebra Holdings Ltd",
    "Bolt",
    None,
)


def test_facts_are_found_without_comparing_all() -> None:
    """What reaches a threshold is among the facts that are looked at: by a like name, a case number, or the target."""
    draw = random.Random(11)
    facts = [
        FACT | {
            "id": f"f{at}", "object": draw.choice(["acme", "zebra", "bolt"]),
            "names": draw.sample(NAMES, 2),
            "date": draw.choice(["2021-05-03", "2021", None]),
            "amount_minor": draw.choice([5_000_000, 1, None]), "urls": draw.choice([[], ["https://aepd.example/ps-1"]]),
            "case_numbers": draw.choice([[], ["ps-00120-2021"]]),
        }
        for at in range(60)
    ]  # fmt: skip
    known = linking._Facts(facts)
    reached = missed = 0
    for _ in range(300):
        entry = replace(
            ENTRY, target=draw.choice([*NAMES, None]), date=draw.choice(["2021-05-03", "2021-06", None]),
            case_number=draw.choice(["PS/00120/2021", None]), sum=draw.choice([Money(5_000_000, "EUR"), None]),
        )  # fmt: skip
        target = draw.choice(["acme", "zebra", "new"])
        near = {str(fact.row["id"]) for fact in known.near(entry, target)}
        high = {
            str(fact["id"])
            for fact in facts
            if linking._score(entry, target, linking._Fact.of(fact)) >= linking.LOOK
        }
        assert high <= near
        reached, missed = reached + len(high), missed + len(facts) - len(near)
    assert reached
    assert missed
