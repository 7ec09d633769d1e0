"""``make docs``: writes again what is derived from the code (OpenAPI, the tables of the vocabulary).

``python -m app.docs --examples`` takes the examples of each route from a running service first.
"""

import argparse
import re
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import quote

import httpx
import orjson

from app.browser_pack import files
from app.http.openapi import EXAMPLES, examples
from app.main import create_app
from app.settings import Settings
from graph.connection import Connection
from graph.vocabulary import export

ROOT: Final = Path(__file__).resolve().parent.parent
_OPTIONS: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE

ASKED: Final = {
    "/v1/facts": "/v1/facts?relation=INVESTIGATED_JOINTLY_WITH&party=oaic-au&limit=1",
    "/v1/fines": "/v1/fines?object=clearview-ai&subject=ico-uk&limit=1",
    "/v1/facts/{id}": "/v1/facts/clearview-uk-2022",
    "/v1/claims/{id}": "/v1/claims/{claim}",
    "/v1/entities": "/v1/entities?kind=regulator&country=GB&limit=2",
    "/v1/entities/{id}": "/v1/entities/clearview-ai",
    "/v1/entities/{id}/facts": "/v1/entities/linkedin/facts?limit=1",
    "/v1/entities/{id}/neighbours": "/v1/entities/clearview-ai/neighbours?limit=2",
    "/v1/documents": "/v1/documents?q=clearview&limit=2",
    "/v1/documents/{id}": "/v1/documents/{document}",
    "/v1/changes": "/v1/changes?object=clearview-ai&limit=1",
    "/v1/corrections": "/v1/corrections?origin=records&limit=1",
    "/v1/cases": "/v1/cases?limit=2",
    "/v1/cases/{id}": "/v1/cases/clearview-uk",
    "/v1/search": "/v1/search?q=clearvew&limit=1",
    "/v1/ask": "/v1/ask?q=Who+fined+Clearview+AI+in+2022%3F",
    "/v1/stats": "/v1/stats?relation=FINED&by=country,year",
    "/v1/quality": "/v1/quality",
    "/v1/paths": "/v1/paths?from=clearview-ai&to=oaic-au&limit=1",
    "/v1/compare": "/v1/compare?a=ico-uk&b=oaic-au",
    "/v1/coverage": "/v1/coverage",
    "/v1/conflicts": "/v1/conflicts?limit=1",
    "/v1/vocabulary": "/v1/vocabulary",
    "/healthz": "/healthz",
    "/readyz": "/readyz",
}
"""For each route, the question whose answer is its example; ``{claim}`` and ``{document}`` are those of a fine."""

_ITEMS: Final = 2
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.]*Z")
_BROWSER: Final = re.compile(r"^https?://[^/]+/browser/\?.*?(?=&cmd=)")


def openapi() -> dict[str, Any]:
    """The OpenAPI document of the service; no graph is needed for it."""
    return create_app(Settings(), Connection("bolt://127.0.0.1", "", "")).openapi()


def trimmed(value: Any, name: str = "") -> Any:
    """An answer as an example: at most two of everything, and nothing that differs between two loads."""
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return {key: trimmed(member, key) for key, member in members.items()}
    if isinstance(value, list):
        return [trimmed(entry, name) for entry in cast("list[Any]", value)[:_ITEMS]]
    if name == "revision":
        return 1
    if name == "browser_url" and value:
        return _BROWSER.sub(
            "http://127.0.0.1:7474/browser/?dbms=bolt%3A%2F%2Fneo4j%40127.0.0.1%3A7687&db=neo4j", value
        )
    if isinstance(value, str):
        return _MOMENT.sub("2026-01-01T00:00:00.000000Z", value)
    return value


def take_examples(client: httpx.Client) -> dict[str, Any]:
    """The example of each route, from a service that serves the curated records."""
    fine = client.get(ASKED["/v1/facts/{id}"]).raise_for_status().json()
    evidence = fine["evidence"][0]
    # The examples of routes that need a key are written by hand, and kept.
    found: dict[str, Any] = {path: example for path, example in examples().items() if path not in ASKED}
    for path, asked in ASKED.items():
        address = asked.format(claim=quote(evidence["claim"]), document=quote(evidence["document"]["id"]))
        found[path] = trimmed(client.get(address).raise_for_status().json())
    return found


def main() -> None:
    """Write ``openapi.json``, ``docs/vocabulary.md``, ``docs/browser/``; with ``--examples`` the examples before."""
    parser = argparse.ArgumentParser(prog="python -m app.docs", description=__doc__)
    parser.add_argument("--examples", metavar="URL", help="take the examples from this service first")
    service = parser.parse_args().examples
    if service:
        with httpx.Client(base_url=service, timeout=30) as client:
            EXAMPLES.write_bytes(orjson.dumps(take_examples(client), option=_OPTIONS))
        examples.cache_clear()
    (ROOT / "openapi.json").write_bytes(orjson.dumps(openapi(), option=_OPTIONS))
    (ROOT / "docs" / "vocabulary.md").write_text(export.tables(), encoding="utf-8")
    for name, text in files().items():
        (ROOT / "docs" / "browser" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
