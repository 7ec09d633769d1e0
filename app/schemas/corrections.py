"""Corrections, as they are taken and answered."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.parts import DocumentRef, FactRef, List, Schema
from app.schemas.words import Currency, EntityId, Modality, PartialDate, Relation, Sum, Text


class NewCorrection(BaseModel):
    """What a claim should say: only fields that were read wrongly. Null for a sum or day says that there is none."""

    model_config = ConfigDict(extra="forbid")

    relation: Relation | None = None
    subject: EntityId | None = None
    object: EntityId | None = None
    modality: Modality | None = None
    amount: Annotated[Sum | None, Field(description="In units of `currency`.")] = None
    currency: Currency | None = None
    date: PartialDate | None = None
    reason: Text


class TakenBack(BaseModel):
    """Why a correction is taken back."""

    model_config = ConfigDict(extra="forbid")

    reason: Text


class Corrected(Schema):
    """The entry, facts that are held no more, and those in which the claim has a part now."""

    id: str
    claim: str
    gone: list[str]
    facts: list[str]


class FieldChange(Schema):
    """A field, what it said, and what it says by this correction."""

    field: str
    was: str | float | None
    now: str | float | None


class Correction(Schema):
    """One entry of the log. It is never changed: `taken_back_by` is the later entry that takes it back."""

    id: str
    at: str
    origin: Literal["review", "records"] = Field(
        description="Of what a machine read, or of the curated records."
    )
    who: str | None
    why: str
    changes: list[FieldChange]
    claim: str | None
    record: str | None
    document: DocumentRef | None
    fact: FactRef | None
    sources: list[str]
    takes_back: str | None
    taken_back_by: str | None


class CorrectionList(List):
    """What was wrong and is mended, the last one first."""

    items: list[Correction]
