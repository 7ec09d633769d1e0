"""Where a name that no record has begins: by its capital, by what introduces it, by what stands behind it."""

import re
from collections import Counter
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Reading
from seed.extract.mentions.name_forms import SURE_FORMS, bracketed, opens_firm
from seed.extract.text.pipeline import is_common
from seed.extract.text.tokens import Token

_LAWS: Final = frozenset(
    {"Act", "Regulation", "Directive", "Law", "Code", "Rule", "Convention", "Charter", "Principle"}
)
_ACT_NUMBER: Final = re.compile(r".*\d/(?:19|20)\d\d")
"""The number of a law; what follows is the gazette that it stands in: "110/2019 Coll."."""
_HONORIFICS: Final = frozenset("mr mrs ms messrs dr prof professor".split())
_FINITE: Final = frozenset(
    "has had is was will must reached settled lost won appealed denied admitted received got".split()
)
"""Verbs after a name that opens a sentence; what English has as a word is no name there."""
_DEALT: Final = frozenset(
    "fined sued ordered told reprimanded sanctioned penalised penalized investigated banned hit slapped barred "
    "warned".split()
)
_ADVERBS: Final = frozenset("also now already again recently then later".split())
_NOUNS: Final = (
    word_classes.COMPANY_HEADS | word_classes.AUTHORITY_HEADS | word_classes.TITLES | word_classes.ROLE_WORDS
)
"""Nouns that some texts write without an article where they mean a party."""
_ROOTS: Final = ("ing", "ed", "ly", "ion", "able", "ible", "ity", "ment", "al", "ive")
"""How words of the language end that its list may lack: "trackers", "pseudonymisation"."""
_DOES: Final = re.compile(r"[a-z]{2,}(?:ed|es|[^s]s)")
_DID: Final = frozenset(
    "built took taken told gave bought held kept sent lost won sold left made paid ran said struck put drew found "
    "broke  fought went met sought spent stole swept threw wrote chose began let cut".split()
)
"""Verbs in the past that do not end in -ed."""
_SIGNS: Final = frozenset({"–", "—", "-", ":", "(", "|", ","})
"""Signs after the name that opens a row of a list."""
_VERBS: Final = frozenset("must said says fined sued agreed paid faces owes".split())
_SEVERAL: Final = re.compile(r"[A-Z]{2,4}s")
"""Things by their initials: "60,000 CVs"."""
_POSTCODE: Final = re.compile(r"[A-Z]{1,3}-\d{3,6}")
_NUMBERED: Final = re.compile(r"\d{1,3}-[A-Z][a-z]+")
"""Names that begin with a number: "7-Eleven"."""
_DIGITS: Final = re.compile(r"\d{1,4}[a-z]{4,}")
"""Names that run digits and letters together: "24seven"."""
LONGEST: Final = 9
INNER_CAPITAL: Final = re.compile(
    r"\w*[a-z][A-Z]\w*|[A-Z][a-z]{2,}\d{1,3}|[A-Z]-[A-Z][a-z]+"
    r"|\w+\.(?:com|ai|io|de|ly|net|org|nl|fr|it|uk|eu|es|tv|me)$|\w*\d\w*[A-Z]\w*|[A-Z][\w]*&[A-Z]\w*"
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
        and reading.lower[at] in word_classes.WEAK_STARTS
        and following is not None
        and reading.at(at + 1) is None
        and (
            _is_name_word(following)
            or (reading.lower[at] == "european" and following.text in {"Commission", "Parliament", "Council"})
        )
    )


def _is_marked(reading: Reading, at: int) -> bool:
    """Whether a word with a capital is a name by the mark and the legal form behind it: "Why? Ltd"."""
    tokens = reading.tokens[at : at + 3]
    return (
        len(tokens) > 2
        and tokens[0].text[:1].isupper()
        and tokens[1].text in {"!", "?"}
        and tokens[0].end == tokens[1].start
        and tokens[2].text[:1].isupper()
        and tokens[2].text.lower().rstrip(".") in SURE_FORMS
    )


def _is_name_word(token: Token) -> bool:
    if _SEVERAL.fullmatch(token.text):
        return False
    if _NUMBERED.fullmatch(token.text) or _POSTCODE.fullmatch(token.text):
        return _POSTCODE.fullmatch(token.text) is None
    return (
        token.text[:1].isupper() and token.text.lower() not in word_classes.NOT_NAMES and len(token.text) > 1
    )


def starts(reading: Reading, at: int, inner: Counter[str], *, titled: bool) -> bool:
    """Whether a name begins at a token; ``inner`` counts the words that have a capital inside a sentence."""
    token = reading.tokens[at]
    if not titled and (_opens_name(reading, at) or opens_firm(reading, at, inner)):
        return True
    if _is_marked(reading, at) or _is_first_initial(reading, at):
        return True
    after_number = at > 1 and _ACT_NUMBER.fullmatch(
        "".join(t.text for t in reading.tokens[max(0, at - 3) : at])
    )
    small = token.text[:1].islower() and INNER_CAPITAL.fullmatch(token.text)
    named = _is_name_word(token) or small or _DIGITS.fullmatch(token.text)
    if after_number or not named or token.text.lower() in word_classes.TITLES:
        return False
    if titled:
        return _starts_in_title(reading, at, inner)
    opening = at == 0 or reading.tokens[at - 1].text in {":", "“", '"', "‘", "—", "–", "-", "(", "|"}
    if not opening or inner[token.text] or INNER_CAPITAL.fullmatch(token.text):
        return True
    following = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    shouted = token.text.isupper() and token.text.isalpha() and 2 < len(token.text) < 7
    if shouted and following is not None and following.text.islower() and reading.sentence.kind != "heading":
        return True
    return following is not None and (
        (following.text.lower() in word_classes.COMPANY_SUFFIXES and following.text[0].isupper())
        or (following.text in {"One", "Two", "First"} and not reading.at(at + 1))
        or (at + 2 < len(reading.tokens) and is_initial(reading, at + 1))
        or (
            _is_name_word(following)
            and following.text.lower() not in word_classes.TITLES
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
        or _is_subject(token.text, following.text)
        or _is_dealt_with(reading, at)
        or (following.text == "(" and bracketed(reading, at + 1) is not None)
        or (following.text == "," and not token.text.endswith("ly") and _introduces(reading, at + 2))
    )


def _is_dealt_with(reading: Reading, at: int) -> bool:
    """Whether a plain word without an article is whom a decision is about, and so a name: "Wish was fined"."""
    word = reading.lower[at]
    if at or not word.isalpha() or word.endswith("s") or word in _NOUNS:
        return False
    after = [w for w in reading.lower[1:5] if w not in _ADVERBS]
    simple = after[:1] in (["was"], ["is"]) and bool(_DEALT & set(after[1:2]))
    return simple or (after[:2] in (["has", "been"], ["had", "been"]) and bool(_DEALT & set(after[2:3])))


def _is_subject(word: str, following: str) -> bool:
    """Whether a word that opens a sentence is a name by what follows: it does something, or somebody of it is meant."""
    plural = word.endswith("s") and is_common(word.lower()[:-1])
    strange = word.isalpha() and len(word) > 3 and not is_common(word.lower()) and not plural
    strange = strange and not word.endswith(_ROOTS)
    does = following in _DID | _FINITE | {"to", "hit", "may", "can", "did"} or (
        _DOES.fullmatch(following) is not None and following not in word_classes.COMPANY_HEADS
    )
    return strange and (does or following in word_classes.TITLES | word_classes.GROUP_HEADS)


def _starts_in_title(reading: Reading, at: int, inner: Counter[str]) -> bool:
    """Whether a name begins at a word of a line in which each word has a capital."""
    text = reading.tokens[at].text
    following = reading.lower[at + 1] if at + 1 < len(reading.lower) else ""
    legal = following in SURE_FORMS and reading.tokens[at + 1].text[:1].isupper()
    return legal or inner[text] > 0 or bool(INNER_CAPITAL.fullmatch(text)) or is_introduced(reading, at)


def is_introduced(reading: Reading, at: int) -> bool:
    """Whether a title says that a person's name follows, also where every word has a capital: "Officer Ada Cole"."""
    before = [word for word in reading.lower[max(0, at - 2) : at] if word != "."][-1:]
    if not before or before[0] not in word_classes.TITLES:
        return False
    following = reading.tokens[at + 1].text if at + 1 < len(reading.tokens) else ""
    if before[0] in _HONORIFICS:
        return True
    ends = reading.lower[at + 2 : at + 3] in ([], [","], ["("], [":"], ["and"])
    rare = not (is_common(reading.lower[at]) and is_common(following.lower()))
    return following[:1].isupper() and following.isalpha() and ends and rare


def _introduces(reading: Reading, at: int) -> bool:
    """Whether an apposition may start at a token: "Cosmote, Greece's largest mobile operator, …"."""
    if at >= len(reading.tokens):
        return False
    return (
        reading.lower[at] in {"the", "a", "an", "which", "who", "whose", "its", "part", "in"}
        or reading.at(at) is not None
    )


def _is_first_initial(reading: Reading, at: int) -> bool:
    """Whether a name opens with initials: "J. Smith & Sons"."""
    words = reading.tokens[at : at + 3]
    return (
        len(words) > 2
        and len(words[0].text) == 1
        and words[0].text.isupper()
        and words[1].text == "."
        and words[0].end == words[1].start
        and words[2].text[:1].isupper()
        and len(words[2].text) > 1
        and words[2].text.lower() not in word_classes.NOT_NAMES
    )


def is_initial(reading: Reading, at: int) -> bool:
    """Whether a word is the single letter of a middle name, with the dot right behind it: "Ada B. Cole"."""
    word = reading.tokens[at]
    return len(word.text) == 1 and word.text.isupper() and at > 0 and word.end == reading.tokens[at + 1].start


def sanctioned_at_the_head(reading: Reading) -> int | None:
    """The end of a name of plain words that opens a sentence by what befalls it: "Saturday Club was directed to"."""
    last = 0
    while last < min(LONGEST, len(reading.tokens)) and _is_plain_capital(reading, last):
        last += 1
    rest = [w for w in reading.lower[last : last + 4] if w not in {"also", "then", "each", "both"}]
    helps = rest[:1] and rest[0] in {"was", "has", "had"}
    told = next((w for w in rest[1:] if w != "been"), "")
    return last - 1 if last > 1 and helps and told in _BEFALLS else None


def _is_plain_capital(reading: Reading, at: int) -> bool:
    word, mention = reading.tokens[at].text, reading.at(at)
    article = at == 0 and reading.lower[at] in word_classes.BREAK_NAMES - _DAYS
    return (
        word[:1].isupper() and word.isalpha() and (mention is None or mention.sort == "date") and not article
    )


_DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday may".split())
SANCTIONED: Final = frozenset(
    "fined sanctioned penalised penalized reprimanded ordered directed instructed".split()
)
"""What an authority does to a party."""
_BEFALLS: Final = SANCTIONED | {"prosecuted"}
"""What befalls a party, so that the words before it name one."""
