"""The alias index of one question: a kept one of few kinds, and over it those whose names the question has words of."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import Any, Final, TypeVar, cast

from app.ask import places
from app.ask.lexicon import BANNED, FUNCTION, PHRASES
from app.ask.names import Entity, Index, build, by_facts
from app.ask.tokens import Token, clean, tokens
from graph import text

K = TypeVar("K")
V = TypeVar("V")

KINDS: Final = ("regulator", "court", "law", "country")
"""Kinds of which there are few, however large the graph: they are kept whole."""
_SIZE: Final = 5
_ONE, _TWO, _MORE, _NEAR = 200, 60, 30, 40
_TEXTS: Final = 250


def layered(kept: Index, rows: Iterable[Mapping[str, Any]]) -> Index:
    """The kept index with these entities over it."""
    more = build((row for row in rows if row["id"] not in kept.by_id), kept.revision)
    learned: dict[str, Entity] = {}
    by_id = ChainMap(learned, _unwritten(more.by_id), _unwritten(kept.by_id))

    def both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        return by_facts({*one, *other}, by_id)

    return Index(
        revision=kept.revision,
        by_id=by_id,
        forms=_over(more.forms, kept.forms, both),
        brands=_over(more.brands, kept.brands, both),
        owned=_over(more.owned, kept.owned, lambda one, other: (*one, *other)),
        offices=kept.offices,
        plain=more.plain | kept.plain,
        longest=max(more.longest, kept.longest),
        near=_over(more.near, kept.near, lambda one, other: (*one, *other)),
        postings=_over(more.postings, kept.postings, lambda one, other: one | other),
        partial=True,
        learned=learned,
    )


def _over(more: Mapping[K, V], kept: Mapping[K, V], both: Callable[[V, V], V]) -> Mapping[K, V]:
    shared = {key: both(value, kept[key]) for key, value in more.items() if key in kept}
    return ChainMap(shared, _unwritten(more), _unwritten(kept))


def _unwritten(layer: Mapping[K, V]) -> MutableMapping[K, V]:
    """A lower layer as it is: a chain writes to its first one alone, and a copy would cost each question."""
    return cast("MutableMapping[K, V]", layer)


def queries(question: str) -> list[tuple[str, int]]:
    """What the full-text indexes of names are asked for a question: its words and phrases, each with a limit.

    All words are plain letters and digits, so nothing in them has a meaning in the syntax.
    """
    written = tokens(clean(question))
    found: dict[str, int] = {}
    for at, token in enumerate(written):
        for size in range(1, min(_SIZE, len(written) - at) + 1):
            last = written[at + size - 1]
            several = written[at : at + size]
            if (
                (size == 1 and _says_nothing(token))
                or _links(token)
                or _links(last)
                or all(map(_empty, several))
            ):
                continue
            for words in _spelled(several):
                found.update(_asked(words, size))
    return list(found.items())[:_TEXTS]


def _asked(words: list[str], size: int) -> dict[str, int]:
    whole = " ".join(words)
    if size == 1 and len(words) == 1:
        near = {f"{whole}~{2 if len(whole) > 7 else 1}": _NEAR} if len(whole) > 3 else {}
        return {whole: _ONE, **near}
    if size == 2:
        every = " AND ".join(words)
        return {f"({every}) OR {''.join(words)}": _TWO}
    return {f'"{whole}"': _MORE}


def _spelled(several: list[Token]) -> list[list[str]]:
    """The words as search compares them; of a possessive also with its letter, of a plural also without."""
    words = [word for token in several for word in text.words(token.text)]
    if not words:
        return []
    if several[-1].possessive:
        return [words, [*words[:-1], f"{words[-1]}s"]]
    if len(several) == 1 and len(words[-1]) > 4 and words[-1].endswith("s"):
        return [words, [*words[:-1], words[-1][:-1]]]
    return [words]


def _links(token: Token) -> bool:
    return token.word in FUNCTION and not token.text.isupper()


def _empty(token: Token) -> bool:
    """Whether it is no part of a name where the others beside it are none: "many fines since 2020"."""
    means = PHRASES.get((token.word,), {})
    return (
        token.word in FUNCTION
        or token.word.isdigit()
        or bool(means and not means.keys() & {"sector", "kind", "office"})
    )


def _says_nothing(token: Token) -> bool:
    """Whether a word alone names nobody: one of questions, a number, a place."""
    return (
        (token.word,) in PHRASES
        or token.word in BANNED
        or token.word.isdigit()
        or places.at([token.word], 0) is not None
    )
