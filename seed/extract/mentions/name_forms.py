"""What ends a name: legal forms, brackets before them, marks, and the dots of abbreviations."""

import re
from collections import Counter
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Reading

_ELIDED: Final = re.compile(r"[a-z]{1,5}['’][A-Z]\w+")
"""Words such as "dell'Ambiente", whose article has run into them."""
SURE_FORMS: Final = frozenset("ltd inc llc plc gmbh sa ag srl bv ab oy kft limited".split())
_SHOUTED: Final = frozenset({"AS", "AB", "ASA", "OY", "OYJ", "SPA", "SE", "KG", "SRL", "APS"})
"""Legal forms that are words too unless they stand in capitals."""
_DOTTED: Final = frozenset({"pte", "pty", "sdn", "co", "corp"})
"""Forms before another one: "Pte. Ltd."."""
_AFTER_COMMA: Final = frozenset(
    "inc llc ltd limited co s.a.u s.l.u s.a s.l s.p.a s.r.l sau slu sl sa".split()
)
"""Legal forms that a comma may set apart."""


def with_dot(reading: Reading, last: int) -> int:
    """The last token with the dot of an abbreviated legal form, unless the dot ends the sentence."""
    tokens = reading.tokens
    short = "." in tokens[last].text or tokens[last].text in {"Co", "Inc", "Ltd"}
    return last + 1 if short and last + 2 < len(tokens) and tokens[last + 1].text == "." else last


def ends_in_form(reading: Reading, at: int) -> bool:
    """Whether the capitals from a token on end in a legal form, so that a title before them is part of the name."""
    for index in range(at, min(at + 4, len(reading.tokens))):
        text = reading.tokens[index].text
        if not text[:1].isupper():
            return False
        if text.lower().replace(".", "") in SURE_FORMS or (index == at and text in _SHOUTED):
            return True
    return False


def formed(reading: Reading, last: int, text: str, beyond: str) -> int | None:
    """The end of a name with the legal form, the bracket, the mark or the elided article after its word ``last``."""
    word = text.lower()
    ahead = [t.text.rstrip(".") for t in reading.tokens[last + 2 : last + 5]]
    if word == "sp" and "o.o" in ahead:
        return last + 2 + ahead.index("o.o")
    if text == "." and reading.lower[last] in _DOTTED and beyond.lower() in SURE_FORMS:
        return last + 2
    formal = (word in word_classes.COMPANY_SUFFIXES and text[0].isupper()) or word in {"gmbh", "plc"}
    if formal or _ELIDED.fullmatch(text):
        return last + 1
    if text == "," and beyond.lower().rstrip(".") in _AFTER_COMMA:
        return last + 2
    if text == "(":
        return bracketed(reading, last + 1)
    marked = text in {"!", "?"} and reading.tokens[last].end == reading.tokens[last + 1].start
    return last + 2 if marked and beyond[:1].isupper() else None


def with_form(reading: Reading, last: int) -> int | None:
    """The end of a longer name that a known one only begins: "Uber (Netherlands) B.V.", "Yahoo! UK Ltd"."""
    tokens = reading.tokens
    text = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if text == "(":
        end = bracketed(reading, last + 1)
    elif text in {"!", "?"} and tokens[last].end == tokens[last + 1].start:
        end = next(
            (
                i
                for i in range(last + 2, min(last + 5, len(tokens)))
                if reading.lower[i].rstrip(".") in SURE_FORMS
            ),
            None,
        )
        inside = {id(m): m for i in range(last + 2, (end or last) + 1) if (m := reading.at(i)) is not None}
        for mention in inside.values():
            reading.drop(mention)
    else:
        return None
    return with_dot(reading, end) if end is not None else None


def bracketed(reading: Reading, at: int) -> int | None:
    """The legal form after "(Netherlands)" or "(UK)" in the middle of a firm's name, given where the bracket opens."""
    tokens = reading.tokens
    close = next((i for i in range(at + 2, min(at + 5, len(tokens))) if tokens[i].text == ")"), None)
    if close is None or close + 1 >= len(tokens) or not tokens[at + 1].text[:1].isupper():
        return None
    form = tokens[close + 1].text
    if not {form.lower(), form.lower().rstrip(".")} & word_classes.COMPANY_SUFFIXES or not form[:1].isupper():
        return None
    for mention in {id(m): m for i in range(at, close + 2) if (m := reading.at(i)) is not None}.values():
        reading.drop(mention)
    return close + 1


def opens_firm(reading: Reading, at: int, inner: Counter[str]) -> bool:
    """Whether a word that is no name elsewhere has a capital for a firm's sake: "against Our Vault Limited".

    Behind other words of a sentence a capital is no accident; at its start the text must have the name elsewhere.
    """
    tokens = reading.tokens
    if not tokens[at].text.istitle() or reading.lower[at] in _DETERMINERS or not tokens[at].text.isalpha():
        return False
    end = next((i for i in range(at + 1, min(at + 6, len(tokens))) if not _goes_on(reading, i)), None)
    formed = any(reading.lower[i].rstrip(".") in SURE_FORMS for i in range(at + 1, end or at + 1))
    inside = at > 0 and tokens[at - 1].text[:1].islower()
    return formed and (inside or inner[tokens[at + 1].text] > 0)


def _goes_on(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text[:1].isupper() and reading.at(at) is None


_DETERMINERS: Final = frozenset(
    "the a an this that these those in on at by for from to of with and or but its".split()
)
