"""The extractor: a document in, claims out. Pure, deterministic, versioned; text of any length in bounded memory."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final, Protocol

from seed.extract.candidates.candidate import Draft, Scene
from seed.extract.claims import amounts
from seed.extract.claims.assemble import Found, assemble, finish
from seed.extract.claims.sections import Lead, lead_end
from seed.extract.coreference.references import discourse
from seed.extract.decide.model import shipped as shipped_model
from seed.extract.decide.select import described, select
from seed.extract.mentions import reader
from seed.extract.mentions.captions import VERSUS
from seed.extract.mentions.gazetteer import Gazetteer, shipped
from seed.extract.mentions.mention import Reading
from seed.extract.mentions.sources import mark_sources
from seed.extract.patterns import follow_up
from seed.extract.patterns.boxes import boxes
from seed.extract.patterns.cases import cases
from seed.extract.patterns.leads import leads
from seed.extract.patterns.masks import mask
from seed.extract.patterns.rows import rows
from seed.extract.patterns.staff import mark_people
from seed.extract.scope.earlier_decisions import DECIDED, RULED
from seed.extract.sentence_rules import drafts_of
from seed.extract.syntax.tree import Tree, parse
from seed.extract.syntax.triggers import has_trigger
from seed.extract.text import view
from seed.extract.types import NAME, VERSION, Claim, Document, Extraction, Party, When
from seed.extract.values import dating, publication
from seed.language import languages

_CHUNK: Final = 60_000
"""Longer texts are read in stretches that end at a blank line: memory and the search for who is meant stay bounded."""


class Extractor(Protocol):
    """Whatever turns a document into claims."""

    def __call__(self, document: Document) -> Extraction:
        """The claims of a document."""
        ...


def extract(
    document: Document, gazetteer: Gazetteer | None = None, threshold: float | None = None
) -> Extraction:
    """All claims of a document, by rules, each with how sure it is.

    The same document gives the same claims, in the order of the text; hostile text gives none, not an error, and
    one in another language gives none and says so. ``threshold``, 0 to 1, is the confidence from which a claim is
    given; without it the one that the model was trained for.
    """
    spoken = languages(document.text)
    published = document.published or publication.published(document.text, document.url)
    found = candidates(document, published, gazetteer) if spoken.is_read else []
    claims = select(found, shipped_model(), threshold)
    return Extraction(document.id, claims, published, NAME, VERSION, spoken.unread)


def candidates(document: Document, published: str | None, gazetteer: Gazetteer | None = None) -> list[Found]:
    """All that the rules propose, before anything is decided: what the model is trained on."""
    found: list[Found] = []
    for offset, piece in _chunks(document.text):
        found += _piece(piece, offset, document, published, gazetteer or shipped())
    return [replace(one, claim=_apart(one.claim, document.text)) for one in finish(found, document.text)]


def _apart(claim: Claim, text: str) -> Claim:
    """The claim with the ids of unnamed parties made those of this text: another text's "bank" is another one."""
    if not claim.subject.unnamed and not claim.object.unnamed:
        return claim
    mark = sha256(text.encode("utf-8", "replace")).hexdigest()[:8]

    def own(party: Party) -> Party:
        return replace(party, id=f"{party.id}-{mark}") if party.unnamed else party

    return replace(claim, subject=own(claim.subject), object=own(claim.object))


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _CHUNK:
        end = text.rfind("\n\n", start + _CHUNK // 2, start + _CHUNK)
        end = end if end > start else text.rfind(" ", start + _CHUNK // 2, start + _CHUNK)
        end = end if end > start else start + _CHUNK
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _piece(
    text: str, offset: int, document: Document, published: str | None, gazetteer: Gazetteer
) -> list[Found]:
    """The claims of one stretch of a text that starts at ``offset``."""
    seen = view.clean(text)
    whole = reader.read(seen, dating.Calendar(published), gazetteer, document.publisher, document.url)
    if whole.author is None and not any(_names_a_party(reading) for reading in whole.readings):
        return []
    mark_people(whole, gazetteer)
    mark_sources(whole)
    talk = discourse(whole, gazetteer)
    lead = Lead(published, lead_end([r.sentence.kind for r in whole.readings]))
    listed: dict[int, list[Draft]] = {}
    boxed, lines = boxes(talk)
    for draft in (*rows(talk), *boxed, *cases(talk, lines)):
        listed.setdefault(draft.sentence, []).append(draft)
    for draft in leads(talk, frozenset(listed)):
        listed.setdefault(draft.sentence, []).append(draft)
    trees = _trees([r for r in whole.readings if r.sentence.index not in listed and has_trigger(r)])
    found: list[Found] = []
    previous: Draft | None = None
    for reading in whole.readings:
        index = reading.sentence.index
        if index not in listed and index not in trees and not _has_two_parties(reading):
            asked = index and whole.readings[index - 1].sentence.text.endswith("?")
            if not (asked and any(m.sort == "money" for m in reading.mentions)):
                continue
        scene = Scene(trees.get(index) or Tree(reading, []), index, talk)
        if index in listed:
            drafts = listed[index]
        else:
            masked = mask(scene)
            drafts, previous = drafts_of(scene, masked, previous)
            found = _dated_later(found, index, follow_up.later_date(masked))
        found += [described(scene, one) for one in assemble(scene, drafts, lead, seen, offset)]
    return found


def _trees(readings: list[Reading]) -> dict[int, Tree]:
    return {tree.reading.sentence.index: tree for tree in parse(readings)}


def _names_a_party(reading: Reading) -> bool:
    """Whether a sentence names anybody: of a text without parties nothing can be said."""
    return any(m.sort in {"entity", "place"} for m in reading.mentions)


def _has_two_parties(reading: Reading) -> bool:
    """Whether patterns that need no tree may find something; a person's employer may stand elsewhere."""
    people = any(m.kinds == frozenset({"person"}) for m in reading.mentions)
    captioned = bool(VERSUS & set(reading.lower)) or "in re" in reading.sentence.text.lower()
    return people or captioned or sum(m.sort in {"entity", "nominal"} for m in reading.mentions) > 1


def _dated_later(found: list[Found], index: int, dated: tuple[str, str] | None) -> list[Found]:
    """Give the decision told last the date that a sentence after it names."""
    last = next((f.sentence for f in reversed(found) if f.claim.relation in amounts.DATED), None)
    if dated is None or last is None or not follow_up.is_near(last, index):
        return found
    when = When(*dated)
    ruled = any(f.sentence == last and f.claim.relation in RULED for f in found)
    kinds = DECIDED if ruled else amounts.DATED
    return [
        replace(f, claim=replace(f.claim, when=when))
        if f.sentence == last and f.claim.relation in kinds and not (f.claim.when and f.claim.when.text)
        else f
        for f in found
    ]
