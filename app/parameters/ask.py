"""Query parameters of a question, and the bounds that follow from them."""

from dataclasses import fields
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.ask.query import Bounds
from app.parameters.fact_query import fact_query
from app.parameters.fields import AllFactParameters
from app.schemas.words import (
    Country,
    Currency,
    FactFlag,
    FirstDay,
    Id,
    LastDay,
    Relation,
    Review,
    StatusName,
    Sum,
    Text,
    Tier,
)
from graph.reads.ask import Wanted
from graph.reads.facts import Filters


class AskParameters(BaseModel):
    """A question, and filters of `/v1/facts` as bounds that it cannot widen."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[
        Text, Field(description="A question in plain English.", examples=["Who fined Clearview AI?"])
    ]
    relation: Annotated[list[Relation] | None, Field(description="May be repeated.")] = None
    subject: Annotated[list[Id] | None, Field(description="Entity id of who acts.")] = None
    object: Annotated[list[Id] | None, Field(description="Entity id of who is acted on.")] = None
    party: Annotated[Id | None, Field(description="Entity id, in any role.")] = None
    country: Annotated[list[Country] | None, Field(description="Where the authority acts (ISO 3166).")] = None
    law: Annotated[list[Id] | None, Field(description="Entity id of a law.")] = None
    date_from: Annotated[FirstDay | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD.")] = None
    date_to: Annotated[LastDay | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD, taken in.")] = None
    amount_min: Annotated[Sum | None, Field(description="In units of `currency`, or of EUR.")] = None
    amount_max: Annotated[Sum | None, Field(description="In units of `currency`, or of EUR.")] = None
    currency: Annotated[list[Currency] | None, Field(description="ISO 4217.")] = None
    status: Annotated[list[StatusName] | None, Field(description="May be repeated.")] = None
    review: Annotated[list[Review] | None, Field(description="Whether a person has checked it.")] = None
    tier: Annotated[list[Tier] | None, Field(description="Where it comes from.")] = None
    quality: Annotated[list[FactFlag] | None, Field(description="What is weak in it.")] = None
    valid_on: Annotated[LastDay | None, Field(description="How things stood on that day.")] = None
    known_on: Annotated[LastDay | None, Field(description="What the graph knew on that day.")] = None


def bounds(asked: AskParameters) -> Bounds:
    """The bounds that a caller sets; raises ``InvalidInput`` where they contradict each other."""
    given = asked.model_dump(exclude={"q"}, exclude_none=True)
    if asked.party is not None:
        given["party"] = [asked.party]
    made = fact_query(AllFactParameters.model_validate(given))
    values = {one.name: getattr(made.filters, one.name) for one in fields(Filters)}
    return Bounds(Wanted(**values), asked.party)
