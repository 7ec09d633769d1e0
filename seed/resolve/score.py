"""How likely two entities are one, told feature by feature. Pure.

Points add up to a score between 0 and 100; each feature says what was compared and what it gave. Nothing is merged by
a score: it only decides which pairs a person is asked about.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import fuzz
from rigour.names import extract_org_types

from graph.rows import fold
from seed.resolve.parties import plain_name

Outcome = Literal["sure", "unsure", "new"]

UNSURE_FROM: Final = 55
"""The score from which a person is asked."""

_FIRMS: Final = frozenset({"company", "platform", "media", "ngo", "public_body"})
"""Kinds that a bare name leaves open."""

_SAME_NAME: Final = 80
_SPELLING: Final = 70
_LEAST_LIKENESS: Final = 0.7
_CONTAINED: Final = 35
_INITIALS: Final = 45
_SHARED: Final = 8
_MOST_SHARED: Final = 2
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as it is compared; ``around`` are the entities with which it shares facts."""

    id: str
    kind: str
    names: tuple[str, ...]
    country: str | None = None
    registered: bool = False
    around: frozenset[str] = field(default_factory=frozenset[str])


@dataclass(frozen=True, slots=True)
class Feature:
    """What was compared, what came out, and the points that it gives."""

    feature: str
    value: str | float
    points: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entities compared. ``sure``: nothing that ever distinguishes differs; ``unsure``: a person has to say."""

    outcome: Outcome
    score: int
    features: tuple[Feature, ...]


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell: without legal form, accents, punctuation and a leading article."""
    words = _WORD.findall(fold(plain_name(name.replace("&", " and "))))
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def compare(left: Named, right: Named) -> Comparison:
    """The score of two entities with its explanation; the same whichever comes first."""
    name = max(
        (_name(a, b) for a in left.names for b in right.names), key=lambda one: (one.points, one.feature)
    )
    found = [name, *_form(left, right), *_kind(left, right), *_country(left, right), *_numbers(left, right)]
    if common := len(left.around & right.around):
        found.append(Feature("counterparties", common, _SHARED * min(common, _MOST_SHARED)))
    score = max(0, min(100, sum(one.points for one in found)))
    same = name.feature == "same_name" and left.kind == right.kind and all(one.points >= 0 for one in found)
    outcome: Outcome = "sure" if same else "unsure" if score >= UNSURE_FROM else "new"
    return Comparison(outcome, score, tuple(found))


def _name(left: str, right: str) -> Feature:
    one, other = words_of(left), words_of(right)
    if one == other:
        return Feature("same_name", 1.0, _SAME_NAME)
    for short, long in ((one, other), (other, one)):
        if len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long):
            return Feature("initials", 1.0, _INITIALS)
    likeness = round(fuzz.token_sort_ratio(" ".join(one), " ".join(other)) / 100, 3)
    spelling = round(_SPELLING * max(0.0, likeness - _LEAST_LIKENESS) / (1 - _LEAST_LIKENESS))
    contained = one[:1] == other[:1] and (set(one) <= set(other) or set(other) <= set(one))
    if contained and spelling < _CONTAINED:
        return Feature("contained", likeness, _CONTAINED)
    return Feature("spelling", likeness, spelling)


def _form(left: Named, right: Named) -> list[Feature]:
    one, other = _forms(left), _forms(right)
    if not one or not other:
        return []
    same = bool(one & other)
    return [Feature("legal_form", "same" if same else "different", 5 if same else -15)]


def _forms(one: Named) -> set[str]:
    return {form for name in one.names for _, form in _org_types(name)}


@lru_cache(maxsize=65536)
def _org_types(name: str) -> tuple[tuple[str, str], ...]:
    return tuple(extract_org_types(name.casefold()))


def _kind(left: Named, right: Named) -> list[Feature]:
    if left.kind == right.kind:
        return [Feature("kind", "same", 5)]
    near = {left.kind, right.kind} <= _FIRMS
    return [] if near else [Feature("kind", "different", -40)]


def _country(left: Named, right: Named) -> list[Feature]:
    if left.country is None or right.country is None:
        return []
    same = left.country[:2] == right.country[:2]
    return [Feature("country", "same" if same else "different", 10 if same else -25)]


def _numbers(left: Named, right: Named) -> list[Feature]:
    one, other = ({word for word in words_of(x.names[0]) if word.isdigit()} for x in (left, right))
    return [Feature("numbers", "different", -40)] if one != other else []
