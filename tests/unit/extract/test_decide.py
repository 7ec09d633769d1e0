"""The decision: every claim says how sure it is, a threshold leaves out the least sure, and the figures are kept."""

import json

import pytest

from graph.vocabulary import RELATIONS
from seed.extract.decide.model import COEFFICIENTS, Model, Stump, shipped
from seed.extract.engine import extract
from seed.extract.types import Document
from tests.train.fit import Example, calibration_error, fit, fold_of, held_out, reliability, top_half

TEXT = (
    "The ICO fined Brightloom Ltd £2m on 3 May 2023 for calls without consent. The watchdog may also fine Gamma plc."
    "\n\nBrightloom said it would appeal."
)


def test_every_claim_has_a_confidence() -> None:
    """Between 0 and 1, the same each time, and high for a plain sentence about known parties."""
    claims = extract(Document(TEXT), threshold=0).claims
    assert claims
    assert all(claim.confidence is not None and 0 < claim.confidence < 1 for claim in claims)
    fined = next(c for c in claims if c.relation == "FINED" and c.modality == "asserted")
    assert (fined.confidence or 0) > 0.8
    assert extract(Document(TEXT), threshold=0).claims == claims


def test_the_threshold_leaves_out_what_is_less_sure() -> None:
    """Only claims that something happened go; what is proposed or denied misleads nobody."""
    every = extract(Document(TEXT), threshold=0).claims
    sure = extract(Document(TEXT), threshold=1).claims
    assert [c for c in sure if c.modality == "asserted" and c.relation in shipped().measured] == []
    assert [c for c in sure if c.modality != "asserted"] == [c for c in every if c.modality != "asserted"]


def test_the_model_is_data_with_its_figures() -> None:
    """Version, training set by id, rules it was trained with; held-out calibration within 0.05."""
    content = json.loads(COEFFICIENTS.read_text(encoding="utf-8"))
    assert content["version"] == shipped().version
    assert set(content["trained_on"]) == {"dev", "wide", "seen"}
    assert sum(len(part["texts"]) for part in content["trained_on"].values()) > 400
    for part in content["held_out"].values():
        assert part["calibration_error"] <= 0.05
    assert content["held_out"]["all"]["top_half_precision"] >= 0.95
    assert content["held_out"]["real texts"]["top_half_precision"] >= 0.95


def test_no_feature_is_a_name() -> None:
    """Stumps are about rules, kinds and forms of telling: what has a capital in them is a relation."""
    words = {word for stump in shipped().stumps for word in stump.feature.split()}
    assert {word for word in words if word[:1].isupper()} <= set(RELATIONS)


def test_a_model_is_a_sum_of_stumps() -> None:
    """Below every cut it gives one half here; features that it does not know count nothing."""
    model = Model("x", 0.0, (Stump("a", 0.5, 0.0, 2.0), Stump("a", 10.0, 0.0, 30.0)), 0.5, frozenset())
    assert model.confidence({}) == model.confidence({"b": 3.0}) == 0.5
    assert model.confidence({"a": 1.0}) == pytest.approx(0.881, abs=0.001)
    assert model.confidence({"a": 1e9}) == 1.0


def _learnt() -> list[Example]:
    """Ten publishers whose candidates with "good" are right nine times in ten, and the others one time."""
    rows = [(group, one) for group in range(40) for one in range(10)]
    return [
        Example(
            f"t{group}", f"g{group}", {"good" if group % 2 else "bad": 1.0}, (one == 0) != bool(group % 2)
        )
        for group, one in rows
    ]


def test_training_learns_and_is_calibrated() -> None:
    """On texts of publishers that it has not seen, it is as sure as it is right."""
    learnt = _learnt()
    fitted = fit(learnt, rounds=60)
    assert fitted.confidence({"good": 1.0}) > 0.8
    assert fitted.confidence({"bad": 1.0}) < 0.2
    confidence = held_out(learnt, rounds=60)
    right = [one.right for one in learnt]
    assert calibration_error(reliability(confidence, right)) < 0.05
    assert top_half(confidence, right) == pytest.approx(0.9)


def test_a_publisher_is_in_one_fold() -> None:
    """Whatever else there is, so that nothing of it is learnt and tested at once."""
    learnt = _learnt()
    assert len({(one.group, fold_of(one.group)) for one in learnt}) == 40
