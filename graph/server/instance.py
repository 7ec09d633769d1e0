"""A server of one's own, for tests and benches: other folders, other ports, the same cache."""

import subprocess
from pathlib import Path
from typing import Self

from graph.connection import Connection, GraphSettings, size_in_bytes
from graph.errors import StartFailed
from graph.server.configuration import Ports
from graph.server.layout import Layout
from graph.server.local import connection_to, start
from graph.server.memory import MIB
from graph.server.ports import free_ports
from graph.server.progress import Reporter, Silent
from graph.server.recipe import Recipe
from graph.server.runner import end_supervisor, live_state
from graph.server.state import State


class LocalServer:
    """A context manager: starts a server below `home`, ends it with the block or with this process.

    The jars and the class-data archive come from the user's cache. `quick` compiles lightly, and without
    `replans` statements keep their plans, for graphs that come and go: right for tests, wrong for a bench.
    The data stays in `home`; the same home started again has the same graph.
    """

    def __init__(  # noqa: PLR0913 - each is independent, all but the first have defaults
        self,
        home: Path,
        *,
        ports: Ports | None = None,
        heap: int | str = 512 * MIB,
        pagecache: int | str = 64 * MIB,
        version: str | None = None,
        quick: bool = True,
        replans: bool = False,
        archive: bool = True,
        restarts: int = 5,
        cache: Path | None = None,
        progress: Reporter | None = None,
    ) -> None:
        """Describe the server; sizes in bytes or as `512m`; ports by default two that are free."""
        settings = GraphSettings()
        self.recipe = Recipe(
            version=version or settings.neo4j_version,
            layout=Layout(
                cache=(cache or settings.cache_dir).resolve(), home=home / "neo4j", logs=home / "logs"
            ),
            ports=ports or free_ports(),
            heap=size_in_bytes(heap),
            pagecache=size_in_bytes(pagecache),
            java=settings.neo4j_java,
            maven_url=settings.neo4j_maven_url,
            archive=archive,
            tied=True,
            quick=quick,
            replans=replans,
            restarts=restarts,
        )
        self.progress = progress or Silent()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def connection(self) -> Connection:
        """How to reach it; raises StartFailed where it does not run."""
        return connection_to(self.recipe.layout)

    @property
    def state(self) -> State | None:
        """What its supervisor says; None where it does not run."""
        return live_state(self.recipe.layout)

    def start(self) -> Connection:
        """Start it and wait for its first answer; a no-op while it runs."""
        if self.process is None or self.process.poll() is not None:
            self.process = start(self.recipe, self.progress)
        return self.connection

    def stop(self) -> None:
        """Stop it in good order; a no-op where it does not run."""
        if self.process is not None:
            end_supervisor(self.process, self.recipe.layout.run / "stop")
            self.process = None

    def kill_jvm(self) -> None:
        """Kill the JVM as a crash would; its supervisor starts it again."""
        state = self.state
        found = state.jvm.find() if state is not None and state.jvm is not None else None
        if found is None:
            raise StartFailed("there is no JVM to kill", where=str(self.recipe.layout.home))
        found.kill()
        found.wait(10)

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.stop()
