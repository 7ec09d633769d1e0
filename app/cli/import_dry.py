"""`whofined import --dry-run`: what would come of a list, as far as there is a graph; nothing is written."""

from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from app.settings import load_settings
from graph import migrations
from graph.errors import DatabaseUnavailable
from graph.money import Money, units
from graph.server.local import running
from graph.store import Store
from seed.import_.batch import Report
from seed.import_.placing import Placed, Spread, place
from seed.import_.run import Prepared, counted

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Tried:
    """What would come of a list. Without a graph (not ``met``) only what was read; ``note`` says why."""

    report: Report
    met: bool = True
    note: str | None = None


async def dry(prepared: Prepared, where: Spread, *, quiet: bool) -> Tried:
    """Try a list against the graph that is there; raises ``SchemaMismatch`` for one of a newer version."""
    connection = running(load_settings())
    if connection is None:
        return Tried(prepared.report, met=False, note="no graph is running here; `whofined up` starts one")
    try:
        async with Store(connection) as store:
            missing = await migrations.check(store)
            placed = await place(store, prepared.batch.id, prepared.entries, where)
    except DatabaseUnavailable as error:
        return Tried(prepared.report, met=False, note=error.what)
    if not quiet:
        _show(placed[:SHOWN])
    note = f"the graph lacks {len(missing)} migrations, which an import applies first" if missing else None
    return Tried(counted(prepared.report, placed), note=note)


def _show(placed: list[Placed]) -> None:
    table = Table("row", "authority", "relation", "target", "date", "sum", "meets")
    for one in placed:
        entry, link = one.entry, one.link
        table.add_row(
            str(entry.number),
            entry.authority,
            entry.relation,
            one.target.id,
            entry.date or "",
            sum_text(entry.sum),
            f"{link.verdict} as {link.fact['id']}" if link else "new",
        )
    Console().print(table)


def sum_text(total: Money | None) -> str:
    """A sum in units for a table, empty where there is none."""
    return f"{units(total.minor, total.currency):,} {total.currency}" if total else ""
