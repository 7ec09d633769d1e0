"""Trees set right where the parser is known to err: sums before a penalty, "to fine", "set aside"."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from seed.extract.lexicon import verdicts

if TYPE_CHECKING:
    from seed.extract.syntax.tree import Word

_PENALTIES: Final = frozenset("fine fines penalty penalties sanction sanctions forfeiture".split())
_FOR_WHAT: Final = frozenset(
    "data privacy protection gdpr cookie breach record civil monetary administrative antitrust spam".split()
)
"""What may stand between a sum and the penalty."""
_UPON: Final = frozenset({"against", "on", "upon", "with"})
"""Prepositions after which a party stands, and seldom a deed."""
_INDEFINITE: Final = frozenset({"a", "an", "another"})
_OWNERS: Final = frozenset({"poss", "det", "compound", "nmod", "amod"})


def repair(words: "list[Word]", verbs: dict[str, str]) -> None:
    """Mend a tree in place; ``verbs`` gives the lemma of every form that is known."""
    for at, (word, following) in enumerate(pairwise(words)):
        if word.mention is not None and word.mention.sort == "money":
            _find_penalty(word, words[at + 1 : at + 5])
        elif word.lower == "to" and following.lower == "fine" and word.head is following:
            following.pos, following.tag, following.lemma = "VERB", "VB", "fine"
        elif word.pos == "NOUN" and following.lower in verdicts.PARTICLES.get(verbs.get(word.lower, ""), ()):
            _make_verb(word, verbs)
        elif word.lemma in verdicts.SANCTIONS and following.tag == "WDT":
            _relate(word, following)
        elif word.lower in _UPON and following.tag == "VBG" and following.head is word:
            _make_trade(word, following)
        elif word.lower == "," and at and _is_named(following):
            _set_beside(words[at - 1], following)


def _is_named(word: "Word") -> bool:
    return word.mention is not None and word.mention.sort == "entity" and word.dep not in {"conj", "nsubj"}


def _set_beside(noun: "Word", name: "Word") -> None:
    """Hang a name on the description with an article before its comma: "against a state agency, Acme"."""
    described = noun.pos == "NOUN" and any(d.lower in _INDEFINITE for d in noun.child("det"))
    if (
        not described
        or noun.mention is not None
        or name.head is noun
        or name.head is None
        or name in noun.ancestors()
        or noun.lower in _PENALTIES
    ):
        return
    name.head.children.remove(name)
    name.head, name.dep = noun, "appos"
    noun.children.append(name)


def _find_penalty(money: "Word", after: "list[Word]") -> None:
    """Join a sum with the penalty after it, also over who took it or what for: "the £5m ICO fine", "£5m data fine"."""
    for word in after:
        if word.lower in _PENALTIES:
            if money.head is word and word.pos != "NOUN" and word.mention is None:
                word.pos, word.tag, word.lemma = "NOUN", "NN", word.lower
            _join(money, word)
            return
        if word.mention.sort != "entity" if word.mention is not None else word.lower not in _FOR_WHAT:
            return


def _relate(noun: "Word", relative: "Word") -> None:
    """Hang a clause that "that" or "which" opens on the penalty right before it."""
    clause = relative.head
    if (
        clause is None
        or clause.head is None
        or clause.dep not in {"ccomp", "advcl"}
        or noun.index > clause.index
    ):
        return
    if clause in noun.ancestors():
        return
    clause.head.children.remove(clause)
    clause.head, clause.dep = noun, "relcl"
    noun.children.append(clause)


def _join(money: "Word", noun: "Word") -> None:
    """Make the noun the head of the sum before it, in the place that the sum took in the sentence."""
    if money.head is noun or money.head is None or noun.mention is not None or noun in money.ancestors():
        return
    if noun.head is not None:
        noun.head.children.remove(noun)
    head = money.head
    head.children[head.children.index(money)] = noun
    noun.head, noun.dep = head, money.dep
    if noun.pos != "NOUN":
        noun.pos, noun.tag, noun.lemma = "NOUN", "NN", noun.lower
    owned = [child for child in money.children if child.dep in _OWNERS or child.index > noun.index]
    for child in owned:
        money.children.remove(child)
        child.head = noun
    noun.children = sorted([*noun.children, *owned, money], key=lambda child: child.index)
    money.head, money.dep = noun, "compound"


def _make_trade(preposition: "Word", verb: "Word") -> None:
    """Read a participle before a name as part of its trade: "against messaging app provider Acme"."""
    named = next((c for c in verb.child("dobj") if c.mention and c.mention.sort == "entity"), None)
    if named is None or any(
        c.dep not in {"compound", "punct"} and c.index < named.index for c in named.children
    ):
        return
    between = named.index - verb.index - 1
    if not between or len([c for c in named.child("compound") if c.index > verb.index]) < 1:
        return
    verb.children.remove(named)
    preposition.children[preposition.children.index(verb)] = named
    named.head, named.dep = preposition, "pobj"
    verb.head, verb.dep, verb.pos, verb.tag = named, "compound", "NOUN", "NN"
    carried = [c for c in verb.children if c.index > named.index]
    for child in carried:
        verb.children.remove(child)
        child.head = named
    named.children = sorted([*named.children, verb, *carried], key=lambda child: child.index)


def _make_verb(word: "Word", verbs: dict[str, str]) -> None:
    """Read "set" before "aside" as a verb where it has a subject."""
    if word.child("nsubj", "nsubjpass"):
        word.pos, word.tag, word.lemma = "VERB", "VBD", verbs[word.lower]
