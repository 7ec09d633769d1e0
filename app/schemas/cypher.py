"""A statement of a caller, and its answer."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.parts import Schema
from graph.free import LONGEST


class FreeStatement(BaseModel):
    """One statement that only reads."""

    model_config = ConfigDict(extra="forbid")

    statement: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST,
            description="Of MATCH, WITH, UNWIND, CALL and RETURN.",
        ),
    ]
    parameters: dict[str, Any] = {}


class Limits(Schema):
    """What one statement may take."""

    seconds: float
    rows: int
    columns: int
    bytes: int


class CypherAnswer(Schema):
    """Rows of a statement. Nodes have labels and properties, relationships a type, the ids of both ends, properties."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: Literal["rows", "bytes"] | None = Field(
        description="The limit at which the rest was left out."
    )
    seconds: float = Field(description="How long it took.")
    limits: Limits
