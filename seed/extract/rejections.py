"""Words that look as if they told a relation, and only name its kind, its owner or nobody in particular."""

from typing import Final

from seed.extract import slots
from seed.extract.frames import NounFrame
from seed.extract.sides import ABSTRACT, Side
from seed.extract.syntax import Word

_HEADS: Final = frozenset(
    "proceeding case action lawsuit suit framework regime guideline procedure clause unit power policy "
    "calculation".split()
)
"""Nouns that make another thing of the noun before them: "penalty proceedings" are no penalty."""
SANCTIONS: Final = frozenset({"FINED", "REPRIMANDED"})
"""Relations whose verb stands in headlines without its auxiliary: "Acme fined €2.4m"."""
_UPON: Final = ("on", "upon", "against")
_INDEFINITE: Final = frozenset({"a", "an", "another", "one", "two", "three"})


def only_says(verb: Word) -> bool:
    """Whether somebody is told that something is so, rather than to do something."""
    clauses = verb.child("xcomp", "ccomp", "advcl", "acl", "relcl")
    return bool(clauses) and not any(c.lower == "to" for clause in clauses for c in clause.child("aux"))


def names_another(noun: Word, frame: NounFrame) -> bool:
    """Whether a noun only says what kind of thing the next noun is: "fine notice", "settlement talks"."""
    head = noun.head
    if noun.dep != "compound" or head is None or head.mention is not None:
        return False
    return frame.relation == "SUED" or head.lemma in _HEADS


def is_only_owned(noun: Word, frame: NounFrame, own: slots.Slots, objects: Side) -> bool:
    """Whether a heading speaks of somebody's suits or complaints at large: "fines from noyb litigation"."""
    return (
        frame.relation in {"SUED", "COMPLAINED_ABOUT"}
        and not objects
        and any(w.mention is not None and w.mention.sort == "entity" for w in own.get("comp", ()))
        and noun.dep not in {"nsubj", "nsubjpass", "ROOT"}
    )


def is_against_anybody(found: slots.Slots, frame: NounFrame) -> bool:
    """Whether a sanction is against somebody whom the text does not name: "a fine on an employer"."""
    return frame.relation in SANCTIONS and any(
        word.mention is None
        and word.pos == "NOUN"
        and word.lower not in ABSTRACT
        and any(d.lower in _INDEFINITE for d in word.child("det", "nummod"))
        for name in _UPON
        for word in found.get(name, ())
    )


def says_whom(own: slots.Slots) -> bool:
    """Whether more than a word before a noun says whom it is about: "the ChatGPT fine" may name a product."""
    return any(own.get(name) for name in ("on", "against", "to", "for", "upon", "of", "poss"))
