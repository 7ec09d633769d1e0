"""Query parameters of routes that also answer about private batches: only these know of them."""

from typing import Annotated, Final

from pydantic import BaseModel, Field

from app.parameters.analysis import FacetedParameters
from app.parameters.fact_query import fact_query
from app.parameters.fields import (
    ChangeParameters,
    ExportParameters,
    FactListing,
    FactParameters,
    FeedParameters,
    Listing,
    PartyFilters,
)
from app.schemas.words import Id
from graph.errors import InvalidInput
from graph.reads.private import PrivateQuery, words

FEED: Final = 100
"""Entries of a feed."""


class Private(BaseModel):
    """Whose rows are asked for."""

    private: Annotated[
        list[Id] | None,
        Field(
            description="Name of a private batch, whose rows are the answer; may be repeated. Needs a key (`write`).",
            examples=[["my-list"]],
        ),
    ] = None


class FactsAsked(FacetedParameters, Private):
    """What the list of all facts takes."""


class FinesAsked(FactParameters, Private):
    """What the list of fines takes."""


class ChangesAsked(ChangeParameters, Private):
    """What the list of changes takes."""


class FeedAsked(FeedParameters, Private):
    """What a feed takes."""


class ExportAsked(ExportParameters, Private):
    """What an export takes."""


def private_query(batches: list[str], asked: PartyFilters) -> PrivateQuery:
    """The query of the rows of these batches; raises ``InvalidInput`` for what cannot be asked of them."""
    for name in ("group", "facets"):
        if getattr(asked, name, None):
            raise InvalidInput(
                f"private batches have no {name}", where=name, remedy="leave it out, or leave private out"
            )
    query = fact_query(asked)
    return PrivateQuery(
        sorted(set(batches)),
        query.filters,
        parties=query.parties,
        words=words(asked.q) if asked.q else None,
        sort=query.sort,
        order=query.order,
        limit=asked.limit if isinstance(asked, Listing) else FEED,
        evidence=asked.evidence if isinstance(asked, FactListing) else "best",
        since=asked.since if isinstance(asked, FeedParameters) else None,
        until=asked.until if isinstance(asked, ChangeParameters) else None,
    )
