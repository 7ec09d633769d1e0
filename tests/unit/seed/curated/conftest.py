"""Fixtures for tests of records."""

from pathlib import Path

import pytest

from seed.curated import RECORDS, Checked, examine
from tests.record_folder import RecordFolder


@pytest.fixture
def folder(tmp_path: Path) -> RecordFolder:
    """A small folder of records that is in order."""
    return RecordFolder(tmp_path)


@pytest.fixture(scope="session")
def shipped() -> Checked:
    """The records of the project."""
    return examine(RECORDS)
