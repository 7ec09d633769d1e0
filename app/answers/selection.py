"""A page with only some members of its items: ``fields=id,amount.eur``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from app.answers.page import ListPage
from app.schemas.near import hint
from graph.errors import InvalidInput

Json = dict[str, Any]


def only(page: ListPage, fields: str) -> ListPage:
    """The page with these paths of each item; raises ``InvalidInput`` for one that the list does not have.

    A path may name a whole member (``amount``) or a part of it (``amount.eur``); the columns of a table follow.
    """
    paths = list(dict.fromkeys(path for part in fields.split(",") if (path := part.strip())))
    known = {*page.members, *page.columns}
    for path in paths:
        if path not in known:
            raise InvalidInput(
                f"{path!r} is no field of this list{hint(path, known)}",
                where="fields",
                remedy=", ".join(page.members),
            )
    columns = [column for path in paths for column in _columns(page, path)]
    return replace(page, items=[_picked(item, paths) for item in page.items], columns=columns)


def _columns(page: ListPage, path: str) -> Sequence[str]:
    return [name for name in page.columns if name == path or name.startswith(f"{path}.")] or [path]


def _picked(item: Json, paths: Sequence[str]) -> Json:
    chosen: Json = {}
    for path in paths:
        _put(chosen, item, path.split("."))
    return chosen


def _put(target: Json, source: Json, path: Sequence[str]) -> None:
    name, *rest = path
    value = source.get(name)
    if not rest or value is None:
        target[name] = value
    elif isinstance(value, list):
        entries = cast(list[Json], value)
        parts: list[Json] = target.setdefault(name, [{} for _ in entries])
        for part, entry in zip(parts, entries, strict=True):
            _put(part, entry, rest)
    else:
        inner = target.setdefault(name, {})
        if inner is not value:
            _put(inner, value, rest)
