"""What the words right around a trigger say of it, in whatever shape the tree has: for frames and patterns alike."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from collections.abc import Sequence
from typing import Final

_DENIED: Final = re.compile(
    r"\b(?:stop(?:s|ped|ping)? short of|decid(?:e|es|ed|ing) (?:against|not to)|rul(?:e|es|ed|ing) out|(?:instead|short) of|rather than"
    r"|refrain(?:s|ed|ing)? from|held (?:off|back) from|opt(?:s|ed)? (?:against|not to)|cho(?:se|ose|oses|osing) not to|shied away from"
    r"|(?:has|have|had) yet to|(?:false|untrue|incorrect|wrong) that|(?:not|n't|never) (?:the case|true) that|(?:a|the) (?:myth|hoax|lie) that|no (?:grounds?|reason|basis|cause|need|case|intention)(?: for)?|avoid(?:s|ed)? (?:being )?)"
    r"(?: (?!(?:but|and|after|then|which|who)\b)[\w'’]+){0,5}$"
)
_UNREAL: Final = re.compile(
    r"\b(?:imagine|imagining|suppose|supposing|pretend|pretending|what if|as if|as though|hypothetically|in theory|if only)\b"
    r"(?: (?!(?:but|after|then)\b)[\w'’]+){0,7}$|\b(?:almost|nearly|narrowly|practically)$|\b(?:about|in talks|negotiating|poised) to$|\b(?:may|might|could) (?:yet|well|still)$|\b(?:leave|permission|entitled|possible|opportunity|deadline|period|time) (?:to|for an|for)$"
)
_THREAT: Final = re.compile(
    r"\b(?:subject to|on pain of|under)(?: an?)?(?: (?:periodic|incremental|non-compliance|coercive|daily))?$"
)
"""What makes a penalty one for not obeying an order: "an order subject to a penalty"."""
_NEITHER: Final = re.compile(r"\bneither (?:(?!(?:but|who|which|because|after)\b)[^ ;:]+ ){1,14}$")
_INVERTED: Final = frozenset({"had", "were", "should"})
_SUBJECT: Final = frozenset("the a an it they he she we any this that".split())
_NOBODY: Final = frozenset("neither nobody none no-one".split())
_LOOK: Final = 10
_FAR: Final = 16


def of_words(lower: Sequence[str], at: int) -> str | None:
    """``denied`` or ``hypothetical`` where the words before or after a token say so; ``lower`` are those of the sentence."""
    before = " ".join(lower[max(0, at - _LOOK) : at]).replace("’", "'")
    if _DENIED.search(before) or _NEITHER.search(_since(lower, at)):
        return "denied"
    if _UNREAL.search(before) or _is_inverted(lower, at):
        return "hypothetical"
    if lower[at].startswith("penalt") and _THREAT.search(before):
        return "hypothetical"
    return "denied" if set(lower[at + 1 : at + 3]) & _NOBODY else None


def _since(lower: Sequence[str], at: int) -> str:
    """The words before a token, each with a space, as far back as a list of parties may reach."""
    return " ".join([*lower[max(0, at - _FAR) : at], ""])


def _is_inverted(lower: Sequence[str], at: int) -> bool:
    """Whether the trigger stands in a condition without "if": "Had the ICO fined Acme, …", "Were it to fine Acme"."""
    start = max((i + 1 for i in range(at) if lower[i] in {",", ";", ":", "“", '"'}), default=0)
    if start >= at or lower[start] not in _INVERTED:
        return False
    return start + 1 < at and lower[start + 1] not in {"been", "to", "already", "not"} and "," in lower[at:]


def is_excepted(lower: Sequence[str], first: int) -> bool:
    """Whether the party that starts at a token is named as the one who did not: "by the CNIL, not by the ICO"."""
    before = [word for word in lower[max(0, first - 4) : first] if word not in _SUBJECT]
    return (before[-2:-1] == ["not"] and before[-1:] in (["by"], ["against"], ["on"])) or before[-1:] == [
        "not"
    ]
