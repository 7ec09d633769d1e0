"""A quick look at the words of a sentence: whether it is worth a parse."""

from typing import Final

from seed.extract import frames

_PAYMENTS: Final = ("pay", "paid", "owe", "fork", "cough", "hand", "bill", "forfeit")
_IRREGULAR: Final = (
    "bought", "held", "found", "took", "taken", "struck", "told", "threw", "thrown", "fought", "broke", "broken", "sued", "suing", "ruled", "charg",
)  # fmt: skip
_COMMON: Final = frozenset(
    {
        "set",
        "strike",
        "take",
        "hold",
        "find",
        "tell",
        "report",
        "look",
        "report",
        "require",
        "force",
        "back",
        "fund",
        "case",
        "action",
        "measure",
        "pull",
        "copy",
        "lift",
        "post",
    }
)
_SHORT: Final = 4


def _stems() -> tuple[str, ...]:
    lemmas = {lemma for frame in (*frames.VERBS, *frames.NOUNS) for lemma in frame.lemmas}
    cut = {lemma[:-1] if lemma.endswith(("e", "y")) and len(lemma) > _SHORT else lemma for lemma in lemmas}
    return tuple(sorted(cut | set(_PAYMENTS) | set(_IRREGULAR)))


STEMS: Final = _stems()


def has_trigger(lower: list[str]) -> bool:
    """Whether any word starts like a verb or noun of a frame."""
    return any(word.startswith(STEMS) for word in lower)
