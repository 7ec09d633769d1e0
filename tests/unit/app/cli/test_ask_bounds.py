"""The bounds of a question on the command line: filters by name, and what is refused before a graph is needed."""

import pytest

from app.cli.ask import _bounds
from graph.errors import InvalidInput


def test_filters_become_bounds() -> None:
    """Repeated where the filter may be; the others once."""
    found = _bounds("who?", ["tier=curated", "tier=compiled", "country=FR", "date_from=2023", "party=x"])
    assert found.filters.tiers == ["curated", "compiled"]
    assert found.filters.countries == ["FR"]
    assert found.filters.day_from == "2023-01-01"
    assert found.party == "x"


@pytest.mark.parametrize(
    "wrong",
    [["colour=red"], ["tier"], ["q=x"], ["tier=golden"], ["date_from=yesterday"], ["party=a", "party=b"]],
)
def test_what_is_no_bound_is_refused(wrong: list[str]) -> None:
    """With the name of the option."""
    with pytest.raises(InvalidInput) as raised:
        _bounds("who?", wrong)
    assert "--bound" in str(raised.value)
