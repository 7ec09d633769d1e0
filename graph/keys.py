"""Keys for writing: made at random, shown once, kept only as a hash.

A key is ``wf_<id>_<secret>``: the id finds it, the secret proves it. The secret has 256 bits, so a plain SHA-256 keeps
it: there is nothing to guess.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Final

from graph.errors import InvalidInput, NotFound
from graph.statement import statement
from graph.store import Store
from graph.write import timestamp
from graph.write_statements import Count

_PREFIX: Final = "wf"


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key to be kept."""

    id: str
    name: str
    hash: str
    now: str


@dataclass(frozen=True, slots=True)
class KeyId:
    """A key's id."""

    id: str


@dataclass(frozen=True, slots=True)
class Revocation:
    """A key's id, and the time from which it no longer opens anything."""

    id: str
    now: str


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A key as the graph keeps it."""

    name: str
    hash: str
    revoked: str | None


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key in a list: never its secret."""

    id: str
    name: str
    created: str
    revoked: str | None


@dataclass(frozen=True, slots=True)
class Nothing:
    """No parameters."""


CREATE: Final = statement("keys/create", NewKey, Count)
FIND: Final = statement("keys/find", KeyId, KeptKey)
REVOKE: Final = statement("keys/revoke", Revocation, Count)
ALL: Final = statement("keys/all", Nothing, KeyRow)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


async def create(store: Store, name: str) -> str:
    """Make a key for a person or a program and return it: it cannot be shown again."""
    if not name.strip():
        raise InvalidInput("a key needs a name", where="name", remedy="say who will use it")
    id_, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    async with store.transaction() as tx:
        await tx.run(CREATE, NewKey(id_, name.strip(), _hash(secret), timestamp()))
    return f"{_PREFIX}_{id_}_{secret}"


async def holder(store: Store, key: str) -> str | None:
    """The name that a key was made for; ``None`` for one that is unknown, wrong or revoked."""
    prefix, _, rest = key.partition("_")
    id_, _, secret = rest.partition("_")
    if prefix != _PREFIX or not id_ or not secret:
        return None
    found = await store.read(FIND, KeyId(id_))
    if not found or found[0].revoked is not None or not hmac.compare_digest(found[0].hash, _hash(secret)):
        return None
    return found[0].name


async def revoke(store: Store, id_: str) -> None:
    """From now on the key opens nothing; raises ``NotFound``."""
    async with store.transaction() as tx:
        if not (await tx.run(REVOKE, Revocation(id_, timestamp())))[0].written:
            raise NotFound(f"no key {id_!r}", where="id", remedy="see whofined key list")


async def every(store: Store) -> list[KeyRow]:
    """All keys, the oldest first."""
    return await store.read(ALL, Nothing())
