"""The password of the local server: random, in a file of its owner, set before the first start."""

import hashlib
import os
import secrets
from pathlib import Path

from graph.server.layout import Layout

USER = "neo4j"
ITERATIONS = 1024


def password(layout: Layout) -> str:
    """The password; made at random where there is none yet."""
    try:
        return layout.password.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        made = secrets.token_urlsafe(24)
        _write_private(layout.password, made + "\n")
        return made


def set_initial(layout: Layout, word: str) -> None:
    """Give a new data directory its first password; nothing once Neo4j has users of its own.

    It writes what `neo4j-admin dbms set-initial-password` writes (a test compares the two), without the
    three seconds of another JVM.
    """
    if (layout.data / "databases" / "system").exists():
        return
    folder = layout.data / "dbms"
    folder.mkdir(parents=True, exist_ok=True)
    _write_private(folder / "auth.ini", auth_line(word, secrets.token_bytes(32)))


def auth_line(word: str, salt: bytes) -> str:
    """Neo4j's line for the user: algorithm, hash and salt in hexadecimal, iterations."""
    digest = salt + word.encode()
    for _ in range(ITERATIONS):
        digest = hashlib.sha256(digest).digest()
    return f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{ITERATIONS}:\n"


def _write_private(path: Path, text: str) -> None:
    """Create or replace a file that only its owner can read, in one step."""
    scratch = path.with_name(f"{path.name}.new")
    scratch.unlink(missing_ok=True)
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    scratch.replace(path)
