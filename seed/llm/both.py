"""Rules and language model as two witnesses of one text: where they agree a claim is surer, else less so."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Protocol

from graph.vocabulary import RELATIONS
from seed.extract.engine import extract
from seed.extract.types import VERSION, Claim, Document
from seed.ingest.rows import mark
from seed.llm.report import ModelExtraction

NAME: Final = "both"
_AGREEMENT: Final = 1.5
"""What a second witness adds to the log odds of a claim, or takes from them: a choice, not a measurement."""
_ALONE: Final = 0.4
"""The confidence of what the language model alone says of a text that the rules have read."""
_CLOSE: Final = Decimal("0.02")


class Reader(Protocol):
    """A language model that reads documents."""

    @property
    def mark(self) -> str:
        """By what name a document knows that it has read it."""
        ...

    def __call__(self, document: Document) -> ModelExtraction:
        """The claims of a document, with counts."""
        ...


@dataclass(frozen=True, slots=True)
class Both:
    """An extractor of two; ``threshold`` is that of the rules, and ``None`` means the trained model's."""

    model: Reader
    threshold: float | None = None

    @property
    def mark(self) -> str:
        """Both with their versions: by this a document knows that they have read it."""
        return mark(NAME, f"{VERSION}+{self.model.mark}")

    def __call__(self, document: Document) -> ModelExtraction:
        """What either says. A claim of both is surer, one of one alone is less sure and comes early in the review.

        A text in a language that the rules do not read is the language model's alone. Raises ``ModelError``.
        """
        ours = extract(document, threshold=self.threshold)
        theirs = self.model(document)
        read = ours.unread is None or bool(ours.claims)
        claims = _together(ours.claims, theirs.claims) if read else theirs.claims
        order = sorted(claims, key=lambda c: (c.start, c.end, c.relation, c.subject.id, c.object.id))
        return ModelExtraction(
            document=document.id,
            claims=tuple(order),
            published=ours.published,
            extractor=NAME,
            version=f"{VERSION}+{self.model.mark}",
            report=theirs.report,
        )


def _together(ours: Iterable[Claim], theirs: Iterable[Claim]) -> list[Claim]:
    """Each claim once: as the rules read it where they did, with what the other witness makes of it."""
    left = list(theirs)
    found: list[Claim] = []
    for claim in ours:
        same = next((other for other in left if agree(claim, other)), None)
        if same is not None:
            left.remove(same)
            claim = replace(claim, sum=claim.sum or same.sum, when=claim.when or same.when)  # noqa: PLW2901
        found.append(replace(claim, confidence=_weighed(claim.confidence, agreed=same is not None)))
    return found + [replace(claim, confidence=_ALONE) for claim in left]


def agree(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same of the same parties, with no two different sums."""
    sides = (one.subject.id, one.object.id), (other.subject.id, other.object.id)
    same = sides[0] == sides[1] or (RELATIONS[one.relation].symmetric and sides[0] == sides[1][::-1])
    return same and (one.relation, one.modality) == (other.relation, other.modality) and _one_sum(one, other)


def _one_sum(one: Claim, other: Claim) -> bool:
    if one.sum is None or other.sum is None or one.sum.currency != other.sum.currency:
        return True
    return abs(one.sum.amount - other.sum.amount) <= _CLOSE * max(one.sum.amount, other.sum.amount)


def _weighed(confidence: float | None, *, agreed: bool) -> float | None:
    if confidence is None:
        return None
    p = min(0.999, max(0.001, confidence))
    odds = math.log(p / (1 - p)) + (_AGREEMENT if agreed else -_AGREEMENT)
    return round(1 / (1 + math.exp(-odds)), 3)
