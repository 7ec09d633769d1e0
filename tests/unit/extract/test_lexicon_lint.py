"""A row of the tables of words that breaks a rule is refused, with file, row and rule; a good one is read."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from seed.extract.lexicon import frames, lint, scope_words, tables
from seed.extract.lexicon.kinds import of

GOOD = {
    "relation": "SUED",
    "words": "litigate",
    "subject": "subj by",
    "object": "against",
    "subjects": "party group",
    "objects": "party -court",
    "fills": "object",
}
CLASSES = frozenset({"stop"})


def test_a_good_row_has_no_complaint() -> None:
    """Of verbs, and of nouns with what supports them."""
    assert list(lint.frame_problems(GOOD, CLASSES, noun=False)) == []
    noun = {**GOOD, "needs": "@stop court", "before": "civil", "take": "face"}
    assert list(lint.frame_problems(noun, CLASSES, noun=True)) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"relation": "LITIGATED"}, "unknown relation LITIGATED"),
        ({"words": ""}, "words is empty"),
        ({"words": "sue Sue"}, "Sue has a capital"),
        ({"words": "sue sue"}, "sue stands twice"),
        ({"subject": "subj by whom"}, "unknown slot whom"),
        ({"objects": "firm"}, "unknown kind firm"),
        ({"objects": "party -authority"}, "unknown kind -authority"),
        ({"subjects": ""}, "subjects names no kind"),
        ({"fills": "all"}, "fills is all"),
        ({"needs": "@halt"}, "unknown class @halt; the classes are stop"),
        ({"needs": "court", "rejects": "court"}, "needs and rejects both hold court"),
        ({"take": "face"}, "unknown key take"),
        ({"needs": ["court"]}, "needs is not a text"),
    ],
)
def test_a_bad_row_is_told_what_it_breaks(change: dict[str, Any], complaint: str) -> None:
    """Each rule has its own complaint."""
    found = list(lint.frame_problems(GOOD | change, CLASSES, noun=False))
    assert any(complaint in one for one in found), found


@pytest.mark.parametrize("key", ["relation", "words", "subject", "object", "subjects", "objects"])
def test_a_row_without_a_key_is_told_which(key: str) -> None:
    """All keys but the optional ones are needed."""
    row = {name: value for name, value in GOOD.items() if name != key}
    assert f"{key} is missing" in list(lint.frame_problems(row, CLASSES, noun=False))


def test_a_word_tells_a_relation_by_one_row() -> None:
    """Two rows may share a word only where other words beside it tell them apart."""
    assert list(lint.repeated([GOOD, GOOD])) == ["litigate tells SUED by two rows"]
    assert list(lint.repeated([GOOD, {**GOOD, "needs": "court"}])) == []


def _with(tmp_path: Path, **more: object) -> Path:
    content = {
        "classes": {name: name for name in ("give", "hit", "take", "meet", "stop", "governors")},
        "verbs": [GOOD],
        "nouns": [],
        "irregular": {},
    }
    (tmp_path / "frames.yaml").write_text(yaml.safe_dump({**content, **more}), encoding="utf-8")
    return tmp_path


def test_a_row_of_data_is_all_that_a_wording_needs(tmp_path: Path) -> None:
    """A file with one row gives one frame, with what the row says."""
    lexicon = frames.load(_with(tmp_path))
    assert [frame.lemmas for frame in lexicon.verbs] == [frozenset({"litigate"})]
    assert lexicon.verbs[0].fill_object
    assert not lexicon.verbs[0].fill_subject
    assert "court" not in lexicon.verbs[0].objects


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        ({"verbs": [GOOD, {**GOOD, "relation": "X"}]}, "frames.yaml, verbs 2 (X litigate): unknown relation"),
        ({"nouns": {}}, "nouns is no list of rows"),
        ({"classes": []}, "classes is no mapping"),
        ({"classes": {"give": "impose impose"}}, "classes, give: impose stands twice"),
        ({"verbs": [GOOD, GOOD]}, "verbs: litigate tells SUED by two rows"),
    ],
)
def test_a_bad_file_is_told_where_it_is_bad(tmp_path: Path, more: dict[str, Any], complaint: str) -> None:
    """The file, the table, the number of the row and its first words."""
    with pytest.raises(lint.LexiconError, match=re.escape(complaint)):
        frames.load(_with(tmp_path, **more))


def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    """A list at the top has no names to read rows by."""
    (tmp_path / "words.yaml").write_text("- impose\n", encoding="utf-8")
    with pytest.raises(lint.LexiconError, match="a mapping of names to rows is wanted"):
        tables.read("words", tmp_path)


def test_kinds_are_named_alone_together_and_taken_away() -> None:
    """As a row writes them."""
    assert of("authority") == {"regulator"}
    assert of("party -court group") == of("party") - {"court"} | {"group"}
    assert of("company person") == {"company", "person"}


GOVERNOR = {"words": "mull @plans", "roles": "xcomp dobj", "makes": "proposed"}


def test_a_good_governor_has_no_complaint() -> None:
    """Words, the roles of what they govern, and what they make of it."""
    assert list(lint.governor_problems(GOVERNOR, {"plans"})) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"words": ""}, "words is missing"),
        ({"words": "Mull"}, "Mull has a capital"),
        ({"words": "@hopes"}, "unknown class @hopes; the classes are plans"),
        ({"roles": "xcomp under"}, "unknown role under"),
        ({"makes": "likely"}, "makes is likely"),
        ({"fills": "both"}, "unknown key fills"),
    ],
)
def test_a_bad_governor_is_told_what_it_breaks(change: dict[str, Any], complaint: str) -> None:
    """Each rule has its own complaint."""
    found = list(lint.governor_problems(GOVERNOR | change, {"plans"}))
    assert any(complaint in one for one in found), found


def test_a_governor_is_read_from_its_row(tmp_path: Path) -> None:
    """A row more is a governor more; a bad one stops with file and row."""
    text = 'classes:\n  plans: mull weigh\ngovernors:\n  - words: "@plans toy"\n    roles: xcomp\n    makes: proposed\n'
    (tmp_path / "scope.yaml").write_text(text, encoding="utf-8")
    classes, (governor,) = scope_words.load(tmp_path)
    assert classes["plans"] == {"mull", "weigh"}
    assert (governor.lemmas, governor.roles) == ({"mull", "weigh", "toy"}, {"xcomp"})
    (tmp_path / "scope.yaml").write_text(text.replace("xcomp", "beside"), encoding="utf-8")
    with pytest.raises(lint.LexiconError, match=r"scope.yaml, governors 1: roles: unknown role beside"):
        scope_words.load(tmp_path)
