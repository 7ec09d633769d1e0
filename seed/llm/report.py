"""What became of everything that a model said."""

from dataclasses import astuple, dataclass
from typing import Self


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
