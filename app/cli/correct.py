"""`whofined correct`: what a machine read wrongly, as it should be; and taking that back."""

import getpass
from dataclasses import asdict
from typing import Annotated, Any

import orjson
import typer
from pydantic import ValidationError

from app.answers.corrections import right
from app.cli.session import with_store
from app.schemas.corrections import NewCorrection
from graph.errors import InvalidInput
from seed.ingest import correct as corrections

_USES = 'whofined correct CLAIM --amount 75000 --currency GBP --why "…" · whofined correct --take-back ID --why "…"'
_NONE = "none"


def correct(
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="As `whofined review` lists it.")
    ] = None,
    amount: Annotated[str | None, typer.Option(help="The sum in units of its currency, or none.")] = None,
    currency: Annotated[str | None, typer.Option(help="ISO 4217.")] = None,
    date: Annotated[str | None, typer.Option(help="YYYY, YYYY-MM or YYYY-MM-DD, or none.")] = None,
    subject: Annotated[str | None, typer.Option(help="Entity id of who acts.")] = None,
    object_: Annotated[str | None, typer.Option("--object", help="Entity id of who is acted on.")] = None,
    relation: Annotated[
        str | None, typer.Option(help="A relation of the vocabulary, as REPRIMANDED.")
    ] = None,
    modality: Annotated[str | None, typer.Option(help="asserted, proposed, alleged, denied, …")] = None,
    why: Annotated[str, typer.Option(help="What tells you so; needed for every correction.")] = "",
    who: Annotated[str | None, typer.Option(help="Who decides.", show_default="your login")] = None,
    take_back: Annotated[str | None, typer.Option(help="Take this correction back.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Correct what a machine read: the correction counts instead while it stands, and answers show both.

    Examples: whofined correct c-0a1b2c --amount 750000 --currency GBP --why "as in the notice" ·
    whofined correct c-0a1b2c --date none --why "the day is that of the report" ·
    whofined correct --take-back k-0a1b2c --why "the notice was amended"
    """
    person = who or getpass.getuser()
    given = {
        "amount": amount, "currency": currency, "date": date, "subject": subject, "object": object_,
        "relation": relation, "modality": modality,
    }  # fmt: skip
    said = {name: None if value == _NONE else value for name, value in given.items() if value is not None}
    if (claim is None) == (take_back is None) or (take_back is not None and said):
        raise InvalidInput("name a claim, or a correction to take back", where="correct", remedy=_USES)
    if take_back is not None:
        done = with_store(lambda store: corrections.take_back(store, take_back, person, why))
    else:
        wanted = right(_checked(said, why))
        done = with_store(lambda store: corrections.correct(store, str(claim), wanted, person, why))
    if as_json:
        typer.echo(orjson.dumps(asdict(done), option=orjson.OPT_INDENT_2).decode())
        return
    typer.echo(f"{done.id}: {done.claim} {'is as it was read' if take_back else 'is corrected'}.")
    for fact in done.facts:
        typer.echo(f"  has a part in: {fact}")
    for fact in done.gone:
        typer.echo(f"  no longer held: {fact}")


def _checked(said: dict[str, Any], why: str) -> dict[str, Any]:
    """The values in the form that they are kept in; raises ``InvalidInput`` for the first that is wrong."""
    try:
        asked = NewCorrection.model_validate({**said, "reason": why or "-"})
    except ValidationError as error:
        first = error.errors()[0]
        where = str(first["loc"][0]) if first["loc"] else "correct"
        raise InvalidInput(str(first["msg"]), where=f"--{where}", remedy=_USES) from None
    return asked.model_dump(include=asked.model_fields_set - {"reason"})
