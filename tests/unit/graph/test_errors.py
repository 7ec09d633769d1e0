"""The error tree."""

import pytest

from graph import errors
from graph.errors import DatabaseUnavailable, Gone, NotFound, WhofinedError


def test_an_error_is_one_line_of_what_where_and_remedy() -> None:
    """A person reads what happened, where, and what to do; parts that are not known are left out."""
    assert str(WhofinedError("it broke", where="here", remedy="mend it")) == "it broke (here); mend it"
    assert str(WhofinedError("it broke")) == "it broke"


def test_what_is_gone_says_why() -> None:
    """And is a kind of not found."""
    gone = Gone("fact 'f' was withdrawn", "the notice was never issued", where="id")
    assert isinstance(gone, NotFound)
    assert gone.reason == "the notice was never issued"


def test_an_outage_says_when_to_try_again() -> None:
    """In seconds."""
    assert DatabaseUnavailable("no answer").retry_after > 0


def test_the_docstring_draws_the_whole_tree() -> None:
    """Every error is in the picture, under its parent."""
    lines = (errors.__doc__ or "").splitlines()
    parents: list[str] = []
    for line in lines:
        drawn = line.replace("├──", "   ").replace("└──", "   ").replace("│", " ")
        word = drawn.split()[0] if drawn.split() else ""
        if word not in vars(errors):
            continue
        depth = (len(drawn) - len(drawn.lstrip())) // 4
        parents[depth:] = [word]
        if depth:
            assert vars(errors)[word].__mro__[1].__name__ == parents[depth - 1], word
    named = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, WhofinedError)
    }
    assert {name for name in named if name not in (errors.__doc__ or "")} == set()


@pytest.mark.parametrize("name", ["ConfigurationError", "InvalidInput"])
def test_a_mistake_of_the_caller_has_the_exit_code_of_wrong_usage(name: str) -> None:
    """Scripts can tell it from a failure."""
    assert vars(errors)[name].exit_code == 2
