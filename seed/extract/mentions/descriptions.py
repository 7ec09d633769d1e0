"""Descriptions of parties: "the Irish data watchdog", "Texas Attorney General Ken Paxton", "the company", "users"."""

from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.lexicon.places import name_of, place_at
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.text.tokens import fold, slug

_PLURALS: Final = frozenset(
    "attorneys regulators commissioners authorities watchdogs counterparts agencies supervisors colleagues".split()
)
_STATES: Final = frozenset({"states", "commonwealths"})
"""What goes to court through its attorney general: "the states of Ohio and Nevada"."""
_WASHINGTON: Final = "washington"
_LONGEST: Final = 7
_STRONG: Final = frozenset(
    "regulator watchdog supervisor commissioner dpa guarantor garante authority inspectorate counterpart "
    "counterparts".split()
)
"""Nouns that mean an authority after the name of a place alone."""
_GENERIC: Final = frozenset("authority regulator watchdog agency".split())
_FEW: Final = 4
_AUTHORITY: Final = frozenset({"regulator"})
_ATTORNEY: Final = ("state attorney general",)


def add_places(reading: Reading) -> None:
    """Add every place that a sentence names."""
    folded = [fold(token.text) for token in reading.tokens]
    at = 0
    while at < len(folded):
        found = place_at(folded, at) if reading.tokens[at].text[:1].isupper() and not reading.at(at) else None
        if found is None or (
            folded[at] == "us"
            and reading.tokens[at].text != "US"
            and not (reading.tokens[at].text == "U.S." and reading.lower[at + 1 : at + 2] in (["v"], ["vs"]))
        ):
            at += 1
            continue
        code, size, sort = found
        if sort == "seat" and _is_in_a_name(reading, at + size):
            at += size
            continue
        mention = reading.make("place", at, at + size - 1)
        mention.place, mention.name = code, sort
        mention.kinds = frozenset({"country"})
        reading.add(mention)
        at += size


def _is_in_a_name(reading: Reading, at: int) -> bool:
    """Whether a city is followed by a name word, as in "Cambridge Analytica": then it is no place."""
    return at < len(reading.tokens) and reading.tokens[at].text[:1].isupper() and not reading.at(at)


def add_authorities(reading: Reading, gazetteer: Gazetteer) -> None:
    """Turn a place and the words for an authority after it into that place's authority."""
    for place in [m for m in reading.mentions if m.sort == "place"]:
        title = _titled_before(reading, place)
        end = (place.last, _ATTORNEY) if title is not None else _authority_end(reading, place.last + 1)
        end = end or _ombudsman(reading, place, gazetteer)
        if end is None or place.place is None:
            continue
        last, sorts = end
        if sorts == _ATTORNEY and place.name == "seat" and reading.lower[place.first] == _WASHINGTON:
            place.place, place.name = "US-WA", "name"
        entry = gazetteer.authority_of(place.place, sorts) or gazetteer.authority_of(
            place.place[:2] if sorts else place.place, sorts
        )
        mention = reading.make(
            "entity", _with_office(reading, place.first, sorts) if title is None else title, last
        )
        mention.kinds, mention.place = _AUTHORITY, place.place
        if place.place == "EU" and reading.lower[last] in {"commissioner", "commission"}:
            entry = gazetteer.entries.get("european-commission")
        if entry is not None:
            mention.id, mention.name = entry.id, entry.name
        elif sorts == _ATTORNEY and place.place.startswith("US-") and place.name == "name":
            mention.name, mention.known = f"{name_of(place.place)} Attorney General", False
            mention.id = slug(mention.name)
        elif mention.text.split()[-1][0].isupper() or (sorts and sorts != _ATTORNEY):
            # "Italy's competition authority" is nobody's data protection authority, known or not.
            mention.id, mention.name, mention.known = slug(mention.text), mention.text, False
            mention.kinds = frozenset({"regulator", "ngo"})
        else:
            mention.sort = "nominal"
        reading.drop(place)
        if not reading.add(mention):
            reading.add(place)


def _ombudsman(reading: Reading, place: Mention, gazetteer: Gazetteer) -> tuple[int, tuple[str, ...]] | None:
    """The end of "the Finnish ombudsman", where the data protection authority of the place is one."""
    entry = gazetteer.authority_of(place.place or "")
    here = reading.lower[place.last + 1 : place.last + 2] == ["ombudsman"]
    return (place.last + 1, ()) if here and entry is not None and "ombudsman" in entry.name.lower() else None


def _titled_before(reading: Reading, place: Mention) -> int | None:
    """The first word of "Attorney General of the District of Columbia", before the place that it ends with."""
    words = reading.lower[: place.first]
    words = words[:-1] if words[-1:] == ["the"] else words
    if words[-3:-1] != ["attorney", "general"] or words[-1] not in {"of", "for"}:
        return None
    return len(words) - 3


def _with_office(reading: Reading, first: int, sorts: tuple[str, ...]) -> int:
    """Where "the Office of the Texas Attorney General" starts, given where Texas does."""
    office = sorts == _ATTORNEY and reading.lower[max(0, first - 3) : first] == ["office", "of", "the"]
    return first - 3 if office and not any(reading.at(i) for i in range(first - 3, first)) else first


def add_authority_lists(reading: Reading, gazetteer: Gazetteer) -> None:
    """Read "the regulators of British Columbia, Alberta and Quebec" as three authorities."""
    for at, word in enumerate(reading.lower):
        general = reading.lower[at : at + 2] == ["attorneys", "general"]
        index = at + 1 + general
        if word not in _PLURALS | _STATES or reading.lower[index : index + 1] not in (
            ["of"],
            ["in"],
            ["from"],
        ):
            continue
        sorts = _ATTORNEY if general or word in _STATES else ()
        index += 1
        while index < len(reading.tokens):
            place = reading.at(index)
            if (
                place is not None
                and place.sort == "place"
                and (entry := gazetteer.authority_of(place.place or "", sorts))
            ):
                place.sort, place.kinds, place.id, place.name = "entity", _AUTHORITY, entry.id, entry.name
                index = place.last + 1
            elif place is not None and sorts and reading.lower[index] == _WASHINGTON and place.name == "seat":
                # In a list of states it is the state; its name is not that of the capital then.
                place.place, place.name = "US-WA", "name"
            elif (
                place is not None
                and place.sort == "place"
                and sorts
                and (place.place or "").startswith("US-")
            ):
                name = f"{name_of(place.place or '')} Attorney General"
                place.sort, place.kinds, place.id, place.name = "entity", _AUTHORITY, slug(name), name
                place.known = False
                index = place.last + 1
            elif reading.lower[index] in {",", "and", "the"}:
                index += 1
            else:
                break


def add_joint_adjectives(reading: Reading, gazetteer: Gazetteer) -> None:
    """Read "the Dutch and the Canadian privacy authorities" as two authorities."""
    for at, word in enumerate(reading.lower):
        if word not in _PLURALS:
            continue
        index = at - 1
        while index >= 0 and (
            reading.lower[index] in word_classes.AUTHORITY_QUALIFIERS
            or reading.lower[index] in {"supervisory", "national"}
        ):
            index -= 1
        qualified = index < at - 1
        places: list[Mention] = []
        while index >= 0:
            mention = reading.at(index)
            if mention is not None and mention.sort == "place" and mention.name == "adjective":
                places.append(mention)
                index = mention.first - 1
            elif places and reading.lower[index] in {"and", ",", "the"}:
                index -= 1
            else:
                break
        entries = [gazetteer.authority_of(place.place or "") for place in places]
        for place, entry in zip(places, entries, strict=True):
            if entry is not None and (
                len(places) > 1
                or word in {"colleagues", "counterparts"}
                or (qualified and word in {"authorities", "regulators"})
            ):
                place.sort, place.kinds, place.id, place.name = "entity", _AUTHORITY, entry.id, entry.name


def own_kind(readings: list[Reading], gazetteer: Gazetteer) -> None:
    """Read "the Italian authority" as the one of that country which the text names, where that is another one."""
    named: dict[str, set[str]] = {}
    bare: list[Mention] = []
    for reading in readings:
        for mention in reading.mentions:
            if (
                mention.sort != "entity"
                or mention.kinds != _AUTHORITY
                or not mention.known
                or not mention.place
            ):
                continue
            words = {word.lower() for word in mention.text.replace("’s", "").replace("'s", "").split()}
            if (
                words & _GENERIC
                and not words & word_classes.AUTHORITY_QUALIFIERS.keys()
                and len(words) < _FEW
            ):
                bare.append(mention)
            else:
                named.setdefault(mention.place, set()).add(mention.id or "")
    for mention in bare:
        others = named.get(mention.place or "", set())
        if (
            len(others) == 1
            and mention.id not in others
            and (entry := gazetteer.entries.get(next(iter(others))))
        ):
            mention.id, mention.name = entry.id, entry.name


def _authority_end(  # noqa: C901 - one walk over the words, a branch for each sort of word
    reading: Reading, at: int
) -> tuple[int, tuple[str, ...]] | None:
    """The last token of an authority's description that starts at a token, and the sort of authority."""
    words = reading.lower
    if at < len(words) and words[at] in {"'s", "’s"}:
        at += 1
    if (attorney := _attorney_end(reading, at)) is not None:
        return attorney, _ATTORNEY
    qualified, sorts, last = False, (), None
    for index in range(at, min(at + _LONGEST, len(words))):
        word = words[index]
        if reading.at(index):
            break
        plain = word in _STRONG or (index == at and reading.tokens[index].text[0].isupper())
        if word in word_classes.AUTHORITY_HEADS and (qualified or plain):
            last = index
            if index + 1 < len(words) and words[index + 1] not in {"for", "of"}:
                break
        elif word in word_classes.WEAK_AUTHORITY_HEADS and qualified:
            last = index
        elif word in word_classes.AUTHORITY_QUALIFIERS:
            qualified = True
            if sort := word_classes.AUTHORITY_QUALIFIERS[word]:
                sorts = (sort,)
            if last is not None:
                last = index
        elif word not in word_classes.AUTHORITY_FILLERS:
            break
    return (last, sorts) if last is not None else None


def _attorney_end(reading: Reading, at: int) -> int | None:
    """The last word of "attorney general" or "AG" after a place, also after the comma of "Washington, D.C.,"."""
    words = reading.lower
    if words[at : at + 3] == [",", "attorney", "general"] and reading.tokens[at + 1].text[0].isupper():
        return at + 2
    if words[at : at + 2] == ["attorney", "general"]:
        return at + 1
    return at if words[at : at + 1] == ["ag"] and reading.tokens[at].text == "AG" else None
