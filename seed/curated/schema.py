"""The record format as JSON Schema, one file for each kind, for editors to check against."""

import json
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from seed.curated.reading import ABOUT, RECORDS
from seed.curated.records import KINDS_OF_RECORD

SCHEMAS: Final = RECORDS / "schema"
"""Where the schemas stand; the first line of each record file points there."""


_ABOUT: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "whofined records: what a folder says of itself",
    "type": "object",
    "properties": {
        "kept_until": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "the day up to which the records were kept",
        }
    },
    "required": ["kept_until"],
    "additionalProperties": False,
}


def schemas() -> dict[str, dict[str, Any]]:
    """File name to JSON Schema (2020-12) of a whole record file."""
    found: dict[str, dict[str, Any]] = {ABOUT.replace(".yaml", ".json"): _ABOUT}
    for key, model in KINDS_OF_RECORD.items():
        records = TypeAdapter[Any](list[model]).json_schema(mode="validation")  # pyright: ignore[reportInvalidTypeForm]
        definitions = records.pop("$defs", {})
        found[f"{key.replace('_', '-')}.json"] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"whofined records: {key.replace('_', ' ')}",
            "type": "object",
            "properties": {key: records},
            "required": [key],
            "additionalProperties": False,
            "$defs": definitions,
        }
    return found


def rendered() -> dict[str, str]:
    """File name to the text that is committed."""
    return {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas().items()
    }


def write(folder: Path = SCHEMAS) -> None:
    """Write all schemas: ``python -m seed.curated.schema``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in rendered().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
