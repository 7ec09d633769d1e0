"""The bounds of a check of the graph: what a file may say, and when a measure is over its bound."""

from pathlib import Path

import pytest

from app.answers.quality import Measure
from app.cli.quality import exceeds, read_thresholds
from graph.errors import InvalidInput

HALF = Measure("unsourced", "-", 5, 10, 0.5, "/v1/facts")


@pytest.mark.parametrize(
    ("bound", "over"),
    [(None, False), (5, False), (4, True), (0, True), ("50%", False), ("49.9 %", True), ("0%", True)],
)
def test_a_bound_is_a_number_or_a_share(bound: int | str | None, over: bool) -> None:
    """At most that many, or at most that share; what reaches the bound is within it."""
    assert exceeds(HALF, bound) is over


@pytest.mark.parametrize(
    "text",
    [
        "unsourced = -1",
        'unsourced = "many"',
        "unsourced = true",
        "nonsense = 1",
        "unsourced = ",
        "unsourced = 0.5",
    ],
)
def test_what_is_no_bound_is_refused(tmp_path: Path, text: str) -> None:
    """With the file in the message; a file that is not there as well."""
    path = tmp_path / "quality.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as raised:
        read_thresholds(path)
    assert "quality.toml" in str(raised.value)
    with pytest.raises(InvalidInput):
        read_thresholds(tmp_path / "none.toml")


def test_a_good_file_is_read(tmp_path: Path) -> None:
    """By measure."""
    path = tmp_path / "quality.toml"
    path.write_text('unsourced = "2%"\norphan = 10\n', encoding="utf-8")
    assert read_thresholds(path) == {"unsourced": "2%", "orphan": 10}
