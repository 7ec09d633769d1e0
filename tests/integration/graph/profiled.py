"""What a statement costs the server, which no clock disturbs."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from graph.statement import sent
from graph.store import Store


async def profiled(store: Store, text: str, given: Any, *, replan: bool = False) -> tuple[list[Any], int]:
    """The first row of a statement, empty where there is none, and the database hits of running it to its end.

    ``given`` are its parameters, as a map or as the dataclass that it takes; ``replan`` takes no plan of before.
    """
    values = (
        given if isinstance(given, dict) else {one.name: getattr(given, one.name) for one in fields(given)}
    )
    mode = "CYPHER replan=force PROFILE " if replan else "PROFILE "
    async with store._session("read") as session:
        result = await session.run(*sent(mode + text, values))
        rows = [record.values() async for record in result]
        summary = await result.consume()
    assert summary.profile is not None
    return rows[0] if rows else [], sum(_hits(summary.profile))


def _hits(plan: Mapping[str, Any]) -> Iterator[int]:
    """Database hits of every operator."""
    yield plan.get("dbHits", 0)
    for child in plan.get("children", []):
        yield from _hits(child)
