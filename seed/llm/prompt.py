"""What the model is told: ``prompt.md`` with the vocabulary filled in, and a version that follows from it."""

import hashlib
import json
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from graph.vocabulary import MODALITIES, RELATIONS, RelationKind
from seed.extract.types import Document
from seed.llm.pieces import Piece
from seed.llm.shape import schema

_FILE: Final = Path(__file__).with_name("prompt.md")


@cache
def instructions() -> str:
    """The system message."""
    return Template(_FILE.read_text(encoding="utf-8")).substitute(
        relations="\n".join(map(_line, RELATIONS.values())),
        modalities="\n".join(f"- `{name}`: {meaning}" for name, meaning in MODALITIES.items()),
    )


def _line(relation: RelationKind) -> str:
    ends = f"{' or '.join(relation.subjects)} → {' or '.join(relation.objects)}"
    others = f" Others: {', '.join(relation.roles)}." if relation.roles else ""
    return f"- `{relation.name}` ({ends}): {relation.description}{others}"


@cache
def version() -> str:
    """Twelve hexadecimal digits that change whenever the instructions or the schema do."""
    told = instructions() + json.dumps(schema(), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def question(document: Document, published: str | None, piece: Piece) -> str:
    """The user message: what is known of the document, and the piece to read."""
    known = {"Title": document.title, "Publisher": document.publisher, "Published": published}
    lines = [f"{name}: {' '.join(value.split())}" for name, value in known.items() if value]
    part = "whole text" if len(piece.text) == len(document.text) else "part of a longer text"
    return "\n".join([*lines, f"The {part} follows after this line.", "---", piece.text])
