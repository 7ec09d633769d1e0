"""What became of everything that a model said."""

from dataclasses import asdict, astuple, dataclass, field
from typing import Self

from seed.extract.types import Extraction


@dataclass(frozen=True, slots=True)
class Report:
    """Counts over one document or many.

    ``claims`` are those that stand. ``dropped_*`` were said and not kept: a quote or a name that is not in the text, a
    relation that the vocabulary does not allow between such parties, a row of the wrong shape; ``dropped_sums`` and
    ``dropped_dates`` belong to claims that stand without them. ``cached`` are answers from disk, ``requests`` all that
    the endpoint was asked, ``retries`` those among them that were made again.
    """

    claims: int = 0
    dropped_quotes: int = 0
    dropped_names: int = 0
    dropped_triples: int = 0
    dropped_rows: int = 0
    dropped_sums: int = 0
    dropped_dates: int = 0
    cached: int = 0
    requests: int = 0
    retries: int = 0

    def __add__(self, other: Self) -> Self:
        """Both together."""
        return type(self)(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        """The counts that are not zero: ``claims 12, dropped quotes 1, requests 3``; empty where there are none."""
        return ", ".join(
            f"{name.replace('_', ' ')} {count:,}" for name, count in asdict(self).items() if count
        )


@dataclass(frozen=True, slots=True)
class ModelExtraction(Extraction):
    """An extraction that says how it came about; two with the same claims are equal all the same."""

    report: Report = field(default=Report(), compare=False)


def report_of(extraction: Extraction | None) -> Report:
    """The counts of an extraction; all zero where no model was asked."""
    return extraction.report if isinstance(extraction, ModelExtraction) else Report()
