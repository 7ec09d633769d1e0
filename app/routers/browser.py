"""The pack for Neo4j Browser as files: the guide is played, and the style taken, from here."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Response

from app.browser_pack import files
from graph.errors import NotFound

router = APIRouter(prefix="/browser", include_in_schema=False)

_TYPES: Final = {"html": "text/html", "adoc": "text/plain", "grass": "text/plain", "cypher": "text/plain"}


@router.get("/{name}")
async def get_file(name: Annotated[str, Path(max_length=50)]) -> Response:
    """One file of the pack; Browser, a page of another origin, may read it."""
    text = files().get(name)
    if text is None:
        raise NotFound(f"no file {name!r}", where="name", remedy=", ".join(files()))
    policy = "default-src 'none'; base-uri 'none'; form-action 'none'"
    return Response(
        text, media_type=_TYPES[name.rpartition(".")[2]], headers={"Content-Security-Policy": policy}
    )
