"""The audit log."""

from typing import Annotated

from pydantic import Field

from app.schemas.parts import List, Schema


class AuditItem(Schema):
    """An act that changed the graph: by whom, with which API key, and what it was done to."""

    at: str
    who: str
    key: Annotated[str | None, Field(description="The id of the API key; null for a command on the machine.")]
    action: Annotated[str, Field(description="The operation of this API, or the command.")]
    target: str | None
    transactions: Annotated[int, Field(description="In how many steps it was written.")]


class AuditLog(List):
    """Entries, the last one first."""

    items: list[AuditItem]
