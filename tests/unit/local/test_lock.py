"""Lock files name public coordinates, sizes and hashes, and can be written anew."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from graph.errors import ConfigurationError, LocalServerError
from graph.server import relock
from graph.server.lock import Artifact, available, lock_path, read_lock, render

LISTING = """
The following files have been resolved:
   org.example:plain:jar:1.2:compile:{folder}/plain-1.2.jar -- module plain
   org.example:native:jar:linux-x86_64:3.4.Final:runtime:{folder}/native-3.4.Final-linux-x86_64.jar
   org.example:pom-only:pom:1:compile:{folder}/pom-only-1.pom
"""


@pytest.mark.parametrize("version", available())
def test_a_committed_lock_is_as_it_would_be_written(version: str) -> None:
    """Reading and writing a lock gives the same file; it names no host, and each jar once."""
    text = lock_path(version).read_text(encoding="utf-8")
    lock = read_lock(version)
    assert render(lock) == text
    assert "://" not in text
    assert len({row.coordinates for row in lock.artifacts}) == len(lock.artifacts) > 200
    assert any(row.coordinates == "org.neo4j.client:neo4j-browser:5.24.0" for row in lock.artifacts)
    assert any(row.coordinates == f"org.neo4j:neo4j:{version}" for row in lock.artifacts)


def test_both_versions_are_locked() -> None:
    """The default and the long-term release; anything else is refused with what there is."""
    assert available() == ["2026.08.1", "5.26.30"]
    with pytest.raises(
        ConfigurationError, match=r"no lock file for Neo4j 4\.4.*locked are 2026\.08\.1, 5\.26\.30"
    ):
        read_lock("4.4")


def test_coordinates_give_the_maven_path() -> None:
    """Group, artifact, version and classifier stand where Maven puts them; the cache goes by content."""
    row = Artifact("io.netty:netty-x:4.2.Final:linux-x86_64", 1, "ab")
    assert row.path == "io/netty/netty-x/4.2.Final/netty-x-4.2.Final-linux-x86_64.jar"
    assert row.location(Path("jars")) == Path("jars/ab/netty-x-4.2.Final-linux-x86_64.jar")


def test_the_digest_depends_on_content_and_order() -> None:
    """Two class paths never share a digest."""
    first, second = (read_lock(version) for version in available())
    assert first.digest != second.digest
    assert len(first.class_path(Path())) == len(first.artifacts)


def test_a_listing_of_maven_becomes_a_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The maintainers' command asks Maven, hashes what it resolved, and leaves out what is no jar."""
    for name in ("plain-1.2.jar", "native-3.4.Final-linux-x86_64.jar"):
        (tmp_path / name).write_bytes(name.encode())
    _fake_maven(tmp_path, LISTING.format(folder=tmp_path), 0)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(relock, "lock_path", lambda version: tmp_path / f"{version}.json")
    relock.main(["9.9"])
    text = (tmp_path / "9.9.json").read_text(encoding="utf-8")
    assert '"org.example:native:3.4.Final:linux-x86_64"' in text
    assert hashlib.sha256(b"plain-1.2.jar").hexdigest() in text
    assert "pom-only" not in text
    assert relock.lock_from("5.26.30", []).java_max == 21
    assert "<version>9.9</version>" in relock.pom("9.9")


def test_a_failing_maven_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Maven said is in the error."""
    _fake_maven(tmp_path, "no such version", 1)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(LocalServerError, match="no such version"):
        relock.resolve("9.9")


def _fake_maven(folder: Path, listing: str, code: int) -> None:
    """A program called mvn that writes this listing where it is told to."""
    script = folder / "mvn"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nprint({listing!r})\n"
        "[open(a[13:], 'w').write("
        f"{listing!r}) for a in sys.argv if a.startswith('-DoutputFile=')]\nsys.exit({code})\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
