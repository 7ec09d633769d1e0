"""A filter that counts once is not given twice: the last one would win in silence."""

from collections import Counter

from fastapi import Depends, Request
from fastapi.routing import APIRoute
from pydantic import BaseModel

from graph.errors import InvalidInput


def _repeatable(route: APIRoute) -> frozenset[str]:
    """Names of the query parameters of a route that take several values."""
    models = (field.field_info.annotation for field in route.dependant.query_params)
    return frozenset(
        name
        for model in models
        if isinstance(model, type) and issubclass(model, BaseModel)
        for name, field in model.model_fields.items()
        if "list[" in str(field.annotation)
    )


async def _once(request: Request) -> None:
    names = request.query_params.multi_items()
    if len(names) == len(request.query_params):
        return
    repeatable = _repeatable(request.scope["route"])
    for name, count in Counter(name for name, _ in names).items():
        if count > 1 and name not in repeatable:
            several = f"; {', '.join(sorted(repeatable))} may be repeated" if repeatable else ""
            raise InvalidInput(f"{name} is given {count} times", where=name, remedy=f"give it once{several}")


Once = Depends(_once)
"""Raises ``InvalidInput`` for a parameter that is given twice and takes one value."""
