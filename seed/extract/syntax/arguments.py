"""Who does what to whom around a verb or a noun: syntactic slots with passives, relatives, control and lists undone.

Slots are ``subj``, ``obj`` and one per preposition (``by``, ``on`` …); of a noun also ``poss`` and ``comp``.
"""

from collections import defaultdict
from typing import Final

from seed.extract.syntax.tree import Word

Slots = dict[str, list[Word]]

_CALLED: Final = frozenset({"named", "called", "dubbed"})
_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_CLIMBS: Final = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "pcomp"})


def expand(word: Word) -> list[Word]:
    """The word and those in a list with it; a sum with a name before it ("fined Acme £5m") gives the name too."""
    found = [word]
    if word.mention is not None and word.mention.sort == "money":
        found += [
            one
            for c in word.child("compound", "nmod", "poss", "amod", "dative")
            if c.mention is not None and c.mention.sort == "entity"
            for one in expand(c)
        ]
    for child in word.child("conj", "appos"):
        found += expand(child)
    if word.mention is None or word.mention.sort == "nominal":
        found += [
            one for c in word.child("acl") if c.lower in _CALLED for one in c.child("oprd", "dobj", "attr")
        ]
    for child in word.child("prep"):
        if child.lower in {"along", "together", "alongside"}:
            within: Slots = defaultdict(list)
            _add_prepositions(child, within)
            found += [w for words in within.values() for w in words]
    return found


def is_passive(verb: Word) -> bool:
    """Whether a verb is in the passive, also without its auxiliary ("a firm fined by …")."""
    if verb.child("nsubjpass", "auxpass", "csubjpass"):
        return True
    if verb.child("agent") and verb.tag in {"VBD", "VBN"} and not verb.child("dobj"):
        return True
    if verb.dep == "conj" and verb.tag == "VBD" and verb.head is not None and verb.child("xcomp"):
        # "was fined and ordered to delete": the parser takes the second for a past tense.
        bare = not verb.child("nsubj", "dobj", "aux")
        return bare and bool(verb.head.child("auxpass"))
    return (
        verb.tag == "VBN"
        and not verb.child("aux")
        and not verb.child("dobj")
        and (verb.dep in {"acl", "advcl", "conj"} or bool(verb.child("agent")))
    )


def of_verb(verb: Word, *, inherit: bool = True) -> Slots:
    """The slots of a verb; a subject that is not there comes from the clause above."""
    slots: Slots = defaultdict(list)
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep in {"nsubj", "csubj"}:
            slots["obj" if passive and verb.child("agent") else "subj"] += expand(child)
        elif child.dep in {"nsubjpass", "dobj", "attr", "oprd"}:
            slots["obj"] += expand(child)
        elif child.dep == "dative" and child.pos != "ADP":
            slots["to"] += expand(child)
        _add_prepositions(child, slots)
    _undo_relative(verb, slots, passive=passive)
    if inherit:
        _inherit(verb, slots, passive=passive)
    return slots


def _add_prepositions(child: Word, slots: Slots, depth: int = 0) -> None:
    if child.dep not in {"prep", "agent", "dative", "conj"} or child.pos not in {"ADP", "SCONJ", "ADV"}:
        return
    name = "by" if child.dep == "agent" else child.lower
    for inner in child.children:
        if inner.dep in {"pobj", "pcomp"}:
            slots[name] += expand(inner)
        elif depth < 2:
            _add_prepositions(inner, slots, depth + 1)


def _undo_relative(verb: Word, slots: Slots, *, passive: bool) -> None:
    """Put the noun that a relative clause belongs to in the place of the relative, or in the gap."""
    clause = _relative_above(verb)
    if clause is not None and clause.head is not None:
        nouns = _antecedents(clause.head)
        replaced = False
        for words in slots.values():
            for at, word in enumerate(words):
                if word.lower in _RELATIVES:
                    words[at : at + 1] = nouns
                    replaced = True
        if clause is verb and not replaced and not passive and not slots["obj"]:
            slots["obj"] = nouns
    elif verb.dep == "acl" and verb.head is not None and verb.head.pos not in _VERBAL:
        if verb.tag == "VBN" and not slots["obj"]:
            slots["obj"] = _antecedents(verb.head)
        elif verb.tag == "VBG" and not slots["subj"]:
            slots["subj"] = _antecedents(verb.head)


def _relative_above(verb: Word) -> Word | None:
    """The relative clause that a verb heads, or whose infinitive it is ("the sum that Acme agreed to pay")."""
    word: Word | None = verb
    while word is not None and word.dep in {"xcomp", "relcl"}:
        if word.dep == "relcl":
            return word
        word = word.head
    return None


def _antecedents(noun: Word) -> list[Word]:
    """The noun of a relative clause, and the name that it stands beside ("Acme, a shop that …")."""
    named = [noun.head] if noun.dep == "appos" and noun.head is not None and noun.mention is None else []
    return [*named, noun, *(a for a in noun.child("appos") if a.mention)]


def _inherit(verb: Word, slots: Slots, *, passive: bool) -> None:
    place = "obj" if passive else "subj"
    if slots[place] or verb.dep not in _CLIMBS:
        return
    head = verb.head
    while (
        head is not None
        and head.pos not in _VERBAL
        and head.dep in {"prep", "dobj", "pobj", "attr", "pcomp", "conj", "appos", "oprd"}
    ):
        head = head.head
    if head is None or head.pos not in _VERBAL or head is verb:
        return
    above = of_verb(head)
    if verb.dep == "conj":
        slots[place] = list(above["obj"] if is_passive(head) else above["subj"])
        if passive != is_passive(head) and not passive and not verb.child("aux"):
            slots[place] = list(above["obj"] if is_passive(head) else above["subj"])
    elif verb.dep in {"xcomp", "ccomp"} and above["obj"]:
        slots[place] = [w for w in above["obj"] if w is not verb]
    else:
        slots[place] = list(above["obj"] if is_passive(head) else above["subj"])


def of_noun(noun: Word) -> Slots:
    """The slots of a noun itself: owner, words before it, and what its prepositions and participles bring."""
    slots: Slots = defaultdict(list)
    for child in noun.children:
        if child.dep == "poss":
            slots["poss"] += expand(child)
        elif child.dep in {"compound", "nmod", "amod", "nummod"}:
            slots["comp"] += [child, *_compounds(child)]
        elif child.dep == "appos":
            slots["appos"] += expand(child)
        _add_prepositions(child, slots)
    return slots


def _compounds(word: Word) -> list[Word]:
    """The words before a word before a noun: "the Acme data breach settlement"."""
    found: list[Word] = []
    for child in word.child("compound", "nmod", "poss"):
        found += [child, *_compounds(child)]
    return found


def governor(noun: Word) -> tuple[Word, str] | None:
    """The verb that a noun depends on, and the slot in which it stands there."""
    word, slot = noun, ""
    while word.head is not None:
        head = word.head
        if word.dep in {"acl", "relcl"}:
            return None
        if head.pos in _VERBAL:
            role = {
                "nsubj": "subj",
                "nsubjpass": "obj",
                "dobj": "obj",
                "attr": "obj",
                "oprd": "obj",
                "dative": "to",
            }.get(word.dep)
            return head, slot or role or word.dep
        if head.pos == "ADP" and word.dep in {"pobj", "pcomp"}:
            slot = slot or head.lower
        elif word.dep not in {"conj", "appos", "prep", "compound", "nmod"}:
            return None
        word = head
    return None


def clauses_on(noun: Word) -> list[Word]:
    """The participles and relative clauses that speak of a noun: "the fine imposed by", "the order that … issued"."""
    within = [
        inner
        for c in noun.child("prep")
        if c.lower == "of"
        for inner in c.child("pobj")
        if inner.mention and inner.mention.sort == "money"
    ]
    return [
        c for word in (noun, *within) for c in word.children if c.dep in {"acl", "relcl"} and c.pos in _VERBAL
    ]
