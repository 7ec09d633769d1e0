"""Weak labels: whether the fine that a tracker's row tells is found in the row's heading and summary."""

from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz

from seed.extract.engine import extract
from seed.extract.types import Claim, Document
from tests.corpus import weak_labels

_NAMES = {"right": "right", "sum": "wrong sum", "party": "other party", "none": "nothing"}
_SAME_NAME = 80
_SAME_SUM = 0.02


def _found(label: weak_labels.WeakLabel, claims: tuple[Claim, ...]) -> str:
    """``right``, ``sum`` (parties right, sum wrong), ``party`` (a fine of somebody else) or ``none``."""
    fines = [c for c in claims if c.relation == "FINED" and c.modality == "asserted"]
    firm = weak_labels.bare(label.firm or "")
    same = [c for c in fines if fuzz.token_set_ratio(firm, weak_labels.bare(c.object.name)) >= _SAME_NAME]
    if not same:
        return "party" if fines else "none"
    if not label.states_amount:
        return "right"
    sums = [float(c.sum.amount) for c in same if c.sum]
    return "right" if any(abs(s - label.amount) <= _SAME_SUM * label.amount for s in sums) else "sum"


def score_weak(shared: Path, errors: int) -> Iterator[str]:
    """One line of counts over the rows that name a firm and tell of a fine; then the first misses."""
    path = shared / weak_labels.SOURCE
    if not path.is_file():
        yield "weak       (the data set is not at hand)"
        return
    labels = weak_labels.answerable(weak_labels.read(path))
    outcomes = [
        (label, _found(label, extract(Document(label.document, id=label.id)).claims)) for label in labels
    ]
    counts = {kind: sum(o == kind for _, o in outcomes) for kind in ("right", "sum", "party", "none")}
    told = len(outcomes) - counts["none"]
    precision = counts["right"] / told if told else 0.0
    recall = counts["right"] / max(len(labels), 1)
    told_how = ", ".join(f"{name} {counts[key]}" for key, name in _NAMES.items())
    yield f"weak       {len(labels)} labels, {told_how} | P {precision:.3f} R {recall:.3f}"
    for label, outcome in [pair for pair in outcomes if pair[1] != "right"][:errors]:
        row = f"{label.id} {label.authority[:30]} | {label.firm} {label.amount:.0f}"
        yield f"  {outcome:<6} {row} | {label.summary[:160]}"
