"""The tables of words as they lie beside this module: read once, every scalar a text, checked row by row."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, cast

import yaml

from seed.extract.lexicon.lint import LexiconError, word_problems

FOLDER: Final = Path(__file__).with_name("data")
_LOADER: Final = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


def read(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """A table by its name; ``on`` and ``no`` stay the words that they are."""
    path = folder / f"{name}.yaml"
    content = cast("object", yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER))  # noqa: S506 - texts only
    if not isinstance(content, dict):
        message = f"{path.name}: a mapping of names to rows is wanted"
        raise LexiconError(message)
    return cast("dict[str, Any]", content)


def classes(rows: Mapping[str, Any], file: str) -> dict[str, frozenset[str]]:
    """Classes of words by name; the rows that are lists or mappings are left to whoever knows them."""
    listed = {name: words for name, words in rows.items() if isinstance(words, str)}
    for name, words in listed.items():
        raise_first(f"{file}, {name}", word_problems(words))
    return {name: frozenset(words.split()) for name, words in listed.items()}


def raise_first(where: str, problems: Iterator[str]) -> None:
    """Say the first problem of a row, with where it stands."""
    for problem in problems:
        message = f"{where}: {problem}"
        raise LexiconError(message)
