"""Train the model that decides candidates, and write its coefficients with their figures on held-out texts.

    python -m tests.train

reads the development and wide texts from the shared folder and the seen part of the corpus; minutes on two cores. Run
it after each change of the rules. No text is kept: features are about how something is told, never about whom.
"""

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from seed.extract.decide.model import COEFFICIENTS
from seed.extract.types import VERSION
from tests.eval.scoring import scorer
from tests.requirements import shared_folder
from tests.train.bodies import Text, bodies, read
from tests.train.fit import (
    Example,
    calibration_error,
    fit,
    held_out,
    log_loss,
    reliability,
    top_half,
)

TRAINED_ON: Final = ("dev", "wide", "seen")
REAL: Final = frozenset({"dev", "wide"})
ROUNDS: Final = 60
_OWN: Final = 0.5
"""What a passage of the corpus weighs beside a real text: its sentences were written to hold every form once."""
THRESHOLD: Final = 0.4
"""Held-out real texts are read as well with 0.3 as with 0.5; with 0.4 more is found in texts that nobody tuned for."""


def examples(texts: Iterable[Text]) -> list[Example]:
    """What there is to learn from: asserted candidates that are right or wrong."""
    return [
        Example(
            f"{text.body}/{text.id}",
            text.group,
            one.features,
            one.right,
            1.0 if text.body in REAL else _OWN,
        )
        for text in texts
        for one in text.candidates
        if one.right is not None and one.row["modality"] == "asserted"
    ]


def confidences(learnt: Sequence[Example]) -> list[float]:
    """The confidence of each example, from a model that saw no text of its publisher."""
    return held_out(learnt, ROUNDS)


def figures(confidence: Sequence[float], learnt: Sequence[Example]) -> dict[str, Any]:
    """How good the held-out confidences are, of real texts and of all."""
    parts = {"real texts": REAL, "all": frozenset(TRAINED_ON)}
    return {name: _figures(confidence, learnt, bodies_) for name, bodies_ in parts.items()}


def _figures(confidence: Sequence[float], learnt: Sequence[Example], of: frozenset[str]) -> dict[str, Any]:
    pairs = [
        (p, one.right) for p, one in zip(confidence, learnt, strict=True) if one.text.partition("/")[0] in of
    ]
    p, y = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    table = reliability(p, y)
    return {
        "candidates": len(pairs),
        "right": round(sum(y) / len(y), 3),
        "log_loss": round(log_loss(p, y), 3),
        "calibration_error": round(calibration_error(table), 3),
        "top_half_precision": round(top_half(p, y), 3),
        "reliability": [[one.count, round(one.confidence, 2), round(one.right, 2)] for one in table],
    }


def train(texts: Mapping[str, Sequence[Text]]) -> dict[str, Any]:
    """The content of the file of coefficients."""
    learnt = examples(text for body in TRAINED_ON for text in texts[body])
    fitted = fit(learnt, ROUNDS)
    return {
        "version": datetime.now(UTC).strftime("%Y%m%d"),
        "trained_on": {
            body: {
                "texts": sorted(text.id for text in texts[body]),
                "candidates": sum(one.text.startswith(f"{body}/") for one in learnt),
            }
            for body in TRAINED_ON
        },
        "rules": VERSION,
        "rounds": ROUNDS,
        "weight_of_corpus": _OWN,
        "held_out": figures(confidences(learnt), learnt),
        "threshold": THRESHOLD,
        "measured": sorted({
            one.row["relation"] for body in TRAINED_ON for text in texts[body] for one in text.candidates
            if one.right is not None
        }),
        "bias": round(fitted.bias, 6),
        "stumps": [[s.feature, round(s.cut, 6), round(s.low, 6), round(s.high, 6)] for s in fitted.stumps],
    }  # fmt: skip


def write(content: Mapping[str, Any], path: Path = COEFFICIENTS) -> None:
    """Keep the coefficients as data of the project."""
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Read, fit, write, and print what was reached."""
    shared = shared_folder()
    score = scorer(shared / "eval")
    with tempfile.TemporaryDirectory() as name:
        texts = {body.name: read(body, score) for body in bodies(shared, Path(name), TRAINED_ON)}
    content = train(texts)
    write(content)
    print(json.dumps(content["held_out"], indent=1))  # noqa: T201 - a command


if __name__ == "__main__":
    main()
