"""Keeping the bytes that a text was read from, where the operator wants that."""

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

SOURCES = "sources"


def keep(data: Path, content: bytes) -> Path:
    """Store content under its SHA-256 in ``data/sources``; the same content is there once. Returns its path."""
    digest = hashlib.sha256(content).hexdigest()
    path = data / SOURCES / digest[:2] / digest
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Whole or not at all: another process may read it at once.
        with NamedTemporaryFile(dir=path.parent, delete=False) as partial:
            partial.write(content)
        os.replace(partial.name, path)  # noqa: PTH105 - both names are known to be on one file system
    return path
