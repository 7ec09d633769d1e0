"""What ``cypher/write`` derives of a new fact with one claim, reckoned without a graph.

Each function says the same as a statement there, and a test compares two graphs to the node: ``count_sources``,
``link_facts``, ``count_facts``, ``note_changes``.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from graph.model import ClaimRow, DocumentRow, FactRow
from graph.vocabulary import UNCOUNTED_KINDS
from graph.writes.captions import FORMS, VERBS
from graph.writes.editions import edition

Json = dict[str, Any]
_SIGNS: Final = {"EUR": "€", "GBP": "£", "USD": "$"}
_REVIEWS: Final = ("accepted", "unreviewed")
FIGURES: Final = ("facts", "minor", "eur_minor", "amounts", "without_eur", "fallen", "fallen_eur_minor")
_KIND: Final = ("relation", "country", "region", "year", "status", "tier", "currency")


def short_sum(amount: float | None, currency: str | None) -> str:
    """A sum as a caption says it: €20m, £7.6m, SEK 5k."""
    if amount is None:
        return ""
    sign = _SIGNS.get(currency or "", f"{currency} ")
    for least, unit, name in ((1e9, 1e9, "bn"), (1e6, 1e6, "m")):
        if amount >= least:
            tenths = Decimal(repr(amount / unit)).quantize(Decimal("0.1"), ROUND_HALF_UP)
            return sign + f"{tenths}{name}".replace(f".0{name}", name)
    if amount >= 1e4:
        return f"{sign}{Decimal(repr(amount / 1e3)).quantize(Decimal(1), ROUND_HALF_UP)}k"
    return f"{sign}{int(amount) if amount == int(amount) else amount}"


def said(
    row: FactRow, properties: Json, names: Sequence[str], claim: ClaimRow, document: DocumentRow
) -> Json:
    """Caption, source, counts of sources and text; ``names`` are the captions of subject and object."""
    counted = int(document.kind not in UNCOUNTED_KINDS and claim.review != "rejected")
    short = [next((name.removesuffix(form) for form in FORMS if name.endswith(form)), name) for name in names]
    total = short_sum(properties["amount"], row.currency)
    verb = VERBS.get(row.relation, row.relation)
    return {
        "caption": f"{short[0]} {verb} {short[1]} {total}".strip(),
        "source": document.url if document.url is not None else document.title,
        "documents": counted,
        "independent": counted,
        "review": claim.review if claim.review in _REVIEWS else "rejected",
    }


def direct(row: FactRow, properties: Json) -> Json:
    """The properties of the relationship that a person sees in Neo4j Browser."""
    rest = f"{short_sum(properties['amount'], row.currency)} {(row.date or '')[:4]}".strip()
    names = (
        "date", "status", "amount", "currency", "amount_eur", "amount_eur_minor", "role", "source",
    )  # fmt: skip
    return {
        "fact_id": row.id,
        **{name: properties[name] for name in names},
        "caption": f"{row.relation.lower().replace('_', ' ')} {rest}".strip(),
    }


def noted(row: FactRow, now: str) -> Json:
    """What the log of changes remembers of a fact, and its edition."""
    minor = "" if row.amount_minor is None else str(row.amount_minor)
    state = [row.status or "", minor, row.currency or "", row.date or "", ""]
    return {"noted": now, "noted_state": state, "edition": edition(now)}


def counted(row: FactRow, properties: Json, *, alone: bool) -> tuple[Json, list[Json]]:
    """In which totals a fact is counted and as what, and what it adds to each; a loose one is in none."""
    day, last = properties["day"], properties["day_last"]
    if not (alone and (day is None or (last is not None and day[:4] == last[:4]))):
        return {"loose": True}, []
    has = row.amount_counts and row.amount_minor is not None
    minor, euro = row.amount_minor or 0, properties["amount_eur_minor"]
    fell = properties["timeline_stands"][-1:] == [0]
    figures = [
        minor if has else 0,
        (euro or 0) if has else 0,
        int(has),
        int(has and euro is None),
        int(fell),
        (euro or 0) if has and fell else 0,
    ]
    stages = sorted({stage.stage for stage in row.stages})
    year = day[:4] if day else ""
    values = (row.relation, *(properties[name] or "" for name in ("country", "region")), year,
              *(properties[name] or "" for name in ("status", "tier", "currency")))  # fmt: skip
    rest = "".join(f"|{part}" for part in (*values, "".join(f"{stage} " for stage in stages)))
    kind = {**dict(zip(_KIND, values, strict=True)), "stages": stages}
    added = dict(zip(FIGURES, (1, *figures), strict=True))
    totals = [{"id": subject + rest, "subject": subject, **kind, **added} for subject in ("", row.subject)]
    return {"counted": figures, "counted_in": [total["id"] for total in totals]}, totals
