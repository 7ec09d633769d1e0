"""`whofined check --graph`: what is weak in the graph, and whether it keeps to the bounds of a file."""

import tomllib
from pathlib import Path
from typing import Any, Final

import orjson
import typer
from rich.console import Console
from rich.table import Table

from app.answers.quality import MEASURES, Measure, Quality, quality
from app.answers.service import Service
from app.cli.session import with_store
from graph.errors import InvalidInput
from graph.reads.miscounted import miscounted
from graph.store import Store

_EXCEEDED: Final = 1
_SHOWN: Final = 20
"""Lines on totals at most."""
_SHAPE: Final = 'unsourced = "2%" (a share at most) or orphan = 10 (a number at most)'


def check_graph(thresholds: Path | None, *, as_json: bool) -> None:
    """Print every measure, and where kept totals are not what the facts add up to.

    Exit status 1 where that is so, or a measure is over its bound. Raises ``InvalidInput`` for a bad file.
    """
    bounds = read_thresholds(thresholds) if thresholds else {}
    found, wrong = with_store(_read)
    over = [one for one in found.measures if exceeds(one, bounds.get(one.name))]
    if as_json:
        told = {**found.as_json(), "exceeded": [one.name for one in over], "miscounted": wrong}
        typer.echo(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())
    else:
        _print(found.measures, bounds)
        for one in over:
            typer.secho(f"{one.name}: {one.count} is more than {bounds[one.name]}", err=True, fg="red")
        for line in wrong[:_SHOWN]:
            typer.secho(f"kept totals: {line}", err=True, fg="red")
        if len(wrong) > _SHOWN:
            typer.secho(f"kept totals: {len(wrong) - _SHOWN:,} more", err=True, fg="red")
    if over or wrong:
        raise typer.Exit(_EXCEEDED)


async def _read(store: Store) -> tuple[Quality, list[str]]:
    return await quality(Service(store=store)), await miscounted(store)


def read_thresholds(path: Path) -> dict[str, int | str]:
    """The bounds of a TOML file by measure: a number, or a share such as ``"2%"``; raises ``InvalidInput``."""
    try:
        given: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput(f"cannot be read: {error}", where=str(path), remedy=_SHAPE) from error
    for name, bound in given.items():
        if name not in MEASURES:
            raise InvalidInput(f"{name!r} is no measure", where=str(path), remedy=", ".join(MEASURES))
        whole = isinstance(bound, int) and not isinstance(bound, bool) and bound >= 0
        if not whole and not (isinstance(bound, str) and _share(bound) is not None):
            raise InvalidInput(f"{bound!r} is no bound of {name}", where=str(path), remedy=_SHAPE)
    return given


def exceeds(measure: Measure, bound: int | str | None) -> bool:
    """Whether a measure is over its bound."""
    if bound is None:
        return False
    if isinstance(bound, int):
        return measure.count > bound
    return measure.count > (_share(bound) or 0.0) * measure.of


def _share(text: str) -> float | None:
    number, percent, rest = text.partition("%")
    try:
        return float(number) / 100 if percent and not rest.strip() and float(number) >= 0 else None
    except ValueError:
        return None


def _print(measures: list[Measure], bounds: dict[str, int | str]) -> None:
    table = Table("measure", "count", "of", "share", "at most", "means")
    for one in measures:
        bound = str(bounds.get(one.name, ""))
        table.add_row(one.name, f"{one.count:,}", f"{one.of:,}", f"{one.share:.1%}", bound, one.what)
    Console().print(table)
