"""Whether each write gives a new edition to every fact that looks different for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from unittest.mock import patch

import orjson

from graph.reads.some import SOME, Some
from graph.statement import Statement
from graph.store import Transaction

_FACTS: Final = """
MATCH (f:Fact)
WITH count(f) AS facts
CALL (facts) {
  WITH facts WHERE facts <= $most
  MATCH (f:Fact)
  RETURN collect(f.id) AS ids, collect(coalesce(f.edition, 0)) AS editions
}
RETURN ids, editions
"""
_MOST: Final = 150
"""Facts of a graph that is looked at: larger ones would take too long at each write."""

_BEFORE: dict[int, dict[str, tuple[int, bytes]]] = {}


@dataclass(frozen=True, slots=True)
class _All:
    most: int


@dataclass(frozen=True, slots=True)
class _Ids:
    ids: list[str]
    editions: list[int]


_IDS: Final = Statement("tests/editions", _FACTS, "read", _All, _Ids)
_run: Final = Transaction.run


async def _shown(tx: Transaction) -> dict[str, tuple[int, bytes]]:
    """The edition of each fact and how it looks, with all its claims."""
    found = await _run(tx, _IDS, _All(_MOST))
    if not found or not found[0].ids:
        return {}
    rows = (await _run(tx, SOME, Some(found[0].ids, withdrawn=True)))[0].items
    return {
        row["id"]: (edition, orjson.dumps(row, option=orjson.OPT_SORT_KEYS))
        for row, edition in zip(rows, found[0].editions, strict=True)
    }


async def _watched(tx: Transaction, statement: Statement[Any, Any], parameters: Any) -> list[Any]:
    rows = await _run(tx, statement, parameters)
    if statement.name == "graph/lock":
        _BEFORE[id(tx)] = await _shown(tx)
    elif statement.name == "graph/advance" and id(tx) in _BEFORE:
        before, after = _BEFORE.pop(id(tx)), await _shown(tx)
        unmarked = [id_ for id_, (edition, _) in after.items() if not edition and id_ not in before]
        stale = [
            f"{id_}: {before[id_][1].decode()} became {text.decode()}"
            for id_, (edition, text) in after.items()
            if id_ in before and before[id_][0] == edition and before[id_][1] != text
        ]
        assert (unmarked, stale) == ([], []), "a write changed how facts look, and not their edition"
    return rows


@contextmanager
def watched() -> Iterator[None]:
    """While it is open, each write of a small graph is looked at."""
    with patch.object(Transaction, "run", _watched):
        yield
