"""A million hostile characters, as a reader may let them through: bounded time, and offsets that fit."""

import time
from typing import Final

import pytest

from seed.extract import Document, extract

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
    """No space and no end of a sentence, before a claim and after one: the claims stand at their offsets."""
    start = time.process_time()
    text = f"{_SENTENCE}{unit * (_SIZE // len(unit))}\n\n{_SENTENCE}"
    claims = extract(Document(text)).claims
    assert time.process_time() - start < 30
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
    assert "FINED" in {claim.relation for claim in claims}
