"""The vocabulary holds together, and the lint of it finds what would not."""

from dataclasses import replace
from typing import Any

import orjson
import pytest

from graph.vocabulary import KINDS, RELATIONS, STAGES, STATUSES, allows
from graph.vocabulary.check import Vocabulary, problems
from graph.vocabulary.export import as_json, required_constraints, tables
from tests.requirements import CHECKOUT

FINED = RELATIONS["FINED"]
JOINTLY = RELATIONS["INVESTIGATED_JOINTLY_WITH"]
COMPANY = KINDS["company"]
DECLARED = Vocabulary()


def with_kind(**changes: Any) -> Vocabulary:
    """The vocabulary with another company."""
    return replace(
        DECLARED, kinds=tuple(replace(k, **changes) if k is COMPANY else k for k in DECLARED.kinds)
    )


def with_relation(relation: Any = FINED, **changes: Any) -> Vocabulary:
    """The vocabulary with another FINED."""
    changed = tuple(replace(r, **changes) if r is relation else r for r in DECLARED.relations)
    return replace(DECLARED, relations=changed)


def test_the_vocabulary_is_sound() -> None:
    """The lint finds nothing."""
    assert problems() == []


BAD = {
    "name twice": (with_kind(name="regulator"), "kind's name 'regulator' is declared 2 times"),
    "label twice": (with_kind(label="Regulator"), "kind's label 'Regulator' is declared 2 times"),
    "color twice": (with_kind(color=KINDS["court"].color), "kind's color"),
    "color": (with_kind(color="red"), "color 'red' is not of the form"),
    "label": (with_kind(label="a company"), "label 'a company' is not of the form"),
    "label of the graph": (with_kind(label="Fact"), "belongs to the graph itself"),
    "kind's description": (with_kind(description="a firm"), "the description is no sentence"),
    "plural": (with_kind(plural=""), "has no plural"),
    "property": (with_kind(properties=("LEI",)), "property 'LEI' is not of the form"),
    "property twice": (with_kind(properties=("lei", "lei")), "property 'lei' is declared 2 times"),
    "relation's name": (with_relation(name="was fined"), "type 'was fined' is not of the form"),
    "relation of the graph": (with_relation(name="PARTY"), "belongs to the graph itself"),
    "verb twice": (with_relation(forward="ordered"), "forward verb 'ordered' is declared 2 times"),
    "no verb": (with_relation(forward=""), "a verb is missing"),
    "same verbs": (with_relation(backward="fined"), "exactly where a relation is symmetric"),
    "symmetric verbs": (with_relation(JOINTLY, backward="was investigated"), "exactly where a relation is symmetric"),
    "symmetric sides": (with_relation(JOINTLY, objects=("court",)), "the sides of a symmetric relation differ"),
    "subject": (with_relation(subjects=("robot",)), "subject kind 'robot' is not declared"),
    "no object": (with_relation(objects=()), "no object kind"),
    "topic": (with_relation(topic="gossip"), "topic 'gossip' is not declared"),
    "role": (with_relation(roles=("friend",)), "role 'friend' is not declared"),
    "role of an end": (with_relation(roles=("subject",)), "role 'subject' is not declared"),
    "stage": (with_relation(stages=("begun", "imposed")), "stage 'begun' is not declared"),
    "opening": (with_relation(opening=("settled",), stages=("imposed",)), "opening stage 'settled' is not declared"),
    "stage without relation": (
        replace(DECLARED, stages=(*DECLARED.stages, replace(STAGES["paid"], name="lost"))),
        "stage lost: no relation has it",
    ),
    "status of a stage": (
        replace(DECLARED, stages=(*DECLARED.stages, replace(STAGES["paid"], status="lost"))),
        "status 'lost' is not declared",
    ),
    "status that nothing leaves": (
        replace(DECLARED, statuses=(*DECLARED.statuses, replace(STATUSES["final"], name="lost"))),
        "status lost: a stage leaves it, or it holds without one",
    ),
    "role that nothing has": (
        replace(DECLARED, roles={**DECLARED.roles, "friend": "x"}),
        "role friend: no relation has it",
    ),
    "word without meaning": (
        replace(DECLARED, words={**DECLARED.words, "review": {"good": ""}}),
        "review good: has no meaning",
    ),
    "uncounted": (replace(DECLARED, uncounted=("rumour",)), "document kind 'rumour' is not declared"),
}  # fmt: skip


@pytest.mark.parametrize(("vocabulary", "problem"), BAD.values(), ids=BAD)
def test_the_lint_finds(vocabulary: Vocabulary, problem: str) -> None:
    """Each rule, broken once."""
    found = problems(vocabulary)
    assert any(problem in line for line in found), found


def test_the_page_is_up_to_date() -> None:
    """docs/vocabulary.md is what ``make docs`` writes."""
    assert (CHECKOUT / "docs" / "vocabulary.md").read_text(encoding="utf-8") == tables()


def test_every_name_is_in_the_page_and_in_the_json() -> None:
    """Nothing that is declared is left out."""
    whole = orjson.loads(orjson.dumps(as_json()))
    assert {
        part: [entry["name"] for entry in whole[part]]
        for part in ("kinds", "relations", "stages", "statuses")
    } == {
        "kinds": list(KINDS),
        "relations": list(RELATIONS),
        "stages": list(STAGES),
        "statuses": list(STATUSES),
    }
    page = tables()
    assert [
        entry["name"] for part in whole.values() for entry in part if f"`{entry['name']}`" not in page
    ] == []
    assert {entry["name"]: entry["counted"] for entry in whole["document_kinds"]}["memory"] is False


def test_every_kind_needs_a_unique_id() -> None:
    """Once as an entity, once as its kind."""
    assert {"Entity", *(kind.label for kind in KINDS.values())} <= set(required_constraints())
    assert len(set(required_constraints())) == len(required_constraints())


@pytest.mark.parametrize(
    ("triple", "allowed"),
    [
        (("FINED", "regulator", "company"), True),
        (("FINED", "company", "regulator"), False),
        (("SCRAPED", "company", "platform"), True),
        (("ATE", "regulator", "company"), False),
    ],
)
def test_triples(triple: tuple[str, str, str], allowed: bool) -> None:
    """Who can do what to whom."""
    assert allows(*triple) is allowed
