"""Dump, load and reset: work on the files of a server that does not run."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Final

from filelock import FileLock, Timeout

from graph.connection import Connection, GraphSettings, connection
from graph.errors import AdminFailed, ConfigurationError, DataInUse, NotFound
from graph.server import parent_death, swap
from graph.server.configuration import admin_command, neo4j_conf
from graph.server.java import find_java
from graph.server.layout import Layout
from graph.server.local import connection_to, provide, start
from graph.server.lock import read_lock
from graph.server.memory import divide, machine_memory
from graph.server.ports import free_ports
from graph.server.progress import Reporter
from graph.server.recipe import Recipe, recipe, refuse_newer
from graph.server.runner import end_supervisor
from graph.server.state import read_state
from graph.server.supervisor import jvm_environment
from graph.server.swap import DATABASE

_OFF_HEAP: Final = "1g"
"""What the import of tables may take beside its heap; by itself it would take nearly all that is free."""
_STOP_SECONDS: Final = 170.0
"""How long a graph that was just made may take to be written out at its end."""


def dump(settings: GraphSettings, target: Path, progress: Reporter) -> None:
    """Write the graph into one file, which appears only when it is whole.

    Raises NotFound where there is no graph yet, DataInUse while the server runs, AdminFailed with Neo4j's words.
    """
    wanted = _local(settings)
    if not (wanted.layout.data / "databases" / DATABASE).exists():
        raise NotFound("there is no graph to dump", where=str(wanted.layout.data))
    scratch = target.with_name(f"{target.name}.part")
    with _stopped(wanted.layout):
        try:
            # A dump is the whole graph, with the hashes of its keys: for its owner alone.
            scratch.unlink(missing_ok=True)
            with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as output:
                _admin(wanted, ["database", "dump", "--to-stdout", DATABASE], progress, stdout=output)
            scratch.replace(target)
        finally:
            scratch.unlink(missing_ok=True)


def load(settings: GraphSettings, source: Path, progress: Reporter) -> None:
    """Put the graph of a dump in the place of the present one, which stays as it is if anything fails."""
    wanted = _local(settings)
    if not source.is_file():
        raise NotFound("there is no such dump", where=str(source))
    wanted.layout.create()
    with _stopped(wanted.layout):
        scratch = swap.scratch_of(wanted.layout.home)
        inner = replace(wanted.layout, home=scratch, logs=scratch / "logs")
        inner.create()
        try:
            with source.open("rb") as stream:
                command = ["database", "load", "--from-stdin", DATABASE]
                _admin(replace(wanted, layout=inner), command, progress, stdin=stream)
            swap.swap(wanted.layout.home)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def build(
    settings: GraphSettings,
    tables: Path,
    arguments: Sequence[str],
    finish: Callable[[Connection], None],
    progress: Reporter,
) -> None:
    """Make a graph of tables, let ``finish`` complete it on a server of its own, and put it in the present one's place.

    Until that last step the present graph stays as it is, whatever fails. Passwords and users stay as well.
    """
    wanted = _local(settings)
    with _stopped(wanted.layout):
        scratch = swap.scratch_of(wanted.layout.home)
        inner = replace(wanted.layout, home=scratch, logs=scratch / "logs")
        inner.create()
        mine = replace(
            wanted, layout=inner, ports=free_ports(), tied=True, restarts=0, stop_seconds=_STOP_SECONDS
        )
        try:
            _copy_system(wanted.layout, inner)
            command = [
                "database",
                "import",
                "full",
                *arguments,
                f"--max-off-heap-memory={_OFF_HEAP}",
                DATABASE,
            ]
            _admin(mine, command, progress, folder=tables)
            _served(mine, finish, progress)
            swap.swap(wanted.layout.home)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _copy_system(present: Layout, inner: Layout) -> None:
    """What belongs to the server and not to the graph: a database is known by the id that the server gave it."""
    for part in ("databases", "transactions"):
        shutil.copytree(present.data / part / "system", inner.data / part / "system")
    for name in ("password", "version"):
        shutil.copy2(present.home / name, inner.home / name)


def _served(mine: Recipe, finish: Callable[[Connection], None], progress: Reporter) -> None:
    process = start(mine, progress)
    try:
        finish(connection_to(mine.layout))
    finally:
        if process is not None:
            end_supervisor(process, mine.layout.run / "stop")


def reset(settings: GraphSettings, *, cache: bool = False) -> list[Path]:
    """Delete the graph (and, if asked, jars and archives); the password stays. Returns what was deleted."""
    folders = _local(settings).layout
    unwanted = [folders.data, folders.version] + ([folders.jars, folders.archives] if cache else [])
    found = [path for path in unwanted if path.exists()]
    if found:
        with _stopped(folders):
            for path in found:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    return found


def _local(settings: GraphSettings) -> Recipe:
    if connection(settings) is not None:
        raise ConfigurationError(
            "NEO4J_URI is set: that server is not ours to change", where=settings.neo4j_uri
        )
    return recipe(settings)


@contextlib.contextmanager
def _stopped(folders: Layout) -> Generator[None]:
    """Hold the lock that a supervisor holds; raise DataInUse where one does."""
    try:
        with FileLock(folders.run / "supervisor.lock", timeout=0):
            left = read_state(folders.state_file)
            if left is not None and left.alive():
                raise _in_use(folders)  # of an earlier version, which held another lock
            if left is not None and left.jvm is not None:
                left.jvm.end(20.0)
            swap.recover(folders.home)
            yield
    except Timeout:
        raise _in_use(folders) from None


def _in_use(folders: Layout) -> DataInUse:
    return DataInUse(
        "the server is running", where=str(folders.home), remedy="stop it first: whofined neo4j stop"
    )


def _admin(
    wanted: Recipe,
    arguments: list[str],
    progress: Reporter,
    *,
    stdin: IO[bytes] | int = subprocess.DEVNULL,
    stdout: IO[bytes] | int = subprocess.DEVNULL,
    folder: Path | None = None,
) -> None:
    """Run Neo4j's admin tool on the folders of the recipe; raises AdminFailed with its last words."""
    lock = read_lock(wanted.version)
    java = find_java(lock, wanted.java)
    folders = wanted.layout
    refuse_newer(folders, wanted.version)
    provide(replace(wanted, archive=False), lock, java, progress)
    shares = divide(machine_memory(), wanted.heap, wanted.pagecache)
    conf = neo4j_conf(wanted.version, folders, wanted.ports, shares)
    (folders.configuration / "neo4j.conf").write_text(conf, encoding="utf-8")
    environment = jvm_environment(dict(os.environ))
    done = subprocess.run(
        parent_death.tied_command(admin_command(lock, java, folders, arguments)),
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        cwd=folder,
        env=environment | {"NEO4J_HOME": str(folders.home), "NEO4J_CONF": str(folders.configuration)},
    )
    if done.returncode != 0:
        raise AdminFailed(f"Neo4j's admin tool failed: {_words(done.stderr)}", where=str(folders.home))


def _words(stderr: bytes) -> str:
    """What the tool said of the failure, without the JVM's warnings and the tool's repetitions."""
    lines = (line.strip() for line in stderr.decode(errors="replace").splitlines())
    said = dict.fromkeys(line for line in lines if line.strip("-") and not line.startswith("WARNING"))
    return "; ".join(said)[:600]
