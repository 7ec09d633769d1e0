"""The frames of each relation, rows of ``data/frames.yaml``: which words tell it, and where their parties stand.

A wording more is a word more in a row, or a row more. What a row may hold, and what is said of a bad one: ``lint.py``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from seed.extract.lexicon import kinds, lint, tables, verdicts
from seed.extract.lexicon.lint import LexiconError

_FILE: Final = "frames"


@dataclass(frozen=True, slots=True)
class Frame:
    """A relation and the words that tell it; the parties stand in slots, those of the subject in ``subject``.

    Of ``needs`` one word must be there too, of ``rejects`` none.
    """

    relation: str
    lemmas: frozenset[str]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subjects: frozenset[str]
    objects: frozenset[str]
    fill_subject: bool = False
    fill_object: bool = False
    needs: frozenset[str] = frozenset()
    rejects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VerbFrame(Frame):
    """A relation told by a verb."""


@dataclass(frozen=True, slots=True)
class NounFrame(Frame):
    """A relation told by a noun, alone or with a supporting verb; slots of the noun itself come first.

    Of ``kinds`` one word must stand before the noun: an "enforcement" notice.
    """

    give: frozenset[str] = frozenset()
    hit: frozenset[str] = frozenset()
    take: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All frames, the classes of words that their rows name, and the forms of verbs that no rule makes."""

    classes: Mapping[str, frozenset[str]]
    verbs: tuple[VerbFrame, ...]
    nouns: tuple[NounFrame, ...]


def load(folder: Path = tables.FOLDER) -> Lexicon:
    """The frames of a folder; a LexiconError tells the first rule that a row breaks."""
    content = tables.read(_FILE, folder)
    classes = tables.classes(_mapping(content, "classes"), f"{_FILE}.yaml, classes")
    verbs = _rows(content, "verbs", classes)
    nouns = _rows(content, "nouns", classes)
    return Lexicon(
        classes,
        tuple(VerbFrame(**_frame(row, classes)) for row in verbs),
        tuple(NounFrame(**_frame(row, classes), **_support(row, classes)) for row in nouns),
    )


def _mapping(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found: object = content.get(name)
    if not isinstance(found, dict):
        message = f"{_FILE}.yaml: {name} is no mapping of names to words"
        raise LexiconError(message)
    return cast("dict[str, Any]", found)


def _rows(
    content: Mapping[str, Any], name: str, classes: Mapping[str, frozenset[str]]
) -> list[dict[str, str]]:
    found: object = content.get(name)
    if not isinstance(found, list):
        message = f"{_FILE}.yaml: {name} is no list of rows"
        raise LexiconError(message)
    rows = cast("list[dict[str, str]]", found)
    for number, row in enumerate(rows, 1):
        where = f"{_FILE}.yaml, {name} {number} ({row.get('relation')} {row.get('words')})"
        tables.raise_first(where, lint.frame_problems(row, classes, noun=name == "nouns"))
    tables.raise_first(f"{_FILE}.yaml, {name}", lint.repeated(rows))
    return rows


def _words(text: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words of a row, those of its classes among them."""
    sets = (classes[word[1:]] if word.startswith("@") else frozenset({word}) for word in text.split())
    return frozenset[str]().union(*sets)


def _frame(row: Mapping[str, str], classes: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    fills = row.get("fills", "")
    return {
        "relation": row["relation"],
        "lemmas": _words(row["words"], classes),
        "subject": tuple(row["subject"].split()),
        "object": tuple(row["object"].split()),
        "subjects": kinds.of(row["subjects"]),
        "objects": kinds.of(row["objects"]),
        "fill_subject": fills in {"both", "subject"},
        "fill_object": fills in {"both", "object"},
        "needs": _words(row.get("needs", ""), classes),
        "rejects": _words(row.get("rejects", ""), classes),
    }


def _support(row: Mapping[str, str], classes: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    return {
        "give": _words(row.get("give", "@give"), classes),
        "hit": _words(row.get("hit", ""), classes),
        "take": _words(row.get("take", ""), classes),
        "kinds": _words(row.get("before", ""), classes),
    }


_LEXICON: Final = load()
VERBS: Final = _LEXICON.verbs
NOUNS: Final = _LEXICON.nouns
GIVE: Final = _LEXICON.classes["give"]
HIT: Final = _LEXICON.classes["hit"]
TAKE: Final = _LEXICON.classes["take"]
MEET: Final = _LEXICON.classes["meet"]
STOP: Final = _LEXICON.classes["stop"]


def lemmas() -> set[str]:
    """All verbs that any frame names, as trigger or as support."""
    named = (_LEXICON.classes[name] for name in ("governors", "give", "hit", "take", "meet", "stop"))
    return set(verdicts.lemmas()).union(*named, *(frame.lemmas for frame in VERBS))
