"""Every passage of the project's own corpus, read as a document: what holds of each claim whatever a text says."""

import pytest

from graph.vocabulary import RELATIONS
from seed.extract.engine import extract
from seed.extract.types import Document
from tests.corpus import corpus


@pytest.fixture(scope="module")
def passages() -> tuple[corpus.Passage, ...]:
    """The whole corpus, read once."""
    return corpus.load()


@pytest.mark.parametrize("part", range(8))
def test_claims_of_every_passage_are_whole(part: int, passages: tuple[corpus.Passage, ...]) -> None:
    """A quote is the text at its offsets, a relation is known, a confidence is a share."""
    told = 0
    for passage in passages[part::8]:
        for claim in extract(Document(passage.text, title=passage.title, published=passage.published)).claims:
            told += 1
            assert passage.text[claim.start : claim.end] == claim.quote, passage.id
            assert claim.relation in RELATIONS, passage.id
            assert claim.subject.id != "", passage.id
            assert claim.object.id != "", passage.id
            assert claim.confidence is None or 0 <= claim.confidence <= 1, passage.id
    assert told > 20
