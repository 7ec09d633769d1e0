"""Sentences that answer: what is counted is what is told of."""

from typing import Any

import pytest

from app.ask import sentence
from app.ask.names import Index


def _rows(*actions: str) -> list[dict[str, Any]]:
    empty = dict.fromkeys(("minor", "currency", "qualifier", "date", "status", "role"))
    return [
        {
            "action": action,
            "relation": "FINED",
            "subject": "ico-uk",
            "object": "acme",
            "others": [],
            "shared": False,
            **empty,
        }
        for action in actions
    ]


@pytest.mark.parametrize(
    ("actions", "head", "end"),
    [
        ("abcde", "5 fines:", "fined Acme Corporation."),
        ("abcdefg", "7 fines:", "; and 2 more."),
        ("aabbccdd", "4 fines:", "; and 1 more."),
        ("aaaaaab", "2 fines:", "; and 1 more."),
        ("aaaaaa", "1 fine:", "; and others by the same decisions."),
    ],
)
def test_what_is_not_shown_is_counted_as_the_whole_is(
    index: Index, actions: str, head: str, end: str
) -> None:
    """Decisions, though each may have several facts."""
    told = sentence.listed(_rows(*actions), ["FINED"], index, valid_on=None)
    assert told.startswith(head)
    assert told.endswith(end)
