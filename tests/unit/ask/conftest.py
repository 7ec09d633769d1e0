"""A small alias index, as the graph would give it."""
# ruff: noqa: E501 - a table, one row a line

from typing import Any

import pytest

from app.ask.names import Index, build


def row(id_: str, kind: str, name: str, **more: Any) -> dict[str, Any]:
    """One entity as ``cypher/ask/names.cypher`` gives it."""
    empty: dict[str, Any] = {
        "names": [], "caption": None, "acronym": None, "short": None, "country": None, "office": None, "facts": 1, "owners": [], "operators": [],
    }  # fmt: skip
    return {"id": id_, "kind": kind, "name": name, **empty, **more}


def owned(by: str, since: str | None = None, until: str | None = None) -> dict[str, Any]:
    """An owner, and the time."""
    return {"id": by, "since": since, "until": until}


def authority(id_: str, name: str, country: str, **more: Any) -> dict[str, Any]:
    """An authority for data protection."""
    return row(id_, "regulator", name, country=country, **{"office": "data protection authority", **more})


@pytest.fixture(scope="session")
def index() -> Index:
    """Authorities that share an acronym, a group with subsidiaries, a firm that only subsidiaries name, a person."""
    return build(
        [
            authority("cnil-fr", "National Commission on Informatics and Liberty", "FR", acronym="CNIL"),
            authority("ico-uk", "Information Commissioner's Office", "GB", acronym="ICO"),
            authority("dpc-ie", "Data Protection Commission", "IE", acronym="DPC"),
            authority("dpc-gh", "Data Protection Commission", "GH", acronym="DPC", facts=0),
            authority("hmbbfdi", "Hamburg Commissioner for Data Protection", "DE-HH", office="state data protection authority"),
            row("acme", "company", "Acme Corporation", names=["Acme"], country="US"),
            row("acme-ireland", "company", "Acme Ireland Limited", country="IE", owners=[owned("acme")]),
            row("bytes", "company", "Bytes", country="CN"),
            row("clips-other", "company", "Clips Coffee Ltd", country="GB"),
            row("clips-inc", "company", "Clips Inc.", country="US", owners=[owned("bytes")]),
            row("clips-uk", "company", "Clips Technologies UK Limited", country="GB", owners=[owned("bytes")]),
            row("clearsight-ai", "company", "Clearsight AI, Inc.", names=["Clearsight"], country="US"),
            row("chatter", "platform", "Chatter"),
            row("aclu", "ngo", "American Civil Liberties Union", country="US"),
            row("tax-court", "court", "Upper Tax Court", country="GB"),
            row("fifth-circuit", "court", "US Court of Appeals for the Fifth Circuit", country="US"),
            row("dpa-old", "law", "Data Protection Act 1998", country="GB"),
            row("dpa-new", "law", "Data Protection Act 2018", country="GB"),
            row("dpa-ke", "law", "Data Protection Act 2019", country="KE"),
            row("ann-example", "person", "Ann Example"),
            row("gdpr", "law", "General Data Protection Regulation (EU) 2016/679", short="GDPR"),
        ],
        1,
    )  # fmt: skip
