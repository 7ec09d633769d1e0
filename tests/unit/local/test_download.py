"""The download delivers exactly the files of the lock, or says which one it could not."""

import errno
import hashlib
import threading
from collections.abc import Generator
from pathlib import Path

import pytest

from graph.errors import BrokenFile, DiskFull, DownloadFailed, NoNetwork
from graph.server import download
from graph.server.download import ensure_jars
from graph.server.lock import Artifact, Lock
from graph.server.ports import free_ports
from graph.server.progress import Silent
from graph.server.space import DATA_FLOOR, disk_full, require_space
from tests.unit.local.repository import Repository, serving

CONTENT = {f"org.example:part{at}:1.{at}": bytes([at]) * (1000 + at) for at in range(12)}
FIRST = "org.example:part0:1.0"


def artifact(coordinates: str, content: bytes) -> Artifact:
    """The lock's row for this content."""
    return Artifact(coordinates, len(content), hashlib.sha256(content).hexdigest())


LOCK = Lock("1.0", "Main", 21, None, tuple(artifact(name, content) for name, content in CONTENT.items()))
ONE = LOCK.artifacts[0]


class Counting(Silent):
    """Adds up what a bar would show."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.total = self.at = 0
        self.lock = threading.Lock()

    def begin(self, text: str, total: int, done: int = 0) -> None:
        """Take what is there already."""
        assert text
        self.total, self.at = total, done

    def advance(self, amount: int) -> None:
        """Add."""
        with self.lock:
            self.at += amount


@pytest.fixture
def repository() -> Generator[Repository]:
    """A repository with every jar of the lock."""
    with serving({row.path: CONTENT[row.coordinates] for row in LOCK.artifacts}) as running:
        yield running


def fetch(repository: Repository, jars: Path, progress: Silent | None = None) -> None:
    """Fetch the lock with hardly a pause between tries."""
    ensure_jars(LOCK, jars, repository.url, progress or Silent(), pause=0.01)


def test_all_files_arrive_once_and_the_bar_ends_at_the_total(repository: Repository, tmp_path: Path) -> None:
    """Each file is asked for once; a second run asks for nothing."""
    bar = Counting()
    fetch(repository, tmp_path, bar)
    assert [row.location(tmp_path).read_bytes() for row in LOCK.artifacts] == list(CONTENT.values())
    assert len(repository.requests) == len(CONTENT)
    assert bar.at == bar.total == LOCK.size
    fetch(repository, tmp_path)
    assert len(repository.requests) == len(CONTENT)
    assert not list((tmp_path / "partial").iterdir())


def test_a_partial_file_is_gone_on_with(repository: Repository, tmp_path: Path) -> None:
    """What an interrupted run left is resumed at its length, not fetched again."""
    (tmp_path / "partial").mkdir()
    (tmp_path / "partial" / ONE.sha256).write_bytes(CONTENT[FIRST][:400])
    fetch(repository, tmp_path)
    assert (ONE.path, "bytes=400-") in repository.requests


def test_a_server_that_cannot_resume_sends_all(repository: Repository, tmp_path: Path) -> None:
    """An answer 200 to a range replaces the partial file, and the bar goes back."""
    repository.resumes = False
    (tmp_path / "partial").mkdir()
    (tmp_path / "partial" / ONE.sha256).write_bytes(b"x" * 400)
    bar = Counting()
    fetch(repository, tmp_path, bar)
    assert ONE.location(tmp_path).read_bytes() == CONTENT[FIRST]
    assert bar.at == bar.total


def test_a_wrong_partial_file_is_forgotten(repository: Repository, tmp_path: Path) -> None:
    """A resumed file that comes out wrong is fetched once more from its first byte."""
    (tmp_path / "partial").mkdir()
    (tmp_path / "partial" / ONE.sha256).write_bytes(b"wrong")
    fetch(repository, tmp_path)
    assert [wanted for path, wanted in repository.requests if path == ONE.path] == ["bytes=5-", None]


def test_a_whole_partial_file_needs_no_request(repository: Repository, tmp_path: Path) -> None:
    """A run that ended between the last byte and the check is completed without the network."""
    (tmp_path / "partial").mkdir()
    (tmp_path / "partial" / ONE.sha256).write_bytes(CONTENT[FIRST])
    fetch(repository, tmp_path)
    assert ONE.path not in [path for path, _ in repository.requests]


def test_passing_troubles_are_survived(repository: Repository, tmp_path: Path) -> None:
    """Two 503 answers and a broken connection cost time, not the run."""
    repository.troubles[ONE.path] = 2
    repository.cut[LOCK.artifacts[1].path] = 500
    fetch(repository, tmp_path)
    assert all(row.location(tmp_path).exists() for row in LOCK.artifacts)


def test_lasting_trouble_names_the_file(repository: Repository, tmp_path: Path) -> None:
    """After four tries the file is named, and how many are missing."""
    repository.troubles[ONE.path] = 99
    with pytest.raises(
        DownloadFailed, match=r"part0-1\.0\.jar could not be fetched: HTTP 503 \(\d+ of 12 files"
    ):
        fetch(repository, tmp_path)


def test_a_missing_file_is_named(repository: Repository, tmp_path: Path) -> None:
    """A repository without the file is no passing trouble."""
    del repository.files[ONE.path]
    with pytest.raises(DownloadFailed, match=r"part0-1\.0\.jar is not there: HTTP 404"):
        fetch(repository, tmp_path)


@pytest.mark.parametrize(
    "wrong", [b"tampered" * 125, b"short", b"x" * 400_000], ids=["other", "short", "long"]
)
def test_a_tampered_file_is_refused_by_name(repository: Repository, tmp_path: Path, wrong: bytes) -> None:
    """A file of other bytes is neither used nor kept, and a good repository then succeeds."""
    good, repository.files[ONE.path] = repository.files[ONE.path], wrong
    with pytest.raises(BrokenFile, match=r"part0-1\.0\.jar") as caught:
        fetch(repository, tmp_path)
    assert caught.value.where == f"{repository.url}/{ONE.path}"
    assert not ONE.location(tmp_path).exists()
    repository.files[ONE.path] = good
    fetch(repository, tmp_path)


@pytest.mark.parametrize("wrong", [b"\xff" * 1000, b"\0" * 999], ids=["changed", "cut"])
def test_a_changed_file_in_the_cache_is_refused_by_name(
    repository: Repository, tmp_path: Path, wrong: bytes
) -> None:
    """Every start checks every jar; what was changed since is not run."""
    fetch(repository, tmp_path)
    ONE.location(tmp_path).write_bytes(wrong)
    with pytest.raises(BrokenFile, match=r"part0-1\.0\.jar") as caught:
        fetch(repository, tmp_path)
    assert caught.value.where == str(ONE.location(tmp_path))


def test_no_network_is_said_at_once(tmp_path: Path) -> None:
    """Where nothing listens the error says so, and what to do, instead of trying 12 files four times."""
    with pytest.raises(
        NoNetwork, match=r"no connection to .* \(12 of 12 files of Neo4j 1\.0 are missing\)"
    ) as caught:
        ensure_jars(LOCK, tmp_path, f"http://127.0.0.1:{free_ports().bolt}", Silent(), pause=0.01)
    assert "network" in str(caught.value.remedy)


def test_an_interruption_stops_all_and_keeps_what_was_fetched(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends the run soon; the next run goes on from what is there."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(download, "wait", interrupt)
    with pytest.raises(KeyboardInterrupt):
        fetch(repository, tmp_path)
    monkeypatch.undo()
    fetch(repository, tmp_path)
    assert len(repository.requests) <= 2 * len(CONTENT)


def test_a_full_disk_is_foreseen(tmp_path: Path) -> None:
    """More than the disk has is refused with both numbers."""
    with pytest.raises(DiskFull, match=r"MB are needed, \d+ MB are free"):
        require_space(tmp_path, 1 << 60)
    require_space(tmp_path, 1)
    assert DATA_FLOOR > 0


def test_a_full_disk_is_recognised(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own word while writing becomes the same error, other trouble stays what it is."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    monkeypatch.setattr(download._Source, "partial", lambda *_: Path("/dev/full"))
    with pytest.raises(DiskFull, match="the disk is full"):
        fetch(repository, tmp_path)
    assert disk_full(PermissionError(errno.EACCES, "no"), tmp_path) is None
