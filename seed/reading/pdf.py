"""The text layer of a PDF, read by another process that may be ended: a PDF is a program for its reader."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from graph.errors import InvalidInput
from seed.reading.layout import running
from seed.reading.limits import Limits, within
from seed.reading.matter import lenient
from seed.reading.raw import Given

_READER: Final = Path(__file__).with_name("pdf_process.py")
_FEWEST: Final = 20
"""Letters and digits that a page with a text layer has on average; stamps and page numbers alone have less."""


_SHOWN: Final = 5


def read_pdf(content: bytes, limits: Limits, where: str) -> tuple[Given, str, str | None]:
    """Title, text, and which pages are not in it.

    Raises ``InvalidInput`` for one that is broken, locked, scanned as a whole, or costs too much.
    """
    within(len(content), limits.content, "the PDF", "bytes", where)
    found = _in_another_process(content, limits, where)
    if reason := found.get("reason"):
        raise InvalidInput(reason, where=where, remedy=found.get("remedy"))
    pages: list[str] = found["pages"]
    if sum(character.isalnum() for page in pages for character in page) < _FEWEST * len(pages):
        raise InvalidInput(
            "the PDF has no text layer: it is a scan",
            where=where,
            remedy="run text recognition on it first (OCR)",
        )
    return lenient({"title": found.get("title")}), running(pages), _unread(found["scans"], len(pages))


def _unread(scans: list[int], pages: int) -> str | None:
    """Which pages are pictures without text, for people."""
    if not scans:
        return None
    shown = ", ".join(map(str, scans[:_SHOWN])) + (" and others" if len(scans) > _SHOWN else "")
    return f"{len(scans)} of {pages} pages are scans without a text layer: {shown}"


def _in_another_process(content: bytes, limits: Limits, where: str) -> dict[str, Any]:
    sizes = limits.pages, limits.text, limits.pdf_seconds, limits.pdf_memory
    # Isolated: a folder named like ours where the command is given is not imported.
    command = [sys.executable, "-I", str(_READER), *map(str, sizes)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=limits.pdf_seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise InvalidInput(f"the PDF takes more than {limits.pdf_seconds} seconds", where=where) from None
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise InvalidInput(
            "the PDF cannot be read: it is broken, or needs too much memory", where=where
        ) from None
