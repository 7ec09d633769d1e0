"""`whofined up` on an address that other machines can reach."""

import pytest

from app.lifespan import guard
from app.settings import Settings
from graph import api_keys
from graph.connection import Connection
from graph.errors import ConfigurationError
from graph.store import Store
from tests.integration.app.test_cli import whofined

PUBLIC = Settings(host="0.0.0.0")  # noqa: S104 - never bound here


async def test_a_public_address_without_keys_is_refused(
    store: Store, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command ends before it listens, and says what would work."""
    monkeypatch.setenv("WHOFINED_HOST", "0.0.0.0")  # noqa: S104
    monkeypatch.setenv("WHOFINED_PORT", "28999")
    status, _, err = await whofined(connection, "up", "--no-seed")
    assert status == 2
    assert "whofined key create" in err
    assert "WHOFINED_PUBLIC_READS" in err


async def test_a_key_opens_a_public_address(store: Store) -> None:
    """One that is in force, that is."""
    made = await api_keys.create(store, "newsroom")
    await guard(PUBLIC, store)
    await api_keys.revoke(store, made.split("_")[1])
    with pytest.raises(ConfigurationError, match="there is no key"):
        await guard(PUBLIC, store)


async def test_reads_alone_may_be_public(store: Store) -> None:
    """Where that is said, and on this machine in any case."""
    await guard(Settings(host="0.0.0.0", public_reads=True), store)  # noqa: S104
    for host in ("127.0.0.1", "::1", "localhost"):
        await guard(Settings(host=host), store)
