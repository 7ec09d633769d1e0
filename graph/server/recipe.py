"""One start, described and then written down: folders, sizes, configuration, command line."""

from dataclasses import dataclass
from pathlib import Path

from graph.connection import GraphSettings
from graph.errors import DataFromNewerVersion
from graph.server import credentials
from graph.server.configuration import Ports, carriers, jvm_options, neo4j_conf, server_command
from graph.server.java import Java
from graph.server.launch import Launch
from graph.server.layout import Layout, layout
from graph.server.lock import Lock
from graph.server.memory import Shares, divide, machine_memory
from graph.server.ports import require_free
from graph.server.space import DATA_FLOOR, require_space


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides how one server is started. Sizes in bytes; None: from the machine.

    `tied`: the server ends with the process that starts it. `quick`: let the JVM compile lightly,
    which starts faster and then runs slower: for tests. Without `replans` statements keep their first plans.
    """

    version: str
    layout: Layout
    ports: Ports
    heap: int | None = None
    pagecache: int | None = None
    java: Path | None = None
    maven_url: str = "https://repo1.maven.org/maven2"
    archive: bool = True
    tied: bool = False
    quick: bool = False
    replans: bool = True
    start_seconds: float = 180.0
    stop_seconds: float = 20.0
    restarts: int = 5
    extra_options: tuple[str, ...] = ()


def recipe(settings: GraphSettings, *, tied: bool = False) -> Recipe:
    """The recipe that the settings describe."""
    return Recipe(
        version=settings.neo4j_version,
        layout=layout(settings),
        ports=Ports(settings.neo4j_bolt_port, settings.neo4j_http_port),
        heap=settings.neo4j_heap,
        pagecache=settings.neo4j_pagecache,
        java=settings.neo4j_java,
        maven_url=settings.neo4j_maven_url,
        archive=settings.neo4j_archive,
        tied=tied,
        start_seconds=settings.neo4j_start_seconds,
        restarts=settings.neo4j_restarts,
    )


def check(wanted: Recipe) -> Shares:
    """See whether the server can run here, and with how much memory.

    Raises DataFromNewerVersion, TooLittleMemory, PortTaken or DiskFull; nothing is changed.
    """
    refuse_newer(wanted.layout, wanted.version)
    shares = divide(machine_memory(), wanted.heap, wanted.pagecache)
    require_free(wanted.ports)
    require_space(wanted.layout.home, DATA_FLOOR)
    return shares


def configure(wanted: Recipe, lock: Lock, java: Java) -> Launch:
    """Write the files of a server that passed `check`, as it then stands."""
    folders, ports = wanted.layout, wanted.ports
    shares = check(wanted)
    credentials.set_initial(folders, credentials.password(folders))
    folders.version.write_text(wanted.version + "\n", encoding="utf-8")
    light = ["-XX:TieredStopAtLevel=1"] if wanted.quick else []
    options = [*jvm_options(java, shares), *light, *carriers(), *wanted.extra_options]
    return Launch(
        version=wanted.version,
        command=server_command(lock, java, folders, options),
        run_dir=str(folders.run),
        log_dir=str(folders.logs),
        bolt_port=ports.bolt,
        http_port=ports.http,
        password_file=str(folders.password),
        tied=wanted.tied,
        start_seconds=wanted.start_seconds,
        stop_seconds=wanted.stop_seconds,
        restarts=wanted.restarts,
        configuration_file=str(folders.configuration / "neo4j.conf"),
        configuration=neo4j_conf(wanted.version, folders, ports, shares, replans=wanted.replans),
    )


def refuse_newer(folders: Layout, version: str) -> None:
    """Raise DataFromNewerVersion where the data was last written by a later Neo4j than this one."""
    if not folders.version.exists():
        return
    written = folders.version.read_text(encoding="utf-8").strip()
    if _order(written) > _order(version):
        raise DataFromNewerVersion(
            f"the data was written by Neo4j {written}, which is newer than {version}",
            where=str(folders.home),
            remedy=f"use NEO4J_VERSION={written}, or dump with it and load into another WHOFINED_HOME",
        )


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
