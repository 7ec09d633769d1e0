"""Backups on a schedule, as whoever watches the service sees them."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.backups import kept
from graph.backup.form import check
from graph.store import Store
from tests.integration.graph.world import fine, told
from tests.service import good, service


async def watched(client: httpx.AsyncClient, name: str) -> dict[str, Any]:
    """What readiness says of backups once a field of it is there."""
    async with asyncio.timeout(180):
        while not (found := good(await client.get("/readyz"))["backup"])[name]:  # noqa: ASYNC110 - over HTTP
            await asyncio.sleep(0.05)
    return found


async def test_one_is_made_and_told(store: Store, tmp_path: Path) -> None:
    """The folder is made; the backup in it is whole, and readiness says when it was made."""
    await told(store, fine("fine-1"))
    folder = tmp_path / "backups"
    async with service(store.connection, backup_folder=folder) as client:
        found = await watched(client, "last")
    ((moment, path),) = kept(folder)
    assert found == {"last": moment.isoformat().replace("+00:00", "Z"), "failed": None}
    assert check(path).nodes > 3
    # The next service knows of it, and does not make another before its time.
    async with service(store.connection, backup_folder=folder) as client:
        assert await watched(client, "last") == found
    assert [one for _, one in kept(folder)] == [path]


async def test_too_many_go(store: Store, tmp_path: Path) -> None:
    """Kept by number: older ones are taken away when a new one is whole, other files stay."""
    for name in ("whofined-20200101T000000Z.backup", "whofined-20210101T000000Z.backup", "mine.txt"):
        (tmp_path / name).touch()
    async with service(store.connection, backup_folder=tmp_path, backup_keep=2) as client:
        async with asyncio.timeout(180):
            while len(kept(tmp_path)) != 2 or kept(tmp_path)[1][0].year != 2021:  # noqa: ASYNC110 - a folder
                await asyncio.sleep(0.05)
        assert (await watched(client, "last"))["failed"] is None
    assert [one.year for one, _ in kept(tmp_path)][1:] == [2021]
    assert (tmp_path / "mine.txt").exists()


async def test_a_failure_is_logged_and_told(
    store: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A folder that cannot be: the service serves on, readiness says when it failed, the log says why."""
    place = tmp_path / "a file"
    place.touch()
    async with service(store.connection, backup_folder=place / "folder") as client:
        found = await watched(client, "failed")
        assert good(await client.get("/v1/cases"))["items"] == []
    assert found["last"] is None
    told_ = [json.loads(line) for line in capfd.readouterr().err.splitlines() if line.startswith("{")]
    (line,) = [one for one in told_ if one["event"] == "backup failed"]
    assert "WHOFINED_BACKUP_FOLDER" in line["error"]
    assert str(place) not in str(found)


async def test_without_a_folder_there_are_none(store: Store) -> None:
    """Off by default."""
    async with service(store.connection) as client:
        assert good(await client.get("/readyz"))["backup"] is None


async def test_one_process_makes_them(store: Store, tmp_path: Path) -> None:
    """Two services over one folder: one backup."""
    async with (
        service(store.connection, backup_folder=tmp_path) as one,
        service(store.connection, backup_folder=tmp_path) as other,
    ):
        await watched(one, "last")
        assert good(await other.get("/readyz"))["status"] == "ready"
        await asyncio.sleep(0.3)
    assert len(kept(tmp_path)) == 1
