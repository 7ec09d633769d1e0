"""Who may write: the holder of a key, given as ``Authorization: Bearer wf_…``."""

from typing import Annotated

from fastapi import Depends, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.context import Graph
from graph import keys
from graph.errors import NotAuthorized

_bearer = HTTPBearer(
    auto_error=False, scheme_name="key", description="A key made with `whofined key create NAME`."
)


async def _holder(
    graph: Graph, given: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]
) -> str:
    name = await keys.holder(graph.store, given.credentials) if given else None
    if name is None:
        raise NotAuthorized(
            "this needs a key" if given is None else "this key opens nothing",
            where="Authorization",
            remedy="Authorization: Bearer wf_…, with a key made by `whofined key create NAME`",
        )
    return name


Writer = Annotated[str, Depends(_holder)]
"""The name of the key's holder; raises ``NotAuthorized``."""
