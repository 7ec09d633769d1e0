"""Words that bear on whether something happened, rows of ``data/scope.yaml``: classes, and what governs a trigger."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from seed.extract.lexicon import lint, tables

_FILE: Final = "scope"


@dataclass(frozen=True, slots=True)
class Governor:
    """Lemmas above a trigger, the roles in which its clause hangs on them, and the modality that they give it."""

    lemmas: frozenset[str]
    roles: frozenset[str]
    makes: str


def load(folder: Path = tables.FOLDER) -> tuple[Mapping[str, frozenset[str]], tuple[Governor, ...]]:
    """The classes and the governors of a folder; a LexiconError tells the first rule that a row breaks."""
    content: dict[str, Any] = tables.read(_FILE, folder)
    classes = tables.classes(cast("dict[str, str]", content["classes"]), f"{_FILE}.yaml, classes")
    rows = cast("list[dict[str, str]]", content["governors"])
    for number, row in enumerate(rows, 1):
        tables.raise_first(f"{_FILE}.yaml, governors {number}", lint.governor_problems(row, classes))
    return classes, tuple(
        Governor(
            frozenset[str]().union(
                *(classes[w[1:]] if w.startswith("@") else {w} for w in row["words"].split())
            ),
            frozenset(row["roles"].split()),
            row["makes"],
        )
        for row in rows
    )


CLASSES, GOVERNORS = load()
