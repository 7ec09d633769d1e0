"""Parties that a sentence leaves out: taken from the same sentence, from what came before, else from what follows."""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

from graph.vocabulary import RELATIONS
from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.coreference.actor import Actor, registered
from seed.extract.coreference.elsewhere import operator
from seed.extract.lexicon import frames
from seed.extract.lexicon.kinds import AUTHORITY, TARGET
from seed.extract.mentions.mention import Mention
from seed.extract.mentions.unknown_names import title_case
from seed.extract.syntax import arguments

PLAINTIFFS: Final = frozenset(
    "class users plaintiffs plaintiff residents consumers customers victims claimants members shareholders".split()
)
_CLASS: Final = frozenset("class plaintiffs plaintiff claimants class-action".split())
"""Words of a suit by people who have no name; users and patients alone are those whom a case is about."""
_SUITS: Final = frozenset({"lawsuit", "lawsuits", "suit", "suits"})
_FIRMS: Final = TARGET - {"person", "media", "ngo"}
_FILLED: Final = TARGET - {"media"}
"""Who may stand where a sentence names nobody: no paper that only tells the news."""
_AHEAD: Final = 3
_SUPERLATIVES: Final = frozenset("largest biggest highest ever".split())
"""Words by which a sentence compares a fine with any other: "the largest ever against a bank"."""
_HEADLINES: Final = 3
_ACTED: Final = frozenset("fined imposed issued penalised penalized sanctioned ordered".split())
_AWAY: Final = frozenset({"to", "from", "with", "outside"})
"""Words before a place that data or people go to: it is not the place that acts."""
_PLACING: Final = frozenset("in at for by of and or , ; : ( – —".split())
_DOES: Final = frozenset(
    "has have had was is fines orders imposes also and or in on to for with who which".split()
)
_COURTS: Final = frozenset({"court"})
_OPEN: Final = frozenset(
    name for name, kind in RELATIONS.items() if kind.subjects == ("regulator",) and not kind.symmetric
)
"""What an authority alone does to somebody."""
_SANCTIONS: Final = frozenset("fine fines penalty penalties reprimand".split())
"""Beside which an order is one of the same decision: "a reprimand and an order to delete the data"."""
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


_NOTICES: Final = frozenset("notices injunctions measures instructions".split())
"""Orders at large, where the sentence does not say to whom."""


def fill(scene: Scene, draft: Draft) -> Draft | None:
    """The draft with both parties, or ``None`` where too little is said."""
    if draft.subject is not None and draft.object is not None and not draft.object.id.startswith("unnamed-"):
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
    unnamed = draft.object is not None and draft.object.id.startswith("unnamed-")
    if unnamed and draft.relation == "FINED" and _SUPERLATIVES & set(scene.reading.lower):
        return None
    if draft.object is None and scene.index > _HEADLINES and title_case(scene.reading):
        return None
    told = draft.subject is not None or draft.object is not None or _says_what_to_do(scene, draft)
    money = bool(scene.sums()) and draft.relation in {"FINED", "PROPOSED_FINE"}
    if not told and not (money and draft.modality != "hypothetical"):
        return None
    if _trigger(scene, draft) in _PLURALS and not money and not (draft.object and draft.object.explicit):
        return None
    here = draft.object or scene.discourse.nearest(_FIRMS, scene.index, draft.token)
    if _trigger(scene, draft) in _NOTICES and here is None:
        return None
    if draft.object is None:
        other = _other(scene, _FIRMS, draft)
        draft.object = operator(scene.discourse, other) if other is not None else None
    if draft.subject is None:
        draft.subject = _authority(scene, draft)
    return draft if draft.subject and draft.object else None


def _says_what_to_do(scene: Scene, draft: Draft) -> bool:
    """Whether an order without parties is a particular one, of a decision told before: "an order to delete the data"."""
    word = next((w for w in scene.words if w.token == draft.token), None)
    beside = (
        word is not None and word.dep in {"conj", "appos"} and bool(_SANCTIONS & set(scene.reading.lower))
    )
    return (
        draft.relation == "ORDERED"
        and (bool(scene.discourse.acts) or beside)
        and word is not None
        and any(c.lemma in frames.STOP for c in word.child("acl"))
    )


def _authority(scene: Scene, draft: Draft) -> Actor | None:
    """The authority of a decision: in the sentence, else one that acted against the same party, else by context."""
    near = scene.discourse.nearest(AUTHORITY, scene.index, draft.token)
    whom = draft.object.id if draft.object else ""
    acted = scene.discourse.acts.get(whom) or scene.discourse.inquiries.get(whom)
    found = near or (_place(scene) if draft.relation == "FINED" else None) or acted
    found = found or _publisher(scene, draft)
    found = found or (_acting(scene) if draft.relation == "FINED" and scene.index < _HEADLINES else None)
    found = found or _other(scene, AUTHORITY, draft, near=False) or _only(scene, draft)
    if found is None or not _only_advises(found):
        return found
    return scene.discourse.before(AUTHORITY, scene.index, draft.token, but=found.id) or scene.discourse.after(
        AUTHORITY, scene.index, draft.token, reach=_AHEAD, but=found.id
    )


def _only(scene: Scene, draft: Draft) -> Actor | None:
    """The only authority of the text, however far away, for a fine or an order whose addressee the sentence names."""
    named = draft.object is not None and draft.object.explicit
    return scene.discourse.only_authority if named and draft.relation in {"FINED", "ORDERED"} else None


def _only_advises(found: Actor) -> bool:
    """Whether a body is a board of several countries' authorities, which imposes nothing itself."""
    return not found.explicit and found.place == "EU" and "board" in found.name.lower()


def _publisher(scene: Scene, draft: Draft) -> Actor | None:
    """The authority that the line points to, or the author of the text: it tells its own decisions."""
    text = scene.discourse.text
    entry = text.links.get(scene.reading.sentence.line) or text.author
    if entry is None:
        return None
    word = scene.reading.tokens[draft.token].text
    return registered(entry, word, scene.index, draft.token, explicit=False)


def _acting(scene: Scene) -> Actor | None:
    """The authority that the lead says acted, rather than the first one that it names: "after advice of the EDPB, the DPC fined"."""
    readings = scene.discourse.text.readings
    for index in range(scene.index + 1, min(scene.index + 4, len(readings))):
        words = readings[index].lower
        for mention in readings[index].mentions:
            at = mention.last + 1
            if words[at : at + 1] == ["("] and ")" in words[at : at + 6]:
                at = words.index(")", at) + 1
            at += words[at : at + 1] in (["has"], ["have"], ["had"])
            acted = at < len(words) and words[at] in _ACTED
            if acted and mention.may_be(AUTHORITY) and mention.sort == "entity":
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
    if before and (before[-1] in _AWAY or _is_attribute(scene, places[0])):
        return None
    return scene.discourse.metonym(places[0], scene.index)


def _is_attribute(scene: Scene, place: Mention) -> bool:
    """Whether a place says only where a firm is from: "a defunct Illinois records company has been fined"."""
    words, at = scene.reading.lower, place.last + 1
    plain = at < len(words) and words[at].isalpha() and scene.reading.tokens[at].text.islower()
    return plain and words[place.first - 1] not in _PLACING and words[at] not in _ACTED | _DOES


def plaintiffs(scene: Scene, draft: Draft) -> Actor | None:
    """Whoever stands against a company in a suit: an authority nearby, a known plaintiff, or a class."""
    taken = frozenset(a.id for a in (draft.subject, draft.object) if a)
    if found := scene.discourse.nearest(AUTHORITY, scene.index, draft.token, taken):
        return found
    known = next((a for party in taken if (a := scene.discourse.suits.get(party)) is not None), None)
    if known is not None and known.id not in taken and not PLAINTIFFS & set(scene.reading.lower):
        return known
    words = {word for reading in scene.discourse.text.readings[: scene.index + 4] for word in reading.lower}
    if words & _CLASS:
        return plaintiffs_class(scene, draft.token)
    found = scene.discourse.before(AUTHORITY, scene.index, draft.token) or scene.discourse.after(
        AUTHORITY, scene.index, draft.token
    )
    if found is not None and _acted_against_another(scene, found, taken):
        return None
    if found is None and (_SUITS & set(scene.reading.lower) or words & PLAINTIFFS):
        return plaintiffs_class(scene, draft.token)
    return found if found and found.id not in taken else None


def _acted_against_another(scene: Scene, found: Actor, taken: frozenset[str]) -> bool:
    """Whether an authority is known to have acted against somebody else, and the party at hand is new to the text."""
    others = {
        party
        for party, one in (*scene.discourse.suits.items(), *scene.discourse.acts.items())
        if one.id == found.id
    }
    new = not any(m.id in taken for i, m in scene.discourse.mentions if i < scene.index)
    return bool(others) and not others & taken and new


def plaintiffs_class(scene: Scene, token: int) -> Actor:
    """Whoever has sued, where the text names nobody."""
    name = "class action plaintiffs"
    return Actor(
        "plaintiffs", name, frozenset({"group"}), False, "plaintiffs", None, scene.index, token, False
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
        draft.subject = scene.discourse.before(_FILLED, scene.index, draft.token)
    if draft.object is None and draft.subject is not None:
        kinds = AUTHORITY if not draft.subject.may_be(AUTHORITY) else _COURTS
        draft.object = scene.discourse.acts.get(draft.subject.id) or _appealed(scene, draft, kinds)
    return draft if draft.subject and draft.object else None


def _appealed(scene: Scene, draft: Draft, kinds: frozenset[str]) -> Actor | None:
    """Whose decision is appealed: of a court, not the one that the appeal goes to."""
    if kinds != _COURTS:
        return _other(scene, kinds, draft)
    trigger = next((w for w in scene.words if w.token == draft.token), None)
    above = arguments.of_verb(trigger)["to"] if trigger is not None and trigger.pos == "VERB" else []
    taken = frozenset(a.id for w in above if (a := scene.discourse.who(w, _COURTS, scene.index)))
    return scene.discourse.another(_COURTS, scene.index, draft.token, taken)


def _complaint(scene: Scene, draft: Draft) -> Draft | None:
    if draft.object is None:
        draft.object = _other(scene, _FIRMS, draft, near=False)
    return draft if draft.subject and draft.object else None
