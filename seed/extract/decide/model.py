"""The trained model: boosted stumps, whose numbers are data."""

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from seed.extract.decide.features import Features

COEFFICIENTS: Final = Path(__file__).with_name("coefficients.json")


@dataclass(frozen=True, slots=True)
class Stump:
    """What a feature adds: ``high`` where its value is above ``cut``, else ``low``; one that is not there is 0."""

    feature: str
    cut: float
    low: float
    high: float

    def of(self, features: Features) -> float:
        """What it adds for a candidate."""
        return self.high if features.get(self.feature, 0.0) > self.cut else self.low


@dataclass(frozen=True, slots=True)
class Model:
    """``stumps`` that add to a ``bias``; ``version`` is what claims carry, ``threshold`` the one trained for."""

    version: str
    bias: float
    stumps: tuple[Stump, ...]
    threshold: float
    measured: frozenset[str]

    def confidence(self, features: Features) -> float:
        """How often a claim with such features is right, 0 to 1, to three places."""
        total = self.bias + sum(stump.of(features) for stump in self.stumps)
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 3)


@cache
def shipped() -> Model:
    """The model of this version."""
    content = json.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    return Model(
        content["version"],
        content["bias"],
        tuple(Stump(*row) for row in content["stumps"]),
        content["threshold"],
        frozenset(content["measured"]),
    )
