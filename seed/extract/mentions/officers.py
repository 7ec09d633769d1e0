"""Attorneys general whose state the text names elsewhere: "Attorney General Ada Cole"."""

from collections.abc import Iterator

from seed.extract.lexicon.places import name_of
from seed.extract.mentions.document import Text
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Reading
from seed.extract.text.tokens import slug


def _places_before(reading: Reading, whole: Text, at: int) -> Iterator[str]:
    """The places named right before a token, in its sentence and in the one before, the last first."""
    index = reading.sentence.index
    earlier = whole.readings[index - 1].mentions if index else []
    for mention in [*reversed([m for m in reading.mentions if m.last < at]), *reversed(earlier)]:
        if mention.sort == "place" and mention.place and mention.name == "name":
            yield mention.place


def add_officers(reading: Reading, whole: Text, gazetteer: Gazetteer) -> None:
    """Read "Attorney General" and the name after it: the office of the state that the text is about."""
    words = reading.lower
    for at in range(len(words) - 1):
        if words[at : at + 2] != ["attorney", "general"] or not reading.tokens[at].text[0].isupper():
            continue
        mention = reading.at(at)
        if mention is not None and mention.last > at + 1:
            continue
        if mention is None:
            mention = reading.make("entity", at, at + 1)
            mention.kinds = frozenset({"regulator"})
            named = [*_places_before(reading, whole, at), *(place for place, _ in whole.places.most_common())]
            state = next((place for place in named if place.startswith("US-")), None)
            if state is None:
                continue
            entry = gazetteer.authority_of(state, ("state attorney general",))
            name = f"{name_of(state)} Attorney General"
            mention.id, mention.name, mention.place = slug(name), name, state
            mention.known = entry is not None
            if entry is not None:
                mention.id, mention.name = entry.id, entry.name
            reading.add(mention)
