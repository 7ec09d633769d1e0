"""A question in plain English, answered as a value: how it was understood, a sentence, and the facts that show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from app.answers import ask_forms, ask_instead, ask_money, ask_names, ask_shared
from app.answers.ask_rows import Found, Result
from app.ask import query
from app.ask.filters import described
from app.ask.names import Index
from app.ask.query import Bounds
from app.ask.reading import read
from app.ask.sentence import nothing
from app.ask.understanding import Named, Understanding
from app.schemas import serialize
from graph.reads import some
from graph.reads.ask import Coverage
from graph.store import Store

Json = dict[str, Any]

ITEMS_LIMIT: Final = 500
"""Facts in one answer; the link in ``understood`` leads to all of them."""
_FIRST: Final = 50
"""Facts in an answer that has more than that."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: ``items`` are whole facts, all of ``total`` up to ``ITEMS_LIMIT``, and of more the first ones."""

    question: str
    understood: Json
    sentence: str
    result: Result
    alternatives: Sequence[Json]
    items: Sequence[Json]
    total: int
    ignored: Sequence[str]
    coverage: Coverage
    revision: int

    def as_json(self) -> Json:
        """The answer as HTTP gives it."""
        value = self.result.value
        return {
            "question": self.question,
            "understood": self.understood,
            "answer": self.sentence,
            "verdict": self.result.verdict,
            "value": None if value is None else value.as_json(),
            "alternatives": list(self.alternatives),
            "items": list(self.items),
            "total": self.total,
            "ignored": list(self.ignored),
            "coverage": {
                "facts": self.coverage.facts,
                "fines": self.coverage.fines,
                "countries": self.coverage.countries,
                "since": self.coverage.first,
                "until": self.coverage.last,
                "changed": self.coverage.changed,
            },
        }


async def ask(
    store: Store,
    question: str,
    bounds: Bounds | None = None,
    *,
    today: date | None = None,
    most: int = ITEMS_LIMIT,
) -> Answer:
    """Answer a question within the bounds of the caller, with at most so many facts; raises ``CannotRead``."""
    index, coverage = await ask_names.known(store, question)
    asked = read(question, index, today or datetime.now(UTC).date())
    limits = bounds or Bounds()
    if asked.unknown:
        result = Result(nothing(coverage, "", asked.unknown), rows=())
    else:
        found = Found(store, index, coverage, limits)
        asked = await ask_shared.settled(found, asked)
        result = await ask_instead.instead(found, asked, await ask_forms.answer(found, asked))
    shown = result.rows[: most if len(result.rows) <= ITEMS_LIMIT else _FIRST]
    valid_on = asked.valid_on or limits.filters.valid_on
    items = await _whole(store, shown, valid_on=valid_on, known_on=limits.filters.known_on)
    understood = described(asked, query.query(asked, index, limits, status=not asked.unlike), index)
    total = len(result.rows) if result.total is None else result.total
    more = _more(len(items), total, understood)
    return Answer(
        question=question,
        understood=understood,
        sentence=_honest(f"{result.sentence}{ask_money.converted(asked, result)}{more}", asked),
        result=result,
        alternatives=_alternatives(asked, index),
        items=items,
        total=total,
        ignored=asked.ignored,
        coverage=coverage,
        revision=index.revision,
    )


def _more(shown: int, total: int, understood: Json) -> str:
    """That there are more facts than are shown, and where all of them are, if a list has them."""
    if not 0 < shown < total:
        return ""
    where = "" if understood["beyond"] else f": all are at {understood['url']}"
    return f" Shown are the first {shown:,} of {total:,} facts{where}."


def _honest(sentence: str, asked: Understanding) -> str:
    """The sentence, which words it reads as others, and what of the question it leaves out."""
    if asked.read_as:
        words = ", ".join(f'"{written}" as "{read}"' for written, read in asked.read_as)
        sentence = f"{sentence} Read: {words}."
    if not asked.ignored:
        return sentence
    words = ", ".join(f'"{word}"' for word in asked.ignored)
    return f"{sentence} Left out, because not understood: {words}."


async def _whole(
    store: Store, rows: Sequence[Mapping[str, Any]], *, valid_on: str | None, known_on: str | None
) -> list[Json]:
    if not rows:
        return []
    ids = [row["id"] for row in rows]
    found = await some.facts(store, ids, valid_on=valid_on, known_on=known_on)
    return [serialize.fact(item) for item in found.items]


def _alternatives(asked: Understanding, index: Index) -> list[Json]:
    """Everybody whom a shared name can mean, and the names that a misspelling was taken for."""
    guessed = [id_ for one in _named(asked) if one.guessed for id_ in one.carriers[:3]]
    ids = dict.fromkeys((*asked.alternatives, *guessed))
    return [{"id": id_, "name": index.by_id[id_].name} for id_ in ids]


def _named(asked: Understanding) -> list[Named]:
    return [*asked.subjects, *asked.objects, *asked.parties]
