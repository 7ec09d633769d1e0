"""Cursors: the sort key of the last item, bound to the list that it came from. Opaque to callers."""

import base64
import hashlib
from collections.abc import Mapping

import orjson

from graph.errors import InvalidInput


def digest(values: Mapping[str, object]) -> str:
    """What identifies a list: its filters and its order."""
    return hashlib.sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()[:12]


def encode(key: str, list_digest: str) -> str:
    """A cursor after the item with this sort key."""
    return base64.urlsafe_b64encode(orjson.dumps([list_digest, key])).decode().rstrip("=")


def decode(cursor: str, list_digest: str) -> str:
    """The sort key of a cursor; raises ``InvalidInput`` where it is none, or belongs to another list."""
    try:
        of_list, key = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError) as error:
        raise InvalidInput(
            "this is not a cursor",
            where="cursor",
            remedy="take it from `next` of the page before, or leave it out",
        ) from error
    if of_list != list_digest or not isinstance(key, str):
        raise InvalidInput(
            "this cursor belongs to a list with other filters or another order",
            where="cursor",
            remedy="keep all other parameters as they were, or leave the cursor out",
        )
    return key
