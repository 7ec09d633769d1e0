"""A page of a list as a value: frozen, in no form yet, and without a request."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.connection import Connection
from graph.reads import browser_link
from graph.reads.listing import TOTAL_LIMIT

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Total:
    """How many items there are over all pages; ``exact`` is false where they were not counted to the end.

    ``uncertain`` counts facts of which dates leave open whether they belong to the list; ``None`` for other lists.
    """

    value: int
    uncertain: int | None = None

    @property
    def exact(self) -> bool:
        """Whether there are no more."""
        return self.value < TOTAL_LIMIT

    def as_json(self) -> Json:
        """``{"value", "relation"}``, and ``uncertain`` where it is known."""
        more = {} if self.uncertain is None else {"uncertain": self.uncertain}
        return {"value": self.value, "relation": "eq" if self.exact else "gte", **more}


@dataclass(frozen=True, slots=True)
class Shown:
    """The statement behind an answer with its parameters, and what of the answer Neo4j Browser draws.

    ``template`` names a file of ``cypher/browser``; what ``ids`` gives is put into it, and is asked for only then.
    """

    text: str
    parameters: Mapping[str, Any]
    connection: Connection
    template: str
    ids: Callable[[], Sequence[str]]

    @property
    def browser_url(self) -> str | None:
        """The address that draws the answer; ``None`` where there is no Browser."""
        return browser_link.link(self.connection, self.template, self.ids())

    def as_json(self) -> Json:
        """``{"text", "parameters", "browser_url"}``."""
        return {
            "text": self.text,
            "parameters": dict(self.parameters),
            "browser_url": self.browser_url,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """One page of a list.

    ``name`` is that of the list, ``keys`` are the sort keys of the items, ``next`` is the cursor of the page after this
    one, ``columns`` are dotted paths into an item for a table, ``members`` the names that an item has, ``revision`` is
    that of the graph when it was read.
    """

    name: str
    items: Sequence[Json]
    keys: Sequence[str]
    next: str | None
    total: Total
    statement: Shown
    columns: Sequence[str]
    members: Sequence[str]
    revision: int

    def more(self) -> Json:
        """Members of the JSON form that only this list has."""
        return {}

    def linked(self, address: Callable[[Mapping[str, str]], str]) -> "ListPage":  # noqa: ARG002 - lists with links use it
        """The page with links of its own; ``address`` gives that of this list with other parameters."""
        return self
