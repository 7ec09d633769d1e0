"""Redacting a person, and the audit entries of it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.parts import List, Schema
from app.schemas.words import Text


class NewRedaction(BaseModel):
    """Why a person is redacted: who asked for it, and when."""

    model_config = ConfigDict(extra="forbid")

    reason: Text


class Redaction(Schema):
    """An audit entry; never the name. `id` is the one by which the person goes now."""

    id: str
    who: str
    why: str
    recorded: str
    counts: Annotated[dict[str, int], Field(description="What was changed, by kind.")]


class RedactionList(List):
    """Audit entries of redactions, the last one first."""

    items: list[Redaction]
