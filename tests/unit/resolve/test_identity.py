"""From the log of judgements to who is who: a function of the log, with every judgement taken back by another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.resolve.identity import Identity, Judgement, identity, members, objection, verdicts

IDS = st.sampled_from("abcdef")
WORDS = st.lists(st.tuples(IDS, IDS, st.sampled_from(["same", "different", "unsure"])), max_size=12)


def log(*words: tuple[str, str, str]) -> list[Judgement]:
    """Judgements in this order."""
    return [Judgement(at, *word) for at, word in enumerate(words, 1)]


def accepted(words: list[tuple[str, str, str]], registered: str) -> list[Judgement]:
    """Those of the words that may stand beside the ones before."""
    found: list[Judgement] = []
    for at, (left, right, verdict) in enumerate(words, 1):
        new = Judgement(at, left, right, verdict)
        if left != right and objection(found, new, registered) is None:
            found.append(new)
    return found


@given(words=WORDS, registered=st.sampled_from(["", "a", "bd", "abcdef"]), order=st.randoms())
def test_it_follows_from_the_log(
    words: list[tuple[str, str, str]], registered: str, order: st.DataObject
) -> None:
    """The order in which lines are read plays no part; an id that others go by goes by itself; records stay apart."""
    lines = accepted(words, registered)
    found = identity(lines, registered)
    shuffled = list(lines)
    order.shuffle(shuffled)  # pyright: ignore[reportAttributeAccessIssue]
    assert identity(shuffled, registered) == found
    for id_, into in found.canonical.items():
        assert found.of(into) == into
        assert id_ not in registered
        assert into in registered or into < id_
    for (one, other), verdict in verdicts(lines).items():
        assert (found.of(one) == found.of(other)) or verdict != "same"
        assert (found.of(one) != found.of(other)) or verdict != "different"


@given(words=WORDS, left=IDS, right=IDS)
def test_taking_back_restores(words: list[tuple[str, str, str]], left: str, right: str) -> None:
    """`same` and then `different` on a pair that was not judged before leaves everybody as they were."""
    lines = accepted(words, "")
    before = identity(lines, "")
    new = Judgement(100, left, right, "same")
    if left == right or new.pair in verdicts(lines) or before.of(left) == before.of(right):
        return
    if objection(lines, new, "") is None:
        after = identity([*lines, new, Judgement(101, right, left, "different")], "")
        assert after == before


def test_what_is_the_same_hangs_together() -> None:
    """All that a chain of judgements joins goes by one id: the registered one, else the smallest."""
    found = identity(log(("c", "b", "same"), ("b", "d", "same")), "")
    assert (members(found, "d"), found.of("d")) == (("b", "c", "d"), "b")
    assert identity(log(("c", "b", "same"), ("b", "d", "same")), "d").of("c") == "d"


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (("a", "b", "same"), "a and b both come from the curated records"),
        (("x", "b", "same"), "a and b both come from the curated records"),
        (("x", "z", "same"), "y and z were judged to be different"),
        (("a", "y", "different"), "a = x · x = y"),
        (("x", "y", "same"), None),
        (("a", "x", "different"), None),
    ],
)
def test_objections_name_what_stands_against(new: tuple[str, str, str], reason: str | None) -> None:
    """Records, an earlier judgement, or the chain that makes two the same."""
    lines = log(("a", "x", "same"), ("x", "y", "same"), ("y", "z", "different"))
    found = objection(lines, Judgement(9, *new), "ab")
    assert (
        (found or "").startswith(reason or "")
        if reason is None or "=" not in reason
        else reason in (found or "")
    )
    assert (found is None) == (reason is None)


def test_records_stay_apart_also_where_the_log_says_otherwise() -> None:
    """An entity that became a record later takes nobody with it who is in another record."""
    lines = log(("a", "x", "same"), ("b", "x", "same"))
    assert identity(lines, "ab") == Identity({"x": "a"})


def test_mentions_mean_what_was_said_last() -> None:
    """A claim's own word counts before its document's, the last word before earlier ones; merging comes after."""
    lines = [
        Judgement(1, "a", "b", "same", documents=("d",), of=("a",)),
        Judgement(2, "a", "c", "same", claims=("k",), of=("a",)),
        Judgement(3, "b", "e", "same"),
    ]
    found = identity(lines, "e")
    assert found.meant("a", "other", ["d"]) == "e"
    assert found.meant("a", "other", ["newer", "d"]) == "e"
    assert found.meant("a", "k", ["d"]) == "c"
    assert found.meant("a", "other", ["elsewhere"]) == "a"
    assert found.targets == {"b", "c"}
    back = [*lines, Judgement(4, "a", "c", "different", claims=("k",), of=("a",))]
    assert identity(back, "e").meant("a", "k", ["d"]) == "e"
    assert objection(lines, back[-1], "e") is None
