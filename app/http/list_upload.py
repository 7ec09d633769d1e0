"""A list as a caller sends it (an address, the bytes, a file in a form) made into a file with its mapping."""

from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, Final

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from app.http.upload import json_of
from app.schemas.imports import NewImport
from graph.errors import InvalidInput
from seed.import_.fetching import fetched, policy
from seed.import_.mapping import Mapping, read_mapping, shipped_mapping

_ENDINGS: Final = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/x-ndjson": ".ndjson",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/octet-stream": "",
}
"""Media types of lists, and the ending of a file that each stands for; JSON is what is said of an address."""
LISTS: Final = tuple(_ENDINGS)
_CHUNK: Final = 1 << 16


async def received(
    request: Request, hosts: frozenset[str]
) -> tuple[NewImport, Mapping, Path, TemporaryDirectory[str]]:
    """What is said of the list, its mapping, the file and the folder that it stands in, which the caller removes.

    Raises ``InvalidInput`` for another media type and for what is no list, ``NotFound`` for an unknown mapping.
    """
    folder = TemporaryDirectory(prefix="whofined-import-", ignore_cleanup_errors=True)
    try:
        asked, path = await _file(request, Path(folder.name), hosts)
        columns = _mapping(asked.mapping)
    except BaseException:
        folder.cleanup()
        raise
    return asked, columns.model_copy(update={"licence": asked.licence or columns.licence}), path, folder


async def _file(request: Request, folder: Path, hosts: frozenset[str]) -> tuple[NewImport, Path]:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/json":
        asked = _asked(json_of(await request.body()))
        if asked.url is None:
            raise InvalidInput(
                "no list is given", where="url", remedy="give its address, or send the list itself"
            )
        return asked, await run_in_threadpool(fetched, asked.url, folder, policy(hosts))
    if media == "multipart/form-data":
        return await _form(request, folder)
    if media not in _ENDINGS:
        raise InvalidInput(
            f"{media or 'no media type'} is not taken",
            where="Content-Type",
            remedy=", ".join(("application/json", "multipart/form-data", *LISTS)),
        )
    asked = _asked(dict(request.query_params))
    path = folder / _name(asked.file or f"list{_ENDINGS[media]}")
    with path.open("wb") as file:
        async for chunk in request.stream():
            file.write(chunk)
    return asked, path


async def _form(request: Request, folder: Path) -> tuple[NewImport, Path]:
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise InvalidInput("the form has no file", where="file", remedy="send the list as `file`")
        asked = _asked({name: value for name, value in form.items() if name != "file"})
        path = folder / _name(asked.file or file.filename or "list")
        with path.open("wb") as copy:
            while chunk := await file.read(_CHUNK):
                copy.write(chunk)
        return asked, path


def _name(given: str) -> str:
    """The last part of a name: a caller names a file and no folder."""
    return PurePath(given.replace("\\", "/")).name.lstrip(".") or "list"


def _asked(values: Any) -> NewImport:
    try:
        return NewImport.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = str(first["loc"][0]) if first["loc"] else "body"
        fields = f"an object of {', '.join(NewImport.model_fields)}"
        raise InvalidInput(first["msg"].removeprefix("Value error, "), where=where, remedy=fields) from error


def _mapping(text: str) -> Mapping:
    """A shipped mapping by its name, or one from its YAML; a caller's text is never a path."""
    return read_mapping(text, "mapping") if "\n" in text.strip() or ":" in text else shipped_mapping(text)
