"""Who may do what: the holder of an API key with the scope for it, given as ``Authorization: Bearer wf_…``."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Annotated, Final

import structlog
from cachetools import TTLCache
from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.http.service import Context, Graph
from graph import api_keys
from graph.api_keys import Holder, Scope
from graph.audit import CURRENT, Act
from graph.errors import Forbidden, NotAuthorized, WhofinedError
from graph.free import Free
from graph.reads import private

log = structlog.get_logger()

_bearer = HTTPBearer(
    auto_error=False, scheme_name="key", description="An API key made with `whofined key create NAME`."
)
_Given = Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]

_OPEN: Final = ("/healthz", "/readyz", "/metrics", "/docs", "/openapi.json")
"""What says how the service is, and how it is asked: open also where reads are keyed; /metrics asks for itself."""
_NOTED_EVERY: Final = 60.0
"""Seconds between two notes that a key was used."""
_noted: TTLCache[str, None] = TTLCache(4096, _NOTED_EVERY, time.monotonic)
_notes: set[asyncio.Task[None]] = set()


async def _holder(context: Context, key: str | None, scope: Scope) -> Holder:
    """Whose key it is; raises ``NotAuthorized`` or ``Forbidden``."""
    found = await api_keys.holder(context.store, key) if key else None
    if found is None:
        raise NotAuthorized(
            "invalid, expired or revoked API key" if key else "an API key is required",
            where="Authorization",
            remedy="Authorization: Bearer wf_…, with a key made by `whofined key create NAME`",
        )
    if scope not in found.scopes:
        raise Forbidden(
            f"this needs an API key with the scope {scope}",
            where="Authorization",
            remedy=f"a key made by `whofined key create NAME --scope {scope}`",
        )
    if found.id not in _noted:
        _noted[found.id] = None
        note = asyncio.create_task(_note(context, found.id))
        _notes.add(note)
        note.add_done_callback(_notes.discard)
    return found


async def _note(context: Context, id_: str) -> None:
    try:
        await api_keys.used(context.store, id_)
    except WhofinedError as error:
        log.warning("use of a key not noted", error=str(error))


def _with(scope: Scope) -> Callable[..., Awaitable[str]]:
    async def require(request: Request, graph: Graph, given: _Given) -> str:
        found = await _holder(graph, given.credentials if given else None, scope)
        # The target is for what has an id of its own; that of a person must not outlive a redaction.
        target = request.path_params.get("id") if scope != "admin" else None
        CURRENT.set(Act(found.name, request.scope["route"].name, found.id, target))
        return found.name

    return require


async def require_read(request: Request, graph: Graph) -> None:
    """Where reads are keyed, ask for a key with the scope to read; raises ``NotAuthorized`` or ``Forbidden``."""
    if request.method == "GET" and request.url.path not in _OPEN:
        await reader(graph, request.headers.get("authorization", ""))


async def free_cypher(request: Request, graph: Graph) -> Free:
    """Where callers' statements are run; raises ``Forbidden`` where nobody may send any, and as keys do.

    A statement reads whatever there is: while the graph keeps a private batch, open means keyed.
    """
    if graph.free is None:
        raise Forbidden(
            "free Cypher is off", where="WHOFINED_CYPHER", remedy="an operator can set WHOFINED_CYPHER=keyed"
        )
    authorization = request.headers.get("authorization", "")
    if graph.settings.cypher == "open" and not await private.kept(graph.store):
        await reader(graph, authorization)
    else:
        await require_scope(graph, authorization, "admin")
    return graph.free


async def reader(context: Context, authorization: str) -> None:
    """The same for a read that is no GET; ``authorization`` is the value of the header."""
    if context.settings.reads == "open":
        return
    await require_scope(context, authorization, "read")


async def private_reader(request: Request, graph: Context) -> None:
    """Where rows of private batches are asked for, ask for a key that brings lists in; raises as ``_holder`` does."""
    await require_scope(graph, request.headers.get("authorization", ""), "write")


async def require_scope(context: Context, authorization: str, scope: Scope) -> None:
    """Ask for a key with a scope, where only some answers of a route need one; raises as ``_holder`` does."""
    kind, _, key = authorization.partition(" ")
    await _holder(context, key.strip() if kind.lower() == "bearer" else None, scope)


Writer = Annotated[str, Depends(_with("write"))]
"""The name of a holder who may add and withdraw documents; raises ``NotAuthorized`` or ``Forbidden``."""
Reviewer = Annotated[str, Depends(_with("review"))]
"""The name of a holder who may judge claims and entities; raises ``NotAuthorized`` or ``Forbidden``."""
Admin = Annotated[str, Depends(_with("admin"))]
"""The name of a holder who may redact persons and read the audit log; raises ``NotAuthorized`` or ``Forbidden``."""
