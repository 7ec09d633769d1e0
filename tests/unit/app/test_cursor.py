"""Cursors: opaque, bound to their list, never misread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answers.cursor import decode, digest, encode
from graph.errors import InvalidInput

LIST = digest({"list": "facts", "sort": "date:desc"})


@given(st.text())
def test_a_cursor_gives_its_key_back(key: str) -> None:
    """Any sort key survives, and nothing in a cursor needs escaping in an address."""
    cursor = encode(key, LIST)
    assert decode(cursor, LIST) == key
    assert all(char.isalnum() or char in "-_" for char in cursor)


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    """What is no cursor is an error that names the parameter."""
    with pytest.raises(InvalidInput) as raised:
        decode(text, LIST)
    assert raised.value.where == "cursor"
    assert raised.value.remedy


@pytest.mark.parametrize("text", ["MQ", "W10", "WzEsMl0", "eyJhIjoxLCJiIjoyfQ"])
def test_json_of_another_shape_is_no_cursor(text: str) -> None:
    """A number, lists and an object that are well-formed."""
    with pytest.raises(InvalidInput):
        decode(text, LIST)


def test_a_cursor_belongs_to_its_list() -> None:
    """Other filters or another order give another list; the order of the filters does not."""
    other = digest({"list": "facts", "sort": "date:asc"})
    with pytest.raises(InvalidInput, match="other filters or another order"):
        decode(encode("k", LIST), other)
    assert digest({"sort": "date:desc", "list": "facts"}) == LIST
