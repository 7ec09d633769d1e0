"""Parties that a decision brings in by a description: "fined a nursery", "a dentist was ordered to", "a fine on two bars".

The noun need not be in any table where it is what a verb of sanction takes; elsewhere it must be a trade or a body.
"""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Iterator
from typing import Final

from seed.extract.lexicon import word_classes
from seed.extract.mentions.mention import Reading
from seed.extract.mentions.nominals import FIRM, add_unnamed, singular

_ARTICLES: Final = frozenset("a an another one two three four five six seven eight nine ten unnamed".split())
_LONGEST: Final = 7
_ENDS: Final = frozenset(
    "of to in on by for and or with from at is was were are that who which whose has have had will must over after before under "
    "between because since as where when not it its their about concerning regarding following without during against into due "
    "within through than but so if while being been be operating using owned running located active providing offering based "
    "received receives paid agreed failed faces faced got incurred ordered fined".split()
)
"""Words that a noun phrase with an article does not go on with."""
_MEASURES: Final = frozenset(
    "total sum record maximum further additional combined whopping hefty massive huge staggering mere modest symbolic second third first "
    "similar fixed minimum paltry cumulative whole day week month year time few couple dozen hundred thousand million number amount fine "
    "penalty sanction lot bit maximum-level case series rate level half quarter percentage share decision notice way matter record-breaking "
    "little daily basis scale sliding great significant substantial large larger small smaller heavy heavier light lighter new single separate final".split()
)
"""What stands after an article and is nobody: "fined a total of €3m"."""
_TOOK: Final = frozenset(
    "fined fines fining sanctioned sanctions sanctioning penalised penalises penalized penalizes penalising penalizing reprimanded "
    "reprimands admonished rebuked".split()
)
"""Verbs that take whoever is sanctioned right after them."""
_BESIDE: Final = frozenset("on upon against to".split())
_SANCTIONS: Final = frozenset(
    "fine fines penalty penalties sanction sanctions reprimand reprimands order orders notice notices ban injunction warning".split()
)
_SETTLEMENTS: Final = frozenset("settlement settlements settled settles settle agreement deal".split())
_INQUIRIES: Final = frozenset("investigation inquiry probe audit inspection examination proceedings".split())
_SUFFERED: Final = re.compile(
    r"(?:(?:was|were|has been|have been|had been|being|been|got) (?:\w+ly |also |both |each |first |then |now )?"
    r"(?:fined|sanctioned|penali[sz]ed|reprimanded|admonished|ordered|instructed|banned|prohibited|investigated|served|issued|hit|"
    r"slapped|handed|given|punished|warned|prosecuted|sued)"
    r"|(?:has |have |had )?(?:received|incurred) (?:a|an|two|the|its|their) [^,;.]{0,40}?\b(?:fine|penalty|sanction|reprimand)\b"
    r"|(?:has |have |had )?(?:\w+ly )?(?:settled\b|(?:agreed (?:on|to)|reached|entered into) (?:a|the) settlement\b)"
    r"|(?:must|will|has to|have to|had to|agreed to|was ordered to|were ordered to) pay\b)"
)
"""What befalls the subject of a sentence about a decision."""
_FINED: Final = re.compile(
    r"(?:was|were|has been|have been|had been) (?:\w+ly |also |both |each )?(?:fined|sanctioned|penali[sz]ed|reprimanded)\b"
)
"""What befalls nobody but whom a decision is about."""
_NEAR, _BACK = 12, 16


def add_strangers(reading: Reading) -> None:
    """Add every such party of a sentence as one of this text alone."""
    for at, word in enumerate(reading.lower):
        if (word in _ARTICLES or word.isdigit()) and reading.at(at) is None:
            last = _noun(reading, at)
            if last is not None and _is_whom(reading, at, last):
                add_unnamed(reading, at, last, FIRM)


def _noun(reading: Reading, at: int) -> int | None:
    """The last word of the noun phrase that an article opens; ``None`` where it names or measures something."""
    last = at
    while last + 1 < len(reading.tokens) and last - at < _LONGEST:
        word, mention = reading.lower[last + 1], reading.at(last + 1)
        if mention is not None and mention.sort != "place":
            break
        if word in _ENDS or not word[:1].isalpha():
            break
        last += 1
    if (
        last == at
        or {reading.lower[last], reading.lower[last].removesuffix("s"), reading.lower[at + 1]} & _MEASURES
    ):
        return None
    following = reading.at(last + 1)
    named = following is not None and following.sort in {"entity", "nominal"}
    capital = any(
        t.text[:1].isupper() and reading.at(i) is None
        for i, t in enumerate(reading.tokens[at + 1 : last + 1], at + 1)
    )
    return None if named or capital or reading.at(last) is not None or _is_set_beside(reading, last) else last


def _is_set_beside(reading: Reading, last: int) -> bool:
    """Whether a name follows behind a comma, a bracket or "named": then the party has one."""
    at = last + 1
    while reading.lower[at : at + 1] and reading.lower[at] in {
        ",",
        "(",
        "named",
        "called",
        "–",
        "—",
        "-",
        ":",
    }:
        at += 1
    mention = reading.at(at)
    return at > last + 1 and mention is not None and mention.sort == "entity" and mention.first == at


def _is_whom(reading: Reading, at: int, last: int) -> bool:
    """Whether the words around a noun phrase say that a decision is about it."""
    before = reading.lower[:at]
    if (before[-1:] and before[-1] in _TOOK) or _is_paid_for(reading, at, last):
        return True
    if _FINED.match(" ".join(_after(reading, last))) is not None:
        return True
    head = singular(reading.lower[last])
    if not _is_party(head):
        return False
    beside = bool(before[-1:]) and (
        (before[-1] in _BESIDE and bool(_SANCTIONS & set(before[-_BACK:])))
        or (before[-1] == "with" and bool(_SETTLEMENTS & set(before[-_BACK:])))
        or (before[-1] in {"into", "of", "against"} and bool(_INQUIRIES & set(before[-4:])))
    )
    return beside or _SUFFERED.match(" ".join(_after(reading, last))) is not None


def _is_paid_for(reading: Reading, at: int, last: int) -> bool:
    """Whether a sum says that a phrase is whom a fine is for: "a penalty of €8,000 on a glazier", "and a club €300"."""
    before, words = reading.at(at - 2) if at > 1 else None, reading.lower[:at]
    beside = words[-1:] and words[-1] in _BESIDE and before is not None and before.sort == "money"
    if beside and _SANCTIONS & set(words[-_BACK:]):
        return True
    following = reading.at(last + 1)
    listed = words[-1:] in (["and"], [","]) and following is not None and following.sort == "money"
    return listed and bool(_TOOK & set(words))


def _after(reading: Reading, last: int) -> Iterator[str]:
    """The words after a noun phrase, without what stands beside it: "a clinic in Leeds has been fined"."""
    words = reading.lower[last + 1 : last + 1 + _NEAR]
    if words[:1] in (["in"], ["from"], ["of"], ["based"], ["with"]):
        verb = next((i for i, w in enumerate(words) if w in _VERBS), None)
        words = words[verb:] if verb is not None else words
    yield from words


_VERBS: Final = frozenset("was were is are has have had received incurred must will got agreed".split())
_DOERS: Final = re.compile(r"\w{2,}(?:ist|ician|eur|preneur|keeper|monger|smith|maker|dealer|seller|holder)")


def _is_party(head: str) -> bool:
    singles = {head, head.removesuffix("s"), head.removesuffix("ies") + "y", head.removesuffix("es")}
    known = word_classes.COMPANY_HEADS | word_classes.TRADES | word_classes.PUBLIC_HEADS
    return bool(singles & known) or any(_DOERS.fullmatch(one) for one in singles)
