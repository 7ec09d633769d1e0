"""Authorities as lists write them."""

import csv

import pytest

from seed.import_.authorities import known
from seed.import_.places import country_code, region_in
from tests.requirements import shared_folder

_OPEN = {
    ("Norway", "Personvernnemnda (Norway)"),
    ("GERMANY", "Data Protection Authority of Bavaria"),
    ("UNCLEAR", "Information Commissioner"),
    ("Lithuania", "ADA (Lithuania)"),
    ("Germany", "DSK (Germany)"),
    ("Germany", "Data Protection Authority"),
    ("Spain", "Private person"),
}
"""An appeals board, two bodies in one state, no country, two acronyms of something else, no name, no body."""


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Garante", "Italy", "garante-it"),
        ("DPA: ICO (UK)", "United Kingdom", "ico-uk"),
        ("Data Protection Authority of Hamburg", "GERMANY", "hmbbfdi"),
        ("Landesbeauftragte Sachsen-Anhalt, Datenschutz", "Germany", "lfd-st"),
        ("Attorney General of Vermont", "US", "ag-us-vt"),
        ("Swedish privacy regulator", "Sweden", "imy-se"),
        ("National Data Protection Authority", "Estonia", "aki-ee"),
    ],
)
def test_a_name_is_resolved(name: str, country: str, expected: str) -> None:
    """By a known name, by the region, or as the one body of its kind."""
    assert known().resolve(name, country).id == expected


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Data Protection Authority", "Germany"),
        ("Data Protection Authority", None),
        ("Bavarian Data Protection Authority", "Germany"),
        ("French Data Protection Authority", "Spain"),
        ("Ministry of Justice", "Spain"),
        ("ICO", "Atlantis"),
        ("", "Spain"),
    ],
)
def test_what_may_be_several_or_none_stays_open(name: str, country: str | None) -> None:
    """Nothing is guessed, and the reason is told."""
    found = known().resolve(name, country)
    assert found.id is None
    assert found.reason


def test_the_strings_of_four_lists() -> None:
    """Each is right or rightly open."""
    path = shared_folder() / "data" / "regulator_alias_strings_derived.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["country_label"], row["authority_string"]) for row in csv.DictReader(file)]
    resolved = {row: known().resolve(row[1], row[0]).id for row in rows}
    assert {row for row, id_ in resolved.items() if id_ is None} == _OPEN
    for (country, name), id_ in resolved.items():
        assert id_ is not None or (country, name) in _OPEN
        if id_ and "Hamburg" not in name and id_.rsplit("-", 1)[-1] == (country_code(country) or "").lower():
            continue
        assert id_ is None or id_ in _STATES_AND_OTHERS, (country, name, id_)


_STATES_AND_OTHERS = {
    "hmbbfdi", "blnbdi", "lda-bb", "lfdi-hb", "lfdi-bw", "lfd-ni", "hbdi", "udz-sl", "sdtb", "lfd-st", "uld",
    "lfdi-rlp", "ldi-nrw", "tlfdi", "lfdi-mv", "baylda", "baylfd", "apdcat", "ctpda", "avpd", "edpb", "edps", "ico-uk",
}  # fmt: skip
"""Ids that do not end with the code of their country."""


def test_regions_by_their_longest_name() -> None:
    """Saxony-Anhalt is not Saxony."""
    assert region_in("Authority of Saxony-Anhalt", "DE") == "DE-ST"
    assert region_in("Authority of  Saxony", "DE") == "DE-SN"
    assert region_in("Authority of Bremen", "ES") is None
