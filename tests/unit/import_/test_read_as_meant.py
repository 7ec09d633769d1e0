"""What lists say in their own ways: courts beside authorities, and fines that are called findings."""

from pathlib import Path

import pytest

from seed.import_.authorities import known
from seed.import_.mapping import mapping
from seed.import_.run import prepare

_HEAD = "Title,Jurisdiction,DPA,Parties,Outcome,Date_Decided,Fine,Currency,GDPR_Articles,Link,National_Case_Number"


@pytest.mark.parametrize(
    "name",
    [
        "Court: VG Berlin",
        "VG Wiesbaden (Hessen)",
        "Court: Hamburg",
        "Verwaltungsgericht Berlin",
        "OLG Dresden",
    ],
)
def test_a_court_is_not_the_authority_of_its_region(name: str) -> None:
    """It is left open, and the reason says so."""
    found = known().resolve(name, "Germany")
    assert (found.id, "a court" in found.reason) == (None, True)


def test_the_authority_of_the_region_is_still_found() -> None:
    """By the name of the region, with the mark of the list before it or not."""
    found = [known().resolve(name, "Germany").id for name in ("DPA: BlnBDI (Berlin)", "DPA of Berlin")]
    assert found == ["blnbdi", "blnbdi"]


def test_a_finding_with_a_sum_is_a_fine(tmp_path: Path) -> None:
    """Without one it is what it is called."""
    path = tmp_path / "hub.csv"
    lines = (
        "A,United Kingdom,DPA: ICO (UK),Nut plc,Violation Found,16.10.2020,20000,GBP,,,",
        "B,United Kingdom,DPA: ICO (UK),Bolt plc,Violation Found,16.10.2020,,,,,",
    )
    path.write_text("\n".join([_HEAD, *lines]), encoding="utf-8-sig")
    assert [one.kind for one in prepare(path, mapping("gdprhub")).entries] == ["fine", "finding"]
