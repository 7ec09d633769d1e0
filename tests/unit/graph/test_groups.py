"""Who belongs to a group, and when: pure walks over steps of ownership."""

from hypothesis import given
from hypothesis import strategies as st

from graph.reads.groups import ALWAYS, Group, Step, held, of, reach, together


def test_a_side_that_is_not_known_is_open() -> None:
    """A year begins with its first day and ends with its last."""
    assert held(None, None) == ALWAYS
    assert held("2016-12", "2021") == ("2016-12-01", "2021-12-31")


def test_all_steps_must_hold_at_once() -> None:
    """A firm of a firm belongs for the time in which both steps held, and not where they never did together."""
    steps = {
        "top": [Step("mid", held("2010", "2020"))],
        "mid": [Step("low", held("2015", None)), Step("gone", held(None, "2005"))],
    }
    found = reach(steps, {"top": [ALWAYS]})
    assert found == {"top": [ALWAYS], "mid": [held("2010", "2020")], "low": [held("2015", "2020")]}
    assert of(found).members == ("top", "mid", "low")
    assert [bound["id"] for bound in of(found).bounds] == ["mid", "low"]


def test_who_is_always_in_one_group_is_always_in_both() -> None:
    """And of others the windows add up."""
    one = Group(("a", "b"), ({"id": "b", "windows": [["2010-01-01", "2011-01-01"]]},))
    other = Group(("c", "b"), ({"id": "b", "windows": [["2015-01-01", "2016-01-01"]]},))
    both = together([one, other])
    assert both.members == ("a", "b", "c")
    assert both.bounds == (
        {"id": "b", "windows": [["2010-01-01", "2011-01-01"], ["2015-01-01", "2016-01-01"]]},
    )
    assert together([one, Group(("b",))]).bounds == ()


@given(
    st.lists(
        st.tuples(*[st.sampled_from("abcdef")] * 2, *[st.sampled_from(["2010", "2015", "2020", None])] * 2)
    )
)
def test_a_circle_of_owners_ends(steps: list[tuple[str, str, str | None, str | None]]) -> None:
    """Whatever the steps are, the walk ends and never leaves the windows of a step."""
    given_: dict[str, list[Step]] = {}
    for owner, owned, since, until in steps:
        given_.setdefault(owner, []).append(Step(owned, held(since, until)))
    for windows in reach(given_, {"a": [ALWAYS]}).values():
        assert all(first <= last for first, last in windows)
