"""The articles that a question names, and whether it wants each of them or any."""

import itertools
import re
from collections.abc import Iterator
from typing import Final, TypedDict

from app.ask.marked import Marked

_NUMBER: Final = r"\d{1,3}[a-z]?(?![\d])(?:\s?\(\s?(?:\d{1,2}|[a-z]{1,3})\s?\))*"
_ARTICLE: Final = re.compile(
    rf"\b(?P<sort>art(?:icle)?s?\.?|sections?|sec\.|§)\s*(?P<numbers>{_NUMBER}(?:\s*(?:,|&|,?\s*\band\b|,?\s*\bor\b)\s*{_NUMBER}(?!\d|\s*(?:million|%|bn|m\b|eur)))*)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a text names articles, and their numbers: "Art. 5(1)(f), 32 and 33"."""
    for match in _ARTICLE.finditer(text):
        numbers = re.split(r"\s*(?:,|&|\band\b|\bor\b)\s*", match["numbers"], flags=re.IGNORECASE)
        yield match.start(), match.end(), tuple("".join(number.split()) for number in numbers if number)


class Wanted(TypedDict, total=False):
    """What of an understanding is about articles."""

    article: str
    more_articles: tuple[str, ...]
    any_article: bool


def wanted(marked: Marked) -> Wanted:
    """The articles of a question; joined by "or" any of them will do."""
    numbers = list(
        dict.fromkeys(number for one in marked.having("article") for number in one.means["article"])
    )
    if not numbers:
        return {}
    either = any(" or " in f" {one.text.lower()} " for one in marked.having("article"))
    marks = marked.having("article")
    either = either or any(
        [marked.word(at) for at in range(one.end, other.start)] == ["or"]
        for one, other in itertools.pairwise(marks)
    )
    return {"article": numbers[0], "more_articles": tuple(numbers[1:]), "any_article": either}
