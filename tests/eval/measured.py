"""All bodies of text, read once, and scored as they would be by a model that had seen no text of the same publisher."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from seed.extract.decide.model import Model, shipped
from tests.eval.scoring import scorer
from tests.train.__main__ import ROUNDS, THRESHOLD, TRAINED_ON, examples
from tests.train.bodies import Body, Text, bodies, read, write
from tests.train.fit import fold_of, models

PARTS: Final = ("dev", "wide", "seen", "held_out")
_OWN: Final = 201
"""The number from which the texts are regulators' own."""


@dataclass(frozen=True)
class Reading:
    """Every text with its candidates, and the rows that are given of them."""

    score: ModuleType
    work: Path
    bodies: Mapping[str, Body]
    texts: Mapping[str, Sequence[Text]]
    given: Mapping[str, list[dict[str, Any]]]

    def numbers(
        self, part: str, relations: Iterable[str] | None = None, to: int | None = None
    ) -> tuple[dict[str, Any], Any]:
        """The scorer's numbers for a part, and what lists its errors.

        ``real`` is ``dev`` and ``wide`` together, and ``own`` the regulators' own texts among them. ``to`` is the
        number of the last text that counts.
        """
        names = ("dev", "wide") if part in {"real", "own"} else (part,)
        rows = [row for name in names for row in self.given[name]]
        folder = self._together() if len(names) > 1 else self.bodies[part].folder
        only = {text.id for text in self.texts["wide"] if int(text.id) >= _OWN} if part == "own" else None
        if to is not None:
            only = {text.id for text in self.texts[part] if int(text.id) <= to}
        aliases = [path for name in names for path in self.bodies[name].aliases]
        predictions = write(rows, self.work / f"{part}.ndjson")
        return self.score.evaluate(
            folder, predictions, aliases, relations or self.score.VOCABULARY, only=only
        )

    def _together(self) -> Path:
        folder = self.work / "real"
        if not folder.exists():
            folder.mkdir()
            for name in ("dev", "wide"):
                for path in self.bodies[name].folder.iterdir():
                    (folder / path.name).symlink_to(path)
        return folder


def read_all(shared: Path, work: Path, parts: Iterable[str] = PARTS, workers: int = 2) -> Reading:
    """Read every text of these parts once."""
    score = scorer(shared / "eval")
    found = {body.name: body for body in bodies(shared, work, parts)}
    texts = {name: read(body, score, workers) for name, body in found.items()}
    return Reading(score, work, found, texts, _given(texts))


def _given(texts: Mapping[str, Sequence[Text]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of each part that are sure enough.

    Where the model was trained on a part, each text is judged by one that saw nothing of its publisher, as far as all
    parts of the training set are there; else by the one that is shipped.
    """
    whole = all(part in texts for part in TRAINED_ON)
    learnt = examples(text for part in TRAINED_ON for text in texts[part]) if whole else []
    folds = [
        Model("fold", fitted.bias, fitted.stumps, THRESHOLD, shipped().measured)
        for fitted in (models(learnt, ROUNDS) if whole else ())
    ]
    return {
        part: [
            row
            for text in texts[part]
            for row in _sure(text, folds[fold_of(text.group)] if whole and part in TRAINED_ON else shipped())
        ]
        for part in texts
    }


def _sure(text: Text, model: Model) -> Iterator[dict[str, Any]]:
    for one in text.candidates:
        confidence = model.confidence(one.features)
        row = {**one.row, "confidence": confidence}
        if (
            confidence >= model.threshold
            or row["modality"] != "asserted"
            or row["relation"] not in model.measured
        ):
            yield row
