"""Our own questions; every third of a file is set aside. An expectation is a filter over all facts, on any records."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

Row = Mapping[str, Any]
FOLDER: Final = Path(__file__).parent / "questions"
_EU: Final = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK EU".split()
)
_EUROPE: Final = _EU | frozenset("GB CH NO IS LI".split())
_BOUNDS: Final = {
    "over": lambda value, bound: value > bound,
    "under": lambda value, bound: value < bound,
    "at_least": lambda value, bound: value >= bound,
    "at_most": lambda value, bound: value <= bound,
}


@dataclass(frozen=True)
class Question:
    """One question: ``number`` is its place in its file."""

    file: str
    number: int
    text: str
    expect: Mapping[str, Any]

    @property
    def aside(self) -> bool:
        """Whether it was set aside before any rule was written."""
        return self.number % 3 == 2


@dataclass(frozen=True)
class Facts:
    """All facts as rows, and what the entities are."""

    rows: Sequence[Row]
    entities: Mapping[str, Any]
    today: date

    def matching(self, wanted: Mapping[str, Any]) -> list[Row]:
        """The facts that a filter describes."""
        return [row for row in self.rows if _matches(row, wanted, self)]

    def group(self, ids: Iterable[str]) -> set[str]:
        """These entities and all that they own or run, down to the last; worked out anew."""
        found = set(ids)
        while True:
            more = {one.id for one in self.entities.values() if found & {*one.owners, *one.operators}} - found
            if not more:
                return found
            found |= more


def read() -> list[Question]:
    """All questions, file by file."""
    found: list[Question] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            expect = {key: value for key, value in entry.items() if key != "q"}
            found.append(Question(path.stem, number, entry["q"], expect))
    return found


def _matches(row: Row, wanted: Mapping[str, Any], facts: Facts) -> bool:
    relation = wanted.get("relation", None if "party" in wanted else "FINED")
    if relation is not None and row["relation"] != relation:
        return False
    return (
        _parties(row, wanted)
        and _targets(row, wanted, facts)
        and _places(row, wanted, facts)
        and _days(row, wanted, facts)
        and _rest(row, wanted, facts)
    )


def _parties(row: Row, wanted: Mapping[str, Any]) -> bool:
    everybody = {row["subject"], row["object"], *(other["id"] for other in row["others"])}
    ends = [row["subject"], row["object"]]
    if row["relation"] in {"INVESTIGATED_JOINTLY_WITH", "SETTLED_WITH", "COOPERATED_WITH"}:
        sides = [wanted[name] for name in ("subject", "object") if name in wanted]
        if not all(set(side) & set(ends) for side in sides):
            return False
    elif ("subject" in wanted and row["subject"] not in wanted["subject"]) or (
        "object" in wanted and row["object"] not in wanted["object"]
    ):
        return False
    return (
        row["subject"] not in wanted.get("not_subject", ())
        and ("party" not in wanted or bool(set(wanted["party"]) & everybody))
        and ("with" not in wanted or wanted["with"] in _acting(row, wanted))
    )


def _targets(row: Row, wanted: Mapping[str, Any], facts: Facts) -> bool:
    """A group as the target, with all that it owns; targets of a kind."""
    if "object_group" in wanted and row["object"] not in facts.group(wanted["object_group"]):
        return False
    return "object_kind" not in wanted or facts.entities[row["object"]].kind in wanted["object_kind"]


def _acting(row: Row, wanted: Mapping[str, Any]) -> set[str]:
    return set(row["together"])


def _places(row: Row, wanted: Mapping[str, Any], facts: Facts) -> bool:
    home = facts.entities[row["subject"]].country or ""
    if "country" in wanted and not any(
        home == code or home.startswith(f"{code}-") for code in wanted["country"]
    ):
        return False
    for name, codes in (("eu", _EU), ("europe", _EUROPE)):
        if name in wanted and (home[:2] in codes) is not wanted[name]:
            return False
    return "kind" not in wanted or facts.entities[row["subject"]].office == wanted["kind"]


def _days(row: Row, wanted: Mapping[str, Any], facts: Facts) -> bool:
    first, last = wanted.get("from"), wanted.get("to")
    if "last_years" in wanted:
        today = facts.today
        first = today.replace(year=today.year - wanted["last_years"]).isoformat()
    if "this_year" in wanted:
        first = last = str(facts.today.year + (wanted["this_year"] if wanted["this_year"] is not True else 0))
    day = row["day"] or ""
    return (first is None or (day != "" and day[: len(first)] >= first)) and (
        last is None or (day != "" and day[: len(last)] <= last)
    )


def _rest(row: Row, wanted: Mapping[str, Any], facts: Facts) -> bool:
    stages = {stage["stage"] for stage in row["stages"]}
    euro = "currency" not in wanted
    amount = row["eur_minor"] if euro else row["minor"]
    for name, fits in _BOUNDS.items():
        if name in wanted and (amount is None or not fits(amount, wanted[name] * 100)):
            return False
    if not euro and row["currency"] != wanted["currency"]:
        return False
    return (
        ("summary" not in wanted or wanted["summary"] in (row["summary"] or "").lower())
        and ("law" not in wanted or wanted["law"] in row["laws"])
        and ("law_any" not in wanted or bool(set(wanted["law_any"]) & set(row["laws"])))
        and ("article" not in wanted or any(_article(text, wanted["article"]) for text in row["articles"]))
        and ("status" not in wanted or row["status"] in wanted["status"])
        and ("stage" not in wanted or wanted["stage"] in stages)
        and ("unpaid" not in wanted or ("unpaid" in stages and "paid" not in stages))
        and ("stands" not in wanted or (row["standing"] != 0) is wanted["stands"])
        and ("standing_on" not in wanted or _stood(row, wanted["standing_on"]))
    )


def _article(text: str, number: str) -> bool:
    found = re.search(r"(?:Art\.|s\.|Act)\s(.+)$", text)
    return found is not None and (found[1] == number or found[1].startswith(f"{number}("))


def _stood(row: Row, day: str) -> bool:
    known = [n for n, since in enumerate(row["timeline_from"]) if n > 0 and since <= day] or [0]
    return (row["day"] or "") <= day and row["timeline_stands"][known[-1]] != 0


# ---- judging


def judge(question: Question, answer: Mapping[str, Any] | None, facts: Facts) -> list[str]:
    """What is wrong with an answer (``None``: it was refused); empty where all is right."""
    expect = question.expect
    if "any" in expect:
        tries = [_judge(one, answer, facts) for one in expect["any"]]
        return [] if [] in tries else tries[0]
    return _judge(expect, answer, facts)


def _judge(expect: Mapping[str, Any], answer: Mapping[str, Any] | None, facts: Facts) -> list[str]:
    if expect.get("refuse"):
        return [] if answer is None else [f"answered: {answer['answer'][:80]}"]
    if answer is None:
        return ["refused"]
    wrong: list[str] = []
    if expect.get("empty"):
        value = answer["value"] or {}
        bad = answer["items"] or value.get("kind") in {"amount", "date"} or not answer["coverage"]
        return ["not empty"] if bad else []
    if "alternatives" in expect:
        missing = set(expect["alternatives"]) - {one["id"] for one in answer["alternatives"]}
        wrong += [f"not among the alternatives: {missing}"] if missing else []
    if "verdict" in expect and answer["verdict"] != expect["verdict"]:
        wrong.append(f"verdict {answer['verdict']}")
    if "facts" in expect:
        wrong += _facts(expect, answer, facts)
    if "top" in expect:
        wrong += _top(expect, answer, facts)
    return wrong + _value(expect, answer, facts)


def _facts(expect: Mapping[str, Any], answer: Mapping[str, Any], facts: Facts) -> list[str]:
    wanted = {key: value for key, value in expect["facts"].items() if key != "may"}
    may = expect["facts"].get("may") or expect.get("may")
    got = [item["id"] for item in answer["items"]]
    allowed = {row["id"] for row in facts.matching(may)} if may else set()
    tries = [wanted, *([expect["or_facts"]] if "or_facts" in expect else [])]
    results = [_compared({row["id"] for row in facts.matching(one)}, got, allowed, expect) for one in tries]
    return [] if [] in results else results[0]


def _compared(right: set[str], got: Sequence[str], allowed: set[str], expect: Mapping[str, Any]) -> list[str]:
    if not right and not expect.get("empty_ok"):
        return ["the expectation matches no fact"]
    missing = right - set(got) - allowed
    extra = set(got) - right - allowed if expect.get("mode") != "superset" else set()
    twice = ["an item twice"] if len(set(got)) < len(got) else []
    return [
        *twice,
        *([f"missing {sorted(missing)[:4]}"] if missing else []),
        *([f"too many {sorted(extra)[:4]}"] if extra else []),
    ]


def _top(expect: Mapping[str, Any], answer: Mapping[str, Any], facts: Facts) -> list[str]:
    wanted = expect["top"]
    rows = facts.matching({key: value for key, value in wanted.items() if key not in {"by", "order"}})
    key = "eur_minor" if wanted.get("by") == "amount" else "day"
    if "by" in wanted:
        known = [row for row in rows if row[key] is not None]
        best = (min if wanted.get("order") == "asc" else max)(row[key] for row in known)
        rows = [row for row in known if row[key] == best]
    if not answer["items"] or answer["items"][0]["id"] not in {row["id"] for row in rows}:
        return [f"first is {answer['items'][0]['id'] if answer['items'] else None}"]
    if "items" in expect:
        actions = {item["action"] for item in answer["items"]}
        return [] if len(actions) == expect["items"] else [f"{len(actions)} decisions"]
    return []


def _value(expect: Mapping[str, Any], answer: Mapping[str, Any], facts: Facts) -> list[str]:
    value = answer["value"] or {}
    asked = next((name for name in _VALUES if name in expect), None)
    if asked is None:
        return []
    tries = [expect[asked], *([expect[f"or_{asked}"]] if f"or_{asked}" in expect else [])]
    results = [
        _VALUES[asked](facts.matching({k: v for k, v in one.items() if k != "of"}), value, one)
        for one in tries
    ]
    return [] if any(results) else [f"value {value}"]


def _counted(row: Row) -> bool:
    return row["counts"] is not False or row["relation"] == "PROPOSED_FINE"


def _sums(rows: Iterable[Row], *, euro: bool) -> dict[str, int]:
    key = "eur_minor" if euro else "minor"
    return {row["sum_key"]: row[key] for row in rows if _counted(row) and row[key] is not None}


def _is_sum(rows: Sequence[Row], value: Mapping[str, Any], _: Any, *, average: bool = False) -> bool:
    currencies = {row["currency"] for row in rows if row["minor"] is not None and _counted(row)}
    each = _sums(rows, euro=len(currencies) > 1)
    whole = sum(each.values()) / (
        len({row["action"] for row in rows if row["minor"] is not None}) if average else 1
    )
    currency = "EUR" if len(currencies) > 1 else next(iter(currencies))
    near = abs((value.get("number") or 0) - whole / (1 if currency == "KRW" else 100)) <= 1
    return near and value.get("currency") == currency and (average or value.get("kind") == "sum")


_VALUES: Final = {
    "amount": lambda rows, value, _: (
        value.get("kind") == "amount" and _is_sum(rows, {**value, "kind": "sum"}, _)
    ),
    "sum": _is_sum,
    "average": lambda rows, value, _: _is_sum(rows, value, _, average=True),
    "count": lambda rows, value, _: (
        value.get("kind") == "count" and value["number"] == len({row["action"] for row in rows})
    ),
    "count_distinct": lambda rows, value, one: (
        value.get("kind") == "count" and value["number"] == len({row[one["of"]] for row in rows})
    ),
    "date": lambda rows, value, _: (
        value.get("kind") == "date"
        and value["date"] in {d for row in rows for d in (row["date"], row["announced"])}
    ),
    "left": lambda rows, value, _: (
        value.get("kind") == "amount"
        and value["number"] * 100
        == [stage["minor"] for stage in rows[0]["stages"] if stage["minor"] is not None][-1]
    ),
}
