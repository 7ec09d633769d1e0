"""Decisions that a sentence speaks of as taken before: whose they are, whom they are about, which dates are theirs."""

from collections.abc import Iterable
from typing import Final

from graph.vocabulary import DECISIONS, PROPOSALS, RULINGS
from seed.extract.candidates.candidate import Scene
from seed.extract.candidates.sides import actors_in
from seed.extract.coreference.actor import Actor
from seed.extract.lexicon import verdicts
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.syntax import arguments
from seed.extract.syntax.tree import Word

COURTS: Final = frozenset({"court"})
DECIDED: Final = frozenset({*DECISIONS, *PROPOSALS})
"""Relations that an authority makes by a decision."""
RULED: Final = frozenset(RULINGS)
_BODIES: Final = AUTHORITY | COURTS
_UP: Final = frozenset({"prep", "pobj", "poss", "compound", "nmod", "conj", "appos", "amod", "nummod"})
_DEFINITE: Final = frozenset("the its their his her that this these those".split())
_OWN: Final = frozenset({"of", "from", "dated"})
_BESIDE: Final = frozenset({"compound", "nmod", "poss", "amod", "nummod"})
_CLAUSES: Final = frozenset({"acl", "relcl"})
_LONGEST_WAY: Final = 12


def owners(scene: Scene, words: Iterable[Word], kinds: frozenset[str] = _BODIES) -> list[Actor]:
    """Whose decisions these words are: of an authority, or of a court where these are asked for too."""
    found: dict[str, Actor] = {}
    for word in words:
        if word.mention is not None:
            direct = scene.discourse.who(word, kinds, scene.index)
            if direct is not None and word.mention.sort in {"entity", "nominal"}:
                found.setdefault(direct.id, direct)
            continue
        own = arguments.of_noun(word)
        side = actors_in(scene, own, ("poss", "comp", "by", "from", "of"), kinds)
        for clause in arguments.clauses_on(word) if not side else []:
            side = side or actors_in(scene, arguments.of_verb(clause, inherit=False), ("by", "subj"), kinds)
        for actor in side:
            found.setdefault(actor.id, actor)
    return list(found.values())


def target_of(scene: Scene, words: Iterable[Word]) -> Actor | None:
    """Whom these decisions are about, or who brought these challenges."""
    for word in words:
        if word.mention is not None:
            continue
        own = arguments.of_noun(word)
        names = ("on", "against", "upon", "of", "to", "poss", "comp", "by", "from", "for")
        if side := actors_in(scene, own, names, TARGET):
            return side[0]
        for clause in arguments.clauses_on(word):
            names = ("on", "against", "upon", "to", "obj", "subj", "by")
            if side := actors_in(scene, arguments.of_verb(clause, inherit=False), names, TARGET):
                return side[0]
    return None


def later(word: Word | None) -> Word | None:
    """The word that says what became of the decision that a word tells: "annulled" above "fine"; else ``None``."""
    if word is None or (word.pos not in {"NOUN", "PROPN", "NUM", "ADJ"} and not _is_aim(word)):
        return None
    noun, current = word, word
    for _ in range(_LONGEST_WAY):
        head = current.head
        if head is None:
            return None
        if head.pos in {"VERB", "AUX"}:
            return head if _concerns(current) and _is_later(head, noun) else None
        if head.lemma in verdicts.LATER_NOUNS and current.dep == "prep" and head.mention is None:
            return head
        if current.dep not in _UP and not (current is word and _is_aim(word)):
            return None
        current = head
        noun = head if head.pos == "NOUN" and noun.dep in _BESIDE else noun
    return None


def _is_aim(verb: Word) -> bool:
    """Whether a verb only says what a decision does: "the decision to fine Acme"."""
    head = verb.head
    return verb.pos == "VERB" and verb.dep == "acl" and head is not None and head.lemma in verdicts.DECISIONS


def _concerns(word: Word) -> bool:
    """Whether a word is what a verb is about: its object, or what it is against."""
    against = word.dep == "prep" and word.lower in {"against", "over", "of"}
    return against or word.dep in {"dobj", "nsubjpass", "appos", "ccomp"}


def _is_later(verb: Word, noun: Word) -> bool:
    if verb.lemma in verdicts.ALWAYS_LATER or has_particle(verb):
        return True
    if verb.lemma in verdicts.LATER_BY_COURT:
        return any(
            w.mention is not None and w.mention.may_be(COURTS)
            for name in ("subj", "by")
            for w in arguments.of_verb(verb).get(name, ())
        )
    paid = verb.lemma in verdicts.PAID and verb.tag in {"VBD", "VBN", "VBZ"}
    return paid and is_definite(noun)


def is_definite(word: Word) -> bool:
    """Whether a noun speaks of one decision that was taken, not of any: "the fine", "the ICO's fine"."""
    return (
        _is_aim(word)
        or bool(word.child("poss"))
        or any(c.lower in _DEFINITE for c in word.child("det"))
        or any(c.pos == "VERB" and c.dep in _CLAUSES for c in word.children)
    )


def has_particle(verb: Word) -> bool:
    """Whether the small word that makes it a ruling stands by a verb: "set … aside"."""
    wanted = verdicts.PARTICLES.get(verb.lemma, frozenset())
    return bool(wanted) and any(c.lower in wanted for c in verb.children)


def dates_it(date: Word, top: Word) -> bool:
    """Whether a date below a later stage is that of the decision: "the fine of 2019", "imposed in May"."""
    word = date
    for _ in range(_LONGEST_WAY):
        head = word.head
        if word is top or head is None:
            return False
        if word.dep in _CLAUSES or (word is date and word.dep in _BESIDE):
            return head is not top or word.dep in _CLAUSES
        if word.dep == "prep" and word.lower in _OWN and head is not top:
            return True
        word = head
    return False
