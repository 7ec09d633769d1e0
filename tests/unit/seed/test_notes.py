"""Case notes: texts in our own words, each with its sources."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from seed.curated import RECORDS, examine
from seed.curated.records import Source

NOTES = RECORDS.parent / "notes"
_FILES = sorted(NOTES.glob("*.md"))


@pytest.fixture(scope="module")
def urls() -> set[str]:
    """The addresses of all recorded sources."""
    index = examine(RECORDS).index
    return {source.url for _, source in index.all(Source)}


def _parts(path: Path) -> tuple[dict[str, Any], str]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body.strip()


def test_there_are_notes_on_the_saga_and_on_the_largest_actions() -> None:
    """The Clearview saga country by country, and at least ten others."""
    names = [path.stem for path in _FILES]
    saga = {name for name in names if name.startswith("clearview-")}
    places = "uk australia france italy greece netherlands austria sweden-and-finland canada aclu mdl"
    assert {f"clearview-{place}" for place in places.split()} <= saga
    assert len(set(names) - saga) >= 10


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_a_note_says_what_it_is_and_where_it_is_from(path: Path, urls: set[str]) -> None:
    """Front matter for the reader of documents, recorded sources, and a text of the length of an article."""
    head, body = _parts(path)
    assert list(head) == ["title", "date", "publisher", "kind", "sources"]
    assert (head["publisher"], head["kind"]) == ("whofined", "note")
    assert head["sources"]
    assert set(head["sources"]) <= urls
    assert 150 <= len(body.split()) <= 500
    assert "http" not in body
