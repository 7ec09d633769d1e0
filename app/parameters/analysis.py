"""Query parameters of figures, connections, comparisons and conflicts."""

from typing import Annotated, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, field_validator

from app.parameters.fields import AllFactParameters, ClockParameters
from app.schemas.words import EvidenceShare, Id
from graph.reads.paths import MOST_HOPS
from graph.reads.stats import CELLS, DIMENSIONS, Dimension

_MOST_DIMENSIONS = 2


class Dimensions(BaseModel):
    """By what is counted."""

    by: Annotated[
        str,
        Field(
            description=f"One or two, with a comma between: {', '.join(DIMENSIONS)}.",
            examples=["regulator,year"],
        ),
    ] = "year"

    @field_validator("by")
    @classmethod
    def _known(cls, value: str) -> str:
        names = [name.strip().lower() for name in value.split(",")]
        unknown = [name for name in names if name not in DIMENSIONS]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is not one of: {', '.join(DIMENSIONS)}")
        if len(names) > _MOST_DIMENSIONS or len(set(names)) < len(names):
            raise ValueError("give one dimension, or two different ones")
        return ",".join(names)

    @property
    def dimensions(self) -> list[Dimension]:
        """The dimensions in the order in which they were given."""
        return cast("list[Dimension]", self.by.split(","))


class FacetedParameters(AllFactParameters):
    """What the list of all facts takes: also by which dimensions the others are counted."""

    facets: Annotated[
        str | None,
        Field(
            max_length=200,
            description=f"Counts of other values, joined by commas, in the JSON form: {', '.join(DIMENSIONS)}.",
            examples=["country,status"],
        ),
    ] = None

    @field_validator("facets")
    @classmethod
    def _known_facets(cls, value: str | None) -> str | None:
        names = [name.strip().lower() for name in (value or "").split(",") if name.strip()]
        unknown = [name for name in names if name not in DIMENSIONS]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is not one of: {', '.join(DIMENSIONS)}")
        return ",".join(dict.fromkeys(names)) or None

    @property
    def wanted(self) -> list[Dimension]:
        """The dimensions that are counted."""
        return cast("list[Dimension]", self.facets.split(",")) if self.facets else []


class StatsParameters(AllFactParameters, Dimensions):
    """What figures take: the filters of facts, and by what they are counted."""

    limit: Annotated[int, Field(ge=1, le=CELLS, description="Cells on a page.")] = CELLS


class PathParameters(ClockParameters):
    """What connections take."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    start: Annotated[Id, Field(alias="from", description="Entity id.", examples=["clearview-ai"])]
    end: Annotated[Id, Field(alias="to", description="Entity id.", examples=["oaic-au"])]
    max_hops: Annotated[int, Field(ge=1, le=MOST_HOPS, description="Steps at most.")] = 3
    limit: Annotated[int, Field(ge=1, le=20, description="Chains at most.")] = 5


class CompareParameters(ClockParameters):
    """What a comparison takes."""

    a: Annotated[Id, Field(description="Entity id.", examples=["cnil-fr"])]
    b: Annotated[Id, Field(description="Entity id.", examples=["ico-uk"])]


class ConflictParameters(AllFactParameters):
    """What the list of conflicts takes: all that the list of facts takes, with the one weakness that it is about."""

    quality: Annotated[  # pyright: ignore[reportIncompatibleVariableOverride] - one of the names of the list of facts
        list[Literal["disputed"]] | None, Field(description="Always `disputed`; may be left out.")
    ] = None
    evidence: Annotated[
        EvidenceShare,
        Field(
            description="Claims with each fact: all, so that both sides are there, the three best, or none."
        ),
    ] = "all"
