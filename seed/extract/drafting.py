"""All rules over one sentence: what it says of whom, with the parties that it leaves out filled in."""

from itertools import islice
from typing import Final

from seed.extract import sequel
from seed.extract.business import business
from seed.extract.deeds import deeds
from seed.extract.drafts import Draft, Scene
from seed.extract.duties import duties
from seed.extract.fill import fill
from seed.extract.masks import Mask
from seed.extract.match import match
from seed.extract.mentions import AUTHORITY
from seed.extract.payments import impositions, payments
from seed.extract.rulings import rulings
from seed.extract.shares import enumeration
from seed.extract.staff import staff
from seed.extract.window import reduced, series, window

_ACTS: Final = frozenset({"FINED", "ORDERED", "REPRIMANDED", "FOUND_BREACH"})
_MOST: Final = 60
"""Relations that one sentence may tell by frames: what has more is no sentence, and time stays bounded."""
_SUMS: Final = frozenset({"FINED", "SETTLED_WITH"})


def drafts_of(scene: Scene, masked: Mask, previous: Draft | None) -> tuple[list[Draft], Draft | None]:
    """The complete drafts of a sentence, and the one that a list in the next sentence may carry on."""
    complete = _filled(
        scene,
        [
            *staff(masked),
            *business(masked),
            *sequel.included(masked, previous),
            *sequel.answered(masked, previous),
        ],
    )
    framed = _framed(scene) if scene.words else []
    complete += _filled(scene, framed)
    complete += _filled(scene, list(islice(rulings(scene), _MOST)))
    complete += _filled(
        scene, [*reduced(masked), *window(masked, framed), *series(masked, framed), *deeds(masked, complete)]
    )
    return complete, sequel.opening(scene, framed)


def _filled(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts with all parties, remembered for what follows."""
    found = [filled for draft in drafts if (filled := fill(scene, draft)) is not None]
    for draft in found:
        _remember(scene, draft)
    return found


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
        scene.discourse.plaintiff = scene.discourse.plaintiff or draft.subject
    elif draft.relation in _ACTS and draft.modality == "asserted":
        scene.discourse.acts.setdefault(draft.object.id, draft.subject)
