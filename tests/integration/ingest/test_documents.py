"""What a document does to the graph: facts from claims, confirmation, dispute, correction, withdrawal, review."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from graph import api_keys
from graph.errors import Gone, InvalidInput, NotFound
from graph.model import ClaimRow, DocumentRow, EntityRow, FactRow, Plan, StageRow
from graph.reads import documents, facts, revision
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from graph.writes.apply import apply
from seed.extract.types import Claim, Extraction, Party, Sum, When
from seed.ingest import review
from seed.ingest.rows import Source, document_id
from seed.ingest.write import Ingested, ingest, withdraw

pytestmark = pytest.mark.usefixtures("counted")

ICO = Party("Information Commissioner's Office", "ico-uk", "regulator", "the ICO")
ACME = Party("Acme Biscuits Ltd", "acme-biscuits", "company", "Acme", registered=False)
REGISTRY = {
    "ico-uk": EntityRow("ico-uk", "regulator", "Information Commissioner's Office", ("ICO",), "GB"),
    "gamma": EntityRow("gamma", "company", "Gamma plc", parent="gamma-group"),
    "gamma-group": EntityRow("gamma-group", "company", "Gamma Group plc"),
}
FILLER = " ".join(f"word{n}" for n in range(60))


def told(
    text: str,
    *,
    pounds: str | None = "7500000",
    date: str | None = "2022-05",
    modality: str = "asserted",
    target: Party = ACME,
    relation: str = "FINED",
) -> Extraction:
    """An extraction of one claim whose quote is the whole text."""
    sum_ = Sum(Decimal(pounds), "GBP", f"£{pounds}") if pounds else None
    when = When(date, date) if date else None
    claim = Claim(relation, ICO, target, modality, text, 0, len(text), "test", sum_, when)
    return Extraction("-", (claim,), None, "rules", "test")


def source(text: str, name: str = "one", **known: str) -> Source:
    """A text of a publisher of its own."""
    return Source(
        text, title=f"Story {name}", url=f"https://{name}.example/story", publisher=f"Paper {name}", **known
    )


async def tell(
    store: Store, name: str, extraction: Extraction | None = None, text: str | None = None
) -> Ingested:
    """Ingest a document named ``name``."""
    words = text or f"The ICO fined Acme, says {name}."
    return await ingest(store, source(words, name), extraction or told(words), REGISTRY)


async def fines(store: Store, **filters: Any) -> list[dict[str, Any]]:
    """All fines as the service lists them."""
    page = await facts.page(store, FactQuery(Filters(relations=["FINED"], **filters), limit=100))
    return list(page.items)


async def test_a_claim_becomes_a_fact_with_its_words(store: Store) -> None:
    """A text brings the fact, the entities that it needs, and the quote at its offsets."""
    done = await tell(store, "one")
    (fact,) = await fines(store)
    assert done.new == (fact["id"],) == ("ico-uk.fined.acme-biscuits.2022",)
    assert fact["review"] == "unreviewed"
    assert fact["sources"] == {"documents": 1, "independent": 1}
    (proof,) = fact["evidence"]
    assert proof["quote"] == "The ICO fined Acme, says one."
    found = await documents.one(store, done.document)
    assert found.properties is not None
    assert found.properties["text"][proof["start"] : proof["end"]] == proof["quote"]


async def test_the_same_text_changes_nothing(store: Store) -> None:
    """A second reading of the same text from the same address is known as such."""
    await tell(store, "one")
    before = (await revision.counts(store)).revision
    again = await tell(store, "one")
    assert again.unchanged
    assert (await revision.counts(store)).revision == before


async def test_a_second_paper_confirms_and_sharpens(store: Store) -> None:
    """The exact sum and day of a second paper replace the rounded ones; the fact stays one and has two sources."""
    await tell(store, "one")
    done = await tell(store, "two", told("exact", pounds="7552800", date="2022-05-18"))
    (fact,) = await fines(store)
    assert (done.new, done.confirmed) == ((), (fact["id"],))
    assert (fact["date"], fact["amount"]["value"]) == ("2022-05-18", 7552800)
    assert fact["sources"]["independent"] == 2


async def test_a_wire_story_printed_twice_is_one_source(store: Store) -> None:
    """Near-duplicates from two publishers are two documents and one independent source."""
    for name in ("one", "two"):
        text = f"The ICO fined Acme. {FILLER} printed by {name}"
        await tell(store, name, told("The ICO fined Acme."), text)
    (fact,) = await fines(store)
    assert fact["sources"] == {"documents": 2, "independent": 1}


async def test_a_proposed_fine_is_never_a_fine(store: Store) -> None:
    """A notice of intent becomes a proposal with its sum; what could happen becomes no fact at all."""
    await tell(store, "one", told("The ICO intends to fine Acme.", pounds="17000000", modality="proposed"))
    await tell(store, "two", told("Acme could be fined.", modality="hypothetical"))
    assert await fines(store) == []
    page = await facts.page(store, FactQuery(Filters()))
    assert [(fact["relation"], fact["status"]) for fact in page.items] == [("PROPOSED_FINE", "proposed")]


async def test_a_curated_fact_takes_the_claim_in(store: Store) -> None:
    """A claim of a machine confirms a curated fact and leaves its words as they are; another sum disputes it."""
    await _curated(store)
    done = await tell(store, "one", told("fined £7.5m"))
    assert done.confirmed == ("the-fine",)
    disputing = await tell(store, "two", told("fined £9.9m", pounds="9900000", date="2022-05-18"))
    assert disputing.disputed == ("the-fine",)
    (fact,) = await fines(store)
    assert (fact["id"], fact["amount"]["value"], fact["review"]) == ("the-fine", 7552800, "accepted")
    assert sorted(proof["stance"] for proof in fact["evidence"]) == ["disputes", "supports", "supports"]


async def test_a_corrected_text_follows_the_old_one(store: Store) -> None:
    """Another text from the same address withdraws the claims of the older, which stay readable with the reason."""
    old = await tell(store, "one")
    words = "Correction: the ICO fined Acme £8.8m."
    new = await ingest(store, source(words, "one"), told(words, pounds="8800000"), REGISTRY)
    (fact,) = await fines(store)
    assert fact["amount"]["value"] == 8800000
    found = await documents.one(store, old.document)
    assert all(claim["withdrawn"] for claim in found.claims)
    assert found.properties is not None
    assert found.properties["superseded_by"] == new.document


async def test_withdrawing_the_only_document_leaves_a_tombstone(store: Store) -> None:
    """The address of a fact that stood on one document says why it is gone; the document read again revives it."""
    done = await tell(store, "one")
    (fact,) = done.new
    assert await withdraw(store, done.document, "the paper retracted it") == [fact]
    assert await fines(store) == []
    with pytest.raises(Gone) as gone:
        await facts.one(store, fact)
    assert gone.value.reason == "the paper retracted it"
    await tell(store, "one")
    assert [row["id"] for row in await fines(store)] == [fact]


async def test_withdrawing_one_of_two_keeps_the_fact(store: Store) -> None:
    """A fact with another witness stands, with one source fewer."""
    done = await tell(store, "one")
    await tell(store, "two")
    assert await withdraw(store, done.document, "retracted") == []
    (fact,) = await fines(store)
    assert fact["sources"]["documents"] == 1


async def test_withdrawing_what_is_not_there(store: Store) -> None:
    """An unknown document is an error, and nothing is written."""
    with pytest.raises(NotFound):
        await withdraw(store, "nothing", "why not")
    assert (await revision.counts(store)).revision == 0


async def test_an_entity_of_the_registry_comes_with_its_owner(store: Store) -> None:
    """A known firm is written as the records have it, with the group that its row names."""
    await tell(store, "one", told("Gamma", target=Party("Gamma plc", "gamma", "company", "Gamma")))
    assert (await revision.counts(store)).counts["entities"] == 3


async def test_a_new_name_of_a_new_firm_is_an_alias(store: Store) -> None:
    """An unregistered firm goes by the longest name that any text gave it, whichever came first."""
    await tell(store, "one")
    longer = replace(ACME, name="Acme Biscuits Limited")
    await tell(store, "two", told("again", target=longer))
    (fact,) = await fines(store)
    assert fact["object"]["name"] == "Acme Biscuits Limited"


async def test_a_note_of_our_own_confirms_only(store: Store) -> None:
    """A case note gives its words to a curated fact; it counts as no source, and brings nothing of its own."""
    words = "The ICO fined Acme £7.5m."
    note = source(words, "note", kind="note")
    assert (await ingest(store, note, told(words), REGISTRY)).claims == 0
    assert (await revision.counts(store)).counts["entities"] == 0
    await _curated(store)
    known = REGISTRY | {"acme-biscuits": EntityRow("acme-biscuits", "company", "Acme Biscuits Ltd")}
    words = "The ICO fined Acme £7.5m, we know."
    again = source(words, "other", kind="note")
    assert (await ingest(store, again, told(words), known)).confirmed == ("the-fine",)
    (fact,) = await fines(store)
    assert fact["sources"] == {"documents": 1, "independent": 1}
    assert words in [proof["quote"] for proof in fact["evidence"]]


async def test_a_verdict_counts_and_is_kept(store: Store) -> None:
    """A rejected claim supports nothing; accepted later, it does again; every verdict stays with its reason."""
    await tell(store, "one")
    (waiting,) = (await review.queue(store, 10)).items
    claim = waiting["claim"]
    assert await review.review(store, claim, "rejected", "ann", "misread") == [
        "ico-uk.fined.acme-biscuits.2022"
    ]
    assert await fines(store) == []
    assert await review.review(store, claim, "accepted", "bob", "read it again") == []
    (fact,) = await fines(store, reviews=["accepted"])
    assert fact["evidence"][0]["review"] == "accepted"
    assert [(one.review, one.who) for one in await review.history(store, claim)] == [
        ("rejected", "ann"),
        ("accepted", "bob"),
    ]
    assert (await review.queue(store, 10)).value == 0


@pytest.mark.parametrize(("verdict", "why"), [("unreviewed", "x"), ("maybe", "x"), ("accepted", " ")])
async def test_a_verdict_needs_a_word_and_a_reason(store: Store, verdict: str, why: str) -> None:
    """Anything but accepted or rejected, or a verdict without a reason, is refused."""
    with pytest.raises(InvalidInput):
        await review.review(store, "c-none", verdict, "ann", why)


async def test_no_verdict_on_what_is_gone(store: Store) -> None:
    """An unknown claim is not found; one that was withdrawn is gone."""
    with pytest.raises(NotFound):
        await review.review(store, "c-none", "accepted", "ann", "fine")
    done = await tell(store, "one")
    claim = (await review.queue(store, 1)).items[0]["claim"]
    await withdraw(store, done.document, "retracted")
    with pytest.raises(Gone):
        await review.review(store, claim, "accepted", "ann", "fine")


async def test_a_key_opens_until_it_is_revoked(store: Store) -> None:
    """Only the whole key opens; the graph never holds it; after revocation nothing does."""
    key = await api_keys.create(store, "newsroom")
    found = await api_keys.holder(store, key)
    assert found is not None
    assert (found.name, found.scopes) == ("newsroom", {"read", "write", "review"})
    for wrong in ("", "wf_", "wf_x_y", key[:-1], key + "x"):
        assert await api_keys.holder(store, wrong) is None
    (row,) = await api_keys.every(store)
    await api_keys.revoke(store, row.id)
    assert await api_keys.holder(store, key) is None
    with pytest.raises(NotFound):
        await api_keys.revoke(store, "none")
    with pytest.raises(InvalidInput):
        await api_keys.create(store, " ")


async def _curated(store: Store) -> None:
    """The ICO's fine of Acme as a curated record."""
    fine = FactRow(
        "the-fine", "FINED", "ico-uk", "acme-biscuits", "2022-05-18",
        amount_minor=755_280_000, currency="GBP", status="imposed", stages=(StageRow("imposed", "2022-05-18"),),
    )  # fmt: skip
    firm = EntityRow("acme-biscuits", "company", "Acme Biscuits Ltd")
    page = DocumentRow("register", "official", "Register", "ICO", "ico")
    claim = ClaimRow("c-curated", "register", "FINED", "ico-uk", "acme-biscuits", "the-fine")
    await apply(store, Plan("curated", (REGISTRY["ico-uk"], firm), (page,), (), (fine,), (claim,)))


def test_a_document_is_named_by_its_text() -> None:
    """The same text has the same id, whatever address, title or file it comes by; another text has another."""
    one = source("text")
    assert document_id(one) == document_id(source("text", "two")) == document_id(Source("text", file="a.txt"))
    assert document_id(one) != document_id(source("other"))
    assert document_id(Source("Fine of May\n\nAnd more.")).startswith("fine-of-may-")
