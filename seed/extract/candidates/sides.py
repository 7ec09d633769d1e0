"""The actors that the slots of a verb or noun give for one side of a relation."""

from collections.abc import Iterable
from typing import Final

from seed.extract.candidates.candidate import Scene
from seed.extract.coreference.actor import Actor
from seed.extract.coreference.plurals import several
from seed.extract.coreference.pronouns import subject_above
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.lexicon.wording import is_excepted
from seed.extract.syntax.arguments import Slots, expand
from seed.extract.syntax.tree import Word

_CORE: Final = frozenset({"subj", "by", "obj"})
ABSTRACT: Final = frozenset(
    "decision decisions ruling rulings order orders notice notices judgment judgement statement report "
    "announcement verdict resolution letter deal settlement penalty penalties fine fines move case "
    "inquiry investigation probe complaint suit lawsuit sanction sanctions action actions step measure "
    "measures law laws rules regulation act draft proposal letter agreement which that this these those "
    "appeal appeals news deliberation delegation determination".split()
)
"""Nouns that do something on behalf of somebody else: the subject may still be filled in."""
_LISTED: Final = frozenset({",", "and", "the", "&"})
_OPENS: Final = ([","], [":"], ["–"], ["—"], ["("])
_LIST, _ASIDE = 60, 8
_THEY: Final = frozenset({"they", "them"})
_PLURAL: Final = frozenset(
    "attorneys general generals regulators authorities commissioners watchdogs agencies supervisors".split()
)
"""What opens a list of places that stand for their authorities."""
_STATES: Final = frozenset({"states", "commonwealths"})
_OPERATORS: Final = frozenset("operators companies firms controllers".split())
_PERSONAL: Final = frozenset("it they he she we you i who them him her".split())


class Side(list[Actor]):
    """The actors found for one side; ``blocked`` where the sentence names somebody there who cannot be meant."""

    blocked: bool = False


def actors_in(scene: Scene, found: Slots, names: Iterable[str], kinds: frozenset[str]) -> Side:
    """The actors of the first slot that holds any of the wanted kinds."""
    side = Side()
    for name in names:
        for word in (member for one in found.get(name, ()) for member in _members(one)):
            if is_excepted(scene.reading.lower, word.token):
                continue
            named = _named_behind(scene, word, kinds)
            if len(named) < 2:
                named = several(scene.discourse, word, kinds, scene.index)
            if len(named) > 1:
                side += [one for one in named if one.id not in {a.id for a in side}]
                continue
            actor = scene.discourse.who(word, kinds, scene.index)
            if actor is None:
                side.blocked |= name in _CORE and _is_party(word, name)
            elif actor.id not in {a.id for a in side}:
                side += [one for one in _fellows(scene, word, kinds) if one.id not in {a.id for a in side}]
                if actor.id not in {a.id for a in side}:
                    side.append(actor)
        if side:
            return side
    return side


def _members(word: Word) -> list[Word]:
    """Those whom a plural lists after "of": "the states of Ohio and Nevada", "the operators of Acme and Bolt"."""
    if word.mention is not None and word.mention.sort != "nominal":
        return [word]
    if word.lower in _THEY and (above := subject_above(word)) is not None:
        return members if len(members := expand(above)) > 1 else [word]
    if word.lower not in _PLURAL | _STATES | _OPERATORS:
        return [word]
    listed = [
        one
        for preposition in (*word.child("prep"), *(p for c in word.child("amod") for p in c.child("prep")))
        if preposition.lower == "of"
        for inner in preposition.child("pobj")
        for one in expand(inner)
        if one.mention is not None and one.mention.sort == "entity"
    ]
    listed += [
        a for one in word.child("appos") for a in expand(one) if a.mention and a.mention.sort == "entity"
    ]
    return listed if len(listed) > 1 else [word]


def _named_behind(scene: Scene, word: Word, kinds: frozenset[str]) -> list[Actor]:
    """Whom a description lists right behind it: "two linked companies, Acme and Bolt", "three banks: A, B and C"."""
    reading, mention = scene.reading, word.mention
    if (
        mention is None
        or mention.sort != "nominal"
        or reading.lower[mention.last + 1 : mention.last + 2] not in _OPENS
    ):
        return []
    found: list[Actor] = []
    at = mention.last + 2
    while at < len(reading.tokens) and at - mention.last < _LIST:
        named = reading.at(at)
        if named is not None and named.sort == "entity":
            actor = scene.discourse.named(named, kinds, scene.index)
            found += [actor] if actor is not None else []
            at = _behind_aside(reading.lower, named.last + 1)
        elif reading.lower[at] in _LISTED | {"namely", "both"}:
            at += 1
        else:
            break
    return found


def _behind_aside(words: list[str], at: int) -> int:
    """The token after a short aside in brackets that opens at one, else the token itself."""
    close = (
        at + words[at : at + _ASIDE].index(")")
        if words[at : at + 1] == ["("] and ")" in words[at : at + _ASIDE]
        else at - 1
    )
    return close + 1


def _fellows(scene: Scene, word: Word, kinds: frozenset[str]) -> list[Actor]:
    """The authorities listed before one, where a plural opens it: "the attorneys general of Ohio, Oregon and Utah"."""
    reading, found = scene.reading, list[Actor]()
    if word.mention is None or not kinds & AUTHORITY:
        return found
    at = word.mention.first - 1
    while at > 0 and reading.lower[at] in _LISTED:
        before = reading.at(at - 1)
        if before is None:
            at -= 1
            continue
        actor = scene.discourse.named(before, AUTHORITY, scene.index) if before.sort == "entity" else None
        if actor is None:
            return []
        found.insert(0, actor)
        at = before.first - 1
    opened = at > 0 and reading.lower[at] in {"of", "from", "in"} and reading.lower[at - 1] in _PLURAL
    return found if opened else []


def _is_party(word: Word, slot: str) -> bool:
    """Whether a word stands for somebody: a name, a description or a personal pronoun."""
    if word.mention is not None:
        return word.mention.sort in {"entity", "nominal"} and "law" not in word.mention.kinds
    return word.lower in _PERSONAL or (
        slot in {"subj", "by"}
        and word.pos in {"NOUN", "PROPN"}
        and word.lower not in ABSTRACT
        and not (slot == "by" and _is_manner(word))
    )


def _is_manner(word: Word) -> bool:
    """Whether a noun after "by" says how, and nobody's deed: "by contrast", "by letter"."""
    above = word.head
    return above is not None and above.dep == "prep" and not word.child("det", "poss")


def first_of(one: Side, other: Side) -> Side:
    """The side that has actors, else one that remembers whether either was blocked."""
    if one or not other:
        one.blocked |= other.blocked
        return one
    return other
