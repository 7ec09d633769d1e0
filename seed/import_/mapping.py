"""Mappings: how the columns of a list become the parts of a fact, as YAML. ``docs/import.md`` explains each word."""

import hashlib
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import InvalidInput, NotFound
from seed.import_.mapping_yaml import read_yaml

MAPPINGS: Final = Path(__file__).parent / "mappings"
"""The mappings that come with the project."""

Tier = Literal["compiled", "imported"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Table(_Part):
    """How the table is read, in the words of frictionless; nothing of it is guessed from the content."""

    format: Literal["csv", "tsv", "xlsx", "json", "ndjson", "ftm"] | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    encoding: str = "utf-8"
    missing: tuple[str, ...] = Field(default=("",), alias="missingValues")
    decimal: Annotated[str, Field(alias="decimalChar", max_length=1)] = "."
    group: Annotated[str, Field(alias="groupChar", max_length=1)] = ","


class Property(_Part):
    """One part of a fact: from a column, several joined, or a literal; then split, replaced and parsed."""

    column: str | None = None
    columns: tuple[str, ...] = ()
    join: str = " "
    literal: str | None = None
    split: str | None = None
    format: str | None = None
    required: bool = False
    values: dict[str, str] = Field(default_factory=dict)
    missing: tuple[str, ...] = Field(default=(), alias="missingValues")

    @property
    def heads(self) -> tuple[str, ...]:
        """The columns that it reads."""
        return (self.column,) if self.column is not None else self.columns


class Mapping(_Part):
    """A list with its table, the parts of its rows, and which rows count."""

    name: str
    title: str
    publisher: str
    url: str | None = None
    licence: str | None = None
    tier: Tier = "imported"
    until: str | None = None
    table: Table = Table()
    properties: dict[str, Property]
    filters: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes whenever anything of the mapping does."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()


PARTS: Final = frozenset(
    "id authority country target kind date date_precision amount currency articles url case_number note".split()
)
"""What a row may give; ``authority``, ``target`` and ``kind`` are what a fact needs."""


def shipped() -> list[str]:
    """The names of the mappings that come with the project."""
    return sorted(path.stem for path in MAPPINGS.glob("*.yaml"))


def mapping(name: str) -> Mapping:
    """A shipped mapping by its name, or one from a file; raises ``NotFound`` or ``InvalidInput``."""
    if name in shipped():
        return shipped_mapping(name)
    path = Path(name)
    if not path.is_file():
        raise NotFound(
            f"no mapping {name!r}",
            where="mapping",
            remedy=f"give a YAML file or one of {', '.join(shipped())}",
        )
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise InvalidInput(
            f"cannot be read: {error}", where=path.name, remedy="give a YAML mapping"
        ) from error
    return read_mapping(text, path.name)


def shipped_mapping(name: str) -> Mapping:
    """One that comes with the project; raises ``NotFound``."""
    if name not in shipped():
        raise NotFound(f"no mapping {name!r}", where="mapping", remedy=f"one of {', '.join(shipped())}")
    return read_mapping((MAPPINGS / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")


def read_mapping(text: str, where: str) -> Mapping:
    """A mapping from its YAML; raises ``InvalidInput`` that names ``where`` and the word at fault."""
    try:
        found = Mapping.model_validate(read_yaml(text, where))
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        word = ".".join(str(step) for step in detail["loc"]) or "the mapping"
        raise InvalidInput(
            f"{word}: {detail['msg']}",
            where=where,
            remedy="see docs/import.md for the words of a mapping",
        ) from error
    unknown = sorted(found.properties.keys() - PARTS)
    lacking = sorted({"authority", "target", "kind"} - found.properties.keys())
    if unknown or lacking:
        what = f"unknown properties: {', '.join(unknown)}" if unknown else f"lacks {', '.join(lacking)}"
        raise InvalidInput(what, where=where, remedy=f"properties are {', '.join(sorted(PARTS))}")
    return found
