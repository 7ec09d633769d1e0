"""A document as a caller sends it (JSON, raw text, a file) made into bytes that can be read."""

from dataclasses import fields
from pathlib import PurePath
from typing import Any

import orjson
from fastapi import Request
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from app.http.media_types import UnsupportedMediaType
from app.schemas.writes import NewDocument
from graph.errors import InvalidInput
from seed.reading import Given, Policy, Raw, fetch

_FIELDS = f"an object of {', '.join(NewDocument.model_fields)}"
RAW = ("text/plain", "text/markdown", "text/html", "application/pdf")


async def incoming(request: Request) -> tuple[NewDocument, Raw | None]:
    """What is said of the document, and its bytes; without bytes the address is to be fetched.

    Raises ``UnsupportedMediaType``, and ``InvalidInput`` for JSON that is none and for a form without a file.
    """
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/json":
        about = _about(json_of(await request.body()))
        return about, Raw(about.text.encode(), "text.txt", "text/plain") if about.text else None
    if media == "multipart/form-data":
        return await _form(request)
    if media in RAW:
        about = _about(dict(request.query_params))
        return about, Raw(await request.body(), "body", request.headers["content-type"])
    raise UnsupportedMediaType(media, ("application/json", "multipart/form-data", *RAW))


async def _form(request: Request) -> tuple[NewDocument, Raw]:
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise InvalidInput("the form has no file", where="file", remedy="send the document as `file`")
        about = _about({name: value for name, value in form.items() if name != "file"})
        name = PurePath(file.filename).name if file.filename else None
        return about, Raw(await file.read(), file.filename or "file", file.content_type, file=name)


def json_of(body: bytes) -> Any:
    """JSON from a body; raises ``InvalidInput``."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise InvalidInput(f"this is no JSON: {error}", where="body", remedy="send an object") from error


def _about(values: Any) -> NewDocument:
    try:
        about = NewDocument.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = str(first["loc"][0]) if first["loc"] else "body"
        raise InvalidInput(first["msg"].removeprefix("Value error, "), where=where, remedy=_FIELDS) from error
    return about


def given(about: NewDocument) -> Given:
    """What the caller says of the document: it counts before what the document says of itself."""
    return Given(**{field.name: getattr(about, field.name) for field in fields(Given)})


def fetched(about: NewDocument, hosts: frozenset[str]) -> Raw:
    """The bytes behind the caller's address; raises ``InvalidInput`` unless its host is allowed."""
    if about.url is None:
        raise InvalidInput("neither a text nor an address", where="text", remedy="give `text`, or `url`")
    return fetch(about.url, Policy(hosts=hosts))
