"""What the words around a sum say of it: a legal maximum, a daily penalty, a total of several decisions, a proposal."""

import re
from typing import Final

_PROPOSALS: Final = re.compile(
    r"\bnotices?\sof\sintent\b|\bintention\sto\s(?:fine|issue|impose)|\bintends?\sto\b|\bplans?\sto\b|\bprovisional(?:ly)?\b|\bdraft\sdecision|\bproposed\s(?:fine|penalty|sum|payment|sanction|a\s(?:fine|penalty))|\bstatement\sof\sobjections\b|\bhad\s(?:in\smind|planned|proposed|intended|threatened|warned)\b"
    r"|\bunder\sconsideration\b|\badvance\snotification\b|\bpreliminary\s(?:finding|view|decision)",
    re.IGNORECASE,
)
_MAXIMUM: Final = re.compile(
    r"\b(?:up\sto|as\smuch\sas|as\shigh\sas|a?\s?maximum(?:\s(?:fine|penalty|sum|amount))?(?:\sof)?|not\sexceeding|at\smost|no\smore\sthan|ceiling(?:\s(?:is|of))?|capped\sat|cap\sof|limit\sof|(?:daily|periodic|weekly)\s(?:fine|penalty|penalties|fines|penalty\spayments?)(?:\sof)?|for\s(?:each|every)|per\s(?:day|violation|breach|contravention|infringement|record))\s*(?:a\s|an\s|the\s|further\s|another\s|additional\s|about\s|around\s)*\[?$",
    re.IGNORECASE,
)
_THREATENED: Final = re.compile(
    r"\b(?:punishable\s(?:by|with)|liable\s(?:to|for)|carr(?:y|ies)|attracts?)\s(?:an?\s|the\s)?(?:\w+\s){0,2}?"
    r"(?:fines?|penalt(?:y|ies)|sanctions?)\s(?:of\s)?$",
    re.IGNORECASE,
)
"""What the law has in store."""
_IMPOSED: Final = re.compile(
    r"\b(?:imposed|issued|received|levied|gave|handed|applied|given)\s(?:\w+\s){1,2}maximum\s(?:fine|penalty|sanction)\s(?:of\s)?$",
    re.IGNORECASE,
)
"""A maximum that was made use of."""
_WANTED: Final = re.compile(
    r"\b(?:lin(?:es|ed|ing)\sup|read(?:ies|ying)|prepar(?:es|ed|ing)|mull(?:s|ed|ing)|ey(?:es|ed|eing)|weigh(?:s|ed|ing)|ponder(?:s|ed|ing)"
    r"|consider(?:s|ed|ing)|threaten(?:s|ed|ing))\s(?:(?:an?|the|record|possible|potential)\s){0,3}$",
    re.IGNORECASE,
)
"""What somebody only means to impose: "lines up £500k fine"."""
_UNREAL: Final = re.compile(
    r"\b(?:would|could|might|should)\s(?:\w+\s)?have\s(?:been|totall?ed|amounted\sto|come\sto|reached|paid|cost)\s"
    r"(?:(?:a|an|the|fined|at|least|about|around|up|to|as|much|high)\s){0,4}$",
    re.IGNORECASE,
)
"""What did not come about: "it would have been £300,000"."""
_EACH: Final = re.compile(
    r"^\s*(?:\(\w+\)\s*)?(?:for\s(?:each|every)|per|a|each|every|for\sany)\s(?:day|violation|breach|contravention|infringement|week|month|case|record|call|further|person|head|user|individual|customer|employee)",
    re.IGNORECASE,
)
_CAPPED: Final = re.compile(r"^\s*(?:cap|ceiling|maximum|limit|threshold)\b", re.IGNORECASE)
_TOTAL: Final = re.compile(
    r"\b(?:(?:a\s)?(?:combined\s)?total(?:\sof)?|altogether|combined|(?<!in\sthe\s)(?<!\sa\s)(?<!in\sa\s)sum\sof|totall?ing)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_IN_TOTAL: Final = re.compile(
    r"^\s*(?:in\s(?:total|all|fines|penalties)|combined|altogether|worth\sof\sfines)\b", re.IGNORECASE
)


_SO_FAR: Final = re.compile(r"\b(?:this|last|that)\s(?:year|month|quarter)\salone\b", re.IGNORECASE)
"""Words of a sentence that adds up what several decisions cost."""


def is_total(sentence: str, start: int, end: int) -> bool:
    """Whether a sum adds up several decisions: "a total of", "in fines"; offsets are in the sentence."""
    return bool(
        _TOTAL.search(sentence[max(0, start - 40) : start])
        or _IN_TOTAL.match(sentence[end : end + 30])
        or sums_up(sentence)
    )


def sums_up(sentence: str) -> bool:
    """Whether a sentence adds up what several decisions cost: "this year alone"."""
    return _SO_FAR.search(sentence) is not None


def of_sum(sentence: str, start: int, end: int) -> str | None:
    """Why a sum is no sum imposed (a legal maximum, a daily penalty), or ``None``; offsets are in the sentence."""
    before, after = sentence[max(0, start - 60) : start], sentence[end : end + 40]
    if any(pattern.search(before) for pattern in (_THREATENED, _UNREAL, _WANTED)):
        return "hypothetical"
    if (
        (_MAXIMUM.search(before) and not _IMPOSED.search(before))
        or _EACH.match(after)
        or _CAPPED.match(after)
    ):
        return "hypothetical"
    return None


def is_proposal(sentence: str) -> bool:
    """Whether the sentence speaks of a notice of intent or another provisional step."""
    return bool(_PROPOSALS.search(sentence))
