"""Texts of items: made once an edition, read only when looked into, and never more than there is room for."""

import orjson
import pytest

from graph.reads.kept import Kept, Texts


def test_texts_are_items() -> None:
    """In any order, in parts, and as often as one likes."""
    rows = [{"id": f"f{n}", "n": n} for n in range(5)]
    texts = Texts([orjson.dumps(row) for row in rows])
    assert (len(texts), list(texts), texts[2], list(texts[1:3])) == (5, rows, rows[2], rows[1:3])
    assert list(texts) == rows
    assert isinstance(texts[:0], Texts)
    assert not texts[:0]
    with pytest.raises(IndexError):
        texts[5]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    """The room is bounded, with what each key takes; what would fill all of it is not kept."""
    kept = Kept(orjson.dumps, megabytes=1)
    first, large, huge = b"1" * 10, b"2" * 400_000, b"3" * 2_000_000
    kept.keep(("f1", 1, 3), first)
    kept.keep(("f2", 1, 3), large)
    kept.keep(("f3", 1, 3), huge)
    assert kept.known([("f1", 1, 3), ("f2", 1, 3), ("f3", 1, 3)]) == [first, large, None]
    kept.known([("f1", 1, 3)])
    kept.keep(("f4", 1, 3), large)
    kept.keep(("f5", 1, 3), large)
    assert kept.known([("f1", 1, 3), ("f2", 1, 3), ("f4", 1, 3), ("f5", 1, 3)]) == [first, None, large, large]
    assert kept.known([("f1", 2, 3), ("f1", 1, 0)]) == [None, None]


def test_many_small_texts_take_room_too() -> None:
    """A million of nothing would otherwise stay for ever."""
    kept = Kept(orjson.dumps, megabytes=1)
    for number in range(5_000):
        kept.keep((f"f{number}", 1, 3), b"")
    held = [
        text for text in kept.known([(f"f{number}", 1, 3) for number in range(5_000)]) if text is not None
    ]
    assert 1_000 < len(held) < 5_000
