"""From the values of answers to the short rows of the tools."""

from collections.abc import Mapping
from typing import Any, Final

from app.answers.sentences import sentence
from app.formats.citations import cite
from app.formats.sources import sources
from app.mcp.results import Citation, Evidence, Row, Stage, StagedRow, Sum

Json = Mapping[str, Any]

BEST: Final = 3
"""Citations of a fact in a list."""


def row(fact: Json, citations: int = BEST) -> Row:
    """A fact with its best sources."""
    return Row(**_values(fact, citations))


def staged(fact: Json, citations: int = BEST) -> StagedRow:
    """A fact with its stages."""
    return StagedRow(**_values(fact, citations), stages=_stages(fact))


def evidence(fact: Json) -> Evidence:
    """A fact with everything that speaks for it and against it."""
    return Evidence(
        **_values(fact, len(fact["evidence"])),
        stages=_stages(fact),
        citation=cite(dict(fact), "text").strip(),
        articles=fact["articles"],
        note=fact["note"],
        changes=fact["changes"],
        changed_by=fact["changed_by"],
    )


def _values(fact: Json, citations: int) -> dict[str, Any]:
    amount = fact["amount"]
    same = ("id", "relation", "date", "status", "status_since", "stands", "case", "summary", "review", "tier")
    return {name: fact[name] for name in same} | {
        "sentence": sentence(fact),
        "subject": fact["subject"]["id"],
        "object": fact["object"]["id"],
        "amount": amount and Sum(value=amount["value"], currency=amount["currency"], eur=amount["eur"]),
        "shared": bool(amount and amount["shared_by"]),
        "citations": [_citation(one) for one in sources(fact)[:citations]],
        "more_citations": fact["more_evidence"] + len(sources(fact)[citations:]),
    }


def _citation(one: Json) -> Citation:
    return Citation(claim=one["claim"], stance=one["stance"], quote=one["quote"], document=one["document"])


def _stages(fact: Json) -> list[Stage]:
    same = ("stage", "date", "amount", "currency", "note")
    return [
        Stage(
            **{name: stage[name] for name in same},
            by=stage["by"] and stage["by"]["name"],
            citations=[_citation(one) for one in stage["evidence"]],
        )
        for stage in fact["stages"]
    ]
