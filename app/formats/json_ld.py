"""JSON-LD with PROV-O: facts are derived from claims, claims are quoted from documents."""

from collections.abc import Iterable, Sequence
from typing import Final

import orjson

from app.answers.page import ListPage
from app.formats.form import Form, Json, Options

_BASE: Final = "urn:whofined:"
_CONTEXT: Final = {
    "@vocab": "urn:whofined:terms:",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "name": "schema:name",
    "url": {"@id": "schema:url", "@type": "@id"},
    "quote": "prov:value",
    "subject": {"@type": "@id"},
    "object": {"@type": "@id"},
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "attributedTo": "prov:wasAttributedTo",
}


class JsonLd:
    """One object with a graph; entities and documents stand where they are first named, their ids alone are kept."""

    def __init__(self, page: ListPage, _: Options) -> None:
        self._seen: set[str] = set()
        self._empty = True
        self._revision = page.revision

    def start(self) -> Iterable[bytes]:
        """The context."""
        head = {"@context": _CONTEXT, "@id": f"{_BASE}revision:{self._revision}", "@type": "prov:Bundle"}
        yield orjson.dumps(head)[:-1] + b',"@graph":['

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """The nodes of each fact."""
        nodes = [node for item in items for node in self._nodes(item)]
        if nodes:
            yield (b"" if self._empty else b",") + b",\n".join(map(orjson.dumps, nodes))
            self._empty = False

    def end(self) -> Iterable[bytes]:
        """The graph is closed."""
        yield b"]}\n"

    def _nodes(self, item: Json) -> Iterable[Json]:
        for entity in (item["subject"], item["object"]):
            yield from self._once(
                "entity", entity["id"], {"@type": ["prov:Agent", entity["kind"]], **_kept(entity)}
            )
        amount: Json = item["amount"] or {}
        yield {
            "@id": f"{_BASE}fact:{item['id']}",
            "@type": ["prov:Entity", item["relation"]],
            "subject": f"{_BASE}entity:{item['subject']['id']}",
            "object": f"{_BASE}entity:{item['object']['id']}",
            **{name: item[name] for name in ("date", "status", "summary") if item[name] is not None},
            **({"amount": amount["value"], "currency": amount["currency"]} if amount else {}),
            "derivedFrom": [f"{_BASE}claim:{one['claim']}" for one in item["evidence"]],
        }
        for evidence in item["evidence"]:
            document = evidence["document"]
            yield {
                "@id": f"{_BASE}claim:{evidence['claim']}",
                "@type": "prov:Entity",
                "stance": evidence["stance"],
                **({"quote": evidence["quote"]} if evidence["quote"] else {}),
                "quotedFrom": f"{_BASE}document:{document['id']}",
            }
            told = {"@type": "prov:Entity", "name": document["title"], "attributedTo": document["publisher"]}
            more = {name: document[name] for name in ("url", "published") if document[name]}
            yield from self._once("document", document["id"], told | more)

    def _once(self, kind: str, id_: str, node: Json) -> Iterable[Json]:
        address = f"{_BASE}{kind}:{id_}"
        if address not in self._seen:
            self._seen.add(address)
            yield {"@id": address, **node}


def _kept(entity: Json) -> Json:
    return {name: entity[name] for name in ("name", "country") if entity.get(name)}


JSON_LD = Form(
    name="jsonld",
    media_type="application/ld+json",
    suffix="jsonld",
    writer=JsonLd,
    lists=False,
    description="linked data with PROV-O: facts derived from claims, claims quoted from documents",
)
