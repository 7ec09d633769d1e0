"""What the driver gives, as plain values: nodes and relationships with labels and properties, times as text; plans."""

import base64
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a statement would do: r, w, rw or s (schema), its columns, its operators with their details."""

    kind: str | None
    columns: list[str]
    operators: list[tuple[str, str]]


def operators(plan: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """Every operator of a plan, each with its details."""
    if plan is None:
        return []
    own = (plan["operatorType"], str(plan.get("args", {}).get("Details", "")))
    return [own, *(one for child in plan.get("children", []) for one in operators(child))]


def plain(value: Any) -> Any:
    """The value in types of JSON; what is no number becomes null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode()
    convert = next((made for attribute, made in _SHAPES.items() if hasattr(value, attribute)), None)
    if convert is not None:
        return convert(value)
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in cast("Mapping[Any, Any]", value).items()}
    return [plain(one) for one in cast("Iterable[Any]", value)] if isinstance(value, Iterable) else str(value)


def _node(node: Any) -> Json:
    return {"labels": sorted(node.labels), "properties": _properties(node)}


def _relationship(one: Any) -> Json:
    ends = {"start": one.start_node.get("id"), "end": one.end_node.get("id")}
    return {"type": one.type, **ends, "properties": _properties(one)}


def _properties(one: Any) -> Json:
    return {name: plain(value) for name, value in one.items()}


def _path(path: Any) -> Json:
    return {
        "nodes": [_node(one) for one in path.nodes],
        "relationships": [_relationship(one) for one in path.relationships],
    }


# Looked at before mappings, which nodes are too, and in this order: a path has a start node as a relationship has.
_SHAPES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "labels": _node,
    "relationships": _path,
    "start_node": _relationship,
    "iso_format": lambda value: value.iso_format(),
    "srid": lambda value: {"srid": value.srid, "coordinates": [float(one) for one in value]},
}
