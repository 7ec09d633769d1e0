"""An evidence pack: what an editor needs to check some facts, as a zip that is the same for the same revision."""

import io
import zipfile
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from typing import IO, Any, Final

import orjson

from app.answers.facts import FactPage
from app.formats import citations, rows
from app.formats.csv_table import CSV
from app.formats.form import Options
from graph.errors import InvalidInput
from graph.vocabulary import UNCOUNTED_KINDS

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in it: a pack depends on the graph alone."""
_PARTS: Final = ("facts.csv", "facts.ndjson", "claims.csv", "citations.bib")
_MOST: Final = 5_000
"""Facts that an editor would check; more are an export."""
_DOCUMENTS: Final = ("id", "title", "publisher", "kind", "published", "url")


async def pack(pages: AsyncIterator[FactPage], out: IO[bytes], hashes: dict[str, str | None]) -> None:
    """Write the pack into a file that can be read again; ``hashes`` are of the texts of documents, by id."""
    parts: dict[str, io.BytesIO] = {
        name: io.BytesIO() for name in ("facts.csv", "claims.csv", "citations.bib", "facts.ndjson")
    }
    documents: dict[str, dict[str, Any]] = {}
    first: FactPage | None = None
    count = 0
    async for page in pages:
        first = first or page
        if page.total.value > _MOST:
            raise InvalidInput(
                f"{page.total.value} facts are too many for a pack",
                where="filters",
                remedy=f"{_MOST} at most; or /v1/export",
            )
        count += len(page.items)
        _add(parts, page)
        documents |= {
            one["document"]["id"]: one["document"] for item in page.items for one in item["evidence"]
        }
    if first is None:
        return
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(first, parts, documents, hashes, count):
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)


def _add(parts: dict[str, io.BytesIO], page: FactPage) -> None:
    for kind in ("facts", "claims"):
        target = parts[f"{kind}.csv"]
        writer = CSV.writer(_with(page, rows.COLUMNS[kind]), Options(bom=True))
        if target.tell() == 0:
            target.writelines(writer.start())
        target.writelines(writer.add(rows.rows(kind, list(page.items))))
    for item in page.items:
        parts["citations.bib"].write(citations.cite(item, "bibtex").encode())
        parts["facts.ndjson"].write(orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE))


def _with(page: FactPage, columns: Sequence[str]) -> FactPage:
    return replace(page, columns=columns)


def _files(
    first: FactPage,
    parts: dict[str, io.BytesIO],
    documents: dict[str, dict[str, Any]],
    hashes: dict[str, str | None],
    count: int,
) -> Iterator[tuple[str, bytes]]:
    query = {
        "revision": first.revision,
        "cypher": first.statement.text,
        "parameters": dict(first.statement.parameters),
    }
    listed = [
        {**{name: documents[id_].get(name) for name in _DOCUMENTS}, "text_sha256": hashes.get(id_)}
        for id_ in sorted(documents)
    ]
    yield (
        "README.txt",
        _readme(first, count, sum(one["kind"] not in UNCOUNTED_KINDS for one in documents.values())).encode(),
    )
    yield "query.json", orjson.dumps(query, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
    yield "documents.json", orjson.dumps(listed, option=orjson.OPT_INDENT_2)
    for name, content in parts.items():
        yield name, content.getvalue()


def _readme(first: FactPage, count: int, documents: int) -> str:
    return (
        f"Evidence pack: {count} facts and {documents} documents, revision {first.revision} of the graph.\n\n"
        "facts.csv      one fact a row, with its best source in columns of its own\n"
        "facts.ndjson   the same facts whole, one a line\n"
        "claims.csv     what each document says, in its words where they may be quoted\n"
        "documents.json the documents, with the SHA-256 of the text that was read\n"
        "citations.bib  how to cite each fact\n"
        "query.json     the query that gave the facts, to run it again\n\n"
        "To check a fact, find its row in claims.csv, open the address of the document, and look for the quote.\n"
        "A sum counts once where amount_shared_by names the same decision. A status is that of this revision.\n"
    )
