"""What a request needs besides itself: the graph, the settings, and the revision of the graph."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from app.answers.imports import Imports
from app.answers.service import Service
from app.backups import Backups
from app.http.answer_cache import Tally
from app.http.reading import Readers
from app.http.revisions import Revisions
from app.settings import Settings
from graph.connection import Connection
from graph.free import Free
from graph.reads.revision import revision
from graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(Service):
    """One for each application; it is the service that answers are computed with."""

    settings: Settings
    connection: Connection
    revisions: Revisions
    readers: Readers
    backups: Backups
    tally: Tally
    free: Free | None = None
    """Runs statements of callers, where that is allowed."""
    imports: Imports = field(default_factory=Imports)


def context(settings: Settings, connection: Connection, store: Store, tally: Tally) -> Context:
    """The context of an application over one open store."""
    revisions = Revisions(lambda: revision(store))
    free = None if settings.cypher == "off" else Free(connection)
    return Context(
        store=store,
        settings=settings,
        connection=connection,
        revisions=revisions,
        readers=Readers(settings.read_seconds),
        backups=Backups(settings, store),
        tally=tally,
        free=free,
    )


async def _context(request: Request) -> Context:
    # Not a plain function: those are run in a thread, which costs half a millisecond of each request.
    return request.app.state.context


Graph = Annotated[Context, Depends(_context)]
