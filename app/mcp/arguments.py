"""What the tools take: the parameters of the routes, without those that choose a form."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.parameters.analysis import Dimensions
from app.parameters.fields import AllFilters, SearchParameters
from app.schemas.words import EntityId, Id, LastDay, Relation, Text


class SearchArguments(SearchParameters):
    """What the search takes."""

    limit: Annotated[int, Field(ge=1, le=20, description="Results of each kind.")] = 5


class EntityArguments(BaseModel):
    """What a profile takes."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[EntityId, Field(description="Entity id, as `search` gives it.", examples=["clearview-ai"])]
    latest: Annotated[int, Field(ge=0, le=20, description="Latest facts to give with it.")] = 5


class FactArguments(AllFilters):
    """The filters of facts; fines where no relation is given."""

    relation: Annotated[
        list[Relation] | None, Field(description="Fines where it is left out; null for every relation.")
    ] = Field(default_factory=lambda: ["FINED"])
    limit: Annotated[int, Field(ge=1, le=50, description="Facts on a page.")] = 10
    cursor: Annotated[str | None, Field(max_length=2000, description="`next` of the page before.")] = None


class CaseArguments(BaseModel):
    """What a case takes."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[Id, Field(description="Case id, as a fact's `case` names it.", examples=["clearview-uk"])]
    valid_on: Annotated[LastDay | None, Field(description="How things stood on that day.")] = None


class FactId(BaseModel):
    """One fact."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[EntityId, Field(description="Fact id.", examples=["clearview-uk-2022"])]
    valid_on: Annotated[LastDay | None, Field(description="How it stood on that day.")] = None


class AskArguments(BaseModel):
    """A question."""

    model_config = ConfigDict(extra="forbid")

    question: Annotated[Text, Field(description="In plain English.", examples=["Who fined Clearview AI?"])]
    limit: Annotated[int, Field(ge=1, le=50, description="Facts to give with the answer.")] = 10


class StatsArguments(AllFilters, Dimensions):
    """The filters of facts, and by what they are counted."""
