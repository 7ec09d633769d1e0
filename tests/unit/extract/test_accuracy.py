"""How right the extractor is, by the scorer of the development texts: the bar that it must not fall below."""

from pathlib import Path
from typing import Any

import pytest

from tests.eval.__main__ import measure, scorer
from tests.requirements import shared_folder


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The numbers of the development texts and of both parts of the corpus."""
    work: Path = tmp_path_factory.mktemp("accuracy")
    score = scorer(shared_folder() / "eval")
    return {part: measure(part, score, work, score.VOCABULARY)[0] for part in ("dev", "seen", "held_out")}


@pytest.mark.timeout(300)
def test_the_development_texts_are_read_right(numbers: dict[str, dict[str, Any]]) -> None:
    """Relations at 0.90, fines at 0.95, at most one trap, sums at 0.95, dates at 0.80."""
    dev = numbers["dev"]
    assert dev["relation"]["f1"] >= 0.90
    assert dev["fined"]["f1"] >= 0.95
    assert dev["traps"]["traps_fallen_for"] <= 1
    assert dev["money"]["share"] >= 0.95
    assert dev["date"]["share"] >= 0.80


@pytest.mark.timeout(300)
def test_every_quote_stands_at_its_offsets(numbers: dict[str, dict[str, Any]]) -> None:
    """In all three bodies of text, without exception."""
    assert {part: found["quote_exact"]["share"] for part, found in numbers.items()} == {
        "dev": 1.0,
        "seen": 1.0,
        "held_out": 1.0,
    }


@pytest.mark.timeout(300)
def test_rules_travel_to_what_was_set_aside(numbers: dict[str, dict[str, Any]]) -> None:
    """The part of the corpus that nobody looks at is read almost as well as the part that is looked at."""
    assert numbers["seen"]["relation"]["f1"] - numbers["held_out"]["relation"]["f1"] <= 0.08
    assert numbers["held_out"]["relation"]["f1"] >= 0.67
    assert numbers["held_out"]["fined"]["f1"] >= 0.78


@pytest.mark.timeout(300)
def test_what_only_looks_like_a_fact_is_seldom_told_as_one(numbers: dict[str, dict[str, Any]]) -> None:
    """In the corpus, at most one trap in eight is fallen for, and four claims in five are right."""
    for part in ("seen", "held_out"):
        traps = numbers[part]["traps"]
        assert traps["traps_fallen_for"] <= traps["of"] / 8
        assert numbers[part]["relation"]["precision"] >= 0.80
