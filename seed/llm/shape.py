"""The shape of an answer: the JSON schema that the model is held to, and the same models to parse what it says.

Relations, modalities, roles and kinds come from the vocabulary.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError
from pydantic_core import from_json

from graph.vocabulary import KINDS, MODALITIES, RELATIONS, ROLES
from seed.llm.errors import AnswerUnusable

_FENCED: Final = re.compile(r"```[\w-]*\s*\n(.*?)\n?\s*```", re.DOTALL)
_THOUGHT: Final = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)


def _one_of(words: Iterable[str]) -> AfterValidator:
    allowed = tuple(words)

    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value[:40]!r} is not one of {', '.join(allowed)}")
        return value

    return AfterValidator(check)


def _listed(words: Iterable[str]) -> Any:
    return Field(json_schema_extra={"enum": list(words)})


_KINDS: Final = tuple(kind for kind in KINDS if kind != "law")
_THIRD: Final = tuple(role for role in ROLES if role not in {"subject", "object"})

Kind = Annotated[str, _one_of(_KINDS), _listed(_KINDS)]
Role = Annotated[str, _one_of(_THIRD), _listed(_THIRD)]
Relation = Annotated[str, _one_of(RELATIONS), _listed(RELATIONS)]
Modality = Annotated[str, _one_of(MODALITIES), _listed(MODALITIES)]


class _Strict(BaseModel):
    """No other fields, no guessing of types."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class NamedParty(_Strict):
    """A party by its full name in the document, its wording at the claim, and its kind."""

    name: str
    text: str
    kind: Kind


class StatedSum(_Strict):
    """An amount: digits with at most a decimal point, a currency code, and the words of the text."""

    amount: str
    currency: str
    text: str


class StatedDate(_Strict):
    """A date of one of three precisions, and the words of the text."""

    date: str
    text: str


class ThirdParty(_Strict):
    """Somebody beside subject and object."""

    role: Role
    party: NamedParty


class Row(_Strict):
    """One claim: a relation that one passage of the text speaks of."""

    relation: Relation
    subject: NamedParty
    object: NamedParty
    modality: Modality
    quote: str
    amount: StatedSum | None
    date: StatedDate | None
    others: list[ThirdParty]


class Answer(_Strict):
    """All claims that the text makes, in its order."""

    claims: list[Row]


class _Envelope(_Strict):
    claims: list[JsonValue]


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of an answer, in the strict subset that endpoints accept: every field required, no others."""
    return Answer.model_json_schema()


def parse(content: str) -> tuple[list[Row], int]:
    """The rows of an answer and how many had the wrong shape.

    A code fence around the JSON, or a passage of thinking before it, is put up with. Raises ``AnswerUnusable`` where
    the whole is not what was asked for, or where no row is.
    """
    try:
        given = _Envelope.model_validate(from_json(_json_in(content).encode("utf-8", "surrogatepass")))
    except ValidationError as error:
        raise AnswerUnusable(f"the answer has another shape: {_first(error)}") from None
    except ValueError as error:
        raise AnswerUnusable(f"the answer is no JSON: {error}") from None
    rows: list[Row] = []
    problems: list[str] = []
    for number, value in enumerate(given.claims):
        try:
            rows.append(Row.model_validate(value))
        except ValidationError as error:
            problems.append(f"claim {number}: {_first(error)}")
    if problems and not rows:
        raise AnswerUnusable(f"no claim of the answer has the right shape: {problems[0]}")
    return rows, len(problems)


def _json_in(content: str) -> str:
    plain = _THOUGHT.sub("", content).strip()
    fenced = _FENCED.search(plain)
    return fenced[1] if fenced and not plain.startswith("{") else plain


def _first(error: ValidationError) -> str:
    """Where the first mistake is and what it is, without the value: it may be long."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}" if place else str(first["msg"])
