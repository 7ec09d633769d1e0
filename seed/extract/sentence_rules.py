"""All rules over one sentence: what it says of whom, with the parties that it leaves out filled in."""

from itertools import islice
from typing import Final

from graph.vocabulary import DECISIONS, PROPOSALS, RELATIONS
from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.claims.arguments import fill
from seed.extract.frames.duties import duties
from seed.extract.frames.match import match
from seed.extract.frames.payments import impositions, payments
from seed.extract.frames.rulings import rulings
from seed.extract.frames.shares import enumeration
from seed.extract.lexicon.kinds import AUTHORITY
from seed.extract.patterns import follow_up
from seed.extract.patterns.captions import captions
from seed.extract.patterns.countries import by_country
from seed.extract.patterns.fallback import reduced, series, shared, window
from seed.extract.patterns.masks import Mask
from seed.extract.patterns.net import net
from seed.extract.patterns.relations import business
from seed.extract.patterns.staff import own_staff, staff
from seed.extract.patterns.turns import deeds

_ACTS: Final = frozenset(DECISIONS)
_MOST: Final = 60
"""Relations that one sentence may tell by frames: what has more is no sentence, and time stays bounded."""
_SUMS: Final = frozenset(name for name, kind in RELATIONS.items() if kind.sum_told and name not in PROPOSALS)


def drafts_of(scene: Scene, masked: Mask, previous: Draft | None) -> tuple[list[Draft], Draft | None]:
    """The complete drafts of a sentence, and the one that a list in the next sentence may carry on."""
    complete = _filled(
        scene,
        [
            *staff(masked),
            *business(masked),
            *captions(masked),
            *follow_up.included(masked, previous),
            *follow_up.answered(masked, previous),
        ],
    )
    complete += list(own_staff(masked, complete))
    framed = _framed(scene) if scene.words else _shares(scene)
    complete += _filled(scene, framed)
    complete += _filled(scene, list(islice(rulings(scene), _MOST)))
    complete += _filled(
        scene,
        [
            *by_country(masked, framed),
            *reduced(masked),
            *window(masked, framed),
            *series(masked, framed),
            *shared(masked, framed),
            *deeds(masked, complete),
        ],
    )
    complete += _filled(scene, list(net(masked, complete)))
    return complete, follow_up.opening(scene, framed)


def _filled(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts with all parties, remembered for what follows."""
    found = [filled for draft in drafts if (filled := fill(scene, draft)) is not None]
    for draft in found:
        _remember(scene, draft)
    return found


def _shares(scene: Scene) -> list[Draft]:
    """What a sentence without a verb of a frame adds to the one before: "France follows with €2m for Acme and …"."""
    before = scene.discourse.text.readings[scene.index - 1].lower if scene.index else []
    return enumeration(scene, set(before))


def _framed(scene: Scene) -> list[Draft]:
    """Drafts from the tree; where each of several sums goes to a party of its own, nothing else speaks of sums."""
    before = scene.discourse.text.readings[scene.index - 1].lower if scene.index else []
    counted = enumeration(scene, set(before))
    framed = [d for d in islice(match(scene), _MOST) if not (counted and d.relation in _SUMS)]
    told = {d.object.id for d in framed if d.relation == "FINED" and d.object is not None}
    paid = [*payments(scene), *impositions(scene)] if not counted else []
    framed += counted + [
        d for d in paid if d.relation != "FINED" or d.object is None or d.object.id not in told
    ]
    return [*framed, *duties(scene)]


def _remember(scene: Scene, draft: Draft) -> None:
    """Keep who acts for which authority, and which authority acted against whom, for the sentences that follow."""
    if draft.subject is None or draft.object is None:
        return
    if draft.relation == "EMPLOYS" and draft.subject.kinds == AUTHORITY:
        scene.discourse.offices.setdefault(draft.object.id, draft.subject)
    elif draft.relation == "SUED" and draft.modality == "asserted" and draft.subject.explicit:
        scene.discourse.suits.setdefault(draft.object.id, draft.subject)
    elif draft.relation == "COMPLAINED_ABOUT" and draft.modality == "asserted":
        scene.discourse.complained.add(draft.subject.id)
    elif draft.relation == "INVESTIGATED" and draft.modality == "asserted":
        scene.discourse.inquiries.setdefault(draft.object.id, draft.subject)
    elif draft.relation in _ACTS and draft.modality == "asserted":
        scene.discourse.acts.setdefault(draft.object.id, draft.subject)
