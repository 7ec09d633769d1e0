"""What a report says of rows."""

from dataclasses import asdict
from pathlib import Path

from seed.import_.batch import Report
from seed.import_.entry import Entry
from seed.import_.parties import Parties
from seed.import_.planning import Placed
from seed.import_.run import counted
from seed.ingest.registry import registry


def test_counts_of_one_row_are_numbers(tmp_path: Path) -> None:
    """A list with one row is counted as any other."""
    one = Entry(1, "1", "cnil-fr", "CNIL", "FR", "Acme SA", "fine", None, None, None, (), None, None, None)
    target = Parties.of(registry().values()).target(one.target, one.country, {})
    told = asdict(counted(Report("b", rows=1), [Placed(one, target, None)]))
    assert told["new"] == 1
    assert not [
        name
        for name, value in told.items()
        if isinstance(value, bool) and name in {"new", "matched", "disputed", "to_look_at", "unnamed"}
    ]
