"""A million hostile characters, as a reader may let them through: bounded time, and offsets that fit."""

import time
from typing import Final

import pytest

from seed.extract.engine import extract
from seed.extract.types import Document

pytestmark = pytest.mark.usefixtures("untraced")

_SIZE: Final = 1_000_000
_SENTENCE: Final = "The ICO fined Acme Ltd £5m in May 2022.\n\n"


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "\u202e",
        "\x01",
        "\u0301",
        "ICO",
        "<div>",
        "<b><i>",
        "(((",
        "£5m",
        "1,000,",
        "’",
        "\u200d",
        "fined",
    ],
    ids=ascii,
)
def test_a_megabyte_of_one_thing(unit: str) -> None:
    """No space and no end of a sentence, before a claim and after one: the claims stand, and time follows the length.

    Eight times the text may take twenty times as long, and three seconds more: what is no line is far beyond it.
    """
    short = _read(unit, _SIZE // 8)
    long = _read(unit, _SIZE)
    assert long < 20 * short + 3


def _read(unit: str, size: int) -> float:
    """The seconds of the processor that so many characters take; the claims stand at their offsets."""
    text = f"{_SENTENCE}{unit * (size // len(unit))}\n\n{_SENTENCE}"
    start = time.process_time()
    claims = extract(Document(text)).claims
    seconds = time.process_time() - start
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
    assert "FINED" in {claim.relation for claim in claims}
    return seconds
