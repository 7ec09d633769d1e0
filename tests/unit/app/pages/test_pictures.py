"""Pictures drawn by the server: what they show is what they were given."""

from app.pages import pictures
from app.pages.pictures import Mark


def test_years_keep_gaps() -> None:
    """A year without a fine is a gap and not left out; the tallest bar is the year with the most."""
    drawn = pictures.years([("2019", 1), ("2022", 4)])
    assert [bar["year"] for bar in drawn["bars"]] == [2019, 2020, 2021, 2022]
    assert [bar["height"] > 0 for bar in drawn["bars"]] == [True, False, False, True]
    assert drawn["bars"][3]["height"] > drawn["bars"][0]["height"]


def test_a_life_is_in_order_of_time_and_inside_its_frame() -> None:
    """Marks stand from left to right by day; one that took away what stood is drawn hollow."""
    given = [Mark("2023-10", "annulled", False), Mark("2022-05-18", "ICO fined Clearview AI", True)]
    drawn = pictures.life([*given, Mark("", "undated", None)])
    assert drawn is not None
    assert [mark["class"] for mark in drawn["marks"]] == ["stands", "fallen"]
    xs = [mark["x"] for mark in drawn["marks"]]
    assert xs == sorted(xs)
    assert 0 < xs[0] < xs[-1] < drawn["width"]
    assert "undated" not in drawn["label"]


def test_labels_that_would_overlap_are_left_out() -> None:
    """Twenty-eight steps of one month: not all can be labelled, each keeps its mark and its title."""
    drawn = pictures.life(
        [Mark(f"2022-05-{day:02}", "a rather long label of a step", True) for day in range(1, 29)]
    )
    assert drawn is not None
    assert len(drawn["marks"]) == 28
    assert 0 < sum(bool(mark["text"]) for mark in drawn["marks"]) < 28


def test_one_step_is_no_line() -> None:
    """A case of one dated step has no picture."""
    assert pictures.life([Mark("2022", "fined", True)]) is None
