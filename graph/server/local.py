"""Start, find and stop the local server: what the rest of the project and the command line call."""

import contextlib
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from graph.connection import Connection, GraphSettings, connection
from graph.errors import LocalServerError, StartFailed
from graph.server import archive, credentials
from graph.server.configuration import write_class_path
from graph.server.download import ensure_jars
from graph.server.java import Java, find_java
from graph.server.launch import Launch
from graph.server.layout import Layout, layout
from graph.server.leftovers import clean
from graph.server.lock import Lock, read_lock
from graph.server.ports import free_ports
from graph.server.progress import Reporter, Silent
from graph.server.recipe import Recipe, check, configure, recipe
from graph.server.runner import await_word, end_supervisor, error_of, live_state, run_supervisor, stop_at
from graph.server.space import RESTART_FLOOR, disk_full
from graph.server.state import read_state


def ensure(settings: GraphSettings, progress: Reporter | None = None) -> Connection:
    """The server given by NEO4J_URI, else the local one, started in the background where it does not run.

    Raises a LocalServerError (or a child of it) that says what to do.
    """
    given = connection(settings)
    if given is not None:
        return given
    wanted = recipe(settings)
    process = start(wanted, progress or Silent())
    if process is not None:  # collect it when it ends while we live on
        threading.Thread(target=process.wait, daemon=True).start()
    return connection_to(wanted.layout)


@contextlib.contextmanager
def hold(settings: GraphSettings, progress: Reporter | None = None) -> Generator[Connection]:
    """Like `ensure`, but a server that this starts ends with the block, and with this process however it ends."""
    given = connection(settings)
    if given is not None:
        yield given
        return
    wanted = recipe(settings, tied=True)
    process = start(wanted, progress or Silent())
    try:
        yield connection_to(wanted.layout)
    finally:
        if process is not None:
            end_supervisor(process, wanted.layout.run / "stop")


def ended(settings: GraphSettings) -> LocalServerError | None:
    """Why the local server is gone for good: its supervisor gave up, or died; None while it is kept."""
    if connection(settings) is not None:
        return None
    folders = layout(settings)
    state = read_state(folders.state_file)
    if state is not None and state.status == "failed" and state.failure is not None:
        return error_of(state.failure)
    if state is not None and state.alive():
        return None
    return StartFailed(
        "the local Neo4j is gone: its supervisor ended",
        where=str(folders.logs),
        remedy="start again; `whofined neo4j logs supervisor` says what happened",
    )


def disk_is_full(settings: GraphSettings) -> bool:
    """Whether the local server waits for room on its disk, or is about to."""
    if connection(settings) is not None:
        return False
    folders = layout(settings)
    if not folders.home.exists():  # no server was ever started here
        return False
    state = read_state(folders.state_file)
    waits = state is not None and state.failure is not None and state.failure.kind == "DiskFull"
    return waits or shutil.disk_usage(folders.home).free < RESTART_FLOOR


def running(settings: GraphSettings) -> Connection | None:
    """The connection if there is one to be had without starting anything."""
    given = connection(settings)
    if given is not None:
        return given
    folders = layout(settings)
    state = live_state(folders)
    return connection_to(folders) if state and state.status in ("running", "restarting") else None


def stop(settings: GraphSettings) -> bool:
    """Stop the local server; False where none ran. With NEO4J_URI set nothing is touched."""
    return connection(settings) is None and stop_at(layout(settings))


def connection_to(folders: Layout) -> Connection:
    """The connection to the server of these folders; raises StartFailed where it is not there."""
    state = live_state(folders)
    if state is None:
        raise StartFailed("the local Neo4j is not running", where=str(folders.home))
    return Connection(
        uri=f"bolt://127.0.0.1:{state.bolt_port}",
        user=credentials.USER,
        password=credentials.password(folders),
        database="neo4j",
        browser_url=f"http://127.0.0.1:{state.http_port}/browser/?dbms=bolt://{credentials.USER}@127.0.0.1:{state.bolt_port}",
    )


def start(wanted: Recipe, progress: Reporter) -> subprocess.Popen[bytes] | None:
    """Start a server and wait for its first answer; None where one ran already.

    Two processes that start the same server at once end up with one: the second waits for the first.
    """
    folders = wanted.layout
    try:
        folders.create()
        with FileLock(folders.run / "start.lock"):
            clean(folders, progress)
            state = live_state(folders)
            if state is not None:
                await_word(
                    folders.state_file, None, state.since if state.status == "running" else time.time()
                )
                return None
            launch = prepare(wanted, progress)
            progress.say(f"Starting Neo4j {wanted.version}")
            return run_supervisor(launch)
    except OSError as error:
        place = Path(error.filename or folders.home)
        trouble = disk_full(error, place) or LocalServerError(
            f"cannot be used: {error.strerror}", where=str(place)
        )
        raise trouble from error


def prepare(wanted: Recipe, progress: Reporter) -> Launch:
    """Fetch and check what a start needs, then write its files; raises before anything runs."""
    lock = read_lock(wanted.version)
    java = find_java(lock, wanted.java)
    check(wanted)  # before anything is fetched
    kept = provide(wanted, lock, java, progress)
    use = tuple(kept.options) if wanted.archive else ()
    return configure(replace(wanted, extra_options=(*wanted.extra_options, *use)), lock, java)


def provide(wanted: Recipe, lock: Lock, java: Java, progress: Reporter) -> archive.Archive:
    """Fill the cache: jars, class path and, if wanted, archive. Others who need the same wait and find it."""
    kept = archive.archive_for(lock, java, wanted.layout)
    with FileLock(wanted.layout.cache / "cache.lock"):
        ensure_jars(lock, wanted.layout.jars, wanted.maven_url, progress)
        write_class_path(lock, wanted.layout, os.pathsep)
        if wanted.archive:
            archive.train(lock, kept, wanted.layout, _training(wanted, lock, java), progress)
    return kept


def _training(wanted: Recipe, lock: Lock, java: Java) -> archive.Run:
    """How the training run of the archive is started: a server of its own, which ends with this process."""

    @contextlib.contextmanager
    def run(folders: Layout, options: list[str]) -> Generator[tuple[int, str]]:
        mine = Recipe(
            version=wanted.version,
            layout=folders,
            ports=free_ports(),
            heap=archive.SHARES.heap,
            pagecache=archive.SHARES.pagecache,
            tied=True,
            stop_seconds=120.0,
            restarts=0,
            extra_options=tuple(options),
        )
        folders.create()
        process = run_supervisor(configure(mine, lock, java))
        try:
            yield mine.ports.http, credentials.password(folders)
        finally:
            end_supervisor(process, folders.run / "stop")

    return run
