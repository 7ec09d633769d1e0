"""Which candidates become claims."""

from collections.abc import Iterable
from dataclasses import replace

from seed.extract.candidates.candidate import Scene
from seed.extract.claims.assemble import Found
from seed.extract.decide.features import describe, together
from seed.extract.decide.model import Model
from seed.extract.types import Claim


def described(scene: Scene, found: Found) -> Found:
    """A candidate with its features."""
    features = describe(scene, found.draft, found.claim) if found.draft is not None else {}
    return replace(found, draft=None, features=features, rules=frozenset({found.claim.rule}))


def select(found: Iterable[Found], model: Model, threshold: float | None = None) -> tuple[Claim, ...]:
    """The claims that are sure enough, each with its confidence.

    Only claims that something happened are left out, and only of relations for which the model was measured: what a
    text proposes or denies misleads nobody, and of other relations nothing is known.
    """
    least = model.threshold if threshold is None else threshold
    sure = ((one.claim, model.confidence(together(one.features, one.times, len(one.rules)))) for one in found)
    return tuple(
        replace(claim, confidence=confidence)
        for claim, confidence in sure
        if confidence >= least or claim.modality != "asserted" or claim.relation not in model.measured
    )
