"""What the tree says of a pronoun: the subject above it, and whether that can be meant."""

from typing import Final

from seed.extract.syntax.tree import Word

_CLAUSES: Final = frozenset({"ccomp", "xcomp", "advcl", "conj", "relcl", "acl", "pcomp"})


def is_other(word: Word, subject: Word) -> bool:
    """Whether a pronoun cannot be the subject of its own clause: "the regulator fined it"."""
    if word.dep not in {"dobj", "dative"} or word.lower.endswith(("self", "selves")):
        return False
    verb = word.head
    while verb is not None and subject.head is not verb and verb.dep in {"conj", "xcomp"}:
        verb = verb.head
    return verb is not None and subject.head is verb


def subject_above(word: Word) -> Word | None:
    """The named subject of a clause above the one that a pronoun stands in."""
    own = word.head
    while own is not None and own.pos not in {"VERB", "AUX"}:
        own = own.head
    verb = own
    while verb is not None:
        for subject in verb.child("nsubj", "nsubjpass"):
            if subject is not word and subject.index < word.index:
                return (
                    subject
                    if subject.mention is not None and subject.mention.sort in {"entity", "nominal"}
                    else None
                )
        verb = verb.head if verb.dep in _CLAUSES else None
    return None
