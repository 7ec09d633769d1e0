"""`whofined ask`: a question in plain English, answered from the graph."""

import asyncio
from collections.abc import Sequence
from typing import Annotated, Any

import orjson
import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from app.answers.ask import Answer
from app.answers.ask import ask as answer
from app.ask.query import Bounds
from app.parameters.ask import AskParameters, bounds
from app.settings import load_settings
from graph.errors import InvalidInput
from graph.server.local import ensure
from graph.store import Store

_VALID = "the values are those of /v1/facts"


def ask(
    question: Annotated[str, typer.Argument(help="A question in plain English.")],
    bound: Annotated[
        list[str] | None,
        typer.Option(
            "--bound",
            metavar="NAME=VALUE",
            help="A filter of /v1/facts that the question cannot widen; may be repeated.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole answer as JSON.")] = False,
) -> None:
    """Answer a question about who did what to whom, when, for how much, why, and whether it stands.

    Examples: whofined ask "Who fined Clearview AI?" · whofined ask "biggest fine in Spain since 2021" --json ·
    whofined ask "who fined Meta?" --bound tier=curated --bound date_from=2023
    """
    found = asyncio.run(_ask(question, _bounds(question, bound or [])))
    if as_json:
        typer.echo(orjson.dumps(found.as_json(), option=orjson.OPT_INDENT_2).decode())
        return
    typer.echo(found.sentence)
    if found.items:
        _table(found)
    if found.alternatives:
        typer.echo(
            "It could also mean: " + ", ".join(f"{one['name']} ({one['id']})" for one in found.alternatives)
        )
    if found.ignored:
        typer.echo(f"Not understood and left out: {', '.join(found.ignored)}")


def _bounds(question: str, given: Sequence[str]) -> Bounds:
    """The bounds of a caller; raises ``InvalidInput`` for the first that is no filter, or has no valid value."""
    values: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        field = AskParameters.model_fields.get(name)
        if not equals or field is None or name == "q":
            names = ", ".join(one for one in AskParameters.model_fields if one != "q")
            raise InvalidInput(
                f"{text!r} is no bound", where="--bound", remedy=f"NAME=VALUE with one of {names}"
            )
        if "list" in str(field.annotation):
            values.setdefault(name, []).append(value)
        elif values.setdefault(name, value) != value:
            raise InvalidInput(f"{name} is given twice", where="--bound", remedy=f"give one {name}")
    try:
        return bounds(AskParameters.model_validate({**values, "q": question}))
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidInput(str(first["msg"]), where=f"--bound {first['loc'][0]}", remedy=_VALID) from None


async def _ask(question: str, limits: Bounds) -> Answer:
    connection = await asyncio.to_thread(ensure, load_settings())
    async with Store(connection) as store:
        return await answer(store, question, limits)


def _table(found: Answer) -> None:
    table = Table("who", "did", "whom", "when", "sum", "status", "source")
    for item in found.items:
        table.add_row(
            item["subject"]["name"],
            item["relation"],
            item["object"]["name"],
            item["date"] or "",
            _sum(item["amount"]),
            item["status"] or "",
            next((one["document"]["url"] or "" for one in item["evidence"]), ""),
        )
    Console().print(table)


def _sum(amount: dict[str, Any] | None) -> str:
    return f"{amount['value']:,} {amount['currency']}" if amount else ""
