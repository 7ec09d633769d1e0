"""neo4j.conf and the JVM's command line: everything that the local server is told."""

import os
from dataclasses import dataclass
from pathlib import Path

from graph.server.java import Java
from graph.server.layout import Layout
from graph.server.lock import Lock
from graph.server.memory import MIB, Shares

_CARRIERS = 16
OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
ADMIN_CLASS = "org.neo4j.server.startup.Neo4jAdminCommand"


@dataclass(frozen=True, slots=True)
class Ports:
    """Bolt and HTTP, both on the loopback interface."""

    bolt: int
    http: int


def neo4j_conf(version: str, layout: Layout, ports: Ports, shares: Shares, *, replans: bool = True) -> str:
    """The text of neo4j.conf, without what this version lacks: Neo4j refuses unknown settings.

    Without ``replans`` a statement keeps its first plan, however much the graph has changed since.
    """
    rows = _common(layout, ports, shares) | (_calendar_only(ports) if not version.startswith("5.") else {})
    if not replans:
        rows["dbms.cypher.min_replan_interval"] = "1d"
    return "".join(f"{key}={value}\n" for key, value in rows.items())


def _common(layout: Layout, ports: Ports, shares: Shares) -> dict[str, str]:
    heap = f"{shares.heap // MIB}m"
    return {
        "server.directories.data": _below(layout.data, layout.home),
        "server.directories.logs": _below(layout.server_logs, layout.home),
        "server.directories.import": _below(layout.imports, layout.home),
        "server.directories.run": _below(layout.run, layout.home),
        "server.default_listen_address": "127.0.0.1",
        "server.default_advertised_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{ports.bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{ports.bolt}",
        "server.http.listen_address": f"127.0.0.1:{ports.http}",
        "server.http.advertised_address": f"127.0.0.1:{ports.http}",
        "server.https.enabled": "false",
        "server.memory.heap.initial_size": heap,
        "server.memory.heap.max_size": heap,
        "server.memory.pagecache.size": f"{shares.pagecache // MIB}m",
        # one transaction may take half of the heap, all together the share that leaves room for the rest
        "db.memory.transaction.max": f"{shares.heap // MIB // 2}m",
        "dbms.memory.transaction.total.max": f"{shares.heap // MIB * 7 // 10}m",
        "db.transaction.timeout": "10m",
        "dbms.security.auth_enabled": "true",
        # files and other hosts are out of reach of LOAD CSV
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "server.bolt.telemetry.enabled": "false",
        "db.logs.query.enabled": "OFF",
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "64m",
        "db.tx_log.rotation.retention_policy": "1 days 512M",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "100ms",
        # the admin command starts a second JVM, which sorts large imports with this
        "server.jvm.additional": "--add-opens=java.base/java.nio=ALL-UNNAMED",
    }


def _below(folder: Path, home: Path) -> str:
    """The folder as seen from Neo4j's home where it is inside: Neo4j garbles letters beyond ASCII."""
    return (folder.relative_to(home) if folder.is_relative_to(home) else folder).as_posix()


def _calendar_only(_: Ports) -> dict[str, str]:
    return {
        "db.query.default_language": "CYPHER_5",
        "dbms.fleet_manager.enabled": "false",
        "server.fleet_discovery.enabled": "false",
        "server.http.x_forward.enabled": "false",
    }


def jvm_options(java: Java, shares: Shares) -> list[str]:
    """Options that the archive's training run and every later run share: they must agree, or the archive is refused."""
    heap = f"{shares.heap // MIB}m"
    options = [
        f"-Xms{heap}",
        f"-Xmx{heap}",
        "-XX:+UseG1GC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
    ]
    options += [f"--add-opens=java.base/{module}=ALL-UNNAMED" for module in OPENS]
    options.append("--enable-native-access=ALL-UNNAMED")
    if java.major >= 24:
        options.append("--sun-misc-unsafe-memory-access=allow")
    return options


def carriers() -> list[str]:
    """Threads that carry virtual ones: with one a core, a load larger than the page cache stopped two for good.

    A carrier that waits for a page is not replaced, and those that would bring the page found none free.
    """
    return [f"-Djdk.virtualThreadScheduler.parallelism={max(_CARRIERS, 2 * (os.cpu_count() or 1))}"]


def server_command(lock: Lock, java: Java, layout: Layout, options: list[str]) -> tuple[str, ...]:
    """The whole command line. The class path is in an argument file: Windows allows 32,767 characters at most."""
    return (
        str(java.executable),
        *options,
        f"@{class_path_file(lock, layout)}",
        lock.main_class,
        f"--home-dir={layout.home}",
        f"--config-dir={layout.configuration}",
        "--console-mode",
    )


def admin_command(lock: Lock, java: Java, layout: Layout, arguments: list[str]) -> list[str]:
    """Neo4j's admin tool; run it with `NEO4J_HOME` and `NEO4J_CONF` and the server stopped."""
    return [
        str(java.executable),
        *[f"--add-opens=java.base/{module}=ALL-UNNAMED" for module in OPENS],
        f"@{class_path_file(lock, layout)}",
        ADMIN_CLASS,
        *arguments,
    ]


def class_path_file(lock: Lock, layout: Layout) -> Path:
    """The argument file with the class path, one for each lock, in the cache."""
    return layout.cache / f"classpath-{lock.digest[:16]}.txt"


def write_class_path(lock: Lock, layout: Layout, separator: str) -> None:
    """Write the argument file if it is not there; `separator` is the platform's `os.pathsep`."""
    joined = separator.join(str(path) for path in lock.class_path(layout.jars))
    quoted = joined.replace("\\", "\\\\").replace('"', '\\"')
    text = f'-cp\n"{quoted}"\n'
    path = class_path_file(lock, layout)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        scratch = path.with_suffix(".new")
        scratch.write_text(text, encoding="utf-8")
        scratch.replace(path)
