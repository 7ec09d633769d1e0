"""Facts: a page of them with what they add up to, one with its life cycle, one claim."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar

from app.answers import groups
from app.answers.lists import ListKind, after, identity, list_page
from app.answers.page import ListPage
from app.answers.service import Service
from app.schemas import serialize
from app.schemas.facts import Fact
from graph.errors import InvalidInput, NotFound
from graph.money import units
from graph.reads import claims, entities, few, listing, totals
from graph.reads import facts as reads
from graph.reads.facts import FactQuery, Sum
from graph.reads.listing import Page, Prepared

Json = dict[str, Any]
T = TypeVar("T")

FACTS: Final = ListKind(
    name="facts",
    template="facts",
    columns=serialize.FACT_COLUMNS,
    members=tuple(Fact.model_fields),
    item=serialize.fact,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPage(ListPage):
    """A page of facts; ``query`` is the one that was answered, merged ids followed; ``sums`` only where asked for.

    ``group`` is what the group of whom the query names has, where it names a member of one: facts, sum, and the link.
    """

    query: FactQuery
    sums: Json | None = None
    group: Json | None = None
    facets: Json | None = None

    def more(self) -> Json:
        """What all facts of the list add up to, what the group has, the counts of other values."""
        found = {"sums": self.sums, "group": self.group, "facets": self.facets}
        return {name: value for name, value in found.items() if value is not None}

    def linked(self, address: Callable[[Mapping[str, str]], str]) -> "FactPage":
        """The page with the link to the list of the group; ``address`` gives that of the list with other parameters."""
        return (
            self
            if self.group is None
            else replace(self, group=self.group | {"link": address({"group": "true"})})
        )


async def facts(
    service: Service,
    query: FactQuery,
    *,
    cursor: str | None = None,
    sums: bool = False,
    about_group: bool = False,
) -> FactPage:
    """A page of facts, with ``sums`` what all pages add up to, with ``about_group`` what the group of its parties has.

    Ids of merged entities are followed. Raises ``InvalidInput`` for an entity that does not exist and for a cursor of
    another list.
    """
    found = identity("facts", query)
    query = replace(query, after=after(cursor, found) if cursor else query.after)
    wide = await _wide(service, query)
    prepared = reads.prepare(wide)
    rows = await _rows(service, wide, prepared)
    if (not rows.items or _several(query)) and (now := await followed(service, query)) != query:
        query, wide = now, await _wide(service, now)
        prepared = reads.prepare(wide)
        rows = await _rows(service, wide, prepared)
    page = await list_page(
        service, FACTS, prepared, found, rows, count=lambda: totals.count(service.store, wide)
    )
    uncertain = await _kept(
        service, page, f"{found.totals} uncertain", lambda: totals.uncertain_of(service.store, wide)
    )
    added = None
    if sums:
        added = await _kept(service, page, f"{found.totals} sums", lambda: totals.sums(service.store, wide))
    return FactPage(
        **{one.name: getattr(page, one.name) for one in fields(page) if one.name != "total"},
        total=replace(page.total, uncertain=uncertain),
        query=query,
        sums=None if added is None else sums_of(added, query.filters.valid_on),
        group=await groups.has(service, query, page.revision) if about_group else None,
    )


async def _wide(service: Service, query: FactQuery) -> FactQuery:
    """The query with groups taken in, and with the filter by which few facts are found."""
    return await few.narrowed(service.store, await groups.opened(service, query))


async def _rows(service: Service, query: FactQuery, prepared: Prepared) -> Page:
    """A page, which is not read where totals say that it is empty."""
    revision = await totals.nothing(service.store, query)
    if revision is not None:
        return Page([], [], revision)
    return await listing.page(service.store, prepared, service.facts)


async def first(service: Service, query: FactQuery) -> list[Json]:
    """The first facts of a list and no more: nothing is counted."""
    rows = await listing.page(service.store, reads.prepare(query), service.facts)
    return list(FACTS.shaped(rows.items[: query.limit]))


async def _kept(service: Service, page: ListPage, name: str, compute: Callable[[], Awaitable[T]]) -> T:
    """What was computed for a list at the revision of a page."""
    return await service.totals.get(page.revision, name, compute)


def _several(query: FactQuery) -> bool:
    """Whether an id that does not exist could hide behind one that does."""
    filters = query.filters
    return any(len(ids or ()) > 1 for ids in (filters.subjects, filters.objects, filters.laws, query.parties))


async def followed(service: Service, query: FactQuery) -> FactQuery:
    """The same query with merged ids followed; raises ``InvalidInput`` that names an entity that does not exist.

    Called only where a list came out empty or several ids are given, so that the ordinary request costs nothing.
    """
    filters = query.filters
    given = {
        "subject": filters.subjects,
        "object": filters.objects,
        "law": filters.laws,
        "party": query.parties,
    }
    found: dict[str, list[str] | None] = {}
    for name, ids in given.items():
        try:
            found[name] = ids and [await entities.canonical(service.store, id_, name) for id_ in ids]
        except NotFound as error:
            raise InvalidInput(error.what, where=name, remedy=error.remedy) from error
    filters = replace(filters, subjects=found["subject"], objects=found["object"], laws=found["law"])
    return replace(query, filters=filters, parties=found["party"])


async def fact(
    service: Service, id_: str, *, valid_on: str | None = None, known_on: str | None = None
) -> Json:
    """One fact with its life cycle and all its evidence; raises ``NotFound``, or ``Gone`` where it was withdrawn."""
    rows = await reads.one(service.store, id_, valid_on=valid_on, known_on=known_on)
    return serialize.whole_fact(rows.items[0])


async def claim(service: Service, id_: str) -> Json:
    """What one document says; raises ``NotFound``."""
    row = await claims.one(service.store, id_)
    return serialize.claim(row.claim or {})


def sums_of(rows: list[Sum], valid_on: str | None = None) -> Json:
    """What fines add up to, and in words what that takes in."""
    decisions, fallen = sum(row.decisions for row in rows), sum(row.fallen for row in rows)
    without = sum(row.without_eur for row in rows)
    fell = f"did not stand on {valid_on}" if valid_on else f"no longer stand{_s(fallen)}"
    uncertain = sum(row.uncertain for row in rows)
    doubt = f"; of {uncertain} it is not certain that they fit the dates" if uncertain else ""
    listed = sum(row.listed for row in rows)
    unchecked = f"; {listed} come{_s(listed)} from lists, not checked against the decision" if listed else ""
    missing = f"; what has no euro rate is left out of the euro figure: {without}" if without else ""
    return {
        "by_currency": [_currency(row) for row in rows if row.currency],
        "eur": units(sum(row.eur_minor for row in rows), "EUR"),
        "decisions": decisions,
        "fallen": fallen,
        "uncertain": uncertain,
        "listed": listed,
        "includes": (
            f"{'the one decision' if decisions == 1 else f'all {decisions} decisions'} with the sum first imposed, "
            "each counted once, whatever became of it; "
            f"{fallen} of them {fell}{missing}{doubt}{unchecked}"
        ),
    }


def _s(count: int) -> str:
    """The ending of a verb whose subject is so many."""
    return "s" if count == 1 else ""


def _currency(row: Sum) -> Mapping[str, Any]:
    return {
        "currency": row.currency,
        "value": units(row.minor, row.currency or "EUR"),
        "eur": units(row.eur_minor, "EUR"),
        "decisions": row.decisions,
        "without_eur": row.without_eur,
    }
