"""Whether a run of capitals is a name at all: words of headings, labels and translated titles are none.

The witnesses are the words themselves (what English has as a word, how it ends), and whether the text uses them in
lower case too.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections import Counter
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.gazetteer import Gazetteer
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.mentions.name_starts import SANCTIONED
from seed.extract.text.pipeline import is_common
from seed.extract.text.tokens import fold

_ORDINARY: Final = re.compile(
    r"\w+(?:ly|ous|ary|ful|ive|able|ible|less|ments?|[tsx]ions?|ness|ities|ity|ances?|ences?|ing|ings|ships?|isms?|wise|ed|est|als?|ures?)"
)
"""Endings of words that are seldom a name."""
_ACRONYM: Final = re.compile(r"[A-Z][A-Z\d]{1,4}|[A-Z]{1,2}\d{1,4}")
_ACTS: Final = frozenset(
    "'s ’s said says has had was will must told is ceo cto cfo employee employees founder co-founder chief director spokesman spokesperson "
    "spokeswoman president boss executive lawyer researcher analyst associate editor".split()
)
_STATES: Final = frozenset({"republic", "kingdom", "commonwealth"})
_HEADS: Final = (
    word_classes.COMPANY_HEADS
    | word_classes.PUBLIC_HEADS
    | word_classes.GROUP_HEADS
    | word_classes.AUTHORITY_HEADS
    | word_classes.WEAK_STARTS
    | word_classes.ROLE_WORDS
)
_LONG: Final = 5
"""Words of a headline before its bar; a row of a table has fewer."""
_SCREEN: Final = frozenset(
    "tab page section menu button form link column icon box field option heading folder".split()
)
_PARTS: Final = frozenset("board committee panel chamber division unit section secretariat".split())
"""What only a part of some body is called: "Sanctions Board"."""
_OFTEN: Final = 3
_BACK: Final = 12
_OF_A_LAW: Final = frozenset({
    ("breach", "of"), ("breaches", "of"), ("comply", "with"), ("compliance", "with"), ("complied", "with"),
    ("complies", "with"), ("provisions", "of"), ("violation", "of"), ("violations", "of"), ("contravention", "of"),
    ("requirements", "of"), ("infringement", "of"), ("accordance", "with"),
})  # fmt: skip
"""Words after which initials are a law's."""
_PAPERS: Final = frozenset(
    "order orders decision notice request requests deal rules guidance settlement".split()
)
_UPON: Final = frozenset("on upon against".split())
_GIVEN: Final = frozenset("issued given served handed sent".split())
_BE: Final = frozenset("was were is has been".split())
_SANCTIONS: Final = frozenset(
    "fine fines penalty penalties sanction sanctions reprimand directions notice order".split()
)
"""What befalls a party, though its name is nothing but capitals that nobody explains."""
_COURT: Final = frozenset({"court"})


def judge(readings: list[Reading], inner: Counter[str], gazetteer: Gazetteer) -> None:
    """Take away the mentions of unknown names that are none."""
    said = {token.text for reading in readings for token in reading.tokens if token.text.islower()}
    acting = _acting(readings)
    titles = _titles(readings) | _of_courts(readings)
    for reading in readings:
        _drop_laws(reading)
        for mention in [m for m in reading.mentions if m.sort == "entity" and not m.known]:
            if (maker := _maker(reading, mention)) is not None:
                reading.drop(mention)
                reading.drop(maker)
                continue
            none = not (mention.last and _is_sanctioned(reading, mention)) and (
                mention.text in titles
                or _is_masthead(reading, mention)
                or _is_label(reading, mention)
                or _is_on_screen(reading, mention)
                or _is_none(mention, said, inner, acting)
            )
            if none and gazetteer.by_first_word(mention.text) is None:
                reading.drop(mention)


def _drop_laws(reading: Reading) -> None:
    """Take away initials of an authority that are a law's here: "in breach of the PDPA", "required by the PDPL"."""
    for mention in [m for m in reading.mentions if "regulator" in m.kinds and m.text.isupper()]:
        before = [word for word in reading.lower[max(0, mention.first - 3) : mention.first] if word != "the"]
        after = reading.lower[mention.last + 1 : mention.last + 2]
        if tuple(before[-2:]) in _OF_A_LAW and not (
            after and (after[0] in {"'s", "’s"} or after[0] in _PAPERS)
        ):
            reading.drop(mention)


def _maker(reading: Reading, mention: Mention) -> Mention | None:
    """The firm before a word of the language that names what it makes: of "Meta Pixel" neither is a party."""
    firm = reading.at(mention.first - 1) if mention.first else None
    if firm is None or not firm.known or "company" not in firm.kinds or " " in firm.text:
        return None
    return firm if mention.text.lower() in word_classes.PRODUCT_WORDS else None


def _is_masthead(reading: Reading, mention: Mention) -> bool:
    """Whether a name is that of the publication behind the bar of a headline: "Acme fined £5m | Privacy Weekly"."""
    before = reading.lower[mention.first - 1 : mention.first] if mention.first else []
    return (
        reading.sentence.kind == "heading"
        and before == ["|"]
        and mention.last == len(reading.tokens) - 1
        and reading.lower.count("|") == 1
        and mention.first > _LONG
    )


def _is_label(reading: Reading, mention: Mention) -> bool:
    """Whether a name only says what a line holds, an authority or a day: "Publisher: Data Protection Office"."""
    if mention.first or reading.lower[mention.last + 1 : mention.last + 2] != [":"]:
        return False
    held = reading.at(mention.last + 2)
    whole = held is not None and held.last >= len(reading.tokens) - 2
    return whole and held is not None and (held.sort == "date" or "regulator" in held.kinds)


def _is_on_screen(reading: Reading, mention: Mention) -> bool:
    """Whether a word names a part of a page: "the Contacts tab", "under the Help button"."""
    following = set(reading.lower[mention.last + 1 : mention.last + 2])
    return bool(following & _SCREEN) and all(is_common(word.lower()) for word in mention.text.split())


def _titles(readings: list[Reading]) -> set[str]:
    """Single words that a text uses as a whole heading and hardly anywhere else: "Dispute", "Contacts"."""
    alone: set[str] = set()
    elsewhere: Counter[str] = Counter()
    for reading in readings:
        whole = reading.sentence.text.strip(" #*:.")
        for mention in reading.mentions:
            if mention.sort == "entity" and not mention.known and " " not in mention.text:
                heading = reading.sentence.kind == "heading" and whole == mention.text
                alone |= {mention.text} if heading else set()
                elsewhere[mention.text] += not heading
    return {word for word in alone if not elsewhere[word] and is_common(word.lower())}


def _of_courts(readings: list[Reading]) -> set[str]:
    """Words by which a court of the text is called, and that are nobody alone: "Market" of "the Market Court"."""
    return {
        m.text.split()[0]
        for reading in readings
        for m in reading.mentions
        if m.sort == "entity" and m.kinds == _COURT and " " in m.text and is_common(m.text.split()[0].lower())
    }


def _acting(readings: list[Reading]) -> set[str]:
    """Names after which a text says that they did or were something."""
    return {
        mention.text
        for reading in readings
        for mention in reading.mentions
        if mention.sort == "entity"
        and (
            set(reading.lower[mention.last + 1 : mention.last + 2]) & _ACTS
            or _is_set_beside(reading, mention)
            or _is_sanctioned(reading, mention)
            or (
                reading.lower[max(0, mention.first - 1) : mention.first] in (["of"], ["at"])
                and set(reading.lower[max(0, mention.first - 3) : mention.first - 1]) & word_classes.TITLES
            )
        )
    }


def _is_sanctioned(reading: Reading, mention: Mention) -> bool:
    """Whether a decision befalls a name: "a penalty was imposed on PINC", "the CNIL fined KDT", "KDT was fined"."""
    before, after = (
        reading.lower[max(0, mention.first - _BACK) : mention.first],
        reading.lower[mention.last + 1 :],
    )
    sum_follows = (after_it := reading.at(mention.last + 1)) is not None and after_it.sort == "money"
    given = before[-1:] == ["to"] and bool(_GIVEN & set(before[-4:]))
    upon = (
        ((before[-1:] and before[-1] in _UPON) or given)
        and bool(_SANCTIONS & set(before))
        and not sum_follows
    )
    suffers = after[:1] and after[0] in _BE and bool(SANCTIONED & set(after[1:3]))
    return bool(upon or suffers or (before[-1:] and before[-1] in SANCTIONED))


def _is_set_beside(reading: Reading, mention: Mention) -> bool:
    """Whether a name stands between commas after what it is: "the country's largest union, CGT, …"."""
    before, after = (
        reading.lower[max(0, mention.first - 2) : mention.first],
        reading.lower[mention.last + 1 : mention.last + 2],
    )
    return (
        before[1:] == [","]
        and after == [","]
        and before[0] in word_classes.COMPANY_HEADS | word_classes.NGO_WORDS
    )


def _is_none(mention: Mention, said: set[str], inner: Counter[str], acting: set[str]) -> bool:
    words = [word for word in re.split(r"[\s,/]+", mention.text) if any(map(str.isalpha, word))]
    if 1 < len(words) < 4 and words[-1].lower() in _PARTS and all(is_common(w.lower()) for w in words):
        return True
    if not words or re.search(r"/\d", mention.text):
        return True
    if fold(words[0]) in _STATES or (
        len(words) > 1 and fold(words[0]) == "federal" and fold(words[1]) in _STATES
    ):
        return True
    informed = not mention.kinds >= frozenset({"company", "person", "ngo"})
    if len(words) == 1 and words[0].islower():
        return False
    if len(words) == 1:
        if informed and mention.kinds != frozenset({"person"}):
            return False
        return _is_no_single(words[0], said, inner, acting)
    if informed and not mention.text.isupper():
        return False
    return all(_is_ordinary(word, said) for word in words if len(word) > 3 or not word.islower())


def _is_no_single(word: str, said: set[str], inner: Counter[str], acting: set[str]) -> bool:
    lower = word.lower()
    if lower in _HEADS or lower.removesuffix("s") in _HEADS:
        return True
    if _ACRONYM.fullmatch(word):
        return word not in acting
    return _is_ordinary(word, said) and inner[word] < _OFTEN


def _is_ordinary(word: str, said: set[str]) -> bool:
    """Whether a word is one that the text could use, or does use, in lower case."""
    lower = word.lower()
    if lower in said or lower + "s" in said or lower.removesuffix("s") in said:
        return True
    return lower in word_classes.NOT_NAMES or (is_common(lower) and _ORDINARY.fullmatch(lower) is not None)
