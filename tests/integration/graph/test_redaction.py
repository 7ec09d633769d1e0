"""A person taken out of the graph: no name anywhere, not by any way in, and nothing brings it back."""

from dataclasses import replace
from typing import Any

import orjson
import pytest

from graph.connection import Connection
from graph.errors import Conflict, Gone, InvalidInput, NotFound
from graph.model import CaseRow, ClaimRow, DocumentRow, EntityRow, FactRow, PartyRow, Plan
from graph.reads import documents, entities, facts, revision, search
from graph.reads.documents import DocumentQuery
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from graph.writes.apply import apply
from graph.writes.redact import Redacted, entries, redact
from seed.curated import RECORDS as RECORDS_FOLDER
from seed.curated import examine, plan
from seed.extract.types import Claim, Party
from seed.load import load
from tests.conftest import no_tracing
from tests.integration.ingest.telling import REGISTRY, fined, firm, say, tell
from tests.soak.snapshot import difference, snapshot

pytestmark = pytest.mark.usefixtures("counted")

ANN = Party("Ann Bolt", "ann-bolt", "person", "Ms Bolt", registered=False)
STORY = (
    "On Monday Ánn Bolt of Delta said that the fine was fair. Bolt had led the firm for years. "
    "The ICO fined Delta £7.5m; then a bolt was found in the biscuits."
)
RECORDS = Plan(
    "records",
    (
        EntityRow("ann-bolt", "person", "Ann Bolt", ("A. Bolt",), details=(("role", "head of Delta"),)),
        EntityRow("delta", "company", "Delta Ltd", note="once led by Ann Bolt"),
        REGISTRY["ico-uk"],
    ),
    (
        DocumentRow("ann-bolt-fined-1", "press", "Ann Bolt fined", "Gazette", "gazette", url="https://g.example/ann-bolt"),
        DocumentRow("notice", "official", "Notice", "ICO", "ico"),
    ),
    (CaseRow("ann-bolt-k", "ICO v Bolt"),),
    (
        FactRow("ann-bolt-fined-2020", "FINED", "ico-uk", "ann-bolt", "2020", summary="Bolt paid", case="ann-bolt-k"),
        FactRow("delta-fined-2021", "FINED", "ico-uk", "delta", "2021", parties=(PartyRow("ann-bolt", "joint_with"),)),
        FactRow("delta-hires", "EMPLOYS", "delta", "ann-bolt", "2019"),
    ),
    (
        ClaimRow("k1", "ann-bolt-fined-1", "FINED", "ico-uk", "ann-bolt", "ann-bolt-fined-2020"),
        ClaimRow("k2", "notice", "FINED", "ico-uk", "delta", "delta-fined-2021", roles=("joint_with=ann-bolt",)),
        ClaimRow("k3", "notice", "EMPLOYS", "delta", "ann-bolt", "delta-hires"),
    ),
)  # fmt: skip


def _led() -> Claim:
    """A claim that names her, and one that does not, both with the whole story as their quote."""
    return replace(
        fined("delta"), relation="EMPLOYS", subject=firm("delta", "Delta Ltd"), object=ANN, sum=None
    )


async def _told(store: Store) -> None:
    await apply(store, RECORDS)
    await tell(store, "one", _led(), fined("delta", name="Delta Ltd"), text=STORY)
    await tell(store, "two", fined("gamma"))


async def _everything(connection: Connection) -> str:
    """All that the graph holds, as one text in lower case."""
    return orjson.dumps(await snapshot(connection)).decode().casefold()


async def _redacted(store: Store) -> Redacted:
    return await redact(store, "ann-bolt", "newsroom", "asked for by Ann Bolt's lawyer")


async def test_no_name_is_left_anywhere(store: Store, connection: Connection) -> None:
    """Not in names, ids, titles, addresses, quotes, texts, summaries, cases, relationships, nor in the audit entry."""
    await _told(store)
    assert "bolt" in await _everything(connection)
    entry = await _redacted(store)
    left = (await _everything(connection)).replace("a bolt was found", "")
    assert "bolt" not in left
    assert "ann" not in left.replace("planned", "")
    assert entry.id.startswith("redacted-")
    assert entry.counts["entities"] == 1
    assert entry.counts["claims"] == 5
    assert entry.why == "asked for by ████████'s lawyer"


async def test_what_happened_stays(store: Store) -> None:
    """Facts stand as facts about a redacted person, in lists, profiles and neighbours, with their documents."""
    await _told(store)
    before = (await facts.page(store, FactQuery(Filters(), limit=50))).items
    entry = await _redacted(store)
    after = (await facts.page(store, FactQuery(Filters(), limit=50))).items
    assert [one["date"] for one in after] == [one["date"] for one in before]
    hers = (await facts.page(store, FactQuery(Filters(), parties=[entry.id], limit=50))).items
    assert {one["id"] for one in hers} >= {"delta-fined-2021", "delta-hires", f"{entry.id}-fined-2020"}
    (fine,) = [one for one in hers if one["id"] == f"{entry.id}-fined-2020"]
    assert fine["object"]["name"] == "redacted person"
    assert (await facts.one(store, fine["id"])) is not None
    around = await entities.neighbours(store, entry.id, "~", 10)
    assert {one["entity"]["id"] for one in around.items} == {"ico-uk", "delta"}


async def test_nothing_is_found_by_the_name(store: Store) -> None:
    """Search over entities, facts and documents; the old id says that it is gone, and not where to."""
    await _told(store)
    entry = await _redacted(store)
    for words in ("Ann Bolt", "ann-bolt", "Bolt"):
        found = await search.search(store, words, 10)
        assert [one["id"] for one in found.entities] == []
        assert [one["id"] for one in found.facts] == []
    with pytest.raises(Gone) as gone:
        await entities.one(store, "ann-bolt")
    assert entry.id not in f"{gone.value}{gone.value.reason}"
    with pytest.raises(Gone):
        await entities.canonical(store, "ann-bolt", "subject")


async def test_texts_keep_their_places(store: Store) -> None:
    """A name becomes as many blocks as it had characters; other quotes still stand where they stood; the hash stays."""
    await _told(store)
    (told,) = [one for one in (await _documents(store)) if one.get("text") == STORY]
    await _redacted(store)
    (now,) = [one for one in (await _documents(store)) if one.get("text_sha256") == told["text_sha256"]]
    assert now["text"].startswith("On Monday ████████ of Delta said that the fine was fair. ████ had led")
    assert (len(now["text"]), now["redacted"]) == (len(STORY), True)
    claims = (await documents.one(store, now["id"])).claims
    by_relation = {one["relation"]: one for one in claims}
    assert by_relation["FINED"]["quote"] == now["text"]
    assert by_relation["EMPLOYS"]["quote"] is None
    assert by_relation["EMPLOYS"]["object"].startswith("redacted-")


async def test_nothing_brings_it_back(store: Store, connection: Connection) -> None:
    """The records loaded again, the same document again, withdrawn or not, and another that tells of her."""
    await _told(store)
    await _redacted(store)
    held = await snapshot(connection)
    await apply(store, RECORDS)
    again = await tell(store, "one", _led(), fined("delta", name="Delta Ltd"), text=STORY)
    assert again.unchanged
    loaded = await snapshot(connection)
    assert _without_hashes(held) == _without_hashes(loaded)
    await apply(store, RECORDS)
    assert difference(loaded, await snapshot(connection)) == []
    await tell(store, "three", _led(), text=f"{STORY} Once more.")
    assert "bolt" not in (await _everything(connection)).replace("a bolt was found", "")
    assert "ann-bolt" not in await _everything(connection)


async def test_a_text_with_the_surname_alone(store: Store) -> None:
    """A document of which a claim names the person loses the surname too, also when it is read after the redaction."""
    await _told(store)
    await tell(store, "late", _led(), text="At Delta, Bolt led.")
    await _redacted(store)
    await tell(store, "later", _led(), text="Delta is led by Bolt.")
    texts = {one.get("text") for one in await _documents(store)}
    assert {"At Delta, ████ led.", "Delta is led by ████."} <= texts


async def test_the_shipped_records_load_around_a_redacted_person(
    store: Store, connection: Connection
) -> None:
    """Loaded again, all records are there but the name; and loading once more changes nothing."""
    checked = examine(RECORDS_FOLDER)
    groups = plan(checked)
    with no_tracing():
        await load(store, checked, groups, origin="shipped")
    before = (await revision.counts(store)).counts
    entry = await redact(store, "john-edwards", "newsroom", "asked")
    with no_tracing():
        report = await load(store, checked, groups, origin="shipped")
    assert report.complete
    assert (report.followed.gone, report.followed.back) == ((), ())
    assert (await revision.counts(store)).counts == before
    left = await _everything(connection)
    assert "john edwards" not in left
    assert "john-edwards" not in left
    assert [left[at - 60 : at + 30] for at in range(len(left)) if left.startswith("edwards", at)] == []
    assert entry.id in left
    assert (await load(store, checked, groups, origin="shipped")).changes == 0


async def test_again_changes_nothing(store: Store) -> None:
    """By the old id or the new one: the same entry, no change of the graph."""
    await _told(store)
    entry = await _redacted(store)
    before = (await revision.counts(store)).revision
    assert await _redacted(store) == entry
    assert await redact(store, entry.id, "other", "again") == entry
    assert await entries(store) == [entry]
    assert (await revision.counts(store)).revision == before


async def test_merged_persons_go_together(store: Store, connection: Connection) -> None:
    """Whoever was judged to be the same person has no name any more either; the log keeps no id."""
    await _told(store)
    other = Party("Anna Boltova", "anna-boltova", "person", "she", registered=False)
    await tell(store, "five", replace(_led(), object=other), text="Anna Boltova leads Delta.")
    await say(store, "anna-boltova", "ann-bolt", "same")
    entry = await redact(store, "anna-boltova", "newsroom", "asked")
    left = (await _everything(connection)).replace("a bolt was found", "")
    assert "bolt" not in left
    assert entry.counts["entities"] == 2
    await tell(store, "six", replace(_led(), object=other), text="Anna Boltova led Delta.")
    with pytest.raises(Gone):
        await entities.one(store, "anna-boltova")


async def test_only_persons_and_only_with_a_reason(store: Store) -> None:
    """A firm is a conflict, an unknown id is not found, no reason is no redaction."""
    await _told(store)
    with pytest.raises(Conflict):
        await redact(store, "delta", "newsroom", "asked")
    with pytest.raises(NotFound):
        await redact(store, "nobody", "newsroom", "asked")
    with pytest.raises(InvalidInput):
        await redact(store, "ann-bolt", "newsroom", " ")
    assert await entries(store) == []


async def _documents(store: Store) -> list[dict[str, Any]]:
    page = await documents.page(store, DocumentQuery())
    found = [await documents.one(store, one["id"]) for one in page.items]
    return [one.properties for one in found if one.properties]


def _without_hashes(graph: dict[str, list[str]]) -> dict[str, list[str]]:
    def plain(line: str) -> str:
        parts = orjson.loads(line)
        for part in parts:
            if isinstance(part, dict):
                part.pop("hash", None)
        return orjson.dumps(parts, option=orjson.OPT_SORT_KEYS).decode()

    return {kind: sorted(map(plain, lines)) for kind, lines in graph.items()}
