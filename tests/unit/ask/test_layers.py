"""The names of one question over those that are kept."""

from typing import Any

import pytest

from app.ask.layers import layered, queries
from app.ask.names import build
from tests.unit.ask.conftest import authority, owned, row


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who fined Acme?", {"acme", "acme~1"}),
        ("How many fines since 2020?", set[str]()),
        ("Was the Bank of Bytesland fined?", {'"bank of bytesland"', "bytesland", "bytesland~2"}),
        ("Acme's fine", {"acme", "acmes"}),
        ("fine on H&M", {'"h m"'}),
        ('fine on "Acme" OR (x) AND *~', {"acme"}),
    ],
)
def test_what_the_index_of_names_is_asked(question: str, asked: set[str]) -> None:
    """Words that no table explains, and phrases; never anything that has a meaning in the syntax."""
    assert asked <= {text for text, _ in queries(question)}
    if not asked:
        assert queries(question) == []


def _ids(rows: list[dict[str, Any]]) -> set[str]:
    return {one["id"] for one in rows}


def test_names_of_a_question_lie_over_those_that_are_kept() -> None:
    """A name that both have is everybody's; a group reaches from one to the other; what is learned is no name."""
    kept = build([authority("dpc-ie", "Example Commission", "IE", acronym="DPC", facts=2)], 7)
    firms = [
        row("dpc-firm", "company", "DPC", facts=5),
        row("acme", "company", "Acme"),
        row("acme-ie", "company", "Acme Ireland Ltd", owners=[owned("acme")]),
    ]
    index = layered(kept, [*firms, authority("dpc-ie", "Another name", "IE")])
    assert index.ids(("dpc",)) == ("dpc-firm", "dpc-ie")
    assert index.ids(("acme", "ireland")) == ("acme-ie",)
    assert set(index.group("acme")) == {"acme", "acme-ie"}
    assert index.by_id["dpc-ie"].name == "Example Commission"
    assert (index.revision, index.partial, index.offices) == (7, True, ("dpc-ie",))
    index.learn([row("bytes", "company", "Bytes")])
    assert index.by_id["bytes"].name == "Bytes"
    assert index.ids(("bytes",)) == ()
    assert "bytes" not in kept.by_id
    assert _ids(firms) <= index.by_id.keys()
