"""The actors that the slots of a verb or noun give for one side of a relation."""

from collections.abc import Iterable
from typing import Final

from seed.extract.discourse import Actor
from seed.extract.drafts import Scene
from seed.extract.slots import Slots
from seed.extract.syntax import Word

_CORE: Final = frozenset({"subj", "by", "obj"})
ABSTRACT: Final = frozenset(
    "decision decisions ruling rulings order orders notice notices judgment judgement statement report "
    "announcement verdict resolution letter deal settlement penalty penalties fine fines move case "
    "inquiry investigation probe complaint suit lawsuit sanction sanctions action actions step measure "
    "measures law laws rules regulation act draft proposal letter agreement which that this these those "
    "appeal appeals news".split()
)
"""Nouns that do something on behalf of somebody else: the subject may still be filled in."""
_PERSONAL: Final = frozenset("it they he she we you i who them him her".split())


class Side(list[Actor]):
    """The actors found for one side; ``blocked`` where the sentence names somebody there who cannot be meant."""

    blocked: bool = False


def actors_in(scene: Scene, found: Slots, names: Iterable[str], kinds: frozenset[str]) -> Side:
    """The actors of the first slot that holds any of the wanted kinds."""
    side = Side()
    for name in names:
        for word in found.get(name, ()):
            actor = scene.discourse.who(word, kinds, scene.index)
            if actor is None:
                side.blocked |= name in _CORE and _is_party(word, name)
            elif actor.id not in {a.id for a in side}:
                side.append(actor)
        if side:
            return side
    return side


def _is_party(word: Word, slot: str) -> bool:
    """Whether a word stands for somebody: a name, a description or a personal pronoun."""
    if word.mention is not None:
        return word.mention.sort in {"entity", "nominal"} and "law" not in word.mention.kinds
    return word.lower in _PERSONAL or (
        slot in {"subj", "by"} and word.pos in {"NOUN", "PROPN"} and word.lower not in ABSTRACT
    )


def first_of(one: Side, other: Side) -> Side:
    """The side that has actors, else one that remembers whether either was blocked."""
    if one or not other:
        one.blocked |= other.blocked
        return one
    return other
