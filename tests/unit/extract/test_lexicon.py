"""The tables of words and frames: well-formed, without repetitions, and true to the vocabulary."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from graph.vocabulary import RELATIONS
from seed.extract.lexicon import frames, inflection, verdicts, word_classes
from seed.extract.lexicon.kinds import KINDS
from seed.extract.lexicon.lint import SLOTS

ROWS = [*frames.VERBS, *frames.NOUNS]


def _name(frame: frames.Frame) -> str:
    return f"{frame.relation} {' '.join(sorted(frame.lemmas))[:40]}"


@pytest.mark.parametrize("frame", ROWS, ids=_name)
def test_a_frame_fits_the_vocabulary(frame: frames.Frame) -> None:
    """Its relation exists, its sides may be what the vocabulary allows, its slots are known, its words are small."""
    relation = RELATIONS[frame.relation]
    assert frame.lemmas
    assert all(lemma == lemma.lower() for lemma in frame.lemmas | frame.needs | frame.rejects)
    assert {*frame.subject, *frame.object} <= SLOTS
    assert frame.subjects | frame.objects <= KINDS
    assert frame.subjects & {*relation.subjects, "group"}
    assert frame.objects & {*relation.objects, "group"}


def test_no_two_frames_say_the_same() -> None:
    """A word tells a relation by one row, unless the rows ask for other words beside it."""
    rows = Counter(
        (type(frame), frame.relation, lemma, frame.needs, frame.rejects, getattr(frame, "kinds", None))
        for frame in ROWS
        for lemma in frame.lemmas
    )
    assert [key for key, count in rows.items() if count > 1] == []


def test_each_verb_of_a_frame_can_be_inflected() -> None:
    """In all its forms, and found again from each."""
    for frame in frames.VERBS:
        for lemma in frame.lemmas:
            forms = inflection.forms(lemma)
            assert lemma in forms
            assert len(forms) > 1 or "-" in lemma


def test_a_consonant_is_doubled_where_english_does() -> None:
    """As in "hitting" and "submitted"."""
    for lemma, form in (
        ("hit", "hitting"),
        ("cut", "cutting"),
        ("submit", "submitting"),
        ("wrap", "wrapped"),
        ("put", "putting"),
    ):
        assert form in inflection.forms(lemma)


def _tables(node: ast.AST) -> list[str]:
    """The words of a table in the source: a string that is split, or given to what makes a set of it."""
    if not isinstance(node, ast.Call):
        return []
    split = isinstance(node.func, ast.Attribute) and node.func.attr == "split"
    made = isinstance(node.func, ast.Name) and node.func.id == "_set"
    found = [node.func.value] if split and isinstance(node.func, ast.Attribute) else node.args if made else []
    return [one.value for one in found if isinstance(one, ast.Constant) and isinstance(one.value, str)]


@pytest.mark.parametrize("module", [verdicts], ids=lambda module: module.__name__)
def test_tables_hold_each_word_once(module: object) -> None:
    """A word that stands twice in a table was added by somebody who did not see the first one."""
    source = Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8")
    repeated: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(source)):
        for table in _tables(node):
            words = Counter(table.split("|" if "|" in table else None))
            repeated += [(getattr(node, "lineno", 0), word) for word, count in words.items() if count > 1]
    assert repeated == []


def test_word_classes_are_small_letters() -> None:
    """They are compared with words in small letters: one with a capital would never be met."""
    for name, words in vars(word_classes).items():
        if isinstance(words, frozenset) and name.isupper():
            assert [word for word in words if word != word.lower()] == [], name
