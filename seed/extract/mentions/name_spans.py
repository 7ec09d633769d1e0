"""Runs of name words: where a name that no record has begins, and how far it goes."""

from collections import Counter
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Reading
from seed.extract.mentions.name_forms import SURE_FORMS, ends_in_form, formed, with_dot
from seed.extract.mentions.name_starts import LONGEST, is_initial, is_introduced, starts
from seed.extract.text.pipeline import is_common
from seed.extract.text.tokens import Token

CONNECTORS: Final = frozenset(
    "of & de du la le van der den del della dello dei di da do dos das delle degli per for the und et "
    "og y e i för".split()
)
_ROMANCE: Final = CONNECTORS - frozenset("of & for the und van der den et og i e y för".split())
_ARTICLES: Final = frozenset("der den la las los el il lo le les del".split())
"""What may stand between a connector and the next word of a name: "per la", "de los", "van der"."""
_DEEDS: Final = frozenset(
    "fines fined orders ordered against on sues sued investigates reprimands v vs".split()
)
"""Words of a headline after which a name stands."""
_DEPARTMENTS: Final = frozenset("ministry department secretariat directorate office board council".split())
"""Bodies whose field may have two parts: "Ministry of Industry and Innovation"."""
_AUTHORITIES: Final = frozenset("commission authority agency bureau inspectorate".split())
_BOARDS: Final = frozenset(
    "board trust council service services committee institute association hospital college university centre center "
    "foundation society office department union partnership federation".split()
)
"""Bodies whose field may have two parts before them: "Education and Training Board"."""
_FIELDS: Final = frozenset(
    "policy press legal research communications privacy security senior chief staff media data associate managing "
    "executive deputy assistant".split()
)
"""What stands between a name and a role: "Acme Policy Director"."""


def run(reading: Reading, at: int, inner: Counter[str], *, titled: bool) -> int | None:
    """The last token of the name that starts at a token, or ``None``."""
    if titled and (end := _to_form(reading, at)) is not None:
        return with_dot(reading, end)
    if not starts(reading, at, inner, titled=titled):
        return None
    last = at
    while last + 1 < len(reading.tokens) and last - at < LONGEST and reading.at(last + 1) is None:
        following = _step(reading, at, last, inner if titled else None)
        if following is None:
            break
        last = following
    return with_dot(reading, last)


def _to_form(reading: Reading, at: int) -> int | None:
    """The legal form that ends a run of capitals, in a line where every word has one: "Acme Credit Services LLC"."""
    before = reading.tokens[at - 1].text if at else ","
    if (
        (before[:1].isupper() and before.lower() not in _DEEDS)
        or not reading.tokens[at].text[:1].isupper()
        or reading.lower[at] in word_classes.NOT_NAMES
    ):
        return None
    for index in range(at, min(at + LONGEST, len(reading.tokens))):
        text = reading.tokens[index].text
        if (
            not text[:1].isupper()
            or reading.at(index) is not None
            or text.lower() in word_classes.BREAK_NAMES - {"inc", "ltd"}
        ):
            return None
        if index > at and (text.lower().rstrip(".") in SURE_FORMS or (text.isupper() and "." in text)):
            return index
    return None


def _step(reading: Reading, at: int, last: int, inner: Counter[str] | None) -> int | None:
    """The next end of a name that runs from ``at`` to ``last``, or ``None`` where it is over.

    ``inner`` are the words that are names elsewhere, for a title in which each word has a capital.
    """
    tokens = reading.tokens
    text, word = tokens[last + 1].text, tokens[last + 1].text.lower()
    beyond = tokens[last + 2].text if last + 2 < len(tokens) else ""
    if (
        tokens[last].text.lower() in SURE_FORMS
        and last > at
        and text.lower().rstrip(".") not in word_classes.COMPANY_SUFFIXES
    ):
        return None
    if len(text) == 1 and text.isupper() and beyond == "." and is_initial(reading, last + 1):
        return (
            last + 1
            if (reading.tokens[last + 3].text[:1].isupper() if last + 3 < len(tokens) else False)
            else None
        )
    if text == "." and is_initial(reading, last) and beyond[:1].isupper() and reading.at(last + 2) is None:
        return last + 2
    if text.isdigit() and ends_in_form(reading, last + 2):
        return last + 1
    if (ending := formed(reading, last, text, beyond)) is not None:
        return ending
    if word in _FIELDS and beyond.lower() in word_classes.TITLES:
        return None
    titled = word in word_classes.TITLES and not ends_in_form(reading, last + 2)
    if text[:1].isupper() and word not in word_classes.BREAK_NAMES and not titled:
        introduced = last == at and inner is not None and is_introduced(reading, at)
        return None if inner is not None and not inner[text] and not introduced else last + 1
    found = _institution_after(reading, last) or _authority_after(reading, last)
    return found or _connected(reading, at, last) or _foreign(reading, last)


def _foreign(reading: Reading, last: int) -> int | None:
    """The end of "Azienda sanitaria provinciale di Caltanissetta": small words of another language, then a capital."""
    tokens = reading.tokens
    for index in range(last + 1, min(last + 4, len(tokens) - 1)):
        word = tokens[index].text
        if reading.at(index) or not word.isalpha() or not word.islower():
            return None
        if word in _ROMANCE:
            return index + 1 if index > last + 1 and tokens[index + 1].text[:1].isupper() else None
        if is_common(word):
            return None
    return None


def _connected(reading: Reading, at: int, last: int) -> int | None:
    """The end of a name that goes on after "of", "van der", "&" and the like."""
    tokens = reading.tokens
    word = reading.lower[last + 1]
    beyond = [token.text for token in tokens[last + 2 : last + 4]]
    if word in CONNECTORS and beyond[:1] and beyond[0] in _ARTICLES:
        return last + 3 if beyond[1:] and beyond[1][:1].isupper() else None
    if word == "and":
        return _second_field(reading, at, last)
    if not (
        word in CONNECTORS
        and beyond
        and beyond[0][:1].isupper()
        and _is_free(reading, last + 2, word)
        and _joins(tokens[at : last + 1], word)
    ):
        return None
    place = reading.at(last + 2)
    if place is not None:
        reading.drop(place)
    return last + 2 if place is None else place.last


def _second_field(reading: Reading, at: int, last: int) -> int | None:
    """The end of "Ministry of Industry and Innovation": what follows "and" is a plain word, not another party."""
    words = reading.lower[at : last + 1]
    following = reading.tokens[last + 2] if last + 2 < len(reading.tokens) else None
    fits = (
        following is not None
        and following.text[:1].isupper()
        and reading.at(last + 2) is None
        and is_common(following.text.lower())
        and is_common(words[-1])
    )
    return last + 2 if fits and words[0] in _DEPARTMENTS and {"of", "for"} & set(words) else None


def _authority_after(reading: Reading, last: int) -> int | None:
    """The end of a name such as "Securities and Exchange Commission" whose "and" is part of it."""
    if reading.lower[last + 1] != "and" or reading.lower[last] in _BOARDS | _AUTHORITIES:
        return None  # "Riverton Council and Marsh Council" are two
    field = (
        is_common(reading.lower[last]) and is_common(reading.lower[last + 2])
        if last + 2 < len(reading.lower)
        else False
    )
    for index in range(last + 2, min(last + 5, len(reading.tokens))):
        if not reading.tokens[index].text[:1].isupper() or reading.at(index):
            return None
        word = reading.lower[index]
        if word in _AUTHORITIES or (field and word in _BOARDS):
            return index if index > last + 2 else None
    return None


def _institution_after(reading: Reading, last: int) -> int | None:
    """The end of a name such as "Queen's Park Health Trust", whose genitive is part of it."""
    if reading.lower[last + 1] not in {"'s", "’s", "'", "’"}:
        return None
    end = last + 1
    while (
        end + 1 < len(reading.tokens)
        and reading.tokens[end + 1].text[:1].isupper()
        and reading.at(end + 1) is None
        and end - last < LONGEST
    ):
        end += 1
    if reading.lower[end] in word_classes.COURT_WORDS and end > last + 1:
        return end
    return (
        end
        if end > last + 2 and reading.lower[end] in word_classes.NGO_WORDS | word_classes.PUBLIC_WORDS
        else None
    )


def _is_free(reading: Reading, at: int, connector: str) -> bool:
    """Whether a word can go on a name: nobody's so far, or the place of "Municipality of Bergen"."""
    mention = reading.at(at)
    return mention is None or (connector == "of" and mention.sort == "place" and mention.name != "adjective")


def _joins(words: list[Token], connector: str) -> bool:
    if connector in {"of", "for", "the"}:
        return (
            words[-1].text.lower()
            in word_classes.PUBLIC_WORDS
            | word_classes.NGO_WORDS
            | word_classes.REGULATOR_WORDS
            | word_classes.COURT_WORDS
            | {
                "bank",
                "union",
                "center",
                "centre",
                "foundation",
                "institute",
            }
        )
    return connector in CONNECTORS - {"per"}
