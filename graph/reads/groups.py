"""Groups: who belongs together by ownership, and when. Firms and platforms belong to whoever owns or operates them.

    found = await group(store, "instagram")     # Meta, what it owns and operates, each with its windows of time
    found.members, found.bounds                 # ids, and of whom only a part of time belongs to it

``reach`` is pure: it walks steps of ownership and gives for each member the windows in which all steps to it held.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.dates import first_day, last_day
from graph.statement import statement
from graph.store import Store

Json = dict[str, Any]
Window = tuple[str, str]
"""First and last day, both taken in."""

ALWAYS: Final[Window] = ("0000-01-01", "9999-12-31")
_PATHS: Final = 5_000
"""Ways through a group that are followed at most."""


@dataclass(frozen=True, slots=True)
class Start:
    """An entity's id, and how many ways through its group at most."""

    id: str
    limit: int


@dataclass(frozen=True, slots=True)
class Steps:
    """The id that an entity goes by, and its group's steps: maps of owned, owner, since, until."""

    id: str
    steps: list[Json]


@dataclass(frozen=True, slots=True)
class Step:
    """To whom ownership leads, and when it held."""

    to: str
    window: Window


@dataclass(frozen=True, slots=True)
class Group:
    """Ids of all members; ``bounds`` are maps of ``id`` and ``windows`` for those that are not always in it."""

    members: tuple[str, ...]
    bounds: tuple[Json, ...] = ()


GROUP: Final = statement("entities/group", Start, Steps)


async def group(store: Store, id_: str) -> Group:
    """The group of an entity; of one that is in none, or does not exist, itself alone."""
    rows = await store.read(GROUP, Start(id_, _PATHS))
    if not rows:
        return Group((id_,))
    up: dict[str, list[Step]] = {}
    down: dict[str, list[Step]] = {}
    for step in rows[0].steps:
        window = held(step["since"], step["until"])
        up.setdefault(step["owned"], []).append(Step(step["owner"], window))
        down.setdefault(step["owner"], []).append(Step(step["owned"], window))
    return of(reach(down, reach(up, {rows[0].id: [ALWAYS]})))


def held(since: str | None, until: str | None) -> Window:
    """The window of a step; a side that is not known is open."""
    return (first_day(since) if since else ALWAYS[0], last_day(until) if until else ALWAYS[1])


def reach(
    steps: Mapping[str, Sequence[Step]], starts: Mapping[str, Sequence[Window]]
) -> dict[str, list[Window]]:
    """Whoever steps lead to from some entities, these among them, each with the windows in which all steps held."""
    found = {id_: list(windows) for id_, windows in starts.items()}
    waiting = [(id_, window) for id_, windows in starts.items() for window in windows]
    while waiting:
        at, window = waiting.pop(0)
        for step in steps.get(at, ()):
            both = (max(window[0], step.window[0]), min(window[1], step.window[1]))
            known = found.get(step.to, [])
            if both[0] > both[1] or any(one[0] <= both[0] and both[1] <= one[1] for one in known):
                continue
            found.setdefault(step.to, []).append(both)
            waiting.append((step.to, both))
    return found


def of(found: Mapping[str, Sequence[Window]]) -> Group:
    """A group from what was reached."""
    bounds = [
        {"id": id_, "windows": [list(window) for window in windows]}
        for id_, windows in found.items()
        if ALWAYS not in windows
    ]
    return Group(tuple(found), tuple(bounds))


def together(groups: Iterable[Group]) -> Group:
    """Several groups as one: who is always in one of them is in it always."""
    listed = list(groups)
    members = dict.fromkeys(id_ for one in listed for id_ in one.members)
    bounds: dict[str, list[list[str]]] = {}
    free = {id_ for one in listed for id_ in set(one.members) - {bound["id"] for bound in one.bounds}}
    for bound in (bound for one in listed for bound in one.bounds if bound["id"] not in free):
        bounds.setdefault(bound["id"], []).extend(bound["windows"])
    return Group(tuple(members), tuple({"id": id_, "windows": windows} for id_, windows in bounds.items()))
