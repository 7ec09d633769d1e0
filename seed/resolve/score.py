"""How likely two entities are one, told feature by feature. Pure.

Points add up to a score between 0 and 100; each feature says what was compared and what it gave. Nothing is merged by
a score: it only decides which pairs a person is asked about.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz import fuzz

from graph.legal_forms import form_of, plain_name
from graph.text import words

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
_ENDED: Final = 55
_SHORT_ENDING: Final = 4
"""Letters after a name that may be a legal form which nobody listed."""
_SHARED: Final = 8
_MOST_SHARED: Final = 2


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as it is compared; ``around`` are the entities with which it shares facts."""

    id: str
    kind: str
    names: tuple[str, ...]
    country: str | None = None
    registered: bool = False
    around: frozenset[str] = field(default_factory=frozenset[str])
    caption: str | None = None
    acronym: str | None = None


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
    found = words(plain_name(name).replace("&", " and "))
    return found[1:] if len(found) > 1 and found[0] == "the" else found


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
    less, more = sorted((one, other), key=len)
    ending = more[len(less) :]
    if less == more[: len(less)] and len("".join(ending)) <= _SHORT_ENDING and not "".join(ending).isdigit():
        return Feature("short_ending", likeness, _ENDED)
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
    return {form for name in one.names if (form := form_of(name))}


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
