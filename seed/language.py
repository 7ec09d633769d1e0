"""Which language a text is in, and what of it goes unread by rules that know English only.

Most texts are told by the share of small English words alone; only where that leaves doubt is a model asked (py3langid,
offline), which takes a second to load.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

READ: Final = "en"
"""The language that the rules read."""
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL: Final = frozenset(
    "the of and to in a an is are was were be been that for by on with it its as at from this has have had not or "
    "which who their they will would after over about into against than also said but under".split()
)
_ENOUGH: Final = 0.12
"""The share of small English words from which a text is English; other languages share a few of them ("in", "a")."""
_FEWEST: Final = 20
"""Letters below which nothing is said of a language."""
_SURE: Final = 0.4
"""How sure the model is of a language before a text goes unread; it is never so sure of names and numbers."""
_BLOCK: Final = 400
_BLOCKS: Final = 40
_PART: Final = 0.2
"""The share of a text that may be in another language before that is told."""
_KIN: Final = frozenset({"en", "pcm", "sco", "jam", "und"})
"""What the model says of English in telegraph style, and of none."""


@dataclass(frozen=True, slots=True)
class Languages:
    """``main`` is the code of the language (ISO 639) of most of a text, ``None`` where that cannot be told.

    ``foreign`` is the share of the text, 0 to 1, that is not in English.
    """

    main: str | None
    foreign: float

    @property
    def unread(self) -> str | None:
        """What rules for English leave unread, as a sentence's part; ``None`` where they read all."""
        if self.main is None or self.foreign < _PART:
            return None
        named = f"{name(self.main)} ({self.main})" if self.main != READ else "another language"
        if self.foreign > 1 - _PART:
            return f"the text is in {named}; the rules read English only"
        return f"about {self.foreign:.0%} of the text is in {named}; the rules read English only"

    @property
    def is_read(self) -> bool:
        """Whether there is English in it."""
        return self.main is None or self.foreign <= 1 - _PART


def languages(text: str) -> Languages:
    """The languages of a text, by blocks spread over all of it: time does not grow with its length."""
    blocks = _blocks(text)
    letters: Counter[str | None] = Counter()
    for block in blocks:
        letters[_language(block)] += len(block)
    told = {code: count for code, count in letters.items() if code is not None}
    if not told:
        return Languages(None, 0.0)
    main = max(told, key=lambda code: told[code])
    foreign = sum(count for code, count in told.items() if code != READ)
    return Languages(main, foreign / sum(told.values()))


def name(code: str) -> str:
    """The English name of a language ("German"), or its code where there is none."""
    from babel import Locale

    names: dict[str, str] = dict(Locale("en").languages)
    return names.get(code, code)


def _blocks(text: str) -> list[str]:
    """Stretches of a text that end at a line end: all of a short one, and of a long one so many all over it."""
    blocks: list[str] = []
    start = 0
    step = max(_BLOCK, len(text) // _BLOCKS)
    while start < len(text):
        end = text.find("\n", start + _BLOCK, start + step)
        stop = end if end > 0 else start + step
        blocks.append(text[start : min(stop, start + 2 * _BLOCK)])
        start = stop
    return blocks


def _language(block: str) -> str | None:
    """The code of one block's language; ``None`` where there is too little to tell it from."""
    words = _WORDS.findall(block.casefold())
    if sum(map(len, words)) < _FEWEST:
        return None
    if sum(word in _SMALL for word in words) >= _ENOUGH * len(words):
        return READ
    code, sure = _classifier()(block)
    if code in _KIN:
        return READ
    return code if sure >= _SURE else None


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    """What gives the code of a text's language, and how sure that is, 0 to 1."""
    from py3langid import langid

    library: Any = langid
    return library.LanguageIdentifier.from_model_file(library.MODEL_FILE, norm_probs=True).classify
