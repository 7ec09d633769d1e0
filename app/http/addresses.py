"""Addresses as people write them: with a slash at the end, or with the form as a suffix (``/v1/facts.csv``)."""

import re
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from app.formats.registry import LIST_FORMS

_SUFFIXES: Final = {form.suffix: form.name for form in LIST_FORMS.values()}
_LIST: Final = re.compile(
    rf"(?P<path>/v1/(?:[\w-]+|entities/[^/]+/\w+|identity/\w+))\.(?P<suffix>{'|'.join(map(re.escape, _SUFFIXES))})"
)


class Addresses:
    """ASGI layer: drops the slash at the end and turns the suffix of a list into ``format=``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["path"].startswith("/v1"):
            scope = _plain(scope)
        await self._app(scope, receive, send)


def _plain(scope: Scope) -> Scope:
    path, query = scope["path"].rstrip("/"), scope["query_string"]
    if found := _LIST.fullmatch(path):
        path = found["path"]
        query = b"&".join(part for part in (query, f"format={_SUFFIXES[found['suffix']]}".encode()) if part)
    if path == scope["path"]:
        return scope
    return {**scope, "path": path, "raw_path": path.encode(), "query_string": query}
