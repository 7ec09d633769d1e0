"""Conditions of a question that the graph was not asked: checked on the rows that it gave."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.ask import places
from app.ask.amounts import Bound
from app.ask.names import Index
from app.ask.query import Bounds, article_pattern, stages_of, unplaced
from app.ask.tokens import words
from app.ask.topics import is_about, of_sector
from app.ask.understanding import Named, Understanding
from graph.money import units

Row = Mapping[str, Any]


_APPEALED: Final = frozenset({"appealed", "upheld", "annulled", "remitted", "reinstated"})
"""Stages of a decision that was appealed: no court decides of one that was not."""


def checked(asked: Understanding, rows: Sequence[Row], index: Index, bounds: Bounds) -> list[Row]:
    """The rows that meet what the graph was not asked."""
    kept = [row for row in rows if _meets(asked, row, index) and _decided(asked, row, index)]
    if bounds.party is not None:
        kept = [row for row in kept if bounds.party in everybody(row)]
    if asked.together:
        kept = _together(asked, kept)
    if asked.every and asked.form == "facts":
        kept = _of_all(asked, kept)
    if asked.repeated and asked.form != "verdict":
        kept = _repeated(asked, kept)
    if asked.sectors:
        kept = _of_sector(asked, kept, index)
    return kept


def _meets(asked: Understanding, row: Row, index: Index) -> bool:
    target = index.by_id.get(row["object"])
    if asked.target_kinds and (target is None or target.kind not in asked.target_kinds):
        return False
    if asked.target_places and not any(
        places.within(target.country if target else None, place.codes) for place in asked.target_places
    ):
        return False
    if "appealed" in asked.status and row["status"] != "under_appeal" and not _APPEALED & _stages(row):
        return False
    left_out = {id_ for one in asked.excluded for id_ in one.ids}
    if left_out & {row["subject"], row["object"]}:
        return False
    if not all(set(one.ids) & everybody(row) for one in asked.parties[1:]) or not all(
        _is_about(one, row) for one in asked.about
    ):
        return False
    if (
        asked.asked == "subject"
        and asked.asked_kinds
        and not _of_kind(row["subject"], asked.asked_kinds, index)
    ):
        return False
    if unplaced(asked) and not any(
        places.within(index.by_id[id_].country, place.codes)
        for place in asked.places
        for id_ in everybody(row) - {row["object"]}
        if id_ in index.by_id
    ):
        return False
    return not asked.roles or _in_office(asked.roles[0], row["role"] or "")


def _decided(asked: Understanding, row: Row, index: Index) -> bool:
    """Whether the courts that are named had to do with it, and it has each of the other articles."""
    if asked.courts and not _by_court(asked, row):
        return False
    if not is_about(asked.topics, row["summary"] or "", row["articles"] or ()):
        return False
    if asked.bound is not None and asked.bound.own and not _of_sum(asked.bound, row):
        return False
    return asked.any_article or all(
        any(re.fullmatch(article_pattern((number,), asked, index), text) for text in row["articles"] or ())
        for number in asked.more_articles
    )


def _is_about(named: Named, row: Row) -> bool:
    """Whether a name takes part in a fact, or its summary speaks of it."""
    if set(named.carriers) & {*everybody(row), *(row["about"] or ())}:
        return True
    return set(words(named.text)) <= set(words(row["summary"] or ""))


def _of_sum(bound: Bound, row: Row) -> bool:
    """Whether a sum that was asked for without a currency is that of the decision, in its own currency or in euro."""
    low, high = bound.low or 0, bound.high or 0
    own = units(row["minor"], row["currency"]) * 100 if row["minor"] is not None and row["currency"] else None
    return any(amount is not None and low <= amount <= high for amount in (row["eur_minor"], own))


def _by_court(asked: Understanding, row: Row) -> bool:
    """Whether one of the courts brought about what is asked of the status, whatever it is."""
    courts = {id_ for one in asked.courts for id_ in one.ids}
    stages = stages_of(asked.status)
    return any(one["by"] in courts and (not stages or one["stage"] in stages) for one in row["stages"])


def _of_kind(id_: str, kinds: Sequence[str], index: Index) -> bool:
    """Whether whoever acts is of a kind that was asked for: "which regulators went after …" means no one else."""
    found = index.by_id.get(id_)
    return found is not None and found.kind in kinds


def _repeated(asked: Understanding, rows: Sequence[Row]) -> list[Row]:
    """Those with so many decisions, by whoever is asked for: "which companies were fined more than once"."""
    side = "subject" if asked.asked == "subject" or (asked.objects and not asked.subjects) else "object"
    actions: dict[str, set[str]] = {}
    for row in rows:
        actions.setdefault(row[side], set()).add(row["action"])
    return [row for row in rows if len(actions[row[side]]) >= asked.repeated]


def _stages(row: Row) -> set[str]:
    return {stage["stage"] for stage in row["stages"]}


def everybody(row: Row) -> set[str]:
    """Ids of all that take part in a fact."""
    return {row["subject"], row["object"], *(other["id"] for other in row["others"])}


_LEADING: Final = re.compile(
    r"president|chair|commissioner|chief executive|director|\bhead\b|\bceo\b|attorney general", re.IGNORECASE
)
_SAME: Final[Mapping[str, str]] = {
    "ceo": r"chief executive|\bceo\b|co-ceo", "chief executive": r"chief executive|\bceo\b", "chief executive officer": r"chief executive|\bceo\b",
    "boss": _LEADING.pattern, "leader": _LEADING.pattern, "chief": _LEADING.pattern, "founder": "founder", "founded": "founder", "started": "founder",
    "set up": "founder", "found": "founder", "chairperson": "chair", "chairwoman": "chair", "chair": "chair", "chairman": "chair",
    "president": r"(?<!vice-)(?<!vice )president", "vice president": r"vice[- ]president", "co founder": "founder", "cofounder": "founder",
    "co founded": "founder", "cofounded": "founder", "spokesperson": "spokes", "spokeswoman": "spokes", "general counsel": "counsel|chief legal",
}  # fmt: skip


def _in_office(word: str, role: str) -> bool:
    if word == "head":
        return bool(_LEADING.search(role)) and not re.search(r"vice|deputy", role, re.IGNORECASE)
    single = word.removesuffix("s")
    pattern = _SAME.get(word) or _SAME.get(single) or re.escape(single)
    return re.search(pattern, role, re.IGNORECASE) is not None


def _together(asked: Understanding, rows: Sequence[Row]) -> list[Row]:
    """Decisions that more than one authority took: all those named, or any two."""
    acting: dict[str, set[str]] = {}
    for row in rows:
        acting.setdefault(row["action"], set()).add(row["subject"])
        acting[row["action"]] |= {other["id"] for other in row["others"] if other["role"] == "joint_with"}
    if len(asked.subjects) > 1:
        return [row for row in rows if all(set(one.ids) & acting[row["action"]] for one in asked.subjects)]
    return [row for row in rows if len(acting[row["action"]]) > 1]


def _of_all(asked: Understanding, rows: Sequence[Row]) -> list[Row]:
    """Of "which regulator fined both": those who have a fact with each of the others."""
    for side, other, named in (("subject", "object", asked.objects), ("object", "subject", asked.subjects)):
        if asked.asked == side and len(named) > 1:
            met: list[set[str]] = [{row[side] for row in rows if row[other] in one.ids} for one in named]
            common: set[str] = met[0].intersection(*met[1:])
            return [row for row in rows if row[side] in common]
    return list(rows)


def _of_sector(asked: Understanding, rows: Sequence[Row], index: Index) -> list[Row]:
    """Targets whose name or summary has words of the branch."""
    return [
        row for row in rows if of_sector(asked.sectors, _called(row["object"], index), row["summary"] or "")
    ]


def _called(id_: str, index: Index) -> str:
    found = index.by_id.get(id_)
    return found.name if found else ""
