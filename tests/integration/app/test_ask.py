"""Questions over real facts: our own, two shares of them, and the development questions over their own records."""
# ruff: noqa: E501 - a statement, one line a part

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import httpx
import orjson
import pytest

from app.answers.ask import ask
from app.ask.names import build
from app.ask.understanding import CannotRead
from graph.reads import named
from graph.statement import Nothing, Statement
from graph.store import Store
from seed.curated import examine, plan
from seed.load import load
from tests.conftest import Slate, no_tracing
from tests.question_set import Facts, Question, judge, read
from tests.requirements import shared_folder
from tests.service import service

Json = dict[str, Any]
_OPEN: Final = 0.95
_ASIDE: Final = 0.85

_ALL = """
MATCH (f:Fact) WHERE f.withdrawn IS NULL
RETURN collect({
  id: f.id, relation: f.relation, subject: f.subject_id, object: f.object_id, date: f.date, day: f.day,
  announced: f.announced, action: f.action, sum_key: f.sum_key, minor: f.amount_minor, currency: f.currency,
  eur_minor: f.amount_eur_minor, counts: f.amount_counts, status: f.status, standing: coalesce(f.timeline_stands[-1], -1),
  role: f.role, summary: f.summary, articles: coalesce(f.articles, []), laws: coalesce(f.laws, []), timeline_from: f.timeline_from,
  timeline_stands: f.timeline_stands,
  stages: COLLECT { MATCH (f)-[:HAS_STAGE]->(s:Stage) RETURN s {.stage, .date, minor: s.amount_minor} ORDER BY s.position },
  others: COLLECT { MATCH (f)-[p:PARTY]->(e) WHERE NOT p.role IN ['subject', 'object'] RETURN {role: p.role, id: e.id} },
  together: COLLECT { MATCH (g:Fact {action: f.action}) RETURN DISTINCT g.subject_id }
}) AS items
"""


@dataclass(frozen=True)
class Rows:
    """All facts."""

    items: list[Json]


@pytest.fixture(scope="module")
async def facts(seeded_store: Store) -> Facts:
    """All facts of the records, read apart from the code that answers."""
    every: Any = Statement("all", _ALL, "read", Nothing, Rows)
    rows = (await seeded_store.read(every, Nothing()))[0].items
    found = await named.names(seeded_store)
    return Facts(rows, build(found.items, found.revision).by_id, datetime.now(UTC).date())


async def _wrong(store: Store, questions: list[Question], facts: Facts) -> list[str]:
    wrong: list[str] = []
    for question in questions:
        try:
            answer: Json | None = json.loads(orjson.dumps((await ask(store, question.text)).as_json()))
        except CannotRead:
            answer = None
        problems = judge(question, answer, facts)
        if problems:
            wrong.append(f"{question.file} {question.number}: {question.text} {problems}")
    return wrong


@pytest.mark.parametrize(("aside", "share"), [(False, _OPEN), (True, _ASIDE)], ids=["open", "set aside"])
async def test_share_of_our_own_questions(
    aside: bool, share: float, seeded_store: Store, facts: Facts
) -> None:
    """Most are answered exactly: the same facts, the same number, the same verdict."""
    questions = [one for one in read() if one.aside is aside]
    wrong = await _wrong(seeded_store, questions, facts)
    assert len(wrong) <= len(questions) * (1 - share), "\n".join(wrong)


def test_enough_questions_and_a_third_set_aside() -> None:
    """The rule that sets aside is a fixed one."""
    questions = read()
    assert len(questions) >= 200
    assert len({one.text for one in questions}) == len(questions)
    assert 0.3 < sum(one.aside for one in questions) / len(questions) < 0.36


@pytest.fixture(scope="module")
async def frozen(slate: Slate) -> AsyncIterator[httpx.AsyncClient]:
    """The service over the records that the development questions were written for."""
    folder = shared_folder() / "eval" / "records"

    async def fill(store: Store) -> None:
        checked = examine(folder)
        with no_tracing():
            report = await load(store, checked, plan(checked))
        assert report.complete, report.problems

    store = await slate.hold("frozen records", fill)
    async with service(store.connection) as client:
        yield client


async def test_development_questions(frozen: httpx.AsyncClient) -> None:
    """At least 95 of 100 are exactly right, and none gives something wrong as right."""
    scorer = _module(shared_folder() / "eval" / "score_questions.py")
    questions = json.loads((shared_folder() / "eval" / "questions_dev.json").read_text(encoding="utf-8"))
    outcomes: dict[str, list[str]] = {}
    for question in questions:
        response = await frozen.get("/v1/ask", params={"q": question["question"]})
        outcome, why = scorer["judge"](question["expect"], response.status_code, response.content)
        outcomes.setdefault(outcome, []).append(f"{question['question']} {why}")
    wrong = {name: found for name, found in outcomes.items() if name != "right"}
    assert not wrong.keys() & {"false", "overreached", "failed"}, wrong
    assert len(outcomes["right"]) >= 0.95 * len(questions), wrong


def _module(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {"__name__": path.stem}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), found)  # noqa: S102 - test material of our own
    return found


async def test_bounds_beside_a_question_cannot_be_widened(api: httpx.AsyncClient) -> None:
    """A filter of the list of facts narrows every answer."""
    asked = {"q": "Who fined Clearview AI?"}
    whole = (await api.get("/v1/ask", params=asked)).json()
    for name, value in (("country", "FR"), ("subject", "cnil-fr"), ("party", "cnil-fr")):
        narrow = (await api.get("/v1/ask", params={**asked, name: value})).json()
        assert {one["subject"]["id"] for one in narrow["items"]} == {"cnil-fr"}
        assert 0 < len(narrow["items"]) < len(whole["items"])
    none = (await api.get("/v1/ask", params={**asked, "relation": "SUED"})).json()
    assert none["items"] == []
    early = (await api.get("/v1/ask", params={**asked, "date_to": "2022"})).json()
    assert {one["date"][:4] for one in early["items"]} == {"2022"}


async def test_understood_leads_to_the_same_facts(api: httpx.AsyncClient) -> None:
    """Where filters say all of a question, the link gives the answer's facts."""
    answer = (await api.get("/v1/ask", params={"q": "Fines in France in 2023"})).json()
    assert answer["understood"]["beyond"] == []
    listed = (await api.get(answer["understood"]["url"])).json()
    assert [one["id"] for one in listed["items"]] == [one["id"] for one in answer["items"]] != []


async def test_brackets_hold_no_brackets(api: httpx.AsyncClient) -> None:
    """A sum whose sort is written with brackets stands between commas."""
    answer = (await api.get("/v1/ask", params={"q": "CNIL fines on Clearview AI in 2023"})).json()
    assert "overdue penalty payment (astreinte)" in answer["answer"]
    assert "))" not in answer["answer"]


@pytest.mark.parametrize(
    ("question", "verdict", "said", "found"),
    [
        ("what happened to the £17 million fine", None, "but one was proposed", "cv-004"),
        ("was Clearview fined £17 million?", "no", "but one was proposed", "cv-004"),
        ("ChatGPT fine Italy", None, "of whoever operates it", "openai-2024"),
        ("was ChatGPT fined in Italy?", "no", "of whoever operates it", "openai-2024"),
    ],
)
async def test_what_there_is_instead_is_said_to_be_something_else(
    api: httpx.AsyncClient, question: str, verdict: str | None, said: str, found: str
) -> None:
    """A fine that was only proposed is none; a fine on a firm is none on its product."""
    answer = (await api.get("/v1/ask", params={"q": question})).json()
    assert "the facts have no fine" in answer["answer"].lower()
    assert said in answer["answer"]
    assert answer["verdict"] == verdict
    assert found in [item["id"] for item in answer["items"]]


async def test_what_a_court_upheld_was_appealed(api: httpx.AsyncClient) -> None:
    """Where records tell of the ruling and not of the appeal."""
    answer = (await api.get("/v1/ask", params={"q": "Did Amazon appeal its fine in Luxembourg?"})).json()
    assert answer["verdict"] == "yes"
    assert [item["id"] for item in answer["items"]] == ["amazon-2021"]


async def test_refusal_shows_what_can_be_asked(api: httpx.AsyncClient) -> None:
    """A text that is no question about the facts is a problem document."""
    response = await api.get("/v1/ask", params={"q": "Is Clearview evil?"})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert "Who fined" in response.json()["errors"][0]["valid"]


async def test_an_empty_graph_says_that_there_is_nothing(own_api: httpx.AsyncClient) -> None:
    """Coverage is there, and no name is invented."""
    answer = (await own_api.get("/v1/ask", params={"q": "Which fines were imposed in 2022?"})).json()
    assert (answer["items"], answer["coverage"]["facts"]) == ([], 0)
    assert "no facts yet" in answer["answer"]


async def test_a_new_name_is_known_as_soon_as_the_graph_changes(seeded_store: Store) -> None:
    """The alias index is that of the revision of the answer."""
    answer = await ask(seeded_store, "Who fined Clearview?")
    assert answer.revision == (await named.names(seeded_store)).revision
    assert {one.name for one in fields(answer)} >= {"sentence", "items", "coverage"}
