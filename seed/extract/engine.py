"""The extractor: a document in, claims out. Pure, deterministic, versioned; text of any length in bounded memory."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Protocol

from seed.extract import dating, publication, reader, sequel, settle, view
from seed.extract.assemble import Found, assemble, finish
from seed.extract.coreference import discourse
from seed.extract.decisions import DECIDED, RULED
from seed.extract.drafting import drafts_of
from seed.extract.drafts import Draft, Scene
from seed.extract.gazetteer import Gazetteer, shipped
from seed.extract.masks import mask
from seed.extract.mentions import Reading
from seed.extract.rows import rows
from seed.extract.settle import Lead, lead_end
from seed.extract.staff import mark_people
from seed.extract.syntax import Tree, parse
from seed.extract.triggers import has_trigger
from seed.extract.types import Document, Extraction, When

NAME: Final = "rules"
VERSION: Final = "3"
_CHUNK: Final = 60_000
"""Longer texts are read in stretches that end at a blank line: memory and the search for who is meant stay bounded."""


class Extractor(Protocol):
    """Whatever turns a document into claims."""

    def __call__(self, document: Document) -> Extraction:
        """The claims of a document."""
        ...


def extract(document: Document, gazetteer: Gazetteer | None = None) -> Extraction:
    """All claims of a document, by rules.

    The same document gives the same claims, in the order of the text; hostile text gives none, not an error.
    """
    known = gazetteer or shipped()
    published = document.published or publication.published(document.text, document.url)
    found: list[Found] = []
    for offset, piece in _chunks(document.text):
        found += _piece(piece, offset, published, known)
    return Extraction(document.id, finish(found, document.text), published, NAME, VERSION)


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _CHUNK:
        end = text.rfind("\n\n", start + _CHUNK // 2, start + _CHUNK)
        end = end if end > start else text.rfind(" ", start + _CHUNK // 2, start + _CHUNK)
        end = end if end > start else start + _CHUNK
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _piece(text: str, offset: int, published: str | None, gazetteer: Gazetteer) -> list[Found]:
    """The claims of one stretch of a text that starts at ``offset``."""
    seen = view.clean(text)
    whole = reader.read(seen.text, dating.Calendar(published), gazetteer)
    if not any(_names_a_party(reading) for reading in whole.readings):
        return []
    mark_people(whole, gazetteer)
    talk = discourse(whole, gazetteer)
    lead = Lead(published, lead_end([r.sentence.kind for r in whole.readings]))
    listed: dict[int, list[Draft]] = {}
    for draft in rows(talk):
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
            found = _dated_later(found, index, sequel.later_date(masked))
        found += assemble(scene, drafts, lead, seen, offset)
    return found


def _trees(readings: list[Reading]) -> dict[int, Tree]:
    return {tree.reading.sentence.index: tree for tree in parse(readings)}


def _names_a_party(reading: Reading) -> bool:
    """Whether a sentence names anybody: of a text without parties nothing can be said."""
    return any(m.sort in {"entity", "place"} for m in reading.mentions)


def _has_two_parties(reading: Reading) -> bool:
    """Whether patterns that need no tree may find something; a person's employer may stand elsewhere."""
    people = any(m.kinds == frozenset({"person"}) for m in reading.mentions)
    return people or sum(m.sort in {"entity", "nominal"} for m in reading.mentions) > 1


def _dated_later(found: list[Found], index: int, dated: tuple[str, str] | None) -> list[Found]:
    """Give the decision told last the date that a sentence after it names."""
    last = next((f.sentence for f in reversed(found) if f.claim.relation in settle.DATED), None)
    if dated is None or last is None or not sequel.is_near(last, index):
        return found
    when = When(*dated)
    ruled = any(f.sentence == last and f.claim.relation in RULED for f in found)
    kinds = DECIDED if ruled else settle.DATED
    return [
        replace(f, claim=replace(f.claim, when=when))
        if f.sentence == last and f.claim.relation in kinds and not (f.claim.when and f.claim.when.text)
        else f
        for f in found
    ]
