"""FollowTheMoney entities as rows: each sanction with the name, the country and the schema of whom it is about."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, cast

COLUMNS: Final = (
    "id", "entity.name", "entity.country", "entity.schema", "authority", "authorityId", "country", "program",
    "startDate", "listingDate", "date", "provisions", "reason", "summary", "sourceUrl", "recordId", "unscId", "status",
)  # fmt: skip
"""Columns that every row has, empty where a sanction says nothing of the kind; its other properties come besides."""
_PERSON: Final = "Private individual"
Json = Mapping[str, Any]


def sanctions(entities: Callable[[], Iterator[tuple[int, object]]]) -> Iterator[dict[str, object]]:
    """A row for each sanction; ``entities`` gives line and content of each entity, and is read twice.

    The second entity of a list may be the party of the first sanction, so that names are gathered before.
    """
    parties = {
        str(one.get("id")): one for _, item in entities() if (one := _object(item)) and not _sanction(one)
    }
    for _, item in entities():
        one = _object(item)
        if one and _sanction(one):
            said = {name: _joined(values) for name, values in _properties(one).items()}
            for id_ in _properties(one).get("entity") or [""]:
                party = parties.get(str(id_), {})
                yield dict.fromkeys(COLUMNS, "") | said | {"id": str(one.get("id", ""))} | _party(party)


def _object(item: object) -> Json | None:
    return cast("Json", item) if isinstance(item, dict) else None


def _sanction(one: Json) -> bool:
    return one.get("schema") == "Sanction"


def _properties(one: Json) -> Mapping[str, list[object]]:
    found = one.get("properties")
    return cast("Mapping[str, list[object]]", found) if isinstance(found, dict) else {}


def _party(party: Json) -> dict[str, object]:
    """Of a natural person no name is taken."""
    said, schema = _properties(party), str(party.get("schema", ""))
    name = _PERSON if schema == "Person" else next(iter(said.get("name", [])), "")
    return {"entity.name": name, "entity.country": _joined(said.get("country", [])), "entity.schema": schema}


def _joined(values: object) -> object:
    return "|".join(map(str, cast("list[object]", values))) if isinstance(values, list) else values
