"""A reader that hears from a model what a test lets it say."""

from itertools import count
from pathlib import Path

import pytest

from seed.extract.types import Document, Extraction
from seed.llm.endpoint import Endpoint
from seed.llm.extractor import LanguageModel
from seed.llm.report import Report
from tests.unit.llm import stub
from tests.unit.llm.reading import TEXT, Read
from tests.unit.llm.stub import claims


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a text that a model says these rows of; no answer is kept for the next."""
    folders = (tmp_path / str(number) for number in count())

    def read(
        *said: object, text: str = TEXT, published: str | None = "2022-05-24"
    ) -> tuple[Extraction, Report]:
        with stub.serving(claims(*said)) as server:
            model = LanguageModel(Endpoint(server.url, "m", pause=0.01), next(folders))
            extraction = model(Document(text, id="d", published=published))
            return extraction, extraction.report

    return read
