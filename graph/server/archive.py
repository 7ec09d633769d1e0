"""The class-data archive: the JVM's loaded and linked classes, kept from a training run.

It nearly halves a start (docs/local-neo4j.md has the figures). Java 25 records a run and then assembles an
ahead-of-time cache; older ones dump their classes when the run ends. The JVM itself ignores an archive that does not
fit, so nothing can be wrong with one but speed.
"""

import hashlib
import mmap
import os
import platform
import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LocalServerError
from graph.server import parent_death, ping
from graph.server.configuration import class_path_file, jvm_options
from graph.server.java import ARCHIVE_SINCE, Java
from graph.server.layout import Layout
from graph.server.lock import Lock
from graph.server.memory import MIB, Shares
from graph.server.progress import Reporter

QUESTIONS = Path(__file__).with_name("training.cypher")
SHARES = Shares(heap=512 * MIB, pagecache=64 * MIB)
KEPT = 3

Run = Callable[[Layout, list[str]], AbstractContextManager[tuple[int, str]]]
"""Runs a server with these folders and extra JVM options; gives HTTP port and password."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Where the archive of one class path and one Java is kept, and how that Java uses it."""

    path: Path
    java: Java

    @property
    def options(self) -> list[str]:
        """JVM options that use the archive, or do without it silently."""
        if self.java.major >= ARCHIVE_SINCE:
            return [f"-XX:AOTCache={self.path}", "-Xlog:aot*=off", "-Xlog:cds*=off"]
        return [f"-XX:SharedArchiveFile={self.path}", "-Xshare:auto", "-Xlog:cds=off"]

    def recording(self, folder: Path) -> list[str]:
        """JVM options of the training run."""
        if self.java.major >= ARCHIVE_SINCE:
            return ["-XX:AOTMode=record", f"-XX:AOTConfiguration={folder / 'recorded'}", "-Xlog:aot*=off"]
        return [f"-XX:ArchiveClassesAtExit={folder / 'archive'}", "-Xlog:cds*=off"]


def archive_for(lock: Lock, java: Java, layout: Layout) -> Archive:
    """The archive that fits; its name changes with jars, Java, machine and options.

    Not with the path of Java: the JVM compares size and time of its `modules` file, which all checkouts
    that a package manager fills from one cache have in common.
    """
    modules = java.executable.resolve().parent.parent / "lib" / "modules"
    stamp = modules.stat() if modules.exists() else None
    parts = [
        lock.digest,
        str(layout.jars),
        java.full,
        f"{stamp.st_size} {stamp.st_mtime_ns}" if stamp else "",
        platform.machine(),
        " ".join(jvm_options(java, SHARES)),
        QUESTIONS.read_text(encoding="utf-8"),
    ]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return Archive(layout.archives / f"neo4j-{lock.version}-{key}.archive", java)


def train(lock: Lock, archive: Archive, layout: Layout, run: Run, progress: Reporter) -> None:
    """Make the archive unless it is there; where that fails, say so and go on without. Hold the cache's lock."""
    if archive.path.exists() and _intact(archive.path):
        os.utime(archive.path)
        return
    if archive.path.exists():
        progress.say(f"The class-data archive {archive.path} is damaged; it is made anew")
        archive.path.unlink()
    progress.say("Preparing faster starts; this is done once and takes about a minute")
    for left in layout.archives.glob("training-*"):  # of a run that was interrupted
        shutil.rmtree(left, ignore_errors=True)
    folder = layout.archives / f"training-{os.getpid()}"
    folder.mkdir(parents=True)
    try:
        inner = Layout(cache=layout.cache, home=folder / "home", logs=folder / "logs")
        with run(inner, archive.recording(folder)) as (port, password):
            for question in questions():
                ping.answers(port, password, question=question)
        if archive.java.major >= ARCHIVE_SINCE:
            _assemble(lock, archive, layout, folder)
        _digest_file(archive.path).write_text(_digest(folder / "archive"), encoding="ascii")
        (folder / "archive").replace(archive.path)
        _prune(lock, layout)
    except (LocalServerError, OSError, subprocess.SubprocessError) as error:
        progress.say(f"Starts stay slow: no class-data archive could be made ({error})")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prune(lock: Lock, layout: Layout) -> None:
    """Keep the few archives of this version that were used last: each takes 200 MB."""
    found = sorted(
        layout.archives.glob(f"neo4j-{lock.version}-*.archive"), key=lambda path: path.stat().st_mtime
    )
    for old in found[:-KEPT]:
        old.unlink(missing_ok=True)
        _digest_file(old).unlink(missing_ok=True)


def _digest_file(archive: Path) -> Path:
    return archive.with_suffix(".sha256")


def _digest(archive: Path) -> str:
    """Of the whole file at once: read in pieces, it would wait for other threads (their imports) at each piece."""
    with archive.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return hashlib.sha256(content).hexdigest()


def _intact(archive: Path) -> bool:
    """Whether it is what was made: the JVM checks the head of an archive alone, and dies of the rest.

    One from before digests were kept is taken as it is.
    """
    if archive.stat().st_size == 0:
        return False
    kept, found = _digest_file(archive), _digest(archive)
    if not kept.exists():
        kept.write_text(found, encoding="ascii")
    return kept.read_text(encoding="ascii").strip() == found


def questions() -> list[str]:
    """The statements of the training run."""
    paragraphs = QUESTIONS.read_text(encoding="utf-8").split("\n\n")
    return [text.strip() for text in paragraphs if text.strip() and not text.startswith("//")]


def _assemble(lock: Lock, archive: Archive, layout: Layout, folder: Path) -> None:
    """The second step of Java 25: turn the recording into the cache."""
    command = [
        str(archive.java.executable),
        "-XX:AOTMode=create",
        f"-XX:AOTConfiguration={folder / 'recorded'}",
        f"-XX:AOTCache={folder / 'archive'}",
        "-Xlog:aot*=off",
        *jvm_options(archive.java, SHARES),
        f"@{class_path_file(lock, layout)}",
    ]
    with (folder / "assemble.log").open("wb") as output:
        subprocess.run(
            parent_death.tied_command(command),
            check=True,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=600,
        )
