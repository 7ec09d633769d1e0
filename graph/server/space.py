"""Free space: looked at before, recognised after."""

import errno
import shutil
from pathlib import Path

from graph.errors import DiskFull

DATA_FLOOR = 256 << 20
"""Bytes that a data directory needs to begin with: empty stores take 2 MB, the first logs 64 MB each."""

RESTART_FLOOR = 32 << 20
"""Bytes that a server needs to come back: below it the recovery itself would find no room."""


def require_space(path: Path, needed: int) -> None:
    """Raise DiskFull, with both numbers, unless the disk of this path has that many bytes left."""
    free = shutil.disk_usage(path).free
    if free < needed:
        raise DiskFull(
            f"{needed / 1e6:.0f} MB are needed, {free / 1e6:.0f} MB are free",
            where=str(path),
            remedy="free some space, or set WHOFINED_HOME to a folder on another disk",
        )


def disk_full(error: OSError, path: Path) -> DiskFull | None:
    """The clear error where the system said that the disk, or the user's share of it, is full."""
    if error.errno not in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return None
    return DiskFull(
        "the disk is full",
        where=str(path),
        remedy="free some space, or set WHOFINED_HOME to a folder on another disk",
    )
