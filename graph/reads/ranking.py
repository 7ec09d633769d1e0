"""How well an entity's names answer what a person typed. Pure.

The full-text index proposes; this decides the order. A score is between 0 and 100 for the name, and a little more or
less for what else was said: a country, facts at all, a firm before its platform.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p
from typing import Any, Final

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from graph.legal_forms import plain_name
from graph.text import initials, words

Form = tuple[str, ...]

EXACT: Final = 100.0
_JOINED: Final = 98.0
_PLAIN: Final = 97.0
_INITIALS: Final = 88.0
_LEAST: Final = 35.0
"""An entity that answers less is not shown."""
_SAME_COUNTRY: Final = 12.0
_OTHER_COUNTRY: Final = -25.0
_OF_A_COUNTRY: Final = frozenset({"regulator", "court", "public_body", "law"})
_HAS_FACTS: Final = 5.0
_MOST_FACTS: Final = 4.0
_AFTER: Final = {"platform": -6.0, "law": -2.0, "media": -2.0, "country": -8.0}
"""Kinds that come after others of the same name."""
_SMALL: Final = frozenset("a and by de der des du for in la le of on the und".split())
_LONGEST_INITIALS: Final = 6
_MIN_PREFIX: Final = 2
_MIN_TYPO: Final = 4


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: all words, those that may be a name, and the countries (ISO 3166) that were named with it."""

    typed: Form
    name: Form
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parts:
    """What an answer is worth, part by part: 0 to 100 for the name, a little more or less for the rest."""

    name: float
    country: float
    facts: float
    kind: float

    @property
    def total(self) -> float:
        """All of it; 0 where the name does not answer."""
        if self.name + self.country < _LEAST:
            return 0.0
        return round(self.name + self.country + self.facts + self.kind, 2)


def parts(query: Query, row: Mapping[str, Any]) -> Parts:
    """How well an entity (id, kind, name, names, caption, country, facts) answers, explained."""
    names = dict.fromkeys([row["name"], row["caption"], *row["names"], row["id"]])
    typed, named, country = _best(query.typed, names), _best(query.name, names), _country(query, row)
    facts = row["facts"]
    apart = named + country > typed
    return Parts(
        name=named if apart else typed,
        country=country if apart else 0.0,
        facts=(_HAS_FACTS if facts else 0.0) + min(log1p(facts) / 2, _MOST_FACTS),
        kind=_AFTER.get(row["kind"], 0.0),
    )


def score(query: Query, row: Mapping[str, Any]) -> float:
    """How well an entity answers; 0 where it does not."""
    return parts(query, row).total


def _country(query: Query, row: Mapping[str, Any]) -> float:
    here: str | None = row["country"]
    if not query.countries or here is None:
        return 0.0
    if here in query.countries or here[:2] in query.countries:
        return _SAME_COUNTRY
    # "Google France" may be meant of Google there; another authority is never meant.
    return _OTHER_COUNTRY if row["kind"] in _OF_A_COUNTRY else 0.0


def _best(query: Form, names: Mapping[str, Any]) -> float:
    return max((_likeness(query, form) for name in names if name for form in _forms(name)), default=0.0)


@lru_cache(maxsize=65536)
def _forms(name: str) -> tuple[tuple[Form, float], ...]:
    """A name's words, and those without its legal form, each with what an exact match of it is worth."""
    whole = words(name)
    plain = words(plain_name(name))
    forms = [(whole, EXACT)] if whole else []
    return tuple([*forms, (plain, _PLAIN)] if plain and plain != whole else forms)


def _likeness(query: Form, told: tuple[Form, float]) -> float:
    """How like a name the words are."""
    form, exact = told
    if not query:
        return 0.0
    if query == form:
        return exact
    one, other = "".join(query), "".join(form)
    if one == other or _content(query) == _content(form):
        return min(exact, _JOINED)
    found = max(_partial(query, form), _misspelt(query, form))
    if len(form) > 1 and 1 < len(one) <= _LONGEST_INITIALS and initials(form) == one:
        found = max(found, _INITIALS)
    return found


def _content(form: Form) -> list[str]:
    return sorted(word for word in form if word not in _SMALL)


def _misspelt(query: Form, form: Form) -> float:
    """All words with a letter or two wrong: by the share of letters that stand."""
    one, other = " ".join(query), " ".join(form)
    longest = max(len(one), len(other))
    if longest < _MIN_TYPO:
        return 0.0
    wrong = DamerauLevenshtein.distance(one, other, score_cutoff=3)
    if wrong == 1:
        return 95.0 - 12.0 / longest
    if wrong <= 3 and wrong * 5 <= longest:
        return 92.0 - 60.0 * wrong / longest
    likeness = fuzz.ratio(one, other)
    return likeness * 0.8 if likeness >= 75 else 0.0


def _partial(query: Form, form: Form) -> float:
    """Each word found in the name, as it is, cut short or with a letter wrong; and how much of the name that is."""
    letters = sum(map(len, query))
    left = list(form)
    got, covered, ordered = 0.0, 0, 0
    for word in query:
        likenesses = [_word(word, other) for other in left]
        best = max(likenesses, default=0.0)
        if best:
            at = likenesses.index(best)
            got += best * len(word)
            covered += min(len(left[at]), len(word))
            ordered += at == 0
            del left[at]
        elif word in _SMALL:
            got += len(word)
    recall, precision = got / letters, covered / max(1, sum(map(len, form)))
    return 90.0 * recall * recall * (0.72 + 0.2 * precision + 0.08 * ordered / len(query))


def _word(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if len(word) >= _MIN_PREFIX and other.startswith(word):
        return 0.93
    if min(len(word), len(other)) >= _MIN_TYPO:
        wrong = DamerauLevenshtein.distance(word, other, score_cutoff=2)
        if wrong == 1 or (wrong == 2 and len(word) > 7):
            return 1.0 - wrong * 0.1
    return 0.0


def ranked(query: Query, rows: Sequence[Mapping[str, Any]], limit: int) -> list[dict[str, Any]]:
    """The best entities with their scores; of equals those with more facts first, then by id."""
    found = [{**row, "score": score(query, row)} for row in rows]
    kept = [row for row in found if row["score"] > 0]
    return sorted(kept, key=lambda row: (-row["score"], -row["facts"], row["id"]))[:limit]
