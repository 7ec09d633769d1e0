"""Payments: "must pay €40m", a sum for each of several firms, and lists of fines line by line."""

from collections.abc import Iterator
from typing import Final

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.claims.arguments import plaintiffs
from seed.extract.lexicon import word_classes
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.mentions.mention import Mention
from seed.extract.scope import modality
from seed.extract.syntax import arguments
from seed.extract.syntax.tree import Word

_PAY: Final = frozenset({"pay", "owe", "fork", "cough", "hand", "shell", "forfeit"})
_BIDS: Final = frozenset(
    {"require", "order", "tell", "direct", "oblige", "instruct", "force", "compel", "make", "want", "ask"}
)
_IMPOSE: Final = frozenset({"impose", "levy", "bill", "dock", "charge"})
_SETTLE: Final = frozenset(
    "settle settles settled settling settlement settlements deal agreement lawsuit lawsuits suit "
    "class-action undertaking decree resolve resolves resolving resolved".split()
)
PENALTY: Final = frozenset("fine fines fined penalty penalties sanction forfeiture".split())
FINES: Final = PENALTY | {
    "punished",
    "imposed",
    "imposes",
    "charged",
    "pay",
    "paid",
    "pays",
    "owes",
    "sanctioned",
    "penalised",
    "penalized",
    "bill",
}
_WRONGED: Final = frozenset(
    "complainant claimant victim applicant plaintiff person individual subject".split()
)
_SETTLEMENTS: Final = frozenset({"settlement", "decree", "agreement", "deal"})
_AGREES: Final = frozenset({"agree", "consent"})


def payments(scene: Scene) -> Iterator[Draft]:
    """Drafts from verbs of payment with a sum and without the noun "fine", which frames read."""
    for word in scene.words:
        if word.lemma not in _PAY or word.pos not in {"VERB", "AUX"}:
            continue
        found = arguments.of_verb(word)
        sums = [
            w.mention for w in found.get("obj", ()) if w.mention is not None and w.mention.sort == "money"
        ]
        sums = sums or [
            w.mention
            for w in found.get("over", []) + found.get("out", []) + found.get("up", [])
            if w.mention and w.mention.sort == "money"
        ]
        if not sums and word.dep == "xcomp" and word.head is not None and word.head.dep == "relcl":
            sums = [
                w.mention
                for w in arguments.of_verb(word.head)["obj"]
                if w.mention is not None and w.mention.sort == "money"
            ]
        payers = _told(scene, word) or found.get("subj", [])
        if (
            sums
            and not (word.lemma == "hand" and not scene.has("over"))
            and (_agrees(scene, word) or not _is_for_people(scene, found))
        ):
            yield from _payment(scene, word, payers, sums[0])


def _is_for_people(scene: Scene, found: arguments.Slots) -> bool:
    """Whether a payment goes to those who were wronged, and so is no penalty: "must pay the complainant €5,000"."""
    # "The complainant €5,000" may be read as one noun.
    return not settles(scene) and any(
        "group" in word.mention.kinds
        if word.mention is not None
        else word.lemma in _WRONGED or word.lower in word_classes.GROUP_HEADS
        for one in (*found.get("to", ()), *found.get("obj", ()))
        for word in (one, *one.child("compound", "nmod", "amod", "dative"))
    )


def _told(scene: Scene, verb: Word) -> list[Word]:
    """Whoever stands between a verb and its infinitive: "requiring Acme, the retailer, to pay"."""
    if verb.child("nsubj", "nsubjpass") or not any(c.lower == "to" for c in verb.child("aux")):
        return []
    above = [w for w in scene.words if w.lemma in _BIDS and w.index < verb.index]
    between = [
        w
        for w in scene.words
        if above
        and above[-1].index < w.index < verb.index
        and w.mention is not None
        and w.mention.may_be(TARGET)
    ]
    return between[:1]


def impositions(scene: Scene) -> Iterator[Draft]:
    """Drafts from verbs that impose a bare sum: "imposed €18 million on", "billed Acme $5m"."""
    for word in scene.words:
        if word.lemma not in _IMPOSE or word.pos not in {"VERB", "AUX"}:
            continue
        found = arguments.of_verb(word)
        sums = [
            w.mention for w in found.get("obj", ()) if w.mention is not None and w.mention.sort == "money"
        ]
        if not sums:
            continue
        targets = [
            a
            for name in ("on", "upon", "to", "obj")
            for w in found.get(name, ())
            if (a := scene.discourse.who(w, TARGET, scene.index))
        ]
        sources = [
            a
            for name in ("subj", "by")
            for w in found.get(name, ())
            if (a := scene.discourse.who(w, AUTHORITY, scene.index))
        ]
        mode = modality.of_trigger(scene.tree, word)
        for target in targets[:1]:
            yield Draft(
                "FINED",
                "fined-impose",
                scene.index,
                word.token,
                sources[0] if sources else None,
                target,
                mode,
                sums[0],
            )


def _payment(scene: Scene, verb: Word, payers: list[Word], money: Mention | None) -> Iterator[Draft]:
    actors = [a for w in payers if (a := scene.discourse.who(w, TARGET, scene.index))]
    if payers and not actors:
        return
    if not payers and (found := scene.discourse.nearest(TARGET, scene.index, verb.token)):
        actors = [found]
    mode = modality.of_trigger(scene.tree, verb)
    for payer in actors:
        if settles(scene) or _agrees(scene, verb):
            draft = Draft("SETTLED_WITH", "settled-pay", scene.index, verb.token, None, payer, mode, money)
            payees = [
                a
                for w in arguments.of_verb(verb).get("to", ())
                if (a := scene.discourse.who(w, AUTHORITY, scene.index))
            ]
            draft.subject = payees[0] if payees else plaintiffs(scene, draft)
        else:
            draft = Draft("FINED", "fined-pay", scene.index, verb.token, None, payer, mode, money)
        yield draft


def _agrees(scene: Scene, verb: Word) -> bool:
    """Whether somebody only agreed to pay, and nobody speaks of a penalty."""
    above = verb.head
    return (
        above is not None
        and verb.dep == "xcomp"
        and above.lemma in _AGREES
        and not set(scene.reading.lower) & PENALTY
    )


def settles(scene: Scene) -> bool:
    """Whether the sentence speaks of a settlement, and of no penalty."""
    words = set(scene.reading.lower)
    binding = any(
        w.lemma in _BIDS and any(c.lower in _SETTLEMENTS for c in w.child("nsubj")) for w in scene.words
    )
    return binding or (bool(words & _SETTLE) and not words & PENALTY)
