"""Which backups of a folder are kept, and what they are called."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.backups import kept, made, name, surplus

NOW = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)


def daily(number: int) -> list[tuple[datetime, Path]]:
    """One a day, the newest first."""
    moments = [NOW - timedelta(days=day) for day in range(number)]
    return [(moment, Path(name(moment))) for moment in moments]


def test_a_name_says_when_it_was_made() -> None:
    """It can be read back, and other files of a folder are none."""
    assert name(NOW) == "whofined-20260504T030201Z.backup"
    assert made(Path("some") / name(NOW)) == NOW
    assert [
        made(Path(other)) for other in (".whofined.lock", "whofined-2026.backup", "a.backup.partial")
    ] == [None] * 3


@pytest.mark.parametrize(
    ("keep", "days", "left"),
    [(3, None, 3), (1, None, 1), (100, None, 10), (100, 4.5, 5), (2, 4.5, 2), (100, 0.001, 1), (7, 30, 7)],
)
def test_by_number_and_age(keep: int, days: float | None, left: int) -> None:
    """The oldest go; the newest stays, however old it is."""
    found = daily(10)
    gone = surplus(found, NOW, keep, days)
    assert [path for _, path in found if path not in gone] == [path for _, path in found[:left]]


def test_the_newest_stays_when_all_are_old() -> None:
    """A service that was down for a year does not throw its last backup away."""
    assert surplus(daily(3), NOW + timedelta(days=365), 10, 1) == [path for _, path in daily(3)[1:]]


def test_a_folder_is_read_by_names(tmp_path: Path) -> None:
    """The newest first; what else lies there is left alone."""
    for path in (*(path for _, path in daily(3)), Path("notes.txt")):
        (tmp_path / path).touch()
    assert [moment for moment, _ in kept(tmp_path)] == [moment for moment, _ in daily(3)]
