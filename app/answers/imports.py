"""Imports as jobs: started, watched, cancelled; the graph lets one of them write at a time."""

import asyncio
import contextlib
import uuid
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal

from app.schemas.imports import NewImport
from graph.errors import Conflict, NotFound, WhofinedError
from graph.reads import batches
from graph.store import Store
from seed.import_.batch import Report
from seed.import_.mapping import Mapping
from seed.import_.placing import place
from seed.import_.refused import write_refused
from seed.import_.run import Prepared, bring, counted, prepare
from seed.import_.undo import undo

Json = dict[str, Any]
State = Literal["reading", "waiting", "writing", "done", "failed", "cancelled"]

_KEPT: Final = 200
"""Jobs that are remembered; of running ones none is forgotten."""
_RUNNING: Final = 16
_REFUSED: Final = "refused.csv"
_ROWS: Final = 20
"""Row numbers that are given for each reason."""
_ENDED: Final = frozenset({"done", "failed", "cancelled"})


class CancelledError(Exception):
    """Somebody has cancelled the job: raised between two transactions, so that none is cut off."""


@dataclass
class Job:
    """One import: ``done`` of ``rows`` rows are written; ``problem`` says why it failed."""

    id: str
    file: str
    mapping: str
    who: str
    asked: NewImport
    batch: str | None = None
    state: State = "reading"
    rows: int = 0
    done: int = 0
    started: str = ""
    ended: str | None = None
    report: Report | None = None
    problem: str | None = None
    stopped: bool = False
    task: asyncio.Task[None] | None = None
    folder: TemporaryDirectory[str] | None = None
    """Holds the list while it is read, and its refused rows for as long as the job is remembered."""

    def go_on(self) -> None:
        """Raise ``CancelledError`` where the job was cancelled."""
        if self.stopped:
            raise CancelledError

    def forget(self) -> None:
        """Remove what is on the disk."""
        if self.folder is not None:
            self.folder.cleanup()

    @property
    def refused(self) -> Path:
        """The refused rows as a table; raises ``NotFound`` where there are none, or none yet."""
        path = Path(self.folder.name, _REFUSED) if self.folder else None
        if path is None or not path.is_file():
            told = "it has refused no row" if self.state in _ENDED else f"it is {self.state} still"
            raise NotFound(told, where="id", remedy=f"GET /v1/imports/{self.id} says how far it is")
        return path

    def as_json(self) -> Json:
        """What is told of it."""
        names = (
            "id", "file", "mapping", "who", "batch", "state", "rows", "done", "started", "ended", "problem",
        )  # fmt: skip
        return {name: getattr(self, name) for name in names} | {
            "dry_run": self.asked.dry_run,
            "report": self.report and report(self.report),
        }


def report(found: Report) -> Json:
    """What became of the rows, with the first rows of each reason."""
    counts = (
        "batch", "rows", "new", "matched", "disputed", "to_look_at", "refused", "filtered", "unnamed", "changes",
        "unchanged",
    )  # fmt: skip
    reasons = [
        {"reason": reason, "count": len(numbers), "rows": list(numbers[:_ROWS])}
        for reason, numbers in found.reasons.items()
    ]
    return {name: getattr(found, name) for name in counts} | {"reasons": reasons}


class Imports:
    """The jobs of one service."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._forgotten = 0

    @property
    def rows(self) -> int:
        """How many rows all jobs have written, those that are forgotten too."""
        return self._forgotten + sum(job.done for job in self._jobs.values())

    def start(
        self,
        store: Store,
        path: Path,
        columns: Mapping,
        *,
        folder: TemporaryDirectory[str],
        asked: NewImport,
        who: str,
    ) -> Job:
        """Begin an import of a file, which goes with its folder when the job ends.

        Raises ``Conflict`` where too many are under way.
        """
        if sum(job.state not in _ENDED for job in self._jobs.values()) >= _RUNNING:
            folder.cleanup()
            raise Conflict(f"{_RUNNING} imports are under way", remedy="wait for one of them, or cancel it")
        job = Job(
            uuid.uuid4().hex[:12],
            path.name,
            columns.name,
            who,
            asked,
            asked.batch,
            started=_now(),
            folder=folder,
        )
        self._jobs[job.id] = job
        job.task = asyncio.create_task(_run(store, job, path, columns))
        for old in [one for one in self._jobs.values() if one.state in _ENDED][
            : max(0, len(self._jobs) - _KEPT)
        ]:
            old.forget()
            self._forgotten += self._jobs.pop(old.id).done
        return job

    def all(self) -> list[Job]:
        """The jobs, the last one first."""
        return list(reversed(self._jobs.values()))

    def one(self, id_: str) -> Job:
        """A job; raises ``NotFound``."""
        try:
            return self._jobs[id_]
        except KeyError:
            raise NotFound(f"no import {id_!r}", where="id", remedy="GET /v1/imports names them") from None

    async def cancel(self, id_: str) -> Job:
        """Stop a job and wait for its end; one that has ended stays as it is. Raises ``NotFound``."""
        job = self.one(id_)
        if job.task is not None and job.state not in _ENDED:
            job.stopped = True
            await asyncio.wait([job.task])
        return job

    async def close(self) -> None:
        """Stop all jobs: the service ends."""
        for job in self.all():
            await self.cancel(job.id)
            job.forget()


async def _run(store: Store, job: Job, path: Path, columns: Mapping) -> None:
    """The whole of a job. One that is cancelled leaves nothing of a batch that was not there before."""
    fresh = False
    try:
        prepared = await asyncio.to_thread(_read, job, path, columns)
        job.go_on()
        job.batch, job.rows = prepared.batch.id, prepared.report.rows
        fresh = not await batches.batches(store, job.batch)
        job.report = await (_dry(store, prepared) if job.asked.dry_run else _write(store, prepared, job))
        job.done, job.state = job.rows, "done"
    except CancelledError:
        job.state = "cancelled"
        if fresh and job.batch and not job.asked.dry_run:
            await _take_back(store, job.batch)
    except WhofinedError as error:
        job.state, job.problem = "failed", str(error)
    except Exception as error:
        job.state, job.problem = "failed", "internal error; see the server log"
        raise RuntimeError(f"import {job.id} failed") from error
    finally:
        job.ended = _now()


def _read(job: Job, path: Path, columns: Mapping) -> Prepared:
    """The list as it is read; of its file only the refused rows stay."""
    try:
        prepared = prepare(path, columns, name=job.batch, private=job.asked.private)
    finally:
        path.unlink(missing_ok=True)
    refused = [one for one in prepared.refused if not one.filtered]
    if refused and job.folder is not None:
        write_refused(Path(job.folder.name, _REFUSED), refused, columns.table)
    return prepared


async def _write(store: Store, prepared: Prepared, job: Job) -> Report:
    job.state = "writing"

    def on_progress(done: int) -> None:
        job.done, job.state = done, "writing"
        job.go_on()

    def on_wait() -> None:
        job.state = "waiting"
        job.go_on()

    return await bring(store, prepared, on_progress, on_wait)


async def _take_back(store: Store, batch: str) -> None:
    """Undo a batch that was cut off; one that another job has brought in whole stays."""
    for row in await batches.batches(store, batch):
        if row.report is None:
            with contextlib.suppress(NotFound):
                await undo(store, batch)


async def _dry(store: Store, prepared: Prepared) -> Report:
    return counted(prepared.report, await place(store, prepared.batch.id, prepared.entries))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
