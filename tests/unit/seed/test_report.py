"""What a load reports, without a database."""

from pathlib import Path

from graph.model import Written
from seed.curated import examine, plan
from seed.load import Contents, Outcome, Report
from tests.record_folder import RecordFolder

_NOTHING: dict[str, int] = {"entities": 0, "cases": 0, "facts": 0, "claims": 0, "documents": 0}


def test_contents_count_each_row_once(tmp_path: Path) -> None:
    """A document that two groups cite is one document; unsourced rows are counted as such."""
    contents = Contents.of(plan(examine(RecordFolder(tmp_path).write())))
    assert contents.rows == {"entities": 11, "cases": 3, "facts": 11, "claims": 13, "documents": 4}
    assert contents.unsourced == {"entities": 0, "facts": 1, "stages": 0}


def test_a_report_sums_what_groups_wrote() -> None:
    """Refused groups wrote nothing and make the load incomplete."""
    written = Written({**_NOTHING, "facts": 2}, {**_NOTHING, "claims": 1}, _NOTHING, 3)
    report = Report(Contents.of([]), (Outcome("a", written), Outcome("b", refused="no")))
    assert (report.created["facts"], report.changed["claims"], report.changes) == (2, 1, 3)
    assert [outcome.group for outcome in report.refused] == ["b"]
    assert not report.complete
    assert Report(Contents.of([]), (Outcome("a", written),)).complete
