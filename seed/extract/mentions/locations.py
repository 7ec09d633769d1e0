"""Names that say where something is: "in Leeds", "in Chorley, Lancashire", "a Louisville, Kentucky, clinic"."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Reading
from seed.extract.mentions.name_kinds import UNKNOWN, kind_of
from seed.extract.mentions.name_starts import INNER_CAPITAL

_WITHIN: Final = frozenset({"in", "near"})
_STAKES: Final = frozenset(
    "stake stakes invest invested investing investor shareholder shares interest holding majority confidence trust case".split()
)


def is_location(reading: Reading, at: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether an unknown name of one or two plain words stands where a place does: "in Leeds", "near Port Amity"."""
    if not at or last - at > 1 or not (_is_in(reading, at) or _has_state(reading, last)):
        return False
    before = reading.lower[at - 2] if at > 1 else ""
    text = reading.make("entity", at, last).text
    return (
        before not in _STAKES
        and kind_of(text) == UNKNOWN
        and not INNER_CAPITAL.search(text)
        and gazetteer.by_first_word(text) is None
    )


def _is_in(reading: Reading, at: int) -> bool:
    """Whether "in" stands before a name, or before the town whose county it is: "in Chorley, Lancashire"."""
    words = reading.lower
    if words[at - 1] in _WITHIN:
        return True
    town = at > 2 and words[at - 1] == "," and words[at - 3] in _WITHIN
    return town and reading.tokens[at - 2].text.istitle() and reading.at(at - 2) is None


def _has_state(reading: Reading, last: int) -> bool:
    """Whether a state of America stands behind a town: "a Louisville, Kentucky, clinic"."""
    state = reading.at(last + 2) if reading.lower[last + 1 : last + 2] == [","] else None
    if state is None or state.sort != "place" or not (state.place or "").startswith("US-"):
        return False
    return state.name == "name" and reading.lower[state.last + 1 : state.last + 2] not in (["'s"], ["’s"])
