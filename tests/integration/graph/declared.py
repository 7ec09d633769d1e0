"""Every statement that the project declares, found by import, and a sample value of each parameter."""

import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from graph.statement import Statement
from tests.requirements import CHECKOUT

_DECLARES: Final = re.compile(r"^from graph\.statement import .*\bstatement\b", re.MULTILINE)
_SAMPLES: Final[dict[object, Any]] = {str: "a", int: 1, float: 1.0, bool: True}
_PAIRS: Final = {"pairs": [["a", "b"]]}


def declared() -> list[Statement[Any, Any]]:
    """All statements in the modules of the three layers, each once."""
    found: dict[tuple[str, str], Statement[Any, Any]] = {}
    for layer in ("graph", "seed", "app"):
        for path in sorted((CHECKOUT / layer).rglob("*.py")):
            if _DECLARES.search(path.read_text(encoding="utf-8")):
                name = ".".join(path.relative_to(CHECKOUT).with_suffix("").parts)
                module = importlib.import_module(name)
                for statement in _statements(vars(module)):
                    found[statement.name, statement.text] = statement
    return [found[key] for key in sorted(found)]


def _statements(value: object) -> Iterator[Statement[Any, Any]]:
    if isinstance(value, Statement):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _statements(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _statements(inner)


def sample(statement: Statement[Any, Any]) -> dict[str, Any]:
    """A value of the declared type for each parameter."""
    hints = get_type_hints(statement.parameters)
    return {
        field.name: _PAIRS.get(field.name, _value(hints[field.name]))
        for field in fields(statement.parameters)
    }


def _value(hint: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        return _value(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is list:
        return [_value(get_args(hint)[0])]
    if get_origin(hint) in {dict, Mapping}:
        return {"id": "a"}
    return _SAMPLES[hint]


def operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and details of every operator of a plan."""
    yield plan["operatorType"].partition("@")[0], str(plan["args"].get("Details", ""))
    for child in plan.get("children", []):
        yield from operators(child)
