"""Of which country a text speaks: the places, bodies, laws and legal forms that it names, each a vote."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Mention, Reading

_BODY: Final = 3
_REGULATOR: Final = "regulator"
_SHARED: Final = frozenset({"EUR", "USD", "GBP", "CHF", "XAF", "XOF", "XPF", "XCD", "BTC", "ANG"})
"""Currencies that say nothing of where a text is set."""
_SETTING: Final = frozenset({"law", "court"})
"""What says where a text that names no place is set."""


def places_of(readings: list[Reading]) -> Counter[str]:
    """How often a text speaks of each place: by places and bodies, else by the laws and courts that it names."""
    votes: Counter[str] = Counter()
    for reading in readings:
        for mention in reading.mentions:
            if (vote := _vote(mention)) is not None:
                votes[vote[0]] += vote[1]
        votes.update(_countries_of_forms(reading))
    mentions = [m for reading in readings for m in reading.mentions]
    set_in = Counter(m.place for m in mentions if m.place and m.kinds & _SETTING and m.place != "EU")
    return votes or set_in or Counter(_country_of_sum(m) for m in mentions if _country_of_sum(m))


def _country_of_sum(mention: Mention) -> str:
    """The country that alone has the currency of a sum; the first letters of a code are its country's."""
    told = mention.money
    coded = told is not None and told.currency in mention.text and told.currency not in _SHARED
    return told.currency[:2] if told is not None and coded and not told.shared else ""


def _vote(mention: Mention) -> tuple[str, int] | None:
    if not mention.place:
        return None
    if mention.sort == "place":
        return mention.place, 1
    if _REGULATOR in mention.kinds:
        return mention.place, _BODY
    return (mention.place, 1) if not mention.known and "court" in mention.kinds else None


def _countries_of_forms(reading: Reading) -> Iterator[str]:
    """The countries that the legal forms of firms tell: "Acme Oy" is at home in Finland."""
    for before, token in pairwise(reading.tokens):
        country = word_classes.COUNTRIES_OF_FORMS.get(token.text.lower().rstrip("."))
        if country is not None and token.text[0].isupper() and before.text[:1].isupper():
            yield country
