"""Authorities that a text counts and does not name: "22 attorneys general", "a coalition of 48 state AGs"."""

from typing import Final

from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.mentions.mention import Reading
from seed.extract.text.tokens import slug

_NUMBERS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty dozens several".split()
)
_BETWEEN: Final = frozenset({"state", "us", "u.s.", "other"})
_DEEDS: Final = frozenset(
    "sue sued suing settle settled settlement settlements lawsuit investigated investigate investigation filed".split()
)
"""What states do through their attorneys general."""
_NEAR: Final = 14
_GROUPS: Final = frozenset({"coalition", "group"})


def add_counted(reading: Reading) -> None:
    """Add "40 attorneys general" as one party of its own; a list of their states names each."""
    words = reading.lower
    for at, word in enumerate(words):
        heads = 2 if words[at : at + 2] == ["attorneys", "general"] else 1
        shortened = word == "ags" and reading.tokens[at].text == "AGs"
        if heads == 1 and not shortened and not _are_parties(words, at):
            continue
        last = at + heads - 1
        if words[last + 1 : last + 2] in (["of"], ["for"], ["in"], ["from"]):
            continue
        first = at
        while first and words[first - 1] in _BETWEEN and _is_free(reading, first - 1):
            first -= 1
        if not first or not _counts(words[first - 1]):
            continue
        first -= 1
        grouped = words[max(0, first - 2) : first] in [[group, "of"] for group in _GROUPS]
        _add(reading, first - 2 * grouped, last, name=first)


def _is_free(reading: Reading, at: int) -> bool:
    mention = reading.at(at)
    return mention is None or mention.sort == "place"


def _are_parties(words: list[str], at: int) -> bool:
    """Whether states do what an authority does, rather than have laws or inhabitants: "47 states have settled with"."""
    following = words[at + 1 : at + 1 + _NEAR]
    return words[at] == "states" and (
        bool(_DEEDS & set(following)) or words[at - 3 : at - 1] == ["coalition", "of"]
    )


def _counts(word: str) -> bool:
    return word in _GROUPS or all(part.isdigit() or part in _NUMBERS | _UNITS for part in word.split("-"))


_UNITS: Final = frozenset({"one"})


def _add(reading: Reading, first: int, last: int, name: int) -> None:
    for inside in [m for m in reading.mentions if m.first <= last and m.last >= first]:
        reading.drop(inside)
    mention = reading.make("entity", first, last)
    mention.name = " ".join(reading.lower[name : last + 1])
    mention.id, mention.kinds = f"unnamed-{slug(mention.name)}", AUTHORITY
    mention.known, mention.unnamed = False, True
    _ = reading.add(mention)
