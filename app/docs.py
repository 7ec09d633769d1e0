"""``make docs``: writes again what is derived from the code (OpenAPI, the tables of the vocabulary)."""

from pathlib import Path
from typing import Any

import orjson

from app.main import create_app
from graph.settings import Connection, Settings
from graph.vocabulary import export

ROOT = Path(__file__).resolve().parent.parent


def openapi() -> dict[str, Any]:
    """The OpenAPI document of the service; no graph is needed for it."""
    return create_app(Settings(), Connection("bolt://127.0.0.1", "", "")).openapi()


def main() -> None:
    """Write ``openapi.json`` and ``docs/vocabulary.md``."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    (ROOT / "openapi.json").write_bytes(orjson.dumps(openapi(), option=options))
    (ROOT / "docs" / "vocabulary.md").write_text(export.tables(), encoding="utf-8")


if __name__ == "__main__":
    main()
