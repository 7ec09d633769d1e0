"""Nouns that stand for parties: "the regulator", "the social media giant", "users", and "a bank" that nobody names."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

from seed.extract.lexicon import frames, word_classes
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.mentions.mention import Mention, Reading
from seed.extract.text.tokens import slug

_DETERMINERS: Final = frozenset("the this that these those its their both said".split())
_KIN: Final = frozenset({"parent", "owner", "subsidiary", "unit", "service", "app", "platform", "brand"})
_DEMONSTRATIVES: Final = frozenset("that this those these said both".split())
_BREAKS: Final = frozenset("of to in on by for and or with from at is was that had has have were are".split())
_RELATIVES: Final = frozenset({"who", "which", "whose"})
FIRM: Final = frozenset({"company", "platform", "public_body", "ngo", "media"})
_TRADES: Final = frozenset(
    "reference reporting rating credit marketing advertising travel news collection employment recruitment estate letting staffing "
    "temping ad detective modelling".split()
)
"""What an agency does that is no authority: "the credit reference agency"."""
_EXAMINED: Final = frozenset(
    "inspected audited controlled sanctioned obliged responsible investigated supervised fined accused checked".split()
)
"""What makes "person" whoever a decision is about."""
_PARTIES: Final = frozenset(
    "company bank municipality controller processor employer operator organisation organization hospital university "
    "appellant respondent".split()
)
"""Nouns that some texts write with a capital where they mean a party: "the Company"."""
_INDEFINITE: Final = frozenset("a an another one two three four five several unnamed many".split())
_SANCTIONS: Final = frozenset("fine fines penalty reprimand notice sanction warning order".split())
_FINING: Final = frozenset(
    "fines fined fining sanctions sanctioned reprimands reprimanded penalises penalised".split()
)
_LEAD, _OPENS = 4, 9
_EXAMINATIONS: Final = frozenset("inspection audit investigation inquiry examination check probe".split())
_OTHERS: Final = frozenset("interested third other such different various those these".split())
_UPON: Final = frozenset("on upon against to into".split())
_VERBS: Final = (
    frames.STOP
    | {lemma for frame in frames.VERBS for lemma in frame.lemmas}
    | frozenset("deter accept encourage hold help push".split())
)
"""What may stand after "to" before those whom somebody has power over: "the power to punish companies"."""
_MANAGERS: Final = frozenset({"manager", "publisher", "operator"})
_SHORT: Final = 4
_AGAINST: Final = frozenset(
    "on upon against into at fined fines fining fine sanctioned sanctions penalised penalized ordered orders investigated investigates "
    "investigating reprimanded warned audited inspected prohibited banned barred forbade directed instructed".split()
)
"""Words after which a noun without a name is whom a decision is about."""


def add_nominals(reading: Reading) -> None:
    """Add "the regulator", "the social media giant", "users" and the like."""
    for at, word in enumerate(reading.lower):
        if reading.at(at) or (
            reading.tokens[at].text[:1].isupper()
            and at > 0
            and word not in word_classes.AUTHORITY_HEADS | word_classes.COURT_HEADS | _PARTIES
        ):
            continue
        person = word in {"subject", "subjects"} and reading.lower[at - 1 : at] == ["data"]
        if word in word_classes.GROUP_HEADS or person:
            mention = reading.make("nominal", at - person, at)
            mention.kinds, mention.plural = frozenset({"group"}), True
            mention.heads = frozenset({word})
            reading.add(mention)
            continue
        kinds = _nominal_kinds(reading, at)
        if kinds & FIRM and _has_letter(reading, at):
            add_unnamed(reading, at - (reading.lower[at - 1] == "the" and at > 0), at + 1, kinds)
            continue
        if not kinds or _has_name_after(reading, at) or _introduces_another(reading, at):
            continue
        first = _determiner(reading, at)
        first = _opening(reading, at, kinds) if first is None else first
        if first is None and kinds & FIRM and (opening := _introduced(reading, at)) is not None:
            add_unnamed(reading, opening, at, kinds)
            continue
        if first is not None and not (word in _KIN and reading.lower[first] in {"its", "their"}):
            mention = reading.make("nominal", first, at)
            mention.kinds, mention.heads = kinds, frozenset(reading.lower[first : at + 1])
            mention.place = _place_after(reading, at) or next(
                (m.place for m in reading.mentions if m.sort == "place" and first <= m.first <= at), None
            )
            for inside in [m for m in reading.mentions if m.sort == "place" and first <= m.first <= at]:
                reading.drop(inside)
            reading.add(mention)


def _has_letter(reading: Reading, at: int) -> bool:
    """Whether a letter stands for the name: "company A", "the bank X"."""
    text = reading.tokens[at + 1].text if at + 1 < len(reading.tokens) else ""
    beyond = reading.tokens[at + 2].text if at + 2 < len(reading.tokens) else ""
    lettered = (
        len(text) == 1 and text.isupper() and text.isascii() and beyond != "." and not beyond[:1].isupper()
    )
    return lettered and reading.lower[at] in _PARTIES and reading.at(at + 1) is None


def _opening(reading: Reading, at: int, kinds: frozenset[str]) -> int | None:
    """Where "A Leeds-based retailer has been fined" starts, in the head of a text: who that is comes after."""
    if (
        reading.sentence.index >= _LEAD
        or not kinds & FIRM
        or at > _OPENS
        or reading.lower[0] not in {"a", "an"}
    ):
        return None
    inside = any(m.sort not in {"place", "date"} for m in reading.mentions if m.first <= at)
    broken = any(word in _BREAKS | _RELATIVES or word in {";", ":"} for word in reading.lower[1:at])
    following = reading.lower[at + 1] if at + 1 < len(reading.lower) else ""
    return (
        None
        if inside
        or broken
        or following
        not in (_BREAKS - {"of"})
        | _RELATIVES
        | {"will", "must", "agreed", "faces", "appealed", "said", "used", "called", "based", "paid", "failed"}
        else 0
    )


def _introduced(reading: Reading, at: int) -> int | None:
    """Where a noun phrase starts by which a decision brings in somebody without a name: "fined a bank", "against two hospitals"."""
    if reading.lower[at - 1] in _FINING and at:
        return at
    plural = singular(reading.lower[at]) != reading.lower[at]
    for index in range(at - 1, max(at - 6, 0), -1):
        word = reading.lower[index]
        if plural and word in _OTHERS:
            return None
        if plural and word in _UPON and index + 1 <= at and not reading.at(index + 1):
            return None if word == "to" and reading.lower[index + 1] in _VERBS else index + 1
        if word in _INDEFINITE or word.isdigit():
            upon = reading.lower[index - 1]
            given = upon == "to" and bool(_SANCTIONS & set(reading.lower[:index]))
            given |= upon == "of" and reading.lower[index - 2] in _EXAMINATIONS
            return index if upon in _AGAINST or given else None
        if word in _BREAKS or not word[:1].isalpha():
            return None
    return None


def singular(word: str) -> str:
    """The singular of a plural noun for firms: "companies", "operators"; any other word as it is."""
    for ending, other in (("ies", "y"), ("s", "")):
        one = word.removesuffix(ending) + other
        if word.endswith(ending) and len(word) > _SHORT and one in word_classes.COMPANY_HEADS | _MANAGERS:
            return one
    return word


def add_unnamed(reading: Reading, first: int, last: int, kinds: frozenset[str]) -> None:
    """Add somebody whom the text only describes, as a party of its own."""
    for inside in [m for m in reading.mentions if first <= m.first <= last]:
        if inside.sort != "place":
            return
        reading.drop(inside)
    mention = reading.make("nominal", first, last)
    mention.kinds, mention.heads = kinds, frozenset(reading.lower[first + 1 : last + 1])
    call_unnamed(mention)
    reading.add(mention)


def call_unnamed(mention: Mention, fuller: str = "") -> None:
    """Give a description the name of an unnamed party, and an id from what it, or a ``fuller`` one, says."""
    words = [w for w in (fuller or mention.text).lower().split() if w not in _DETERMINERS | _INDEFINITE]
    noun = " ".join(words) or "party"
    mention.name, mention.id, mention.known, mention.unnamed = (
        f"unnamed {noun}",
        f"unnamed-{slug(noun)}",
        False,
        True,
    )


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
    if following in word_classes.COMPANY_HEADS and not reading.at(at + 1):
        return True
    related = reading.lower[at] in _KIN or reading.lower[at - 1] in _KIN
    named = any(m.sort == "entity" for i in (at + 2, at + 3) if (m := reading.at(i)) is not None)
    return related and following == "of" and named


def _nominal_kinds(reading: Reading, at: int) -> frozenset[str]:
    word = singular(reading.lower[at])
    if word in _MANAGERS and word != reading.lower[at]:
        return FIRM
    if word == "agency" and at and reading.lower[at - 1] in _TRADES:
        return FIRM
    if word in (word_classes.AUTHORITY_HEADS | {"office"}) - {"counterpart", "counterparts"}:
        return AUTHORITY
    if word in word_classes.COURT_HEADS:
        return frozenset({"court"})
    if word in word_classes.PUBLIC_HEADS:
        return frozenset({"public_body", "company", "ngo"})
    if word in word_classes.COMPANY_HEADS or (word == "person" and at and reading.lower[at - 1] in _EXAMINED):
        return FIRM
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
        if mention is not None and mention.sort == "place" and reading.lower[index + 1] in {"'s", "’s"}:
            return mention.first
        if word in _DETERMINERS:
            return index if word not in _DEMONSTRATIVES or at - index <= 2 else None
        if mention is not None and mention.sort not in {"place", "date"}:
            return None
        if word in _BREAKS or not (word[:1].isalpha() or word in {"'s", "’s"}):
            return None
    return None
