"""A quick look at the words of a sentence: whether it is worth a parse."""

from typing import Final

from seed.extract.lexicon import frames, inflection, verdicts
from seed.extract.mentions.mention import Reading

_PAYMENTS: Final = {"pay", "owe", "fork", "cough", "bill", "forfeit", "impose", "levy", "dock", "punish"}
_EXTRA: Final = {"must", "deadline", "gave", "gives", "given", "months", "longer", "class-action"}
_COMMON: Final = frozenset(
    "set strike take hold find tell report look require force back fund case action measure pull rule "
    "conclude determine throw charge proceeding own direct fight compel cancel confirm complete "
    "examination settle deal agreement bid objection stop measure "
    "void scrap revoke reverse affirm endorse sustain maintain allow grant accept dismiss reject deny "
    "refuse decline fail refer send remit toss wipe turn lose win side dispute suspend reinstate restore "
    "waive lower slash halve increase raise reduce cut repay repeal setting confirmation rejection "
    "dismissal cancellation".split()
)
"""Words that mean a relation only beside a party that can have it: an authority, a court, or two parties at all."""
_BIDDEN: Final = frozenset("directed told required compelled forced instructed obliged".split())
_PASSIVE: Final = frozenset("was were been is are".split())
_ABLE: Final = frozenset({"regulator", "court"})


def _forms(lemmas: set[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in inflection.forms(lemma))


_LEMMAS: Final = (
    {lemma for frame in (*frames.VERBS, *frames.NOUNS) for lemma in frame.lemmas}
    | _PAYMENTS
    | verdicts.lemmas()
    | set(verdicts.NOUNS)
)
STRONG: Final = _forms((_LEMMAS - _COMMON) | {"comply", "corrective"})
WEAK: Final = _forms(_LEMMAS & _COMMON) | _EXTRA


def has_trigger(reading: Reading) -> bool:
    """Whether a sentence has a word of a frame, and somebody whom it may concern."""
    if any(word in STRONG for word in reading.lower):
        return True
    if not any(word in WEAK for word in reading.lower):
        return False
    if any(m.sort in {"entity", "nominal"} for m in reading.mentions) and _is_bidden(reading.lower):
        return True
    able = sum(bool(m.kinds & _ABLE) for m in reading.mentions)
    return bool(able) or sum(m.sort in {"entity", "nominal", "place"} for m in reading.mentions) > 1


def _is_bidden(words: list[str]) -> bool:
    """Whether somebody "was told to", by whom it may say elsewhere."""
    return any(
        word in _BIDDEN
        and words[at + 1 : at + 2] == ["to"]
        and bool(_PASSIVE & set(words[max(0, at - 2) : at]))
        for at, word in enumerate(words)
    )
