"""Parties that a sentence leaves out: taken from the same sentence, from what came before, else from what follows."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

from seed.extract import frames, slots
from seed.extract.discourse import Actor
from seed.extract.drafts import Draft, Scene
from seed.extract.mentions import AUTHORITY, TARGET
from seed.extract.names import title_case

PLAINTIFFS: Final = frozenset(
    "class users plaintiffs plaintiff residents consumers customers victims claimants members shareholders".split()
)
_SUITS: Final = frozenset({"lawsuit", "lawsuits", "suit", "suits"})
_FIRMS: Final = TARGET - {"person", "media", "ngo"}
_HEADLINES: Final = 3
_ACTED: Final = (
    ["fined"],
    ["imposed"],
    ["issued"],
    ["penalised"],
    ["penalized"],
    ["sanctioned"],
    ["ordered"],
)
_AWAY: Final = frozenset({"to", "from", "with", "outside"})
"""Words before a place that data or people go to: it is not the place that acts."""
_COURTS: Final = frozenset({"court"})
_OPEN: Final = frozenset({"FINED", "ORDERED", "REPRIMANDED", "FOUND_BREACH", "INVESTIGATED", "PROPOSED_FINE"})
_PLURALS: Final = frozenset(
    {
        "fines",
        "penalties",
        "orders",
        "investigations",
        "inquiries",
        "sanctions",
        "bans",
        "probes",
        "settlements",
        "lawsuits",
        "complaints",
        "audits",
    }
)


def fill(scene: Scene, draft: Draft) -> Draft | None:
    """The draft with both parties, or ``None`` where too little is said."""
    if draft.subject is not None and draft.object is not None:
        return draft
    if draft.relation in _OPEN:
        return _decision(scene, draft)
    if draft.relation == "SUED":
        return _suit(scene, draft)
    if draft.relation == "SETTLED_WITH":
        return _settlement(scene, draft)
    if draft.relation == "APPEALED":
        return _appeal(scene, draft)
    if draft.relation == "COMPLAINED_ABOUT":
        return _complaint(scene, draft)
    if draft.relation == "SCRAPED":
        company = frozenset({"company"})
        draft.subject = (
            draft.subject
            or scene.discourse.before(company, scene.index, draft.token)
            or scene.discourse.after(company, scene.index, len(scene.reading.tokens))
        )
    return draft if draft.subject and draft.object else None


def _trigger(scene: Scene, draft: Draft) -> str:
    return scene.reading.lower[draft.token]


def _decision(scene: Scene, draft: Draft) -> Draft | None:
    """A decision needs one party in the sentence, or a sum; several in general ("fines") need both."""
    if draft.object is None and scene.index > _HEADLINES and title_case(scene.reading):
        return None
    told = draft.subject is not None or draft.object is not None or _says_what_to_do(scene, draft)
    money = bool(scene.sums()) and draft.relation in {"FINED", "PROPOSED_FINE"}
    if not told and not (money and draft.modality != "hypothetical"):
        return None
    if _trigger(scene, draft) in _PLURALS and not money:
        return None
    if draft.subject is None:
        draft.subject = _authority(scene, draft)
    if draft.object is None:
        draft.object = _other(scene, _FIRMS, draft)
    return draft if draft.subject and draft.object else None


def _says_what_to_do(scene: Scene, draft: Draft) -> bool:
    """Whether an order without parties is a particular one, of a decision told before: "an order to delete the data"."""
    word = next((w for w in scene.words if w.token == draft.token), None)
    return (
        draft.relation == "ORDERED"
        and bool(scene.discourse.acts)
        and word is not None
        and any(c.lemma in frames.STOP for c in word.child("acl"))
    )


def _authority(scene: Scene, draft: Draft) -> Actor | None:
    """The authority of a decision: in the sentence, else one that acted against the same party, else by context."""
    near = scene.discourse.nearest(AUTHORITY, scene.index, draft.token)
    acted = scene.discourse.acts.get(draft.object.id) if draft.object else None
    found = near or (_place(scene) if draft.relation == "FINED" else None) or acted
    found = found or (_acting(scene) if draft.relation == "FINED" and scene.index < _HEADLINES else None)
    return found or _other(scene, AUTHORITY, draft, near=False)


def _acting(scene: Scene) -> Actor | None:
    """The authority that the lead says acted, rather than the first one that it names: "after advice of the EDPB, the DPC fined"."""
    readings = scene.discourse.text.readings
    for index in range(scene.index + 1, min(scene.index + 4, len(readings))):
        words = readings[index].lower
        for mention in readings[index].mentions:
            at = mention.last + 1
            if words[at : at + 1] == ["("] and ")" in words[at : at + 6]:
                at = words.index(")", at) + 1
            has = words[at : at + 1] in (["has"], ["have"], ["had"])
            if (
                mention.may_be(AUTHORITY)
                and mention.sort == "entity"
                and words[at + has : at + has + 1] in _ACTED
            ):
                return scene.discourse.actor(mention, index, explicit=False)
    return None


def _other(scene: Scene, kinds: frozenset[str], draft: Draft, *, near: bool = True) -> Actor | None:
    """The likeliest party of a kind: in the sentence, before, after, or the one that the document is about."""
    taken = frozenset(a.id for a in (draft.subject, draft.object) if a)
    discourse, index = scene.discourse, scene.index
    found = discourse.nearest(kinds, index, draft.token, taken) if near else None
    found = found or discourse.before(kinds, index, draft.token)
    if found is None or found.id in taken:
        found = discourse.after(kinds, index, draft.token)
    return found if found and found.id not in taken else None


def _place(scene: Scene) -> Actor | None:
    """The authority of the only place that the sentence names."""
    places = [m for m in scene.reading.mentions if m.sort == "place" and m.name == "name"]
    if len(places) != 1:
        return None
    before = [word for word in scene.reading.lower[: places[0].first] if word != "the"]
    if before and before[-1] in _AWAY:
        return None
    return scene.discourse.metonym(places[0], scene.index)


def plaintiffs(scene: Scene, draft: Draft) -> Actor | None:
    """Whoever stands against a company in a suit: an authority nearby, a known plaintiff, or a class."""
    taken = frozenset(a.id for a in (draft.subject, draft.object) if a)
    if found := scene.discourse.nearest(AUTHORITY, scene.index, draft.token, taken):
        return found
    known = scene.discourse.plaintiff
    if known is not None and known.id not in taken and not PLAINTIFFS & set(scene.reading.lower):
        return known
    words = {word for reading in scene.discourse.text.readings[: scene.index + 4] for word in reading.lower}
    if words & PLAINTIFFS or "class-action" in words:
        return _class(scene, draft)
    found = scene.discourse.before(AUTHORITY, scene.index, draft.token)
    if found is None and _SUITS & set(scene.reading.lower):
        return _class(scene, draft)
    return found if found and found.id not in taken else None


def _class(scene: Scene, draft: Draft) -> Actor:
    """Whoever has sued, where the text names nobody."""
    name = "class action plaintiffs"
    return Actor(
        "plaintiffs", name, frozenset({"group"}), False, "plaintiffs", None, scene.index, draft.token, False
    )


def _suit(scene: Scene, draft: Draft) -> Draft | None:
    if draft.object is None:
        draft.object = _other(scene, _FIRMS, draft, near=False)
    if draft.subject is None and draft.object is not None:
        draft.subject = plaintiffs(scene, draft)
    return draft if draft.subject and draft.object else None


def _settlement(scene: Scene, draft: Draft) -> Draft | None:
    party = draft.subject or draft.object
    if party is None:
        return None
    if party.may_be(AUTHORITY) or "group" in party.kinds or party.kinds == frozenset({"ngo"}):
        other = _other(scene, _FIRMS, Draft("", "", scene.index, draft.token, party, None))
    else:
        other = plaintiffs(scene, Draft("", "", scene.index, draft.token, party, None))
    draft.subject, draft.object = (
        (other, party) if draft.subject is party or other is None else (party, other)
    )
    return draft if draft.subject and draft.object else None


def _appeal(scene: Scene, draft: Draft) -> Draft | None:
    if draft.subject is None:
        draft.subject = scene.discourse.before(TARGET, scene.index, draft.token)
    if draft.object is None and draft.subject is not None:
        kinds = AUTHORITY if not draft.subject.may_be(AUTHORITY) else _COURTS
        draft.object = scene.discourse.acts.get(draft.subject.id) or _appealed(scene, draft, kinds)
    return draft if draft.subject and draft.object else None


def _appealed(scene: Scene, draft: Draft, kinds: frozenset[str]) -> Actor | None:
    """Whose decision is appealed: of a court, not the one that the appeal goes to."""
    if kinds != _COURTS:
        return _other(scene, kinds, draft)
    trigger = next((w for w in scene.words if w.token == draft.token), None)
    above = slots.of_verb(trigger)["to"] if trigger is not None and trigger.pos == "VERB" else []
    taken = frozenset(a.id for w in above if (a := scene.discourse.who(w, _COURTS, scene.index)))
    found = scene.discourse.nearest(_COURTS, scene.index, draft.token, taken)
    found = found or scene.discourse.before(_COURTS, scene.index, 0)
    return found if found is not None and found.id not in taken else None


def _complaint(scene: Scene, draft: Draft) -> Draft | None:
    if draft.object is None:
        draft.object = _other(scene, TARGET - {"ngo", "person"}, draft, near=False)
    return draft if draft.subject and draft.object else None
