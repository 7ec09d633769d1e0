"""Words that look as if they told a relation, and only name its kind, its owner or nobody in particular."""

from typing import Final

from seed.extract.candidates.sides import ABSTRACT, Side
from seed.extract.lexicon.frames import NounFrame, VerbFrame
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.syntax import arguments
from seed.extract.syntax.tree import Word

_HEADS: Final = frozenset(
    "proceeding case action lawsuit suit framework regime guideline procedure clause unit power policy "
    "calculation".split()
)
"""Nouns that make another thing of the noun before them: "penalty proceedings" are no penalty."""
SANCTIONS: Final = frozenset({"FINED", "REPRIMANDED"})
"""Relations of a penalty or a reprimand; their verb stands in headlines without its auxiliary: "Acme fined €2.4m"."""
_TASKS: Final = frozenset(
    "take enforce protect oversee ensure regulate implement monitor investigate supervise safeguard administer "
    "hold".split()
)
_FOR: Final = (["to"], ["that"], ["for"], ["not"])
_DEMANDS: Final = frozenset({"require", "oblige", "force", "mandate"})
_UPON: Final = ("on", "upon", "against")
_INDEFINITE: Final = frozenset({"a", "an", "another", "one", "two", "three"})


def only_says(verb: Word) -> bool:
    """Whether somebody is told that something is so, rather than to do something."""
    clauses = verb.child("xcomp", "ccomp", "advcl", "acl", "relcl")
    return bool(clauses) and not any(c.lower == "to" for clause in clauses for c in clause.child("aux"))


def tells_no_deed(verb: Word) -> bool:
    """Whether a verb only reports, or only says what somebody is there for."""
    return (verb.lemma == "tell" and only_says(verb)) or _is_its_task(verb)


def _is_its_task(verb: Word) -> bool:
    """Whether somebody is charged with a task rather than with an offence: "charged with enforcing the law"."""
    preps = [p for p in verb.child("prep") if p.lower == "with"]
    return verb.lemma == "charge" and any(c.lemma in _TASKS for p in preps for c in p.child("pcomp"))


def is_purpose(noun: Word, lower: list[str]) -> bool:
    """Whether an "order" only says what for: "in order to"."""
    at = noun.token
    return noun.lemma == "order" and lower[max(0, at - 1) : at] == ["in"] and lower[at + 1 : at + 2] in _FOR


def is_any_action(noun: Word, frame: NounFrame, own: arguments.Slots) -> bool:
    """Whether an action or a bid is against nothing, and so no appeal: "has taken action"."""
    return frame.relation == "APPEALED" and noun.lemma in {"action", "bid"} and not own.get("against")


def is_lodged(noun: Word, frame: NounFrame, own: arguments.Slots) -> bool:
    """Whether a complaint goes to an authority, and so to no court: "filed a complaint with the ICO"."""
    above = arguments.governor(noun)
    clause = arguments.of_verb(above[0]) if above is not None else {}
    return (
        frame.relation == "SUED"
        and noun.lemma == "complaint"
        and any(
            w.mention is not None and w.mention.may_be(AUTHORITY)
            for name in ("with", "to", "before")
            for w in (*own.get(name, ()), *clause.get(name, ()))
        )
    )


def states_law(verb: Word) -> bool:
    """Whether a verb in the present says what a law demands: "requires the controller to notify"."""
    return verb.lemma in _DEMANDS and verb.tag in {"VBZ", "VBP"} and not verb.child("auxpass")


def names_another(noun: Word, frame: NounFrame) -> bool:
    """Whether a noun only says what kind of thing the next noun is: "fine notice", "settlement talks"."""
    head = noun.head
    if noun.dep != "compound" or head is None or head.mention is not None:
        return False
    return frame.relation == "SUED" or head.lemma in _HEADS


def is_only_owned(noun: Word, frame: NounFrame, own: arguments.Slots, objects: Side) -> bool:
    """Whether a heading speaks of somebody's suits or complaints at large: "fines from noyb litigation"."""
    return (
        frame.relation in {"SUED", "COMPLAINED_ABOUT"}
        and not objects
        and any(w.mention is not None and w.mention.sort == "entity" for w in own.get("comp", ()))
        and noun.dep not in {"nsubj", "nsubjpass", "ROOT"}
    )


def is_against_anybody(found: arguments.Slots, frame: NounFrame) -> bool:
    """Whether a sanction is against somebody whom the text does not name: "a fine on an employer"."""
    return frame.relation in SANCTIONS and any(
        word.mention is None
        and word.pos == "NOUN"
        and word.lower not in ABSTRACT
        and any(d.lower in _INDEFINITE for d in word.child("det", "nummod"))
        for name in _UPON
        for word in found.get(name, ())
    )


def says_whom(own: arguments.Slots) -> bool:
    """Whether more than a word before a noun says whom it is about: "the ChatGPT fine" may name a product."""
    return any(own.get(name) for name in ("on", "against", "to", "for", "upon", "of", "poss"))


_BIDS: Final = frozenset("order direct instruct compel enjoin command".split())
"""Verbs by which whoever decides orders a deed, whatever it is; "require" and "tell" are of laws and of news too."""


def bids_a_deed(verb: Word) -> bool:
    """Whether an infinitive under a verb says what somebody has to do, other than to pay."""
    return verb.lemma in _BIDS and any(
        clause.lemma != "pay" and any(c.lower == "to" for c in clause.child("aux"))
        for clause in verb.child("xcomp", "ccomp", "advcl", "oprd", "dobj")
    )


def is_filed(noun: Word, frame: VerbFrame | NounFrame) -> bool:
    """Whether a suit without parties is a particular one: "the lawsuit filed in August"."""
    return frame.relation == "SUED" and any(
        c.lower in {"filed", "brought", "lodged"} for c in noun.child("acl")
    )
