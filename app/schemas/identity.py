"""Who is who: pairs that wait, the log of judgements, and what a judgement changes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.parts import EntityRef, List, Schema
from app.schemas.words import Id, Text

Verdict = Literal["same", "different", "unsure"]


class FeatureItem(Schema):
    """What was compared, what came out, and the points that it gives or takes."""

    feature: str
    value: str | float
    points: int


class Candidate(Schema):
    """Two entities that may be one. `sure` means that nothing differs that ever tells two apart."""

    left: EntityRef
    right: EntityRef
    outcome: Literal["sure", "unsure"]
    score: Annotated[int, Field(ge=0, le=100)]
    features: list[FeatureItem]


class CandidateList(List):
    """A page of pairs, the likeliest first."""

    items: list[Candidate]


class JudgementItem(Schema):
    """A judgement; with `claims` or `documents` it speaks of what these say of `left`.

    `score` and `features` are those of the moment at which it was made.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    claims: list[str]
    documents: list[str]
    name: str | None
    score: int | None
    features: list[FeatureItem]
    who: str
    why: str
    recorded: str


class JudgementList(List):
    """A page of the log, the last judgement first."""

    items: list[JudgementItem]


class NewJudgement(BaseModel):
    """A person's word on two entities; with `claims` or `documents`, on whom these mean by `left`.

    Without `right`, these mean a new entity called `name`. The last word counts: `different` takes back `same`.
    """

    model_config = ConfigDict(extra="forbid")

    left: Id
    right: Id | None = None
    verdict: Verdict
    why: Text
    claims: Annotated[list[Id], Field(max_length=500)] = []
    documents: Annotated[list[Id], Field(max_length=500)] = []
    name: Text | None = None


class Judged(Schema):
    """What a judgement changed: ids with those by which they go now (null: their own), and facts."""

    id: str
    left: str
    right: str
    verdict: Verdict
    merged: dict[str, str | None]
    claims: Annotated[int, Field(description="Claims that mean another entity than before.")]
    facts: Annotated[list[str], Field(description="Facts that these claims now stand for.")]
    gone: Annotated[list[str], Field(description="Facts that were put together anew under another id.")]
