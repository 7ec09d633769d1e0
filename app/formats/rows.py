"""What one row of a table is: a fact with its best source in columns of its own, a claim, or a stage of a fact."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from app.formats.sources import sources

Json = dict[str, Any]
RowKind = Literal["facts", "claims", "stages"]

FACT_COLUMNS: Final = (
    "id", "relation", "subject.id", "subject.name", "subject.kind", "subject.country", "object.id", "object.name",
    "object.kind", "object.country", "date", "date_precision", "announced", "amount.value", "amount.currency",
    "amount.eur", "amount.rate_date", "amount.shared_by", "status", "status_since", "stands", "payment", "articles",
    "laws", "summary", "case.id", "case.title", "country", "review", "unsourced", "sources.documents",
    "sources.independent",
    "best.publisher", "best.title", "best.url", "best.published", "best.quote", "others",
)  # fmt: skip
CLAIM_COLUMNS: Final = (
    "fact", "relation", "subject.id", "subject.name", "object.id", "object.name", "claim", "stance", "modality",
    "review", "quote", "start", "end", "document.id", "document.title", "document.publisher", "document.url",
    "document.published", "document.kind",
)  # fmt: skip
STAGE_COLUMNS: Final = (
    "fact", "relation", "subject.id", "subject.name", "object.id", "object.name", "position", "stage", "date", "by.id",
    "by.name", "amount", "currency", "note", "unsourced", "best.publisher", "best.title", "best.url", "best.published",
    "best.quote", "others",
)  # fmt: skip
COLUMNS: Final[Mapping[RowKind, Sequence[str]]] = {
    "facts": FACT_COLUMNS,
    "claims": CLAIM_COLUMNS,
    "stages": STAGE_COLUMNS,
}


def rows(kind: RowKind, items: Sequence[Json]) -> list[Json]:
    """The rows of some facts; evidence comes with the best first."""
    if kind == "facts":
        return [_fact(item) for item in items]
    if kind == "stages":
        return [_stage(item, at, stage) for item in items for at, stage in enumerate(item["stages"])]
    return [_claim(item, evidence) for item in items for evidence in item["evidence"]]


def _fact(item: Json) -> Json:
    return {**item, **_sources(item)}


def _stage(item: Json, at: int, stage: Json) -> Json:
    return {"fact": item["id"], **_named(item), "position": at, **stage, **_sources(stage)}


def _sources(item: Json) -> Json:
    """The best source in members of its own, the others in one."""
    evidence = sources(item)
    source = {**evidence[0]["document"], "quote": evidence[0]["quote"]} if evidence else None
    return {"best": source, "others": [_short(one["document"]) for one in evidence[1:]]}


def _short(document: Mapping[str, Any]) -> str:
    return " ".join(str(part) for part in (document["publisher"], document["url"]) if part)


def _claim(item: Json, evidence: Json) -> Json:
    return {"fact": item["id"], **_named(item), **evidence}


def _named(item: Json) -> Json:
    return {name: item[name] for name in ("relation", "subject", "object")}
