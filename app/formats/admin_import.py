"""Tables for `neo4j-admin database import`: one file a label and kind of relationship, in a zip with the command."""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import IO, Any, Final

from app.answers.page import ListPage
from app.formats.form import Form, Json, Options
from app.formats.property_graph import ENDS, LABELS, Ends, PropertyGraph

_CHUNK: Final = 64 * 1024
_NUMBERS: Final = {"amount": "double", "amount_eur": "double", "rate": "double", "confidence": "double"}
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "Entity": ("name", "caption", "acronym", "kind", "country"),
    "Document": ("title", "url", "publisher", "published", "kind"),
    "Case": ("title",),
    "Fact": (
        "relation", "date", "date_precision", "announced", "start", "end", "status", "status_since", "stands:boolean",
        "role", "summary", "articles:string[]", "laws:string[]", "country", "action", "unsourced:boolean", "review",
        "tier", "recorded", "amount", "currency", "amount_eur", "rate", "rate_date", "amount_shared:boolean",
        "subject_id", "object_id",
    ),
    "Claim": ("modality", "review", "quote", "start:int", "end:int", "confidence"),
}  # fmt: skip
_LINK_COLUMNS: Final[Mapping[Ends, tuple[str, ...]]] = {
    "fact_entity": ("role",),
    "fact_case": (),
    "claim_document": (),
    "claim_fact": (),
    "entity_entity": ("fact_id", "date", "status", "amount", "currency", "amount_eur"),
}
_SPLIT: Final = "|"


class AdminImport:
    """Rows go to files beside memory as they come; the zip is made at the end."""

    def __init__(self, _: ListPage, __: Options) -> None:
        self._graph = PropertyGraph()
        self._opened = ExitStack()
        self._files: dict[str, IO[bytes]] = {}

    def start(self) -> Iterable[bytes]:
        """The head of each table."""
        for label in LABELS:
            columns = [_typed(name) for name in _COLUMNS[label]]
            self._write(_nodes_file(label), [[f"id:ID({label})", *columns, ":LABEL"]])
        for ends in ENDS:
            first, second = _labels(ends)
            columns = [_typed(name) for name in _LINK_COLUMNS[ends]]
            self._write(_links_file(ends), [[f":START_ID({first})", f":END_ID({second})", *columns, ":TYPE"]])
        return ()

    def add(self, items: Sequence[Json]) -> Iterable[bytes]:
        """Rows of a page; nothing is given yet."""
        nodes, links = self._graph.parts(items)
        for node in nodes:
            labels = _SPLIT.join(filter(None, [node.label, node.kind]))
            row = [node.id, *_cells(node.properties, _COLUMNS[node.label]), labels]
            self._write(_nodes_file(node.label), [row])
        for link in links:
            row = [link.start, link.end, *_cells(link.properties, _LINK_COLUMNS[link.ends]), link.type]
            self._write(_links_file(link.ends), [row])
        return ()

    def end(self) -> Iterator[bytes]:
        """The zip."""
        with self._opened, tempfile.TemporaryFile() as packed:
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("README.txt", _readme())
                for name, file in self._files.items():
                    file.seek(0)
                    with archive.open(name, "w", force_zip64=True) as out:
                        while part := file.read(_CHUNK):
                            out.write(part)
            packed.seek(0)
            while part := packed.read(_CHUNK):
                yield part

    def _write(self, name: str, rows: Sequence[Sequence[Any]]) -> None:
        if name not in self._files:
            file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the zip
            self._files[name] = self._opened.enter_context(file)
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        self._files[name].write(out.getvalue().encode())


def _nodes_file(label: str) -> str:
    return f"{label.lower()}.csv"


def _links_file(ends: str) -> str:
    return f"{ends}.csv"


def _labels(ends: str) -> tuple[str, str]:
    first, _, second = ends.partition("_")
    return first.capitalize(), second.capitalize()


def _typed(column: str) -> str:
    return f"{column}:{_NUMBERS[column]}" if column in _NUMBERS else column


def _cells(properties: Json, columns: Sequence[str]) -> list[Any]:
    return [_cell(properties.get(column.partition(":")[0])) for column in columns]


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, list):
        # The separator of lists cannot be written within one of their elements.
        return _SPLIT.join(str(one).replace(_SPLIT, "/") for one in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return value


def arguments() -> list[str]:
    """What `neo4j-admin database import full` is given, in the folder of the tables."""
    nodes = [f"--nodes={_nodes_file(label)}" for label in LABELS]
    links = [f"--relationships={_links_file(ends)}" for ends in ENDS]
    return [*nodes, *links, f"--array-delimiter={_SPLIT}", "--multiline-fields=true"]


def _readme() -> str:
    command = " ".join(f"'{one}'" if _SPLIT in one else one for one in arguments())
    return (
        "Tables for an empty Neo4j that does not run. In this folder:\n\n"
        f"neo4j-admin database import full {command} neo4j\n"
    )


ADMIN = Form(
    name="neo4j-admin",
    media_type="application/zip",
    suffix="neo4j-admin.zip",
    writer=AdminImport,
    lists=False,
    description="tables for neo4j-admin database import, in a zip",
)
