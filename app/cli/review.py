"""`whofined review`: what waits for a person, and that person's word on it."""

import getpass
from dataclasses import asdict
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console

from app.cli.session import with_store
from app.cli.tables import table
from app.schemas import serialize
from graph.errors import InvalidInput
from graph.store import Store
from seed.ingest import review as reviews
from seed.ingest.identity import candidates
from seed.ingest.identity.judge import Judged, Word, judge

_WORDS = {"accept": "accepted", "reject": "rejected"}
_USES = (
    "whofined review · whofined review CLAIM accept --why … · "
    "whofined review --same A B --why … (or --different, --unsure)"
)

Pair = tuple[str, str]


def review(
    claim: Annotated[str | None, typer.Argument(metavar="[CLAIM]", help="As the list shows it.")] = None,
    verdict: Annotated[
        str | None, typer.Argument(metavar="[accept|reject]", help="Whether it holds.")
    ] = None,
    same: Annotated[Pair | None, typer.Option(metavar="A B", help="Two entities are one.")] = None,
    different: Annotated[
        Pair | None, typer.Option(metavar="A B", help="They are two; takes --same back.")
    ] = None,
    unsure: Annotated[Pair | None, typer.Option(metavar="A B", help="Nobody can tell.")] = None,
    why: Annotated[str, typer.Option(help="What tells you so; needed for every verdict.")] = "",
    who: Annotated[str | None, typer.Option(help="Who decides.", show_default="your login")] = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many of each to list.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
) -> None:
    """List what waits for a person, or decide on it: claims on which most depends come first, then doubtful identities.

    Verdicts are added and never changed; the last one counts.

    Examples: whofined review --limit 5 · whofined review c-0a1b2c accept --why "as in the notice" ·
    whofined review --same acme acme-biscuits --why "same company number" ·
    whofined review --different acme acme-biscuits --why "two registers"
    """
    person = who or getpass.getuser()
    pairs = {"same": same, "different": different, "unsure": unsure}
    given = {word: pair for word, pair in pairs.items() if pair is not None}
    if len(given) + (claim is not None) > 1 or (claim is None) != (verdict is None):
        raise InvalidInput("one thing at a time", where="review", remedy=_USES)
    if claim is not None and verdict is not None:
        _decide(claim, verdict, person, why, as_json=as_json)
    elif given:
        ((word, pair),) = given.items()
        done = with_store(lambda store: judge(store, Word(*pair, word, why), person))
        _print_judged(done, as_json=as_json)
    else:
        _list(limit, as_json=as_json)


def _decide(claim: str, verdict: str, who: str, why: str, *, as_json: bool) -> None:
    if verdict not in _WORDS:
        raise InvalidInput(f"{verdict!r} is no verdict", where="review", remedy="accept or reject")
    buried = with_store(lambda store: reviews.review(store, claim, _WORDS[verdict], who, why))
    if as_json:
        _print_json({"claim": claim, "review": _WORDS[verdict], "facts": buried})
        return
    typer.echo(f"{_WORDS[verdict].capitalize()}: {claim}.")
    for fact in buried:
        typer.echo(f"  no longer held: {fact}")


def _print_judged(done: Judged, *, as_json: bool) -> None:
    if as_json:
        _print_json(asdict(done))
        return
    typer.echo(f"{done.id}: {done.left} and {done.right}: {done.verdict}. {done.claims:,} claims moved.")
    for id_, into in done.merged.items():
        typer.echo(f"  {id_} goes by {into}" if into else f"  {id_} goes by itself again")


def _list(limit: int, *, as_json: bool) -> None:
    queue, pairs = with_store(lambda store: _waiting(store, limit))
    if as_json:
        waiting = {"items": [serialize.in_units(item) for item in queue.items], "total": queue.value}
        doubts = {"items": [_doubt(pair) for pair in pairs[:limit]], "total": len(pairs)}
        _print_json({"claims": waiting, "identities": doubts})
        return
    claims = table(
        "claim", "subject", "relation", "object", "amount", "date", "says", ids=("claim",), title="Claims"
    )
    for item in map(serialize.in_units, queue.items):
        amount = f"{item['amount']:,} {item['currency']}" if item["amount"] is not None else ""
        claims.add_row(
            item["claim"], item["subject"]["name"], item["relation"], item["object"]["name"], amount,
            item["date"] or "", (item["quote"] or "")[:80],
        )  # fmt: skip
    names = table("one", "other", "score", "because", ids=("one", "other"), title="Who is who")
    for pair in pairs[:limit]:
        because = ", ".join(f"{one.feature} {one.points:+d}" for one in pair.comparison.features)
        names.add_row(pair.left.id, pair.right.id, str(pair.comparison.score), because)
    Console().print(claims, names)
    typer.echo(f"{queue.value:,} claims and {len(pairs):,} pairs of entities wait.")


async def _waiting(store: Store, limit: int) -> tuple[reviews.Queue, list[candidates.Candidate]]:
    return await reviews.queue(store, limit), await candidates.waiting(store)


def _doubt(pair: candidates.Candidate) -> dict[str, Any]:
    return {"left": pair.left.id, "right": pair.right.id, **asdict(pair.comparison)}


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
