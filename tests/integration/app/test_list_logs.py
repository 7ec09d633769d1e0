"""The battery of lists over what reviewers and administrators leave behind: the queue, judgements, logs."""

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from graph import api_keys
from graph.audit import Act, acting
from graph.store import Store
from graph.writes.redact import redact
from seed.extract.types import Party
from seed.ingest.correct import correct, take_back
from tests import battery
from tests.battery import KEPT, Listed, by_route
from tests.conftest import Slate
from tests.integration.ingest.telling import fined, say, tell
from tests.service import service, walk

_PERSONS = tuple(Party(f"{name} Bolt", f"{name.lower()}-bolt", "person", "him") for name in ("Ann", "Bob"))


@pytest.fixture
async def logs(slate: Slate) -> Store:
    """At least two entries of each log; only read here."""

    async def fill(store: Store) -> None:
        with acting(Act("ann", "whofined test")):
            await tell(store, "a", fined("gamma"), fined("acme-biscuit"), fined("acme-biscuits"))
            await tell(
                store, "b", *(replace(fined("beta"), object=one) for one in _PERSONS), fined("acme biskuit")
            )
            await tell(
                store, "c", fined("gamma", pounds="1", date="2019"), fined("beta-sa-paris", name="Beta SA")
            )
        async with service(store.connection) as client:
            (claim, *_) = [
                fact["evidence"][0]["claim"] for fact in await walk(client, "/v1/fines", object="gamma")
            ]
        done = await correct(store, claim, {"date": "2020"}, "ann", "as in the notice")
        await take_back(store, done.id, "ann", "amended")
        await say(store, "acme-biscuit", "acme-biscuits", "same")
        await say(store, "acme-biscuit", "gamma", "different")
        for one in _PERSONS:
            await redact(store, one.id, "ann", "on request")

    return await slate.hold("logs", fill)


@pytest.fixture
async def client(logs: Store, row: Listed) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the service, with the key that the list needs."""
    async with service(logs.connection) as found:
        if row.scope:
            key = await api_keys.create(logs, "desk", scopes=("read", row.scope))
            found.headers["Authorization"] = f"Bearer {key}"
        yield found


@pytest.mark.parametrize("row", KEPT, ids=by_route)
async def test_pages_and_totals(client: httpx.AsyncClient, row: Listed) -> None:
    """Small pages give what one page gives, each item once; the total is their number."""
    await battery.pages_and_totals(client, row)


@pytest.mark.parametrize("row", KEPT, ids=by_route)
@pytest.mark.parametrize("form", battery.OTHER_FORMS)
async def test_forms_hold_the_same_items(client: httpx.AsyncClient, row: Listed, form: str) -> None:
    """By suffix, by parameter and by Accept; the rows are those of the JSON form."""
    await battery.forms(client, row, form)


@pytest.mark.parametrize("row", KEPT, ids=by_route)
async def test_etag_and_failures(client: httpx.AsyncClient, row: Listed) -> None:
    """What has not changed is not sent again; what is wrong is a problem document that names the parameter."""
    await battery.failures(client, row)


@pytest.mark.parametrize("row", KEPT, ids=by_route)
async def test_the_shown_statement_gives_the_same_items(
    client: httpx.AsyncClient, logs: Store, row: Listed
) -> None:
    """Only where it is asked for; run by hand with its parameters."""
    await battery.by_hand(client, logs, row)


@pytest.mark.parametrize("row", KEPT, ids=by_route)
async def test_fields_pick_members(client: httpx.AsyncClient, row: Listed) -> None:
    """In JSON and as columns of a table."""
    await battery.members(client, row)
