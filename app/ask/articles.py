"""The articles that a question names, and whether it wants each of them or any."""

import itertools
from typing import TypedDict

from app.ask.marked import Marked


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
