"""The tools: each a name, what it takes, what it gives, and the answer behind it. All of them only read."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel

from app.answers import ask as questions
from app.answers import cases, entities, facts, paths, search, stats
from app.answers import coverage as covered
from app.answers.entities import Merged
from app.answers.service import Service
from app.mcp import arguments, results, rows
from app.parameters.analysis import PathParameters
from app.parameters.fact_query import fact_query
from app.parameters.fields import NoParameters
from app.schemas.analysis import CoverageAnswer, Stats
from graph.reads import some
from graph.reads.facts import FactQuery

A = TypeVar("A", bound=BaseModel)
R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Tool(Generic[A, R]):
    """One tool; the docstring of ``run`` is what an agent reads of it."""

    name: str
    title: str
    takes: type[A]
    gives: type[R]
    run: Callable[[Service, A], Awaitable[R]]


async def _search(service: Service, asked: arguments.SearchArguments) -> results.Found:
    """Find entities, facts and documents by name, alias, acronym or words; misspellings are forgiven.

    Start here: the other tools take the ids that this one gives.
    """
    found = await search.search(service, asked.q, asked.limit)
    ids = [one["id"] for one in found["facts"]]
    shown = (await some.facts(service.store, ids)).items if ids else []
    names = results.DocumentRef.model_fields
    return results.Found(
        entities=[
            results.FoundName(**{name: one[name] for name in results.FoundName.model_fields})
            for one in found["entities"]
        ],
        facts=[rows.row(one, 1) for one in shown],
        documents=[results.DocumentRef(**{name: one[name] for name in names}) for one in found["documents"]],
    )


async def _entity(service: Service, asked: arguments.EntityArguments) -> results.Profile:
    """One authority, firm, person, court or law: names, country, owners, and its latest facts in any role."""
    profile = await entities.entity(service, asked.id)
    if isinstance(profile, Merged):
        profile = await entities.entity(service, profile.into)
    if isinstance(profile, Merged):  # an id that two merges stand behind
        raise TypeError(profile.into)
    latest: list[results.Row] = []
    if asked.latest:
        page = await facts.facts(service, FactQuery(parties=[profile["id"]], limit=asked.latest))
        latest = [rows.row(one) for one in page.items]
    values = {name: profile[name] for name in results.Profile.model_fields if name != "latest"}
    return results.Profile(**values, latest=latest)


async def _who_fined_whom(service: Service, asked: arguments.FactArguments) -> results.Rows:
    """Who fined, sued, ordered, reprimanded or investigated whom, when, for how much, and whether it still stands.

    Filters combine; a list in one filter means any of these. Proposed fines are a relation of their own
    (PROPOSED_FINE) and are never among fines. An empty list is no proof: `coverage` says what is in the graph.
    """
    query = replace(fact_query(asked), limit=asked.limit, evidence="best")
    fines = asked.relation == ["FINED"]
    page = await facts.facts(service, query, cursor=asked.cursor, sums=fines)
    return results.Rows(
        items=[rows.row(one) for one in page.items],
        total=results.Total.model_validate(page.total.as_json()),
        next=page.next,
        sums=None if page.sums is None else results.Sums.model_validate(page.sums),
    )


async def _case(service: Service, asked: arguments.CaseArguments) -> results.CaseStory:
    """One proceeding stage by stage: investigation, fine, appeal, annulment, with sources and sums."""
    found = await cases.case(service, asked.id, valid_on=asked.valid_on)
    items = [rows.staged(one) for one in found["items"]]
    return results.CaseStory(id=found["id"], title=found["title"], summary=found["summary"], items=items)


async def _paths(service: Service, asked: PathParameters) -> results.Chains:
    """How two entities are connected: chains of facts, the short and telling ones first."""
    found = await paths.paths(service, asked.start, asked.end, max_hops=asked.max_hops, limit=asked.limit)
    chains = [
        results.Chain(
            score=path.score,
            hops=[
                results.Hop(
                    start=hop.start["id"],
                    end=hop.end["id"],
                    sentence=hop.sentence,
                    facts=[rows.row(one, 1) for one in hop.facts],
                )
                for hop in path.hops
            ],
        )
        for path in found.paths
    ]
    return results.Chains.model_validate(
        {
            "start": found.start,
            "end": found.end,
            "paths": chains,
            "complete": found.complete,
            "max_hops": found.max_hops,
        }
    )


async def _stats(service: Service, asked: arguments.StatsArguments) -> Stats:
    """Counts and sums by one or two dimensions, with all filters; `includes` says what is in the sums."""
    found = await stats.page(service, fact_query(asked), asked.dimensions)
    return Stats.model_validate(
        {
            "by": list(found.by),
            "items": found.items,
            "includes": found.includes,
            "next": found.next,
            "total": found.total.as_json(),
        }
    )


async def _evidence(service: Service, asked: arguments.FactId) -> results.Evidence:
    """Everything that is known of one fact: every source with its quote and address, stages, what changed it."""
    return rows.evidence(await facts.fact(service, asked.id, valid_on=asked.valid_on))


async def _ask(service: Service, asked: arguments.AskArguments) -> results.Answered:
    """Answer a question in plain English without a model: how it was read, one sentence, the facts that show it."""
    found = (await questions.ask(service.store, asked.question)).as_json()
    items = [rows.row(one) for one in found["items"][: asked.limit]]
    return results.Answered.model_validate({**found, "items": items})


async def _coverage(service: Service, asked: NoParameters) -> CoverageAnswer:
    """What the graph holds of which authorities, countries and years: how to read an empty answer."""
    del asked
    found: Mapping[str, Any] = asdict(await covered.coverage(service))
    return CoverageAnswer.model_validate({name: value for name, value in found.items() if name != "revision"})


TOOLS: Final[Mapping[str, Tool[Any, Any]]] = {
    tool.name: tool
    for tool in (
        Tool("search", "Search", arguments.SearchArguments, results.Found, _search),
        Tool("entity", "Profile", arguments.EntityArguments, results.Profile, _entity),
        Tool("who_fined_whom", "Who fined whom", arguments.FactArguments, results.Rows, _who_fined_whom),
        Tool("case", "Case", arguments.CaseArguments, results.CaseStory, _case),
        Tool("paths", "Connections", PathParameters, results.Chains, _paths),
        Tool("stats", "Figures", arguments.StatsArguments, Stats, _stats),
        Tool("evidence", "Evidence", arguments.FactId, results.Evidence, _evidence),
        Tool("ask", "Question", arguments.AskArguments, results.Answered, _ask),
        Tool("coverage", "Coverage", NoParameters, CoverageAnswer, _coverage),
    )
}
