"""Names of files that tell what was asked and when."""

import datetime as dt
import re
from typing import Any, Final, cast

from pydantic import BaseModel

_NOT_FILTERS: Final = {"format", "limit", "cursor", "fields", "cypher", "bom", "rows", "sort", "evidence"}
_LONGEST: Final = 120


def attachment(asked: BaseModel, suffix: str) -> dict[str, str]:
    """The header that saves an answer as ``whofined-FINED-clearview-ai-2026-01-31.csv``."""
    values = asked.model_dump(exclude=_NOT_FILTERS, exclude_none=True).values()
    several = (cast(list[Any], value) if isinstance(value, list) else [value] for value in values)
    words = [str(word) for value in several for word in value]
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", "-".join(["whofined", *words]))[:_LONGEST].strip("-.")
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return {"Content-Disposition": f'attachment; filename="{plain}-{today}.{suffix}"'}
