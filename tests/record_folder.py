"""A small folder of records that is in order, and ways to break it: what the tests of records start from."""

from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import yaml

_REGULATOR: Final = {
    "name_native": None,
    "website": None,
    "main_law": "Some Act",
    "kind": "data protection authority",
    "sources": ["directory"],
    "from_memory": False,
}

_SOURCE: Final = {"kind": "press", "seen_as": "archived copy"}

_IMPOSED: Final = [{"stage": "imposed", "date": "2022-05-18"}]

_ACTION: Final = {
    "action": "fine",
    "authorities": ["reg-a"],
    "authority_as_written": "Reg A",
    "targets": ["acme"],
    "company_as_written": "Acme",
    "country": "FR",
    "amount": 1000,
    "currency": "EUR",
    "decision_date": "2022-05-18",
    "laws": ["law-a"],
    "articles": ["LAW Art. 5(1)(a)"],
    "law": "Law A",
    "summary": "Acme kept too much.",
    "status_now": "imposed",
    "stages": _IMPOSED,
    "sources": ["page"],
    "from_memory": False,
}


def _relation(id_: str, relation: str, subject: str, object_: str, **more: object) -> dict[str, Any]:
    base = {"id": id_, "relation": relation, "subject": subject, "object": object_}
    return {**base, "sources": ["page"], "from_memory": False, **more}


_FILES: Final[dict[str, list[dict[str, Any]]]] = {
    "regulators/all.yaml": [
        {
            **_REGULATOR,
            "id": "reg-a",
            "name_en": "Regulator A",
            "acronym": "RA",
            "country": "FR",
            "aliases": ["Watch A"],
        },
        {**_REGULATOR, "id": "reg-b", "name_en": "Regulator B", "acronym": "RA", "country": "US-CA", "aliases": []},
    ],
    "ambiguous-names/all.yaml": [{"name": "RA", "ids": ["reg-a", "reg-b"], "note": "ra is also a unit"}],
    "entities/companies.yaml": [
        {"id": "acme", "name": "Acme Inc.", "kind": "company", "aliases": ["Acme"], "country": "US", "parent": "bigco"},
        {"id": "bigco", "name": "Big Co", "kind": "company", "aliases": []},
    ],
    "entities/others.yaml": [
        {"id": "feed", "name": "Feed", "kind": "platform", "aliases": [], "operator": "acme"},
        {"id": "boss", "name": "The Boss", "kind": "person", "aliases": [], "role": "chief"},
        {"id": "court-a", "name": "Court A", "kind": "court", "aliases": [], "country": "FR"},
        {"id": "law-a", "name": "Law A", "kind": "law", "aliases": [], "short": "LAW", "country": "FR"},
        {"id": "rights", "name": "Rights Now", "kind": "ngo", "aliases": []},
    ],
    "sources/all.yaml": [
        {**_SOURCE, "id": "directory", "title": "Directory", "url": "https://d.test/", "publisher": "D"},
        {**_SOURCE, "id": "page", "title": "Page", "url": "https://p.test/a", "publisher": "The P"},
        {**_SOURCE, "id": "tracker", "title": "Row", "url": "https://t.test/1", "publisher": "T", "kind": "dataset"},
        {
            **_SOURCE,
            "id": "notice",
            "title": "Notice",
            "url": "https://reg.test/n",
            "publisher": "Reg",
            "kind": "official",
            "seen_as": "link listed elsewhere, page not opened",
            "opened": False,
            "listed_by": "T",
        },
    ],
    "cases/all.yaml": [{"id": "case-a", "title": "A v Acme", "summary": "One story."}],
    "totals/all.yaml": [{"id": "total-a", "amount": 1500, "currency": "EUR"}],
    "actions/france.yaml": [
        {**_ACTION, "id": "acme-2022", "part_of": "total-a", "case": "case-a"},
        {**_ACTION, "id": "feed-2022", "part_of": "total-a", "amount": 500, "platforms": ["feed"]},
    ],
    "actions/united-states.yaml": [
        {
            **_ACTION,
            "id": "acme-us-2022",
            "authorities": ["reg-b"],
            "country": "US-CA",
            "amount": 12.34,
            "currency": "USD",
            "sources": ["tracker", {"source": "notice", "amount": 12, "date": "2022-06"}],
        },
    ],
    "relations/saga.yaml": [
        _relation("rel-1", "INVESTIGATED_JOINTLY_WITH", "reg-a", "reg-b", target="acme", case="case-a"),
        _relation(
            "rel-2", "FINED", "reg-a", "acme", action_id="acme-2022", case="case-a", date="2022-05-18", amount=1000,
            currency="EUR", stages=_IMPOSED, status_now="imposed", sources=["tracker"], summary="It was a first.",
        ),
        _relation(
            "rel-3", "APPEALED", "acme", "reg-a", court="court-a", concerns=["rel-2"], date="2022-07", case="case-a",
            stages=[{"stage": "appealed", "date": "2022-07", "by": "court-a"}], status_now="under_appeal",
        ),
        _relation(
            "rel-4", "UPHELD", "court-a", "rel-2", concerns=["rel-2", "feed-2022"], date="2023", partial=True,
            same_case_as="rel-3", case="case-a",
        ),
        _relation("rel-5", "INTERVENED_IN", "rights", "rel-2", court="court-a", sources=[], from_memory=True),
        _relation("rel-6", "WITHDREW_FROM", "acme", "country-fr"),
        _relation("rel-7", "EMPLOYS", "acme", "boss", role="chief", start="2020", end="2021"),
        _relation("rel-8", "ACQUIRED_OR_OWNS", "bigco", "feed"),
        _relation("rel-9", "COMPLAINED_ABOUT", "rights", "acme", addressed_to=["reg-b"]),
    ],
}  # fmt: skip


class RecordFolder:
    """Records in memory that can be changed and written to a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = deepcopy(_FILES)

    def record(self, id_: str) -> dict[str, Any]:
        """The record of an id, to change in place."""
        return next(r for rows in self.files.values() for r in rows if id_ in (r.get("id"), r.get("name")))

    def set(self, id_: str, **changes: object) -> "RecordFolder":
        """Change keys of a record; ``None`` removes a key."""
        record = self.record(id_)
        for key, value in changes.items():
            if value is None:
                record.pop(key, None)
            else:
                record[key] = value
        return self

    def without(self, id_: str) -> "RecordFolder":
        """Take a record out of its file."""
        for rows in self.files.values():
            rows[:] = [row for row in rows if row.get("id") != id_]
        return self

    def restore(self) -> "RecordFolder":
        """All records as they were in the beginning."""
        self.files = deepcopy(_FILES)
        return self

    def add(self, file: str, *records: dict[str, Any]) -> "RecordFolder":
        """Add records to a file."""
        self.files.setdefault(file, []).extend(records)
        return self

    def copy(self, id_: str, new: str, **changes: object) -> "RecordFolder":
        """Add a changed copy of a record to the file of the first."""
        file = next(name for name, rows in self.files.items() if self.record(id_) in rows)
        self.add(file, {**deepcopy(self.record(id_)), "id": new})
        return self.set(new, **changes)

    def write(self) -> Path:
        """Write all files and return the folder."""
        for name, rows in self.files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            key = name.split("/", maxsplit=1)[0].replace("-", "_")
            path.write_text(
                yaml.safe_dump({key: rows}, sort_keys=False, allow_unicode=True), encoding="utf-8"
            )
        return self.folder
