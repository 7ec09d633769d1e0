"""Names that no record has: found by their capitals, given a kind by their words and a readable id."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections import Counter
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.abbreviations import is_small_acronym
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.locations import is_location
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.name_forms import SURE_FORMS, with_dot, with_form
from seed.extract.mentions.name_kinds import PAPERS, kind_of
from seed.extract.mentions.name_spans import CONNECTORS, run
from seed.extract.mentions.name_starts import LONGEST, law_title, sanctioned_at_the_head
from seed.extract.mentions.offices import after_office
from seed.extract.text.pipeline import is_common
from seed.extract.text.tokens import slug

_INSTITUTIONS: Final = (
    word_classes.PUBLIC_WORDS
    | word_classes.NGO_WORDS
    | word_classes.REGULATOR_WORDS
    | word_classes.COMPANY_WORDS
)
_CARRIERS: Final = frozenset("airlines airways railways telecom bank post".split())
"""Trades whose firms carry the name of their country: "Croatia Airlines"."""
_OF_STATES: Final = frozenset("department ministry division secretariat senate treasury chamber".split())
"""Bodies that carry the name of their state or city: "New York State Department of Health"."""
_CITED: Final = re.compile(r"(?:[A-Z0-9]\w{0,2}\.\s?)*(?:Cir|(?:[NSEWMC]\.\s?)?D\.\s?[A-Z][a-z]*|Supp|Ct)\.?")
"""Courts and reporters as citations give them: "D.C. Cir.", "N.D. Cal."; they are in brackets and do nothing."""
_REPORTS: Final = frozenset("said says told wrote added fined was were has".split())
"""Verbs that a title in prose seldom has."""
_WORDS_TO_FORM: Final = 6
_TITLE_SHARE: Final = 0.6
_BODY_SHARE: Final = 0.85
_TITLE_LOOK: Final = 60
"""Words that settle whether a line is a title; no title is longer."""


def title_case(reading: Reading) -> bool:
    """Whether the sentence is a heading with capitals throughout, so that a capital says nothing."""
    if reading.sentence.kind == "body" and _REPORTS & set(reading.lower[-_TITLE_LOOK:]):
        return False
    share = _TITLE_SHARE if reading.sentence.kind == "heading" else _BODY_SHARE
    words = capitals = 0
    for at, token in enumerate(reading.tokens[:_TITLE_LOOK]):
        text = token.text
        # Known names and dates have their capitals anyway: they say nothing about the rest.
        if len(text) > 3 and text[0].isalpha() and at not in reading.owners:
            words += 1
            capitals += text[0].isupper()
    return words >= 4 and capitals / words > share


def capitalised_within(readings: list[Reading]) -> Counter[str]:
    """Words that have a capital inside a sentence, with counts: at the start of another one they are names too."""
    return Counter(
        token.text
        for reading in readings
        if not title_case(reading)
        for token in reading.tokens[1:]
        if token.text[:1].isupper() and token.text.lower() not in word_classes.NOT_NAMES
    )


def add_names(reading: Reading, inner: Counter[str], gazetteer: Gazetteer) -> None:
    """Add every unknown name of a sentence as an entity of its own."""
    free = title_case(reading)
    if (label := _labelled(reading)) is not None:
        add_name(reading, *label, gazetteer)
    if (leading := sanctioned_at_the_head(reading)) is not None:
        for day in [m for m in reading.mentions if m.first <= leading]:
            reading.drop(day)
        add_name(reading, 0, leading, gazetteer)
    for known in list(reading.mentions):
        _extend(reading, known, gazetteer)
    _add_employers(reading, gazetteer)
    at = 0
    while at < len(reading.tokens):
        if reading.tokens[at].text.islower() and reading.tokens[at].text.isalpha():
            at += 1
            continue
        if (law := law_title(reading, at)) is not None:
            at = law + 1
            continue
        last = None if reading.at(at) else run(reading, at, inner, titled=free)
        if last is None:
            at += 1
            continue
        at, last = after_office(reading, _with_place(reading, at, last), last), _with_country(reading, last)
        if not is_location(reading, at, last, gazetteer) and not _is_of_a_paper(reading, at):
            add_name(reading, at, last, gazetteer)
        at = last + 1


def _add_employers(reading: Reading, gazetteer: Gazetteer) -> None:
    """Add bodies that write themselves small, where a role stands before them: "legal officer at vzbv"."""
    for at in range(2, len(reading.tokens)):
        word = reading.tokens[at].text
        if (
            reading.lower[at - 1] in {"at", "of"}
            and reading.lower[at - 2] in word_classes.TITLES
            and is_small_acronym(word)
            and reading.at(at) is None
        ):
            add_name(reading, at, at, gazetteer)


def _is_of_a_paper(reading: Reading, at: int) -> bool:
    """Whether a name is the end of a paper's: "Report of Findings", "Notice of Violation"."""
    before = reading.tokens[max(0, at - 2) : at]
    return (
        len(before) == 2
        and before[1].text == "of"
        and before[0].text[0].isupper()
        and before[0].text.lower() in PAPERS
    )


def _with_country(reading: Reading, last: int) -> int:
    """The end of a name with the country of a subsidiary and its legal form: "Kaufland Romania SCS"."""
    place = reading.at(last + 1)
    fits = place is not None and (
        place.name == "name" or (place.name == "seat" and reading.lower[last] in _INSTITUTIONS)
    )
    if place is None or place.sort != "place" or not fits or place.plural:
        return last
    following = reading.lower[place.last + 1] if place.last + 1 < len(reading.lower) else ""
    if following in {"'s", "’s"}:
        return last
    reading.drop(place)
    if following in word_classes.COMPANY_SUFFIXES:
        return place.last + 1
    return place.last if title_case(reading) else _on(reading, place.last)


def _on(reading: Reading, last: int) -> int:
    """The end of a name that goes on behind a place with capitals: "Holland America Line"."""
    while last + 1 < len(reading.tokens):
        token = reading.tokens[last + 1]
        stops = token.text.lower() in word_classes.BREAK_NAMES | word_classes.NOT_NAMES | word_classes.TITLES
        if reading.at(last + 1) or not token.text[:1].isupper() or not token.text.isalpha() or stops:
            break
        last += 1
    return with_dot(reading, last)


def _extend(reading: Reading, known: Mention, gazetteer: Gazetteer) -> None:
    """Read "Facebook Germany GmbH" as a firm of its own, where only "Facebook" is known."""
    if known.sort == "entity" and "company" in known.kinds:
        last = with_form(reading, known.last) or _longer(reading, known.last) or _second(reading, known)
        if last is not None:
            for inside in {
                id(m): m for i in range(known.last + 1, last + 1) if (m := reading.at(i))
            }.values():
                reading.drop(inside)
            reading.drop(known)
            add_name(reading, known.first, last, gazetteer)
            return
    place = reading.at(known.last + 1)
    if known.sort != "entity" or "company" not in known.kinds or place is None or place.sort != "place":
        return
    at = place.last + 1 + (reading.lower[place.last + 1 : place.last + 2] == [","])
    form = reading.lower[at] if at < len(reading.lower) else ""
    if form in word_classes.COMPANY_SUFFIXES and reading.tokens[at].text[0].isupper():
        reading.drop(known)
        reading.drop(place)
        add_name(reading, known.first, with_dot(reading, at), gazetteer)


def _second(reading: Reading, known: Mention) -> int | None:
    """The second word of "Posti Jakelu", of which only the first is known; a word of the language names a product or a role."""
    at = known.last + 1
    if title_case(reading) or " " in known.text or at >= len(reading.tokens) or reading.at(at) is not None:
        return None
    word, after = reading.tokens[at].text, reading.tokens[at + 1].text if at + 1 < len(reading.tokens) else ""
    plain = word[:1].isupper() and word[1:].islower() and word.isalpha() and not is_common(word.lower())
    return at if plain and not after[:1].isupper() and (after.isalpha() or not after) else None


def _longer(reading: Reading, last: int) -> int | None:
    """The end of "Experian Marketing Services UK Ltd", of which only the first word is known: capitals up to a legal form."""
    for index in range(last + 2, min(last + _WORDS_TO_FORM, len(reading.tokens))):
        text, before = reading.tokens[index].text, reading.tokens[index - 1].text
        inside = reading.at(index - 1)
        if not before[:1].isupper() or before.lower() in word_classes.BREAK_NAMES:
            return None
        if inside is not None and (inside.sort != "place" or inside.name != "name"):
            return None
        if text.lower().rstrip(".") in SURE_FORMS and text[:1].isupper():
            return index
    return None


def _labelled(reading: Reading) -> tuple[int, int] | None:
    """The tokens after the colon of a heading such as "AEPD: Acme Widgets SL": a name, whatever its capitals."""
    tokens = reading.tokens
    colon = next((i for i, t in enumerate(tokens) if t.text in {":", "–", "|"}), None)
    if reading.sentence.kind != "heading" or colon is None or not 0 < len(tokens) - colon - 1 <= LONGEST:
        return None
    authority = any(m.kinds == frozenset({"regulator"}) and m.last < colon for m in reading.mentions)
    rest = range(colon + 1, len(tokens))
    named = all(
        tokens[i].text[:1].isupper()
        or tokens[i].text.lower() in CONNECTORS
        or not tokens[i].text[:1].isalpha()
        for i in rest
    )
    free = not any(reading.at(i) for i in rest)
    return (
        (colon + 1, len(tokens) - 1)
        if authority and named and free and tokens[colon + 1].text[:1].isalnum()
        else None
    )


def add_name(reading: Reading, at: int, last: int, gazetteer: Gazetteer) -> None:
    """Add one unknown name, or a nominal where it is only the title of an authority."""
    mention = reading.make("entity", at, last)
    kinds = kind_of(mention.text)
    if (
        not kinds
        or _CITED.fullmatch(mention.text)
        or {w.lower().strip(".,") for w in mention.text.split()} <= word_classes.COMPANY_SUFFIXES
    ):
        return
    mention.kinds, mention.known = kinds, False
    if {w.lower() for w in mention.text.split()} <= word_classes.GENERIC_AUTHORITY:
        mention.sort, mention.kinds = "nominal", frozenset({"regulator"})
        reading.add(mention)
        return
    mention.name = re.sub(r"\s+", " ", mention.text)
    identifier = slug(mention.name)
    mention.id = f"{identifier}-new" if identifier in gazetteer.entries else identifier
    _link(mention, gazetteer)
    reading.add(mention)


def _with_place(reading: Reading, at: int, last: int) -> int:
    """Where a name starts, given that "Norwegian" belongs to "Norwegian Consumer Council"."""
    before = reading.at(at - 1) if at else None
    adjective = before is not None and before.sort == "place" and before.name == "adjective"
    named = before is not None and before.sort == "place" and before.name == "name"
    trade = named and reading.lower[at] in _CARRIERS | _OF_STATES and last > at
    if before is None or not (trade or (adjective and reading.lower[last] in _INSTITUTIONS)):
        return at
    reading.drop(before)
    return before.first


def _link(mention: Mention, gazetteer: Gazetteer) -> None:
    """Take a single word for the only known company whose name starts with it; a word of the language is no name alone."""
    single = " " not in mention.text and len(mention.text) > 2 and not is_common(mention.text.lower())
    entry = gazetteer.by_first_word(mention.text) if single else None
    if entry is not None:
        mention.id, mention.name, mention.kinds = entry.id, entry.name, frozenset({entry.kind})
        mention.known, mention.place = True, entry.country
