"""Articles of law in running text, in the one form that the records use: ``GDPR Art. 5(1)(a)``, ``FTC Act s. 5``."""
# ruff: noqa: E501 - tables: one row a line, however long

import re
from functools import lru_cache
from typing import Final

_LAWS: Final = {
    "gdpr": "GDPR", "general data protection regulation": "GDPR", "rgpd": "GDPR", "dsgvo": "GDPR", "uk gdpr": "UK GDPR",
    "privacy act 1988": "Privacy Act 1988", "privacy act": "Privacy Act", "ftc act": "FTC Act", "data protection act 2018": "DPA 2018", "data protection act 1998": "DPA 1998",
    "lgpd": "LGPD", "hipaa": "HIPAA", "coppa": "COPPA", "ccpa": "CCPA", "bipa": "BIPA", "pdpa": "PDPA", "pecr": "PECR", "popia": "POPIA",
}  # fmt: skip
_NUMBER: Final = r"\d{1,3}[a-z]?(?:\s?\(\s?(?:\d{1,2}|[a-z]{1,3})\s?\)){0,4}"
_LAW: Final = "|".join(sorted((re.escape(law) for law in _LAWS), key=len, reverse=True))
_ARTICLE: Final = re.compile(
    rf"\b(?P<sort>Art(?:icle)?s?\.?|Sections?|Sec\.|s\.|§§?)\s?(?P<list>{_NUMBER}(?:(?:,|;|\sand|\sor|,\sand)\s(?:(?:Art(?:icle)?s?\.?|Sections?)\s)?{_NUMBER}){{0,12}})"
    rf"(?:,?\s(?:of\s)?(?:the\s)?(?:EU\s)?(?P<law>{_LAW})\b)?",
    re.IGNORECASE,
)
_ANY_LAW: Final = re.compile(rf"\b(?:{_LAW})\b", re.IGNORECASE)


def articles(text: str, whole: str) -> tuple[str, ...]:
    """The articles that a passage names; without a law beside it, an article is of the only law that the text speaks of."""
    found: dict[str, None] = {}
    for match in _ARTICLE.finditer(text):
        law = _LAWS[match["law"].lower()] if match["law"] else _only_law(whole)
        if law is None:
            continue
        sign = "Art." if match["sort"].lower().startswith("art") else "s."
        for number in re.finditer(_NUMBER, match["list"]):
            plain = "".join(number.group().split())
            found[f"{law} {sign} {plain}"] = None
    return tuple(found)


@lru_cache(maxsize=8)
def _only_law(whole: str) -> str | None:
    laws = {_LAWS[m.group().lower()] for m in _ANY_LAW.finditer(whole[:200_000])}
    return laws.pop() if len(laws) == 1 else None
