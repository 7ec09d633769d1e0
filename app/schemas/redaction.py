"""Redacting a person, and the audit entries of it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.parameters import Text
from app.schemas.parts import Schema, Total


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


class RedactionList(Schema):
    """All audit entries, the last one first."""

    items: list[Redaction]
    total: Total
