"""Backups on a schedule: a folder that holds the last ones, made while the service serves.

Several processes may look after one folder: who holds its lock makes the next one, and names say when each was made.
"""

import asyncio
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import structlog
from filelock import FileLock, Timeout

from app.settings import Settings
from graph.backup.write import PARTIAL, backup
from graph.errors import InvalidInput, WhofinedError
from graph.store import Store

log = structlog.get_logger()

_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NAME: Final = re.compile(r"whofined-(\d{8}T\d{6}Z)\.backup")
_AGAIN: Final = timedelta(minutes=10)
"""How long after one that failed the next is tried, at most."""
_SOON: Final = timedelta(seconds=2)
"""How long after another process was seen to make one the folder is looked at again."""
_LEFT_BEHIND: Final = timedelta(days=1)
"""After that a file that is not whole belongs to nobody any more."""
_LONGEST: Final = 3600.0
"""Seconds between two looks at the most: a clock may be set meanwhile."""


def name(moment: datetime) -> str:
    """The name of a backup that is made at this time."""
    return f"whofined-{moment.astimezone(UTC).strftime(_STAMP)}.backup"


def made(path: Path) -> datetime | None:
    """When a backup was made, by its name; ``None`` for any other file."""
    match = _NAME.fullmatch(path.name)
    return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC) if match else None


def kept(folder: Path) -> list[tuple[datetime, Path]]:
    """The backups of a folder, the newest first."""
    found = ((made(path), path) for path in folder.iterdir())
    return sorted(((moment, path) for moment, path in found if moment is not None), reverse=True)


def surplus(
    found: Sequence[tuple[datetime, Path]], now: datetime, keep: int, days: float | None
) -> list[Path]:
    """Which of these, the newest first, are too many or too old; never the newest."""
    oldest = None if days is None else now - timedelta(days=days)
    return [
        path
        for place, (moment, path) in enumerate(found)
        if place > 0 and (place >= keep or (oldest is not None and moment < oldest))
    ]


class Backups:
    """Makes them, and knows when the last one was made and when one failed since."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._folder = settings.backup_folder
        self._every = timedelta(hours=settings.backup_hours)
        self._keep = settings.backup_keep
        self._days = settings.backup_days
        self._store = store
        self.last: datetime | None = None
        self.failed: datetime | None = None

    def told(self) -> dict[str, str | None] | None:
        """For whoever watches: times alone, for why is in the log."""
        if self._folder is None:
            return None
        return {"last": _written(self.last), "failed": _written(self.failed)}

    async def run(self) -> None:
        """Make one whenever it is time; returns at once where no folder is set."""
        while self._folder is not None:
            pause = await self._look(self._folder)
            await asyncio.sleep(min(_LONGEST, max(1.0, pause.total_seconds())))

    async def _look(self, folder: Path) -> timedelta:
        """Make one if it is time; returns how long it is to the next."""
        try:
            await asyncio.to_thread(_ready, folder)
            with FileLock(folder / ".whofined.lock", timeout=0, mode=0o600):
                return await self._due(folder)
        except Timeout:  # another process makes one: what it made is seen soon after
            return min(_SOON, self._every)
        except (WhofinedError, OSError) as error:
            self.failed = datetime.now(UTC)
            log.error("backup failed", error=str(error))  # noqa: TRY400 - what happened is told, no more is known
            return min(_AGAIN, self._every)

    async def _due(self, folder: Path) -> timedelta:
        now = datetime.now(UTC)
        found = await asyncio.to_thread(kept, folder)
        self.last = found[0][0] if found else None
        if self.last is not None and (left := self.last + self._every - now) > timedelta(0):
            # A clock that was set back must not put it off for years.
            return min(left, self._every)
        target = folder / name(now)
        head = await backup(self._store, target)
        self.last, self.failed = now, None
        log.info("backup made", revision=head.revision)
        await asyncio.to_thread(self._tidy, folder, now)
        return self._every

    def _tidy(self, folder: Path, now: datetime) -> None:
        for path in surplus(kept(folder), now, self._keep, self._days):
            path.unlink(missing_ok=True)
        for path in folder.glob(f".whofined-*{PARTIAL}"):
            if now - datetime.fromtimestamp(path.stat().st_mtime, UTC) > _LEFT_BEHIND:
                path.unlink(missing_ok=True)


def _ready(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInput(
            f"the folder for backups cannot be made: {error.strerror}",
            where=str(folder),
            remedy="set WHOFINED_BACKUP_FOLDER to a folder that the service may write to",
        ) from error


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds").replace("+00:00", "Z")
