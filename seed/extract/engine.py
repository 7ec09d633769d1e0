"""The extractor: a document in, claims out. Pure, deterministic, versioned; text of any length in bounded memory."""

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from seed.extract import dating, reader, view
from seed.extract.assemble import Found, assemble, finish
from seed.extract.business import business
from seed.extract.discourse import Discourse, discourse
from seed.extract.drafts import Draft, Scene
from seed.extract.duties import duties
from seed.extract.fill import fill
from seed.extract.gazetteer import Gazetteer, shipped
from seed.extract.masks import mask
from seed.extract.match import match
from seed.extract.mentions import AUTHORITY, Reading
from seed.extract.payments import enumeration, impositions, payments
from seed.extract.rows import rows
from seed.extract.settle import Lead, lead_end
from seed.extract.staff import mark_people, staff
from seed.extract.syntax import Tree, parse
from seed.extract.triggers import has_trigger
from seed.extract.types import Document, Extraction

NAME: Final = "rules"
VERSION: Final = "1"
_CHUNK: Final = 60_000
"""Longer texts are read in stretches that end at a blank line: memory and the search for who is meant stay bounded."""


class Extractor(Protocol):
    """Whatever turns a document into claims."""

    def __call__(self, document: Document) -> Extraction:
        """The claims of a document."""
        ...


def extract(document: Document, gazetteer: Gazetteer | None = None) -> Extraction:
    """All claims of a document, by rules. The same document gives the same claims; hostile text gives none, not an error."""
    known = gazetteer or shipped()
    published = document.published or dating.publication(document.text, document.url)
    found: list[Found] = []
    for offset, piece in _chunks(document.text):
        found += _piece(piece, offset, published, known, document.url)
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


def _piece(
    text: str, offset: int, published: str | None, gazetteer: Gazetteer, url: str | None
) -> list[Found]:
    seen = view.clean(text)
    whole = reader.read(seen.text, dating.Calendar(published), gazetteer)
    if not whole.readings:
        return []
    mark_people(whole, gazetteer)
    talk = discourse(whole, gazetteer)
    lead = Lead(published, lead_end([r.sentence.kind for r in whole.readings]))
    listed = list(rows(talk))
    taken = {draft.sentence for draft in listed}
    found: list[Found] = []
    wanted = [
        r
        for r in whole.readings
        if r.mentions and (r.sentence.index in taken or has_trigger(r) or _is_plain_candidate(r))
    ]
    parsed = {r.sentence.index for r in wanted if r.sentence.index not in taken and has_trigger(r)}
    trees = dict(zip(sorted(parsed), parse(whole.readings[i] for i in sorted(parsed)), strict=True))
    for reading in wanted:
        index = reading.sentence.index
        scene = Scene(trees.get(index) or Tree(reading, []), index, talk)
        drafts = [d for d in listed if d.sentence == index] or _drafts(scene, whole.readings)
        found += assemble(scene, drafts, lead, seen, offset)
    return found


_ACTS: Final = frozenset({"FINED", "ORDERED", "REPRIMANDED", "FOUND_BREACH"})


def _is_plain_candidate(reading: Reading) -> bool:
    """Whether patterns that need no tree may find something: two named parties at least."""
    return sum(m.sort in {"entity", "nominal"} for m in reading.mentions) >= 2


def _drafts(scene: Scene, readings: list[Reading]) -> Iterable[Draft]:
    """The drafts of a sentence, with the parties that it leaves out."""
    masked = mask(scene)
    drafts = [*staff(masked), *business(masked)]
    if scene.words:
        before = readings[scene.index - 1].lower if scene.index else []
        counted = enumeration(scene, set(before))
        framed = [d for d in match(scene) if not (counted and d.relation in {"FINED", "SETTLED_WITH"})]
        framed += counted or [
            p
            for p in (*payments(scene), *impositions(scene), *duties(scene))
            if not any(
                d.relation == p.relation == "FINED" and d.object and p.object and d.object.id == p.object.id
                for d in framed
            )
        ]
        drafts += framed
    for draft in drafts:
        filled = fill(scene, draft)
        if filled is not None:
            _remember(scene, filled)
            yield filled


def _remember(scene: Scene, draft: Draft) -> None:
    """Keep who acts for which authority, and which authority acted against whom, for the sentences that follow."""
    if draft.subject is None or draft.object is None:
        return
    if draft.relation == "EMPLOYS" and draft.subject.kinds == AUTHORITY:
        scene.discourse.offices.setdefault(draft.object.id, draft.subject)
    elif draft.relation in _ACTS and draft.modality == "asserted":
        scene.discourse.acts.setdefault(draft.object.id, draft.subject)


__all__ = ["NAME", "VERSION", "Discourse", "Extractor", "extract"]
