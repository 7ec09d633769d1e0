"""What one expression of a caller's Cypher may cost: the server ends a query between rows, never within an expression.

So nothing is let through that runs or grows without end inside one: loops within loops, long ranges, values that are
doubled again and again, patterns of text that are tried in every way. Pure.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from graph.errors import InvalidInput

RANGE: Final = 100_000
"""Elements that one range() may have."""
ADDITIONS: Final = 5
"""Signs of addition in one statement: each can double a text."""
LISTS: Final = 30
"""Commas within the brackets of lists in one statement: lists of lists grow by them."""

_LOOPS: Final = frozenset({"all", "any", "none", "single", "allreduce"})
_ENDLESS: Final = frozenset({"reduce", "replace"})
_SUBQUERIES: Final = frozenset({"count", "exists", "collect"})
_CLOSING: Final = {"[": "]", "(": ")", "{": "}"}


def refuse(what: str) -> InvalidInput:
    """The error of a statement that is not let through."""
    return InvalidInput(
        what,
        where="statement",
        remedy="one statement that only reads, of the clauses MATCH, WITH, UNWIND, CALL, RETURN",
    )


def check(tokens: Sequence[str]) -> None:
    """Raise ``InvalidInput`` for a statement of which one expression could run without end."""
    additions = sum(sign == "+" for sign in tokens) + _pairs(tokens, "|", "|")
    if additions > ADDITIONS:
        raise refuse(f"{additions} additions; {ADDITIONS} at most, or use sum() and collect()")
    if _pairs(tokens, "=", "~"):
        raise refuse("regular expressions are not taken: use CONTAINS, STARTS WITH or the full-text indexes")
    _check_brackets(tokens)
    for at, sign in enumerate(tokens[:-1]):
        name = sign.strip("`").lower()
        if tokens[at + 1] == "(" and name in _ENDLESS:
            raise refuse(f"{name}() is not taken: a value can grow without end in it")
        if tokens[at + 1] == "(" and name == "range":
            _check_range(tokens[at + 2 :])


def _pairs(tokens: Sequence[str], first: str, second: str) -> int:
    return sum(one == first and other == second for one, other in pairwise(tokens))


def _check_brackets(tokens: Sequence[str]) -> None:
    """Loops within loops, queries within loops, and lists of lists of lists."""
    open_: list[tuple[str, bool]] = []
    commas = 0
    for at, sign in enumerate(tokens):
        before = tokens[at - 1].strip("`").lower() if at else ""
        within = any(loop for _, loop in open_)
        if sign in _CLOSING:
            loop = _is_loop(tokens, at, before)
            if within and (loop or (sign == "{" and before in _SUBQUERIES)):
                raise refuse("loops within loops are not taken: use UNWIND, or a subquery of its own")
            open_.append((sign, loop))
        elif open_ and sign == _CLOSING[open_[-1][0]]:
            open_.pop()
        elif sign == "," and open_ and open_[-1][0] == "[":
            commas += 1
    if commas > LISTS:
        raise refuse(f"lists with {commas} commas; {LISTS} at most, or use a parameter")


def _is_loop(tokens: Sequence[str], at: int, before: str) -> bool:
    """Whether a bracket begins a list comprehension, a comprehension over a pattern, or a predicate over a list."""
    after = [sign.lower() for sign in tokens[at + 1 : at + 3]]
    if tokens[at] == "[":
        return after[1:] == ["in"] or after[:1] == ["("]
    return tokens[at] == "(" and before in _LOOPS


def _check_range(rest: Sequence[str]) -> None:
    """Ranges have whole numbers as bounds, so that their length is known."""
    words: list[str] = []
    for sign in rest:
        if sign == ")":
            break
        words.append(sign)
    try:
        numbers = [int(part) for part in "".join(words).split(",")]
    except ValueError:
        raise refuse("the bounds of range() are whole numbers; a longer list can be a parameter") from None
    low, high, step = [*numbers, 1][:3] if len(numbers) in {2, 3} else (0, RANGE * 2, 1)
    if step == 0 or (high - low) // step >= RANGE:
        raise refuse(f"a range has {RANGE:,} elements at most")
