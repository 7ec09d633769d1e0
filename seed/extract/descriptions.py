"""Descriptions of parties: "the Irish data watchdog", "Texas Attorney General Ken Paxton", "the company", "users"."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

from seed.extract import lexicon
from seed.extract.gazetteer import Gazetteer
from seed.extract.mentions import Mention, Reading
from seed.extract.places import name_of, place_at
from seed.extract.tokens import fold, slug

_DETERMINERS: Final = frozenset("the this that these those its their both said".split())
_KIN: Final = frozenset({"parent", "owner", "subsidiary", "unit", "service", "app", "platform", "brand"})
_DEMONSTRATIVES: Final = frozenset("that this those these said both".split())
_BREAKS: Final = frozenset("of to in on by for and or with from at is was that had has have were are".split())
_PLURALS: Final = frozenset(
    "attorneys regulators commissioners authorities watchdogs counterparts agencies supervisors colleagues".split()
)
_LONGEST: Final = 7
_STRONG: Final = frozenset(
    "regulator watchdog supervisor commissioner dpa guarantor garante authority inspectorate counterpart "
    "counterparts".split()
)
"""Nouns that mean an authority after the name of a place alone."""
_AUTHORITY: Final = frozenset({"regulator"})
_FIRM: Final = frozenset({"company", "platform", "public_body", "ngo", "media"})
_TRADES: Final = frozenset(
    "reference reporting rating credit marketing advertising travel news collection employment recruitment estate letting staffing "
    "temping ad detective modelling".split()
)
"""What an agency does that is no authority: "the credit reference agency"."""
_ATTORNEY: Final = ("state attorney general",)


def add_places(reading: Reading) -> None:
    """Add every place that a sentence names."""
    folded = [fold(token.text) for token in reading.tokens]
    at = 0
    while at < len(folded):
        found = place_at(folded, at) if reading.tokens[at].text[:1].isupper() and not reading.at(at) else None
        if found is None or (folded[at] == "us" and reading.tokens[at].text != "US"):
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
        if end is None or place.place is None:
            continue
        last, sorts = end
        entry = gazetteer.authority_of(place.place, sorts) or gazetteer.authority_of(
            place.place[:2] if sorts else place.place, sorts
        )
        mention = reading.make(
            "entity", _with_office(reading, place.first, sorts) if title is None else title, last
        )
        mention.kinds, mention.place = _AUTHORITY, place.place
        if entry is not None:
            mention.id, mention.name = entry.id, entry.name
        elif sorts == _ATTORNEY and place.place.startswith("US-") and place.name == "name":
            mention.name, mention.known = f"{name_of(place.place)} Attorney General", False
            mention.id = slug(mention.name)
        elif mention.text.split()[-1][0].isupper():
            mention.id, mention.name, mention.known = slug(mention.text), mention.text, False
            mention.kinds = frozenset({"regulator", "ngo"})
        else:
            mention.sort = "nominal"
        reading.drop(place)
        if not reading.add(mention):
            reading.add(place)


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
        if word not in _PLURALS or reading.lower[index : index + 1] not in (["of"], ["in"], ["from"]):
            continue
        sorts = _ATTORNEY if general else ()
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
            reading.lower[index] in lexicon.AUTHORITY_QUALIFIERS
            or reading.lower[index] in {"supervisory", "national"}
        ):
            index -= 1
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
            if entry is not None and (len(places) > 1 or word in {"colleagues", "counterparts"}):
                place.sort, place.kinds, place.id, place.name = "entity", _AUTHORITY, entry.id, entry.name


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
        if word in lexicon.AUTHORITY_HEADS and (qualified or plain):
            last = index
            if index + 1 < len(words) and words[index + 1] not in {"for", "of"}:
                break
        elif word in lexicon.WEAK_AUTHORITY_HEADS and qualified:
            last = index
        elif word in lexicon.AUTHORITY_QUALIFIERS:
            qualified = True
            if sort := lexicon.AUTHORITY_QUALIFIERS[word]:
                sorts = (sort,)
            if last is not None:
                last = index
        elif word not in lexicon.AUTHORITY_FILLERS:
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


def add_nominals(reading: Reading) -> None:
    """Add "the regulator", "the social media giant", "users" and the like."""
    for at, word in enumerate(reading.lower):
        if reading.at(at) or (
            reading.tokens[at].text[:1].isupper()
            and at > 0
            and word not in lexicon.AUTHORITY_HEADS | lexicon.COURT_HEADS
        ):
            continue
        if word in lexicon.GROUP_HEADS:
            mention = reading.make("nominal", at, at)
            mention.kinds, mention.plural = frozenset({"group"}), True
            reading.add(mention)
            continue
        kinds = _nominal_kinds(reading, at)
        if not kinds or _has_name_after(reading, at) or _introduces_another(reading, at):
            continue
        first = _determiner(reading, at)
        if first is not None and not (word in _KIN and reading.lower[first] in {"its", "their"}):
            mention = reading.make("nominal", first, at)
            mention.kinds, mention.heads = kinds, frozenset(reading.lower[first : at + 1])
            mention.place = _place_after(reading, at) or next(
                (m.place for m in reading.mentions if m.sort == "place" and first <= m.first <= at), None
            )
            for inside in [m for m in reading.mentions if m.sort == "place" and first <= m.first <= at]:
                reading.drop(inside)
            reading.add(mention)


def _place_after(reading: Reading, at: int) -> str | None:
    """The place in "the data protection commissioner of Bavaria" or "the authority in Stuttgart"."""
    if reading.lower[at + 1 : at + 2] not in (["of"], ["in"], ["for"]):
        return None
    skip = 2 + (reading.lower[at + 2 : at + 3] == ["the"])
    mention = reading.at(at + skip)
    return mention.place if mention is not None and mention.sort == "place" else None


def _introduces_another(reading: Reading, at: int) -> bool:
    """Whether the noun only opens a longer one, or says whose it is: "the parent company", "the owner of Acme"."""
    following = reading.lower[at + 1] if at + 1 < len(reading.lower) else ""
    if following in lexicon.COMPANY_HEADS and not reading.at(at + 1):
        return True
    related = reading.lower[at] in _KIN or reading.lower[at - 1] in _KIN
    named = any(m.sort == "entity" for i in (at + 2, at + 3) if (m := reading.at(i)) is not None)
    return related and following == "of" and named


def _nominal_kinds(reading: Reading, at: int) -> frozenset[str]:
    word = reading.lower[at]
    if word == "agency" and at and reading.lower[at - 1] in _TRADES:
        return _FIRM
    if word in (lexicon.AUTHORITY_HEADS | {"office"}) - {"counterpart", "counterparts"}:
        return _AUTHORITY
    if word in lexicon.COURT_HEADS:
        return frozenset({"court"})
    if word in lexicon.PUBLIC_HEADS:
        return frozenset({"public_body", "company", "ngo"})
    if word in lexicon.COMPANY_HEADS:
        return _FIRM
    return frozenset()


def _has_name_after(reading: Reading, at: int) -> bool:
    """Whether the noun only introduces a name: "the gym operator Pulsegrid"."""
    following = reading.at(at + 1)
    return following is not None and following.sort == "entity"


def _determiner(reading: Reading, at: int) -> int | None:
    """The determiner that opens a noun phrase ending at a token, at most four words back."""
    if (
        reading.tokens[at].text[0].isupper()
        and reading.tokens[at].text != reading.tokens[at].text.upper()
        and at == 0
    ):
        return None
    for index in range(at - 1, max(at - 5, -1), -1):
        word, mention = reading.lower[index], reading.at(index)
        if word in _DETERMINERS:
            return index if word not in _DEMONSTRATIVES or at - index <= 2 else None
        if mention is not None and mention.sort not in {"place", "date"}:
            return None
        if word in _BREAKS or not (word[:1].isalpha() or word in {"'s", "’s"}):
            return None
    return None
