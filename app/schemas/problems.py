"""The one shape of every failure."""

from pydantic import BaseModel

from app.schemas.parts import Schema


class Fault(Schema):
    """A parameter at fault, and what would be valid."""

    parameter: str
    problem: str
    valid: str | list[str] | None


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] = []
    reason: str | None = None
