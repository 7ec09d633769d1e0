"""API keys: made at random, shown once, kept only as a hash; each opens what its scopes say, until it expires.

A key is ``wf_<id>_<secret>``: the id finds it, the secret proves it. The secret has 256 bits, so a plain SHA-256 keeps
it: there is nothing to guess.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal, get_args

from graph.errors import InvalidInput, NotFound
from graph.statement import Nothing, statement
from graph.store import Store
from graph.writes.apply import timestamp
from graph.writes.statements import Count

_PREFIX: Final = "wf"

Scope = Literal["read", "write", "review", "admin"]
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
"""To read (where reads are keyed), to add and withdraw documents, to judge claims and entities, to redact and audit."""
USUAL: Final[tuple[Scope, ...]] = ("read", "write", "review")


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key to be kept."""

    id: str
    name: str
    hash: str
    now: str
    scopes: list[str]
    expires: str | None


@dataclass(frozen=True, slots=True)
class KeyId:
    """A key's id."""

    id: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A key's id, and the time at which it was revoked or used."""

    id: str
    now: str


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A key as the graph keeps it."""

    name: str
    hash: str
    revoked: str | None
    expires: str | None
    scopes: list[str]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key in a list: never its secret."""

    id: str
    name: str
    created: str
    revoked: str | None
    expires: str | None
    last_used: str | None
    scopes: list[str]

    @property
    def in_force(self) -> bool:
        """Whether it still opens anything."""
        return self.revoked is None and not _expired(self.expires)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose key was given: its id, the name it was made for, and what it opens."""

    id: str
    name: str
    scopes: frozenset[str]


CREATE: Final = statement("keys/create", NewKey, Count)
FIND: Final = statement("keys/find", KeyId, KeptKey)
REVOKE: Final = statement("keys/revoke", Moment, Count)
USE: Final = statement("keys/use", Moment, Count)
ALL: Final = statement("keys/all", Nothing, KeyRow)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _expired(expires: str | None) -> bool:
    """A key holds to the end of its last day, UTC."""
    return expires is not None and datetime.now(UTC).date().isoformat() > expires


async def create(store: Store, name: str, scopes: Sequence[str] = USUAL, expires: date | None = None) -> str:
    """Make a key for a person or a program and return it: it cannot be shown again.

    ``expires`` is the last day (UTC) on which it opens anything. Raises ``InvalidInput`` for a name that is empty, a
    scope that there is not, and a day that is over.
    """
    if not name.strip():
        raise InvalidInput("a key needs a name", where="name", remedy="say who will use it")
    unknown = sorted(set(scopes) - set(SCOPES))
    if unknown or not scopes:
        what = f"no scope {unknown[0]!r}" if unknown else "a key needs a scope"
        raise InvalidInput(what, where="scope", remedy=f"one or more of {', '.join(SCOPES)}")
    last = expires.isoformat() if expires else None
    if _expired(last):
        raise InvalidInput(f"{last} is over", where="expires", remedy="give a day that is still to come")
    id_, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    kept = [scope for scope in SCOPES if scope in scopes]
    async with store.transaction() as tx:
        await tx.run(CREATE, NewKey(id_, name.strip(), _hash(secret), timestamp(), kept, last))
    return f"{_PREFIX}_{id_}_{secret}"


async def holder(store: Store, key: str) -> Holder | None:
    """Whose key it is; ``None`` for one that is unknown, wrong, expired or revoked."""
    prefix, _, rest = key.partition("_")
    id_, _, secret = rest.partition("_")
    if prefix != _PREFIX or not id_ or not secret:
        return None
    found = await store.read(FIND, KeyId(id_))
    if not found or found[0].revoked is not None or _expired(found[0].expires):
        return None
    if not hmac.compare_digest(found[0].hash, _hash(secret)):
        return None
    return Holder(id_, found[0].name, frozenset(found[0].scopes))


async def used(store: Store, id_: str) -> None:
    """Note that the key was used now."""
    async with store.transaction(audited=False) as tx:
        await tx.run(USE, Moment(id_, timestamp()))


async def revoke(store: Store, id_: str) -> None:
    """From now on the key opens nothing; raises ``NotFound``."""
    async with store.transaction() as tx:
        if not (await tx.run(REVOKE, Moment(id_, timestamp())))[0].written:
            raise NotFound(f"no key {id_!r}", where="id", remedy="see whofined key list")


async def every(store: Store) -> list[KeyRow]:
    """All keys, the oldest first."""
    return await store.read(ALL, Nothing())
