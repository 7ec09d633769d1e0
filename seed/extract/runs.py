"""Runs of name words: where a name that no record has begins, and how far it goes."""

import re
from collections import Counter
from typing import Final

from seed.extract import lexicon
from seed.extract.mentions import Reading
from seed.extract.pipeline import is_common
from seed.extract.tokens import Token

_LAWS: Final = frozenset(
    {"Act", "Regulation", "Directive", "Law", "Code", "Rule", "Convention", "Charter", "Principle"}
)
_FINITE: Final = frozenset(
    "has had is was will must reached settled lost won appealed denied admitted received got".split()
)
"""Verbs after a name that opens a sentence; what English has as a word is no name there."""
_SIGNS: Final = frozenset({"–", "—", "-", ":", "(", "|", ","})
"""Signs after the name that opens a row of a list."""
_VERBS: Final = frozenset("must said says fined sued agreed paid faces owes".split())
CONNECTORS: Final = frozenset(
    "of & de du la le van der den del della dello dei di da do dos das delle degli per for the und et "
    "og y e i för".split()
)
_ROMANCE: Final = CONNECTORS - frozenset("of & for the und van der den et og i e y för".split())
_ARTICLES: Final = frozenset("der den la las los el il lo le les del".split())
"""What may stand between a connector and the next word of a name: "per la", "de los", "van der"."""
_ELIDED: Final = re.compile(r"[a-z]{1,5}['’][A-Z]\w+")
"""Words such as "dell'Ambiente", whose article has run into them."""
_DEPARTMENTS: Final = frozenset("ministry department secretariat directorate office board council".split())
"""Bodies whose field may have two parts: "Ministry of Industry and Innovation"."""
LONGEST: Final = 9
INNER_CAPITAL: Final = re.compile(
    r"\w*[a-z][A-Z]\w*|\w+\.(?:com|ai|io|de|ly|net|org|nl|fr|it|uk|eu|es|tv|me)$|\w*\d\w*[A-Z]\w*|[A-Z][\w]*&[A-Z]\w*"
)


def law_title(reading: Reading, at: int) -> int | None:
    """The last word of a law's title that starts at a token ("Truth in Caller ID Act"), or ``None``."""
    if not reading.tokens[at].text[:1].isupper() or reading.lower[at] in {"the", "a", "an"}:
        return None
    for index in range(at, min(at + LONGEST, len(reading.tokens))):
        text = reading.tokens[index].text
        if reading.at(index) or not (
            text[:1].isupper() or text in {"in", "of", "for", "the", "on", "and", "’", "'s", "’s"}
        ):
            return None
        if index > at and text in _LAWS:
            return index
    return None


def _opens_name(reading: Reading, at: int) -> bool:
    """Whether a word such as "International" or "National" begins a name: another plain name word must follow."""
    following = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    return (
        reading.tokens[at].text[:1].isupper()
        and reading.lower[at] in lexicon.WEAK_STARTS
        and following is not None
        and reading.at(at + 1) is None
        and (
            _is_name_word(following)
            or (reading.lower[at] == "european" and following.text in {"Commission", "Parliament", "Council"})
        )
    )


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() not in lexicon.NOT_NAMES and len(token.text) > 1


def _starts(reading: Reading, at: int, inner: Counter[str], *, titled: bool) -> bool:
    token = reading.tokens[at]
    if not titled and _opens_name(reading, at):
        return True
    if not _is_name_word(token) and not (token.text[:1].islower() and INNER_CAPITAL.fullmatch(token.text)):
        return False
    if token.text.lower() in lexicon.TITLES:
        return False
    if titled:
        return inner[token.text] > 0 or bool(INNER_CAPITAL.fullmatch(token.text))
    opening = at == 0 or reading.tokens[at - 1].text in {":", "“", '"', "‘", "—", "–", "-", "(", "|"}
    if not opening or inner[token.text] or INNER_CAPITAL.fullmatch(token.text):
        return True
    following = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    shouted = token.text.isupper() and token.text.isalpha() and 2 < len(token.text) < 7
    if shouted and following is not None and following.text.islower() and reading.sentence.kind != "heading":
        return True
    return following is not None and (
        (following.text.lower() in lexicon.COMPANY_SUFFIXES and following.text[0].isupper())
        or (following.text in {"One", "Two", "First"} and not reading.at(at + 1))
        or (
            _is_name_word(following)
            and following.text.lower() not in lexicon.TITLES
            and not reading.at(at + 1)
        )
        or (
            following.text in {"of", "&"}
            and at + 2 < len(reading.tokens)
            and reading.tokens[at + 2].text[:1].isupper()
        )
        or following.text in {"'s", "’s"} | _VERBS
        or (
            (following.text in _FINITE or (following.text in _SIGNS and reading.sentence.kind != "body"))
            and token.text.isalpha()
            and len(token.text) > 3
            and not is_common(token.text.lower())
        )
        or (following.text == "," and not token.text.endswith("ly") and _introduces(reading, at + 2))
    )


def _introduces(reading: Reading, at: int) -> bool:
    """Whether an apposition may start at a token: "Cosmote, Greece's largest mobile operator, …"."""
    if at >= len(reading.tokens):
        return False
    return (
        reading.lower[at] in {"the", "a", "an", "which", "who", "whose", "its", "part", "in"}
        or reading.at(at) is not None
    )


def run(reading: Reading, at: int, inner: Counter[str], *, titled: bool) -> int | None:
    """The last token of the name that starts at a token, or ``None``."""
    if not _starts(reading, at, inner, titled=titled):
        return None
    last = at
    while last + 1 < len(reading.tokens) and last - at < LONGEST and reading.at(last + 1) is None:
        following = _step(reading, at, last, inner if titled else None)
        if following is None:
            break
        last = following
    return _with_dot(reading, last)


def _with_dot(reading: Reading, last: int) -> int:
    """The last token with the dot of an abbreviated legal form, unless the dot ends the sentence."""
    tokens = reading.tokens
    short = tokens[last].text == "." or tokens[last].text in {"Co", "Inc", "Ltd"}
    return last + 1 if short and last + 2 < len(tokens) and tokens[last + 1].text == "." else last


def _step(reading: Reading, at: int, last: int, inner: Counter[str] | None) -> int | None:
    """The next end of a name that runs from ``at`` to ``last``, or ``None`` where it is over.

    ``inner`` are the words that are names elsewhere, for a title in which each word has a capital.
    """
    tokens = reading.tokens
    text, word = tokens[last + 1].text, tokens[last + 1].text.lower()
    beyond = tokens[last + 2].text if last + 2 < len(tokens) else ""
    if (word in lexicon.COMPANY_SUFFIXES and text[0].isupper()) or word in {"gmbh", "plc"}:
        return last + 1
    if text == "," and beyond.lower().rstrip(".") in {"inc", "llc", "ltd", "limited", "s.a", "co"}:
        return last + 2
    if _ELIDED.fullmatch(text):
        return last + 1
    if text[:1].isupper() and word not in lexicon.BREAK_NAMES | lexicon.TITLES:
        return None if inner is not None and not inner[text] else last + 1
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
    if reading.lower[last + 1] != "and":
        return None
    for index in range(last + 2, min(last + 5, len(reading.tokens))):
        if not reading.tokens[index].text[:1].isupper() or reading.at(index):
            return None
        if reading.lower[index] in {"commission", "authority", "agency", "bureau", "inspectorate"}:
            return index if index > last + 2 else None
    return None


def _institution_after(reading: Reading, last: int) -> int | None:
    """The end of a name such as "Queen's Park Health Trust", whose genitive is part of it."""
    if reading.lower[last + 1] not in {"'s", "’s"}:
        return None
    end = last + 1
    while (
        end + 1 < len(reading.tokens)
        and reading.tokens[end + 1].text[:1].isupper()
        and reading.at(end + 1) is None
        and end - last < LONGEST
    ):
        end += 1
    return end if end > last + 2 and reading.lower[end] in lexicon.NGO_WORDS | lexicon.PUBLIC_WORDS else None


def _is_free(reading: Reading, at: int, connector: str) -> bool:
    """Whether a word can go on a name: nobody's so far, or the place of "Municipality of Bergen"."""
    mention = reading.at(at)
    return mention is None or (connector == "of" and mention.sort == "place" and mention.name != "adjective")


def _joins(words: list[Token], connector: str) -> bool:
    if connector in {"of", "for", "the"}:
        return words[
            -1
        ].text.lower() in lexicon.PUBLIC_WORDS | lexicon.REGULATOR_WORDS | lexicon.COURT_WORDS | {
            "bank",
            "union",
            "center",
            "centre",
            "foundation",
            "institute",
        }
    return connector in CONNECTORS - {"per"}
