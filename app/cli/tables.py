"""Tables on a terminal, with ids whole: what a command asks for must be there to be copied."""

from rich.table import Table


def table(*columns: str, ids: tuple[str, ...], title: str | None = None) -> Table:
    """A table whose columns ``ids`` are never cut, however narrow the terminal is."""
    made = Table(title=title)
    for name in columns:
        made.add_column(name, no_wrap=name in ids, overflow="fold")
    return made
