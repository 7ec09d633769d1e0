"""What a statement costs the server, which no clock disturbs."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from graph.statement import sent
from graph.store import Store


async def profiled(store: Store, text: str, given: Any) -> tuple[list[Any], int]:
    """The first row of a statement, empty where there is none, and the database hits of running it to its end.

    ``given`` are its parameters, as a map or as the dataclass that it takes. A plan that the server has is taken:
    where the graph has changed much since, call ``forget_plans`` first.
    """
    values = (
        given if isinstance(given, dict) else {one.name: getattr(given, one.name) for one in fields(given)}
    )
    async with store._session("read") as session:
        result = await session.run(*sent("PROFILE " + text, values))
        rows = [record.values() async for record in result]
        summary = await result.consume()
    assert summary.profile is not None
    return rows[0] if rows else [], sum(_hits(summary.profile))


async def forget_plans(store: Store) -> None:
    """Let the server plan each statement anew, for the graph as it is now: the tests' servers keep plans for good.

    Indexes are sampled first: what the server knows of them else depends on when it last had time for that.
    """
    await store.script("CALL db.prepareForReplanning(120)")


def _hits(plan: Mapping[str, Any]) -> Iterator[int]:
    """Database hits of every operator."""
    yield plan.get("dbHits", 0)
    for child in plan.get("children", []):
        yield from _hits(child)
