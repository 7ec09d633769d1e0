"""Payments: "must pay €40m", a sum for each of several firms, and lists of fines line by line."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from seed.extract import modality, slots
from seed.extract.discourse import Actor
from seed.extract.drafts import Draft, Scene
from seed.extract.fill import plaintiffs
from seed.extract.mentions import AUTHORITY, TARGET, Mention, Reading
from seed.extract.syntax import Word

_PAY: Final = frozenset({"pay", "owe", "fork", "cough", "hand", "shell", "forfeit"})
_BIDS: Final = frozenset(
    {"require", "order", "tell", "direct", "oblige", "instruct", "force", "compel", "make", "want", "ask"}
)
_IMPOSE: Final = frozenset({"impose", "levy", "bill", "dock", "charge"})
_SETTLE: Final = frozenset(
    "settle settles settled settling settlement settlements deal agreement lawsuit lawsuits suit "
    "class-action undertaking decree resolve resolves resolving resolved".split()
)
_PENALTY: Final = frozenset("fine fines fined penalty penalties sanction forfeiture".split())
_FINES: Final = _PENALTY | {
    "punished",
    "imposed",
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
_SETTLEMENTS: Final = frozenset({"settlement", "decree", "agreement", "deal"})
_CUT: Final = frozenset("reduce cut slash lower trim halve shrink".split())
_AGREES: Final = frozenset({"agree", "consent"})
_CUTS: Final = frozenset({",", ";", "and", "while", "or", "whereas", "but", "plus"})


def payments(scene: Scene) -> Iterator[Draft]:
    """Drafts from verbs of payment with a sum and without the noun "fine", which frames read."""
    for word in scene.words:
        if word.lemma not in _PAY or word.pos not in {"VERB", "AUX"}:
            continue
        found = slots.of_verb(word)
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
                for w in slots.of_verb(word.head)["obj"]
                if w.mention is not None and w.mention.sort == "money"
            ]
        payers = _told(scene, word) or found.get("subj", [])
        if sums and not (word.lemma == "hand" and not scene.has("over")):
            yield from _payment(scene, word, payers, sums[0])


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
        found = slots.of_verb(word)
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


def reductions(scene: Scene) -> Iterator[Draft]:
    """The final sum of a fine that an authority cut: "slashed its planned penalty for Acme from £99m to £18.4m"."""
    if not _FINES & set(scene.reading.lower):
        return
    for word in scene.words:
        if word.lemma not in _CUT or word.pos not in {"VERB", "AUX"}:
            continue
        found = slots.of_verb(word)
        sums = {
            name: w.mention
            for name in ("from", "to")
            for w in found.get(name, ())
            if w.mention is not None and w.mention.sort == "money"
        }
        sources = [
            a
            for name in ("subj", "by")
            for w in found.get(name, ())
            if (a := scene.discourse.who(w, AUTHORITY, scene.index))
        ]
        mode = modality.of_trigger(scene.tree, word)
        if "to" in sums and "from" in sums and sources:
            target = scene.discourse.nearest(TARGET, scene.index, word.token)
            draft = Draft(
                "FINED", "fined-reduced", scene.index, word.token, sources[0], target, mode, sums["to"]
            )
            draft.final = True
            yield draft


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
                for w in slots.of_verb(verb).get("to", ())
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
        and not set(scene.reading.lower) & _PENALTY
    )


def settles(scene: Scene) -> bool:
    """Whether the sentence speaks of a settlement, and of no penalty."""
    words = set(scene.reading.lower)
    binding = any(
        w.lemma in _BIDS and any(c.lower in _SETTLEMENTS for c in w.child("nsubj")) for w in scene.words
    )
    return binding or (bool(words & _SETTLE) and not words & _PENALTY)


def enumeration(scene: Scene, context: set[str]) -> list[Draft]:
    """Sums for several firms in one sentence: each sum goes to the firm of its own stretch of the sentence."""
    reading = scene.reading
    sums = [m for m in scene.sums() if not is_conversion(reading, m)]
    targets = _targets(scene)
    if len(sums) < 2 or len({t.id for t in targets}) < 2 or not (set(reading.lower) | context) & _FINES:
        return []
    pairs = _respectively(reading, sums, targets) or _by_stretch(reading, sums, targets)
    if len(pairs) < 2 or len({t.id for t, _ in pairs}) < 2:
        return []
    drafts: list[Draft] = []
    for target, money in pairs:
        actor = scene.discourse.actor(target, scene.index)
        word = next((w for w in scene.words if w.token == money.first), scene.words[0])
        mode = modality.of_trigger(scene.tree, word) if len(scene.words) else "asserted"
        drafts.append(
            Draft(
                "FINED",
                "fined-enumeration",
                scene.index,
                money.first,
                _authority(scene, money),
                actor,
                mode,
                money,
            )
        )
    return drafts


def _targets(scene: Scene) -> list[Mention]:
    return [
        m for m in scene.entities(TARGET) if "regulator" not in m.kinds and m.kinds != frozenset({"person"})
    ]


def _authority(scene: Scene, money: Mention) -> Actor | None:
    """The authority nearest to a sum among those of the sentence, if any."""
    owner = (
        scene.reading.at(money.first - 2)
        if money.first > 1 and scene.reading.lower[money.first - 1] in {"'s", "’s"}
        else None
    )
    if owner is not None and owner.sort == "place":
        return scene.discourse.metonym(owner, scene.index)
    return scene.discourse.nearest(AUTHORITY, scene.index, money.first)


def _respectively(
    reading: Reading, sums: list[Mention], targets: list[Mention]
) -> list[tuple[Mention, Mention]]:
    """Sums and names that stand in two lists of the same length."""
    unique = list({t.id: t for t in targets}.values())
    separate = sums[-1].first < unique[0].first or unique[-1].last < sums[0].first
    if (
        separate
        and len(sums) == len(unique)
        and ("respectively" in reading.lower or sums[1].first - sums[0].last <= 3)
    ):
        return list(zip(unique, sums, strict=True))
    return []


def _by_stretch(
    reading: Reading, sums: list[Mention], targets: list[Mention]
) -> list[tuple[Mention, Mention]]:
    """Each sum with the name before it, back to the sum before; else with the one after it."""
    pairs: list[tuple[Mention, Mention]] = []
    before_first = any(t.last < sums[0].first for t in targets)
    for at, money in enumerate(sums):
        floor = sums[at - 1].last if at else -1
        ceiling = sums[at + 1].first if at + 1 < len(sums) else len(reading.tokens)
        left = [t for t in targets if floor < t.first and t.last < money.first]
        right = [t for t in targets if money.last < t.first < ceiling]
        following = [t for t in right if _bound(reading, money, t)]
        if following and not (left and before_first and at and not following):
            pairs.append((following[0], money))
        elif left:
            pairs.append((left[0] if len(left) == 1 else _leading(reading, left), money))
    return pairs


def _bound(reading: Reading, money: Mention, target: Mention) -> bool:
    """Whether a preposition ties a name to the sum before it: "£8m for Capita", "(€2m) on Acme"."""
    between = reading.lower[money.last + 1 : target.first]
    return (
        len(between) <= 4 and bool({"for", "on", "against", "to"} & set(between)) and not _CUTS & set(between)
    )


def _leading(reading: Reading, left: list[Mention]) -> Mention:
    """Of several names before a sum, the one that leads the stretch; a name in a clause of its own gives way."""
    first = left[0]
    between = set(reading.lower[first.last + 1 : left[-1].first])
    return (
        first
        if between
        & {"part", "owned", "owner", "parent", "of", "subsidiary", "formerly", "now", "for", "from"}
        else left[-1]
    )


def is_conversion(reading: Reading, money: Mention) -> bool:
    """Whether a sum only repeats the one before it in another currency: in brackets, or after "about"."""
    at = bisect_left(reading.mentions, money.first, key=lambda m: m.first)
    previous = next((m for m in reversed(reading.mentions[:at]) if m.sort == "money"), None)
    if previous is None or previous.money is None or money.money is None:
        return False
    between = reading.lower[previous.last + 1 : money.first]
    other = previous.money.currency != money.money.currency or previous.money.amount == money.money.amount
    return (
        other
        and len(between) <= 5
        and bool(
            {"(", "about", "roughly", "around", "approximately", "or", "equivalent", "some", "approx", "="}
            & set(between)
        )
    ) or (between in (["("], ["/"]) and other)
