"""Short forms that a text gives itself: what stands in brackets after a name, first words of firms, surnames."""

import re
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.text.pipeline import is_common
from seed.extract.text.tokens import fold, initials

_INSIDE: Final = re.compile(r"[^\W\d_][\w.&'’-]{1,20}(?: [A-Z][\w.&-]{1,20}){0,2}")

_SHORTEST, _ACRONYM = 3, 6
_BODIES: Final = frozenset({"company", "public_body", "ngo"})
_LONGEST_SHORT: Final = 3
"""Words of a short form: "the NY AG"."""


def apply_definitions(readings: list[Reading]) -> None:
    """Read "the Autoriteit Persoonsgegevens (AP)": what stands in the brackets means the same from then on."""
    meanings: dict[tuple[str, ...], Mention] = {}
    for reading in readings:
        for mention in [m for m in reading.mentions if m.sort == "entity"]:
            short = _bracketed(reading, mention.last + 1)
            text = " ".join(short or ())
            if short is not None and _is_place(reading, mention.last + 2):
                continue  # "Acme (Finland)" says where a firm is, not what it is called.
            if short is not None and (len(text) > 1 or text.isupper()):
                meanings.setdefault(short, mention)
    firsts = {short[0] for short in meanings}
    for reading in readings:
        for at, token in enumerate(reading.tokens):
            if token.text in firsts:
                _apply(reading, at, meanings)


def _is_place(reading: Reading, at: int) -> bool:
    mention = reading.at(at)
    return mention is not None and mention.sort == "place" and mention.name == "name"


def _apply(reading: Reading, at: int, meanings: dict[tuple[str, ...], Mention]) -> None:
    """Give the words at a token the meaning that the text has given them, the longest first."""
    for size in range(_LONGEST_SHORT, 0, -1):
        words = tuple(token.text for token in reading.tokens[at : at + size])
        meaning = meanings.get(words)
        if meaning is None or len(words) < size:
            continue
        inside = {id(m): m for i in range(at, at + size) if (m := reading.at(i)) is not None}.values()
        if any(_keeps(m, at, at + size - 1, words, meaning) for m in inside):
            continue
        for mention in inside:
            reading.drop(mention)
        reading.add(_like(reading, at, at + size - 1, meaning))
        return


def _keeps(here: Mention, first: int, last: int, words: tuple[str, ...], meaning: Mention) -> bool:
    """Whether what is read there already is right: the same, a longer name, or a known one that the words may be."""
    if here.id == meaning.id or here.first < first or here.last > last:
        return True
    known = bool(here.known and here.id and (here.kinds & meaning.kinds or not meaning.known))
    return len(words) == 1 and known and not _initials(words[0], meaning)


def _initials(short: str, meaning: Mention) -> bool:
    """Whether a short form is made of the first letters of a name, and so can mean nobody else in this text."""
    letters = initials(meaning.text)
    return len(letters) > 2 and short.upper() == letters


def _bracketed(reading: Reading, at: int) -> tuple[str, ...] | None:
    """The short name in brackets that starts at a token: one capitalised word, or a few that end in initials."""
    tokens = reading.tokens
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return None
    inside: list[str] = []
    for token in tokens[at + 1 : at + 7]:
        if token.text == ")":
            break
        if token.text not in {
            "“",
            "”",
            '"',
            "'",
            "‘",
            "’",
            "the",
            "hereinafter",
            ",",
            "collectively",
            "together",
            "jointly",
            "also",
            "or",
            "as",
            ":",
        }:
            inside.append(token.text)
    if len(inside) == 1 and is_small_acronym(inside[0]):
        return (inside[0],)
    if not 0 < len(inside) <= _LONGEST_SHORT or not all(word[:1].isupper() for word in inside):
        return None
    if len(inside) > 1:
        return tuple(inside) if inside[-1].isupper() and inside[-1].isalpha() else None
    fits = _INSIDE.fullmatch(inside[0]) and inside[0].lower() not in word_classes.NOT_NAMES
    return (inside[0],) if fits else None


def is_small_acronym(word: str) -> bool:
    """Whether a word in small letters is one that a body made up for itself: "noyb", and no word of the language."""
    return word.islower() and word.isalpha() and _SHORTEST <= len(word) <= _ACRONYM and not is_common(word)


def _like(reading: Reading, first: int, last: int, model: Mention) -> Mention:
    mention = reading.make("entity", first, last)
    mention.id, mention.name, mention.kinds, mention.known, mention.place = (
        model.id,
        model.name,
        model.kinds,
        model.known,
        model.place,
    )
    return mention


def apply_appositions(readings: list[Reading]) -> None:
    """Read "noyb, the European Centre for Digital Rights, …": a longer name set beside a known one is the same."""
    for reading in readings:
        for mention in [m for m in reading.mentions if m.sort == "entity" and m.known]:
            at = mention.last + 1
            other = reading.at(at + 2) if reading.lower[at : at + 2] == [",", "the"] else None
            if other is not None and other.sort == "place":
                other = reading.at(other.last + 1)
            if (
                other is not None
                and other.sort == "entity"
                and not other.known
                and other.last - other.first > 1
                and other.kinds & mention.kinds
                and reading.lower[other.last + 1 : other.last + 2] == [","]
                and reading.lower[other.last + 2 : other.last + 3] not in (["and"], ["or"])
            ):
                reading.swap(other, _like(reading, other.first, other.last, mention))


def apply_short_forms(readings: list[Reading]) -> None:
    """Read "Avid" or "Dixon" as the longer name that the text gave: by its first or its last word."""
    longer: dict[str, Mention] = {}
    for reading in readings:
        for mention in reading.mentions:
            words = mention.text.replace(",", "").split()
            if (
                mention.sort == "entity"
                and len(words) > 1
                and mention.id
                and mention.kinds & {"company", "person", "public_body", "ngo"}
            ):
                for word in {words[0], *([words[-1]] if "person" in mention.kinds else [])}:
                    if (
                        len(word) > 2
                        and fold(word) not in word_classes.COMPANY_SUFFIXES
                        and word.lower() not in word_classes.PUBLIC_WORDS | word_classes.NOT_NAMES
                    ):
                        longer.setdefault(word, mention)
                if len(words) > 2:
                    longer.setdefault(" ".join(words[:2]), mention)
    _apply_initials(readings)
    for reading in readings:
        for mention in list(reading.mentions):
            model = longer.get(mention.text)
            if (
                mention.sort == "entity"
                and not mention.known
                and model is not None
                and model.text != mention.text
            ):
                reading.swap(mention, _like(reading, mention.first, mention.last, model))


def _apply_initials(readings: list[Reading]) -> None:
    """Read "FDC" as the "Fenwick Dental Care" that the text names in full, where no other name has these letters."""
    meant: dict[str, Mention | None] = {}
    for mention in [m for r in readings for m in r.mentions if m.sort == "entity" and m.kinds & _BODIES]:
        short = initials(re.sub(r",.*", "", mention.text))
        if len(short) > 2 and mention.last > mention.first:
            known = meant.setdefault(short, mention)
            meant[short] = mention if known is not None and known.id == mention.id else None
    for reading in readings:
        for at, token in enumerate(reading.tokens):
            model, here = meant.get(token.text), reading.at(at)
            if model is None or (here is not None and (here.known or here.last > here.first)):
                continue
            if here is not None:
                reading.drop(here)
            reading.add(_like(reading, at, at, model))
