"""Maintainers only: write a lock file anew with Maven.

    python -m graph.server.relock 2026.08.1 5.26.30

Maven resolves and verifies the dependencies of `org.neo4j:neo4j` into its own repository; this reads
the resolved list, hashes each jar and writes `neo4j-<version>.lock.json` beside this file.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from graph.errors import LocalServerError
from graph.server.lock import Artifact, Lock, lock_path, render

BROWSER = ("org.neo4j.client", "neo4j-browser", "5.24.0")
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
_LINE = re.compile(r"^\s+(?P<coordinates>[\w.-]+(:[\w.-]+){4,5}):(?P<file>\S.*\.jar)\b", re.MULTILINE)


def pom(version: str) -> str:
    """A project that depends on one Neo4j and on the last published Neo4j Browser."""
    wanted = [("org.neo4j", "neo4j", version), BROWSER]
    dependencies = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{at}</version></dependency>"
        for group, artifact, at in wanted
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>whofined</groupId><artifactId>lock</artifactId><version>1</version>"
        f"<dependencies>{dependencies}</dependencies></project>"
    )


def parse(listing: str) -> list[tuple[str, Path]]:
    """Coordinates `group:artifact:version[:classifier]` and file of each line of `dependency:list`, sorted."""
    rows: list[tuple[str, Path]] = []
    for line in _LINE.finditer(listing):
        group, artifact, _packaging, *rest = line["coordinates"].split(":")
        *classifier, version, _scope = rest
        rows.append((":".join([group, artifact, version, *classifier]), Path(line["file"])))
    return sorted(rows)


def lock_from(version: str, resolved: list[tuple[str, Path]]) -> Lock:
    """Hash the jars; calendar versions (2025 on) need Java 21 or later, 5.26 runs on 17 or 21."""
    artifacts = tuple(
        Artifact(coordinates, file.stat().st_size, hashlib.sha256(file.read_bytes()).hexdigest())
        for coordinates, file in resolved
    )
    if version.startswith("5."):
        return Lock(version, "org.neo4j.server.CommunityEntryPoint", 17, 21, artifacts)
    return Lock(version, "org.neo4j.server.Neo4jCommunity", 21, None, artifacts)


def resolve(version: str) -> list[tuple[str, Path]]:
    """Let Maven resolve and fetch; raises LocalServerError with Maven's output when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pom.xml").write_text(pom(version), encoding="utf-8")
        listing = Path(folder) / "listing.txt"
        command = ["mvn", "-B", "-q", f"{_PLUGIN}:list", "-DoutputAbsoluteArtifactFilename=true"]
        done = subprocess.run(
            [*command, "-DincludeScope=runtime", f"-DoutputFile={listing}"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise LocalServerError(f"Maven failed: {done.stdout}{done.stderr}")
        return parse(listing.read_text(encoding="utf-8"))


def main(versions: list[str]) -> None:
    """Write one lock file for each version."""
    for version in versions:
        lock = lock_from(version, resolve(version))
        lock_path(version).write_text(render(lock), encoding="utf-8")
        sys.stdout.write(f"{lock_path(version)}: {len(lock.artifacts)} jars, {lock.size} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
