"""FollowTheMoney entities, one JSON object a line: who acts and is acted on, decisions, documents."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

import orjson

from app.answers.page import ListPage
from app.formats.form import Form, Json, Options
from app.formats.sources import sources
from graph.vocabulary import RELATIONS

_SCHEMATA: Final[Mapping[str, str]] = {
    "regulator": "PublicBody",
    "public_body": "PublicBody",
    "court": "PublicBody",
    "company": "Company",
    "person": "Person",
    "ngo": "Organization",
    "media": "Organization",
}
"""A kind that is not named here is a legal entity and no more."""
_COUNTRY: Final = 2


class FollowTheMoney:
    """A decision is a Sanction, any other relation a link; an entity stands where it is first named."""

    def __init__(self, _: ListPage, __: Options) -> None:
        self._seen: set[str] = set()

    def start(self) -> Iterable[bytes]:
        """Nothing."""
        return ()

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """The entities of each fact."""
        lines = (
            orjson.dumps(one, option=orjson.OPT_APPEND_NEWLINE) for item in items for one in self._of(item)
        )
        yield b"".join(lines)

    def end(self) -> Iterable[bytes]:
        """Nothing."""
        return ()

    def _of(self, item: Json) -> Iterable[Json]:
        for entity in (item["subject"], item["object"]):
            if entity["id"] not in self._seen:
                self._seen.add(entity["id"])
                properties = {"name": entity["name"], "country": _country(entity["country"])}
                yield _entity(_id(entity), _SCHEMATA.get(entity["kind"], "LegalEntity"), properties)
        relation = RELATIONS[item["relation"]]
        shared = {
            "summary": item["summary"],
            "startDate": item["date"],
            "sourceUrl": [one["document"]["url"] for one in sources(item)],
            "publisher": [one["document"]["publisher"] for one in sources(item)],
            "recordId": item["id"],
        }
        if relation.topic == "decision":
            own = {
                "entity": _id(item["object"]),
                "authority": item["subject"]["name"],
                "authorityId": item["subject"]["id"],
                "country": _country(item["country"]),
                "status": item["status"],
                "program": item["relation"],
                "provisions": item["articles"],
            }
            yield _entity(f"wf-fact-{item['id']}", "Sanction", shared | own)
        else:
            own = {
                "subject": _id(item["subject"]),
                "object": _id(item["object"]),
                "role": relation.forward,
                "status": item["status"],
            }
            yield _entity(f"wf-fact-{item['id']}", "UnknownLink", shared | own)


def _id(entity: Json) -> str:
    return f"wf-{entity['id']}"


def _country(code: str | None) -> str | None:
    return code[:_COUNTRY].lower() if code else None


def _entity(id_: str, schema: str, properties: Mapping[str, Any]) -> Json:
    values = {
        name: [str(one) for one in (cast(list[Any], value) if isinstance(value, list) else [value]) if one]
        for name, value in properties.items()
    }
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: list(dict.fromkeys(v)) for name, v in values.items() if v},
    }


FTM = Form(
    name="ftm",
    media_type="application/json+ftm",
    suffix="ftm.json",
    writer=FollowTheMoney,
    lists=False,
    description="FollowTheMoney entities, one a line",
)
