"""Fetch the jars of a lock: in parallel, resumed where it broke off, each checked before it counts.

A file appears under its final name only when its size and SHA-256 are right, so an interrupted run leaves
partial files that the next run goes on with, and nothing else.
"""

import os
import ssl
import threading
from collections.abc import Generator
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from graph.errors import BrokenFile, DownloadFailed, NoNetwork
from graph.server.lock import Artifact, Lock
from graph.server.progress import Reporter
from graph.server.space import disk_full, require_space

WORKERS = 8
TRIES = 4
_CHUNK = 256 << 10
_MARGIN = 64 << 20
_TIME = 1_700_000_000
"""Every jar gets this time: the JVM refuses a class-data archive when a jar's time has changed."""
_TIMEOUT = httpx.Timeout(15.0, connect=10.0)


def ensure_jars(lock: Lock, jars: Path, base_url: str, progress: Reporter, *, pause: float = 0.5) -> None:
    """Fetch what is missing and check all; raises NoNetwork, BrokenFile, DownloadFailed or DiskFull.

    `pause` is the wait in seconds before the second try; it doubles with each.
    """
    present = [artifact for artifact in lock.artifacts if artifact.location(jars).exists()]
    missing = [artifact for artifact in lock.artifacts if not artifact.location(jars).exists()]
    with ThreadPoolExecutor(WORKERS) as pool:  # hashing releases the interpreter lock
        checks = [pool.submit(artifact.check, artifact.location(jars)) for artifact in present]
        for one in checks:
            one.result()
    if missing:
        _fetch_all(lock, missing, _Source(base_url.rstrip("/"), jars, progress, pause))


@dataclass(frozen=True)
class _Source:
    base_url: str
    jars: Path
    progress: Reporter
    pause: float
    cancelled: threading.Event = field(default_factory=threading.Event)

    def partial(self, artifact: Artifact) -> Path:
        return self.jars / "partial" / artifact.sha256


def _fetch_all(lock: Lock, missing: list[Artifact], source: _Source) -> None:
    (source.jars / "partial").mkdir(parents=True, exist_ok=True)
    begun = sum(_size(source.partial(artifact)) for artifact in missing)
    wanted = sum(artifact.size for artifact in missing)
    require_space(source.jars, wanted - begun + _MARGIN)
    source.progress.begin(f"Fetching Neo4j {lock.version}", wanted, begun)
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, follow_redirects=True, verify=_trust()) as client,
            ThreadPoolExecutor(WORKERS) as pool,
        ):
            jobs = [pool.submit(_fetch, client, artifact, source) for artifact in missing]
            with _cancelling(source):
                done, _ = wait(jobs, return_when=FIRST_EXCEPTION)
                for job in done:
                    job.result()
    except (NoNetwork, DownloadFailed) as error:
        left = sum(1 for artifact in missing if not artifact.location(source.jars).exists())
        error.what += f" ({left} of {len(lock.artifacts)} files of Neo4j {lock.version} are missing)"
        raise
    finally:
        source.progress.end()


@contextmanager
def _cancelling(source: _Source) -> Generator[None]:
    """Make all workers end soon when one fails or the user presses Ctrl-C."""
    try:
        yield
    except BaseException:
        source.cancelled.set()
        raise


def _trust() -> ssl.SSLContext:
    """What this machine trusts beside what httpx ships: a company's proxy signs with an authority of its own."""
    context = httpx.create_ssl_context()
    context.load_default_certs()
    return context


def _fetch(client: httpx.Client, artifact: Artifact, source: _Source) -> None:
    """Fetch one jar, with several tries; a file that was resumed and came out wrong gets one try from scratch."""
    for attempt in range(TRIES):
        if source.cancelled.is_set():
            return
        resumed = _size(source.partial(artifact)) > 0
        try:
            _receive(client, artifact, source)
            _accept(artifact, source)
        except BrokenFile:
            if not resumed:
                raise
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            if attempt >= 1:
                raise NoNetwork(
                    f"no connection to {source.base_url}: {error}",
                    where="WHOFINED_NEO4J_MAVEN_URL",
                    remedy="connect to the network for the first start, or name a Maven repository that can be reached",
                ) from error
        except (httpx.TransportError, _Again) as error:
            if attempt == TRIES - 1:
                raise DownloadFailed(
                    f"{artifact.file_name} could not be fetched: {error}",
                    where=f"{source.base_url}/{artifact.path}",
                    remedy="start again; what was fetched is kept",
                ) from error
        else:
            return
        source.cancelled.wait(source.pause * 2**attempt)


class _Again(Exception):
    """The server had a passing trouble."""


def _receive(client: httpx.Client, artifact: Artifact, source: _Source) -> None:
    """Append to the partial file what is missing of it, or begin anew where the server cannot resume."""
    partial = source.partial(artifact)
    begun = _size(partial)
    if begun >= artifact.size:
        return
    headers = {"Range": f"bytes={begun}-"} if begun else {}
    url = f"{source.base_url}/{artifact.path}"
    with client.stream("GET", url, headers=headers) as answer:
        if answer.status_code in (408, 429) or answer.status_code >= 500:
            raise _Again(f"HTTP {answer.status_code}")
        if answer.status_code not in (200, 206):
            raise DownloadFailed(
                f"{artifact.file_name} is not there: HTTP {answer.status_code}",
                where=url,
                remedy="check WHOFINED_NEO4J_MAVEN_URL",
            )
        resumed = answer.status_code == 206
        if not resumed:
            source.progress.advance(-begun)
        try:
            with partial.open("ab" if resumed else "wb") as file:
                for chunk in answer.iter_bytes(_CHUNK):
                    if source.cancelled.is_set() or file.tell() > artifact.size:
                        return
                    file.write(chunk)
                    source.progress.advance(len(chunk))
        except OSError as error:
            raise disk_full(error, partial) or error from error


def _accept(artifact: Artifact, source: _Source) -> None:
    """Give the file its name if it is the right one; remove it if not."""
    if source.cancelled.is_set():
        return
    partial = source.partial(artifact)
    try:
        artifact.check(partial)
    except BrokenFile as error:
        source.progress.advance(-_size(partial))
        partial.unlink()
        error.where = f"{source.base_url}/{artifact.path}"
        error.remedy = "it was not kept; try again, or another WHOFINED_NEO4J_MAVEN_URL"
        raise
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    os.utime(partial, (_TIME, _TIME))
    target = artifact.location(source.jars)
    target.parent.mkdir(exist_ok=True)
    partial.replace(target)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
