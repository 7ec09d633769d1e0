"""Fingerprints of texts, so that a wire story printed twice is known as one source.

MinHash over shingles of five words (Broder 1997), cut into bands: two texts that share a band are taken for
near-duplicates. With 8 bands of 8 rows the two find each other at a likeness of about 0.8. Of a short text, where one
word changed touches many shingles, pairs of words are compared too, with 20 bands.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

_ROWS: Final = 8
_SHORT: Final = (8, 60)
"""Words of a text that is compared by pairs of words; with fewer, two texts are alike by chance."""

_LONG: Final = 30
"""Words from which on a text is compared by shingles of five."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class _Scheme:
    """How texts of one length are compared: words in a shingle, bands, and what their ids start with."""

    words: int
    bands: int
    prefix: str

    @cached_property
    def constants(self) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        generator = np.random.default_rng(20221017)
        size = self.bands * _ROWS
        factors = generator.integers(1, 2**63, size=size, dtype=np.uint64) | np.uint64(1)
        return factors, generator.integers(0, 2**63, size=size, dtype=np.uint64)


_OF_LONG: Final = _Scheme(5, 8, "")
_OF_SHORT: Final = _Scheme(2, 20, "short-")


def bands(text: str) -> list[str]:
    """The bands of a text, as short ids; none for a text of fewer than eight words."""
    words = _WORD.findall(text.casefold())
    least, most = _SHORT
    found: list[str] = []
    if len(words) >= _LONG:
        found += _bands(words, _OF_LONG)
    if least <= len(words) <= most:
        found += _bands(words, _OF_SHORT)
    return found


def _bands(words: list[str], scheme: _Scheme) -> list[str]:
    shingles = {" ".join(words[at : at + scheme.words]) for at in range(len(words) - scheme.words + 1)}
    digests = b"".join(hashlib.blake2b(one.encode(), digest_size=8).digest() for one in sorted(shingles))
    hashes = np.frombuffer(digests, dtype="<u8").astype(np.uint64)
    factors, offsets = scheme.constants
    least = np.full(scheme.bands * _ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for at in range(0, len(hashes), 4096):
        # Wraps around 2**64 by intention: multiply-shift hashing. In slices, so that memory stays bounded.
        part = hashes[at : at + 4096, None] * factors + offsets
        least = np.minimum(least, (part ^ (part >> np.uint64(29))).min(axis=0))
    return [
        f"{scheme.prefix}{band}-{_digest(least[band * _ROWS : (band + 1) * _ROWS])}"
        for band in range(scheme.bands)
    ]


def _digest(rows: NDArray[np.uint64]) -> str:
    return hashlib.blake2b(rows.tobytes(), digest_size=8).hexdigest()
