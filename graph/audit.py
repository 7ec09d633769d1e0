"""Who acts: each write transaction that somebody's act opens leaves an entry in the log, in that same transaction.

An act is set where it begins (a request with a key, a command) and travels with the task; the store records it.
"""

import contextlib
import uuid
from collections.abc import Generator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something: `who` by name, the id of the key or None, the action, and what it is done to."""

    who: str
    action: str
    key: str | None = None
    target: str | None = None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)


CURRENT: Final[ContextVar[Act | None]] = ContextVar("act", default=None)
"""The act that this task is part of; None where nobody in particular acts."""


@contextlib.contextmanager
def acting(act: Act | None) -> Generator[None]:
    """Let the block be part of this act, or of none."""
    token = CURRENT.set(act)
    try:
        yield
    finally:
        CURRENT.reset(token)
