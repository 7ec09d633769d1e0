"""An export: pages of facts, one after another, as one file."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace

from app.answers.facts import FactPage
from app.formats import rows
from app.formats.form import Options, Writer
from app.formats.registry import FORMS
from app.formats.rows import RowKind

TABLES = frozenset({"csv", "xlsx"})
"""Forms that have rows; the others hold whole facts."""


async def write(
    pages: AsyncIterator[FactPage], form: str, kind: RowKind = "facts", options: Options | None = None
) -> AsyncIterator[bytes]:
    """The bytes of the file; what is in memory does not grow with the facts but for ids of entities."""
    writer: Writer | None = None
    async for page in pages:
        if writer is None:
            head = replace(page, next=None)  # the file has no page after it
            head = replace(head, columns=rows.COLUMNS[kind], name=kind) if form in TABLES else head
            writer = FORMS[form].writer(head, options or Options())
            yield _joined(writer.start())
        yield _joined(writer.add(rows.rows(kind, list(page.items)) if form in TABLES else page.items))
    if writer is not None:
        for part in writer.end():
            yield part


def _joined(parts: Iterable[bytes]) -> bytes:
    return b"".join(parts)
