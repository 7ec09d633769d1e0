"""The lock files: which jars make up one version of Neo4j, with size and SHA-256 of each.

A lock names public Maven coordinates only; where they are fetched from is a setting.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.errors import BrokenFile, ConfigurationError

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Artifact:
    """One jar: `group:artifact:version[:classifier]`, bytes, hexadecimal SHA-256."""

    coordinates: str
    size: int
    sha256: str

    @property
    def file_name(self) -> str:
        """The jar's name in a Maven repository."""
        _, artifact, version, *classifier = self.coordinates.split(":")
        return f"{'-'.join([artifact, version, *classifier])}.jar"

    @property
    def path(self) -> str:
        """The path below a Maven repository's root."""
        group, artifact, version, *_ = self.coordinates.split(":")
        return f"{group.replace('.', '/')}/{artifact}/{version}/{self.file_name}"

    def location(self, jars: Path) -> Path:
        """Where the cache keeps it: by content, so that two versions share what they have in common."""
        return jars / self.sha256 / self.file_name

    def check(self, file: Path) -> None:
        """Raise BrokenFile, naming the file, unless size and SHA-256 are those of the lock."""
        size = file.stat().st_size
        if size != self.size:
            raise BrokenFile(
                f"{self.file_name} has {size} bytes, the lock file says {self.size}",
                where=str(file),
                remedy="delete it and start again",
            )
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
        if found != self.sha256:
            raise BrokenFile(
                f"{self.file_name} is not the file of the lock: SHA-256 is {found}, not {self.sha256}",
                where=str(file),
                remedy="delete it and start again",
            )


@dataclass(frozen=True)
class Lock:
    """A Neo4j version, its main class, the Java versions it runs on (`java_max` None: no limit) and its jars."""

    version: str
    main_class: str
    java_min: int
    java_max: int | None
    artifacts: tuple[Artifact, ...]

    @property
    def size(self) -> int:
        """Bytes of all jars."""
        return sum(artifact.size for artifact in self.artifacts)

    @cached_property
    def digest(self) -> str:
        """Names the exact set and order of jars, and so the class path."""
        text = "\n".join(artifact.sha256 for artifact in self.artifacts)
        return hashlib.sha256(text.encode()).hexdigest()

    def class_path(self, jars: Path) -> list[Path]:
        """The jars in the cache, in the order of the lock."""
        return [artifact.location(jars) for artifact in self.artifacts]


def lock_path(version: str) -> Path:
    """The committed lock file of a version."""
    return HERE / f"neo4j-{version}.lock.json"


def available() -> list[str]:
    """The versions that have a lock file."""
    return sorted(
        path.name.removeprefix("neo4j-").removesuffix(".lock.json") for path in HERE.glob("neo4j-*.lock.json")
    )


def read_lock(version: str) -> Lock:
    """Read a committed lock; raises ConfigurationError for a version that has none."""
    path = lock_path(version)
    if not path.exists():
        raise ConfigurationError(
            f"no lock file for Neo4j {version}",
            where="NEO4J_VERSION",
            remedy=f"locked are {', '.join(available())}",
        )
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Lock(
        version=data["neo4j"],
        main_class=data["main_class"],
        java_min=data["java_min"],
        java_max=data["java_max"],
        artifacts=tuple(Artifact(**row) for row in data["artifacts"]),
    )


def render(lock: Lock) -> str:
    """The lock as JSON with one jar a line, so that a change shows as a small diff."""
    head = {
        "neo4j": lock.version,
        "main_class": lock.main_class,
        "java_min": lock.java_min,
        "java_max": lock.java_max,
    }
    lines = [f'  "{key}": {json.dumps(value)},' for key, value in head.items()]
    rows = [
        json.dumps({"coordinates": row.coordinates, "size": row.size, "sha256": row.sha256})
        for row in lock.artifacts
    ]
    return "{\n" + "\n".join(lines) + '\n  "artifacts": [\n    ' + ",\n    ".join(rows) + "\n  ]\n}\n"
