"""The search over entities, facts and documents."""

from typing import Any

from app.answers.service import Service
from graph.reads import search as reads


async def search(service: Service, text: str, limit: int) -> dict[str, Any]:
    """The best ``limit`` of each kind."""
    rows = await reads.search(service.store, text, limit)
    return {"entities": rows.entities, "facts": rows.facts, "documents": rows.documents}
