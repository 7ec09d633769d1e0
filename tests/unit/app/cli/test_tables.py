"""Tables on a terminal."""

import io

from rich.console import Console

from app.cli.tables import table


def test_an_id_is_never_cut() -> None:
    """However narrow the terminal is: the next command needs the whole of it."""
    claims = table("claim", "says", "why", ids=("claim",), title="Claims")
    claims.add_row("c-0dd27e460dbf1264356c", "The authority fined the firm " * 4, "a long reason " * 9)
    written = io.StringIO()
    Console(file=written, width=50).print(claims)
    assert "c-0dd27e460dbf1264356c" in written.getvalue()
