"""Documents that say one thing each, made by hand, and graphs compared after them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from graph.connection import Connection
from graph.model import EntityRow
from graph.reads import facts
from graph.reads.facts import FactQuery, Filters
from graph.store import Store
from seed.extract.types import Claim, Extraction, Party, Sum, When
from seed.ingest.identity.judge import Judged, Word, judge
from seed.ingest.rows import Source
from seed.ingest.write import Ingested, ingest
from tests.soak.snapshot import snapshot

ICO = Party("Information Commissioner's Office", "ico-uk", "regulator", "the ICO")
REGISTRY = {
    "ico-uk": EntityRow("ico-uk", "regulator", "Information Commissioner's Office", ("ICO",), "GB"),
    "gamma": EntityRow("gamma", "company", "Gamma plc", ("Gamma Biscuits",), country="GB"),
    "beta": EntityRow("beta", "company", "Beta SA", country="FR"),
}


def firm(id_: str, name: str | None = None) -> Party:
    """A firm; registered where the registry knows it."""
    known = REGISTRY.get(id_)
    return Party(
        known.name if known else name or id_.replace("-", " ").title(),
        id_,
        "company",
        id_,
        registered=bool(known),
    )


def fined(
    target: str,
    *,
    pounds: str | None = "7500000",
    date: str | None = "2022-05",
    name: str | None = None,
    **more: Any,
) -> Claim:
    """The ICO fined a firm; the quote is filled in by ``tell``."""
    sum_ = Sum(Decimal(pounds), "GBP", f"£{pounds}") if pounds else None
    when = When(date, date) if date else None
    given: dict[str, Any] = {"relation": "FINED", "subject": ICO, "modality": "asserted", **more}
    return Claim(
        object=firm(target, name), quote="", start=0, end=0, rule="test", sum=sum_, when=when, **given
    )


def document(paper: str, *claims: Claim, text: str | None = None) -> tuple[Source, Extraction]:
    """A text of a paper, whose claims all quote the whole of it."""
    words = text or f"What {paper} says."
    quoted = tuple(replace(one, quote=words, start=0, end=len(words)) for one in claims)
    source = Source(
        words, title=f"Story {paper}", url=f"https://{paper}.example/story", publisher=f"Paper {paper}"
    )
    return source, Extraction("-", quoted, None, "rules", "test")


async def tell(store: Store, paper: str, *claims: Claim, text: str | None = None) -> Ingested:
    """Take in one document."""
    return await ingest(store, *document(paper, *claims, text=text), REGISTRY)


async def say(store: Store, left: str, right: str | None, verdict: str, **more: Any) -> Judged:
    """Add a judgement."""
    return await judge(
        store, Word(left, right, verdict, more.pop("why", "compared the registers"), **more), "ann"
    )


async def fines(store: Store) -> list[tuple[str, str, int]]:
    """Id, target and number of documents of every fine, sorted."""
    page = await facts.page(store, FactQuery(Filters(relations=["FINED"]), limit=100))
    return sorted((one["id"], one["object"]["id"], one["sources"]["documents"]) for one in page.items)


async def graph(connection: Connection) -> dict[str, list[str]]:
    """All that follows from documents and judgements; the log itself is left out."""
    found = await snapshot(connection)
    return {kind: lines for kind, lines in found.items() if kind != "_Judgement"}
