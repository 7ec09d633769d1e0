"""Documents that sources of records become."""

from pathlib import Path

import pytest

from seed.curated import examine, plan
from tests.record_folder import RecordFolder


@pytest.fixture
def folder(tmp_path: Path) -> RecordFolder:
    """A small folder of records that is in order."""
    return RecordFolder(tmp_path)


def test_a_page_noted_with_and_without_www_is_one_document(folder: RecordFolder) -> None:
    """Two sources, one page: one row, and a fact that cites both has one claim of it."""
    again = {**folder.record("page"), "id": "page-2", "url": "https://www.p.test/a"}
    folder.add("sources/all.yaml", again)
    folder.set("acme-us-2022", sources=["page", "page-2"])
    checked = examine(folder.write())
    assert not checked.problems
    groups = plan(checked)
    rows = {row.id for group in groups for row in group.plan.documents if row.title == again["title"]}
    assert len(rows) == 1
    claims = [claim.id for group in groups for claim in group.plan.claims]
    assert len(claims) == len(set(claims))
