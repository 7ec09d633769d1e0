"""Short forms that a text gives itself: what stands in brackets after a name, first words of firms, surnames."""

import re
from typing import Final

from seed.extract import lexicon
from seed.extract.mentions import Mention, Reading
from seed.extract.tokens import fold

_INSIDE: Final = re.compile(r"[^\W\d_][\w.&'’-]{1,20}(?: [A-Z][\w.&-]{1,20}){0,2}")


def apply_definitions(readings: list[Reading]) -> None:
    """Read "the Autoriteit Persoonsgegevens (AP)": what stands in the brackets means the same from then on."""
    meanings: dict[str, Mention] = {}
    for reading in readings:
        for mention in [m for m in reading.mentions if m.sort == "entity"]:
            short = _bracketed(reading, mention.last + 1)
            if short and (len(short) > 1 or short.isupper()):
                meanings.setdefault(short, mention)
    for reading in readings:
        for at, token in enumerate(reading.tokens):
            meaning = meanings.get(token.text)
            here = reading.at(at)
            if meaning is None or (
                here is not None
                and (
                    here.id == meaning.id
                    or here.last > here.first
                    or (
                        here.known
                        and here.kinds & meaning.kinds
                        and here.id
                        and not _initials(token.text, meaning)
                    )
                )
            ):
                continue
            if here is not None:
                reading.drop(here)
            reading.add(_like(reading, at, at, meaning))


def _initials(short: str, meaning: Mention) -> bool:
    """Whether a short form is made of the first letters of a name, and so can mean nobody else in this text."""
    words = [word for word in re.split(r"[\s-]+", meaning.text) if word[:1].isupper()]
    return len(words) > 2 and short.upper() == "".join(word[0] for word in words).upper()


def _bracketed(reading: Reading, at: int) -> str | None:
    """The short name in brackets that starts at a token: one capitalised word, perhaps in quotes."""
    tokens = reading.tokens
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return None
    inside: list[str] = []
    for token in tokens[at + 1 : at + 7]:
        if token.text == ")":
            break
        if token.text not in {"“", "”", '"', "'", "‘", "’", "the", "hereinafter", ","}:
            inside.append(token.text)
    if (
        len(inside) == 1
        and inside[0][:1].isupper()
        and _INSIDE.fullmatch(inside[0])
        and inside[0].lower() not in lexicon.NOT_NAMES
    ):
        return inside[0]
    return None


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
                        and fold(word) not in lexicon.COMPANY_SUFFIXES
                        and word.lower() not in lexicon.PUBLIC_WORDS | lexicon.NOT_NAMES
                    ):
                        longer.setdefault(word, mention)
                if len(words) > 2:
                    longer.setdefault(" ".join(words[:2]), mention)
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
