"""Boosted stumps, folds by group, and what calibration is: numpy and nothing else."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seed.extract.decide.model import Stump

Matrix = NDArray[np.float64]
FOLDS = 10
_FEWEST = 4
"""Texts in which a feature stands before it is cut."""
_LEAST = 8
"""Candidates on either side of a cut."""
_QUANTILES = (0.1, 0.3, 0.5, 0.7, 0.9)
_SHRINK = 3.0
"""What is added to the curvature on either side: a cut of few candidates moves little."""
RATE = 0.2


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate for training: where it is from, its features, whether it is right, what it weighs."""

    text: str
    group: str
    features: dict[str, float]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A bias, and stumps that add to it."""

    bias: float
    stumps: tuple[Stump, ...]

    def confidence(self, features: dict[str, float]) -> float:
        """The probability that a candidate with these features is right."""
        total = self.bias + sum(stump.of(features) for stump in self.stumps)
        return float(1.0 / (1.0 + np.exp(-np.clip(total, -30, 30))))


@dataclass(frozen=True, slots=True)
class _Cuts:
    """Every feature cut at its quantiles: ``above`` has a row for each example and a column for each cut."""

    cuts: tuple[tuple[str, float], ...]
    above: Matrix


def fit(examples: Sequence[Example], rounds: int) -> Fitted:
    """Stumps by gradient boosting of the log loss, each the best cut of all features (Friedman 2001, Newton steps).

    Cuts that set fewer than a few texts apart are not tried. The same cut chosen again adds to its stump.
    """
    cut = _cuts(examples)
    y = np.array([one.right for one in examples], dtype=float)
    weight = np.array([one.weight for one in examples])
    bias = float(np.log((weight * y).sum() / (weight * (1 - y)).sum()))
    score = np.full(len(examples), bias)
    steps: dict[tuple[str, float], tuple[float, float]] = {}
    for _ in range(rounds):
        at, low, high = _best(cut.above, y, weight, score)
        score += np.where(cut.above[:, at] > 0, high, low)
        before = steps.get(cut.cuts[at], (0.0, 0.0))
        steps[cut.cuts[at]] = (before[0] + low, before[1] + high)
    return Fitted(bias, tuple(Stump(*key, *values) for key, values in sorted(steps.items())))


def _cuts(examples: Sequence[Example]) -> _Cuts:
    texts: dict[str, set[str]] = {}
    for one in examples:
        for name in one.features:
            texts.setdefault(name, set()).add(one.text)
    cuts: list[tuple[str, float]] = []
    columns: list[Matrix] = []
    for name in sorted(name for name, where in texts.items() if len(where) >= _FEWEST):
        values = np.array([one.features.get(name, 0.0) for one in examples])
        for threshold in np.unique(np.quantile(values, _QUANTILES)):
            column = (values > threshold).astype(float)
            if _LEAST < column.sum() < len(examples) - _LEAST:
                cuts.append((name, float(threshold)))
                columns.append(column)
    return _Cuts(tuple(cuts), np.array(columns).T)


def _best(above: Matrix, y: Matrix, weight: Matrix, score: Matrix) -> tuple[int, float, float]:
    """The cut that helps most now, and what it adds below and above it."""
    p = 1.0 / (1.0 + np.exp(-score))
    gradient, curvature = weight * (y - p), weight * p * (1 - p)
    high, high_curve = above.T @ gradient, above.T @ curvature + _SHRINK
    low, low_curve = gradient.sum() - high, curvature.sum() - (high_curve - _SHRINK) + _SHRINK
    at = int((high**2 / high_curve + low**2 / low_curve).argmax())
    return at, float(RATE * low[at] / low_curve[at]), float(RATE * high[at] / high_curve[at])


def fold_of(group: str) -> int:
    """The fold of a group: by a hash, so that it stays where it is when others come."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS


def held_out(examples: Sequence[Example], rounds: int) -> list[float]:
    """The confidence of each example from a model that saw no text of its publisher."""
    fitted = models(examples, rounds)
    return [fitted[fold_of(one.group)].confidence(one.features) for one in examples]


def models(examples: Sequence[Example], rounds: int) -> list[Fitted]:
    """A model for each fold, from all that is not in it."""
    return [fit([one for one in examples if fold_of(one.group) != fold], rounds) for fold in range(FOLDS)]


def log_loss(confidence: Sequence[float], right: Sequence[bool]) -> float:
    """The mean negative logarithm of what was held likely of what is so."""
    p = np.clip(np.array(confidence), 1e-6, 1 - 1e-6)
    y = np.array(right, dtype=float)
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean())


@dataclass(frozen=True, slots=True)
class Bin:
    """A row of a reliability table: so many candidates, their mean confidence, and the share that is right."""

    count: int
    confidence: float
    right: float


def reliability(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Bins of equal width of confidence that hold something."""
    places = Counter(min(bins - 1, int(p * bins)) for p in confidence)
    table: list[Bin] = []
    for place in sorted(places):
        inside = [
            (p, y) for p, y in zip(confidence, right, strict=True) if min(bins - 1, int(p * bins)) == place
        ]
        table.append(
            Bin(len(inside), sum(p for p, _ in inside) / len(inside), sum(y for _, y in inside) / len(inside))
        )
    return table


def calibration_error(table: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance of confidence and share, by count."""
    total = sum(one.count for one in table)
    return sum(one.count * abs(one.confidence - one.right) for one in table) / total if total else 0.0


def top_half(confidence: Sequence[float], right: Sequence[bool]) -> float:
    """The precision of the half that is surest."""
    best = sorted(zip(confidence, right, strict=True), key=lambda pair: -pair[0])
    half = best[: max(1, len(best) // 2)]
    return sum(y for _, y in half) / len(half)
