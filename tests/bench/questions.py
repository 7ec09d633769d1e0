"""What is asked: each question as requests to the service and as the Cypher that the service runs for them."""

from dataclasses import asdict, dataclass
from typing import Any, Final
from urllib.parse import quote

import httpx

from graph.reads import search
from graph.reads.lucene import names_like
from graph.text import words
from tests.bench.synthetic import HUB, company_name

_PAGE: Final = 50
_VARIANTS: Final = 20
_BIG_PAGE: Final = 500

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """Variants of one question: path ``n`` of the service and parameters ``n`` of the statement ask the same."""

    name: str
    paths: list[str]
    text: str
    parameters: list[Parameters]


def questions(service: str) -> list[Question]:
    """The five questions, written for the graph behind a running service at this address."""
    with httpx.Client(base_url=service, timeout=30) as client:
        return [
            _of("entity by id", client, [f"/v1/entities/{id_}" for id_ in _entities()]),
            _of("hub fines, first page", client, [f"/v1/fines?subject={HUB}"]),
            _of("hub fines, deep page", client, _deep_pages(client)),
            _of("latest 50 fines", client, ["/v1/fines"]),
            _search(),
        ]


def _entities() -> list[str]:
    return [HUB, *(f"bench-company-{number}" for number in range(0, 10 * _VARIANTS, 2))]


def _get(client: httpx.Client, path: str) -> dict[str, Any]:
    answer = client.get(path)
    answer.raise_for_status()
    return answer.json()


def _of(name: str, client: httpx.Client, paths: list[str]) -> Question:
    """A question whose statement and parameters the service itself tells."""
    told = [
        _get(client, path if "entities/" in path else f"{path}{'&' if '?' in path else '?'}cypher=true")[
            "cypher"
        ]
        for path in paths
    ]
    return Question(name, paths, told[0]["text"], [_one_more(entry["parameters"]) for entry in told])


def _shown(path: str) -> str:
    """The same address with the statement in its answer; a profile always has it."""
    return path if "/entities/" in path else f"{path}{'&' if '?' in path else '?'}cypher=true"


def _one_more(parameters: Parameters) -> Parameters:
    """The service reads one row more than it shows, to know whether there is a next page."""
    return parameters | {"limit": parameters["limit"] + 1} if "limit" in parameters else parameters


def _deep_pages(client: httpx.Client) -> list[str]:
    """Pages around the middle of the hub's list, by cursors as the service gives them."""
    address = f"/v1/fines?subject={HUB}"
    answer = _get(client, f"{address}&limit={_BIG_PAGE}")
    wanted, seen = answer["total"]["value"] // 2, 0
    size = min(_BIG_PAGE, max(1, wanted))
    answer = _get(client, f"{address}&limit={size}")
    while (seen := seen + size) < wanted:
        answer = _get(client, f"{address}&limit={size}&cursor={answer['next']}")
    pages: list[str] = []
    while answer["next"] and len(pages) < _VARIANTS:
        pages.append(f"{address}&cursor={answer['next']}")
        answer = _get(client, pages[-1])
    return pages


def _search() -> Question:
    """Names as they are, and with a letter wrong."""
    names = [company_name(number).rpartition(" ")[0] for number in range(_VARIANTS)]
    texts = [name if number % 2 else name[:3] + "x" + name[4:] for number, name in enumerate(names)]
    asked = [search.Text(names_like(words(text)), 200) for text in texts]
    paths = [f"/v1/search?q={quote(text)}" for text in texts]
    return Question("search", paths, search.ENTITIES.text, [asdict(row) for row in asked])
