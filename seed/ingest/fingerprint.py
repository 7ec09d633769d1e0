"""Fingerprints of texts, so that a wire story printed twice is known as one source.

MinHash over shingles of five words (Broder 1997), cut into bands: two texts that share a band are taken for
near-duplicates. With 8 bands of 8 rows the two find each other at a likeness of about 0.8.
"""

import hashlib
import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

_SHINGLE: Final = 5
_BANDS: Final = 8
_ROWS: Final = 8
_FEWEST: Final = 30
"""Words that a text must have: two short texts are alike by chance."""

_WORD: Final = re.compile(r"\w+")


def _constants() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    generator = np.random.default_rng(20221017)
    size = _BANDS * _ROWS
    factors = generator.integers(1, 2**63, size=size, dtype=np.uint64) | np.uint64(1)
    return factors, generator.integers(0, 2**63, size=size, dtype=np.uint64)


_FACTORS, _OFFSETS = _constants()


def bands(text: str) -> list[str]:
    """The bands of a text, as short ids; none for a text of fewer than thirty words."""
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST:
        return []
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    digests = b"".join(hashlib.blake2b(one.encode(), digest_size=8).digest() for one in sorted(shingles))
    hashes = np.frombuffer(digests, dtype="<u8").astype(np.uint64)
    least = np.full(_BANDS * _ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for at in range(0, len(hashes), 4096):
        # Wraps around 2**64 by intention: multiply-shift hashing. In slices, so that memory stays bounded.
        part = hashes[at : at + 4096, None] * _FACTORS + _OFFSETS
        least = np.minimum(least, (part ^ (part >> np.uint64(29))).min(axis=0))
    return [
        f"{band}-{hashlib.blake2b(least[band * _ROWS : (band + 1) * _ROWS].tobytes(), digest_size=8).hexdigest()}"
        for band in range(_BANDS)
    ]
