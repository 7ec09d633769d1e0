"""`whofined up`: Neo4j, schema, records, service; one command, ended by Ctrl-C."""

import socket
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from app.logs import configure
from app.settings import Settings, load_settings
from graph.errors import PortTaken
from graph.server.layout import layout
from graph.server.local import hold
from graph.server.progress import Terminal

if TYPE_CHECKING:
    from app.cli.up_service import Shipped


def up(
    seed: Annotated[bool, typer.Option(help="Load the curated records if the graph lacks them.")] = True,
    lists: Annotated[bool, typer.Option(help="Bring the compiled lists in if the graph lacks them.")] = True,
) -> None:
    """Start everything here and serve until Ctrl-C.

    Examples: whofined up · whofined up --no-lists · WHOFINED_PORT=8080 whofined up
    """
    settings = load_settings()
    configure(settings.log)
    _free(settings)
    console = Console(stderr=True)
    with ThreadPoolExecutor(1) as beside:
        # The server takes seconds to start, and mostly waits for the disk: what serves is imported meanwhile.
        # A graph that is there most likely holds the records; a new one needs them read.
        reading = beside.submit(_meanwhile, seed=seed and not layout(settings).data.exists())
        with hold(settings, Terminal(console)) as connection:
            found = reading.result()
            from app.cli.up_service import run  # by now it is there

            run(settings, connection, console, found, seed=seed, lists=lists)
    console.print("Stopped.")


def _meanwhile(*, seed: bool) -> "Shipped | None":
    """Import all that serves, and read the records where they are wanted."""
    from app.cli import up_service

    return up_service.shipped() if seed else None


def _free(settings: Settings) -> None:
    """Find out before anything is started that the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise PortTaken(
                f"cannot listen: {error.strerror}",
                where=f"{settings.host}:{settings.port}",
                remedy="stop what listens there, or set WHOFINED_PORT to another port",
            ) from error
