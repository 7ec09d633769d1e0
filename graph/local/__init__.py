"""Neo4j Community, run by the project itself: fetched, checked, started, watched and stopped.

    connection = ensure(load_settings())          # in the background, shared by all processes of a user
    with hold(load_settings()) as connection: …   # ends with this process
    with LocalServer(tmp_path) as server: …       # a test's own

`docs/local-neo4j.md` tells how it works and what it keeps where.
"""

from graph.local.configuration import Ports
from graph.local.instance import LocalServer
from graph.local.progress import Reporter, Silent, Terminal
from graph.local.server import ensure, hold, running, stop
from graph.settings import Connection

__all__ = [
    "Connection",
    "LocalServer",
    "Ports",
    "Reporter",
    "Silent",
    "Terminal",
    "ensure",
    "hold",
    "running",
    "stop",
]
