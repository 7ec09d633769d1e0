"""Read from what a dying JVM printed why it died, in words a person can act on."""

import re

from graph.server.state import Failure

_CAUSES: tuple[tuple[str, str, str, str], ...] = (
    (
        r"No space left on device|There is not enough space on the disk|Disk quota exceeded",
        "DiskFull",
        "the disk is full",
        "free some space and start again",
    ),
    (
        r"Could not reserve enough space|insufficient memory for the Java|Cannot allocate memory|OutOfMemoryError",
        "TooLittleMemory",
        "the JVM got too little memory",
        "free memory, or set WHOFINED_NEO4J_HEAP and WHOFINED_NEO4J_PAGECACHE",
    ),
    (
        r"Address already in use|BindException|Port \d+ is already in use",
        "PortTaken",
        "a port of the server is taken",
        "stop the other program, or set WHOFINED_NEO4J_BOLT_PORT and WHOFINED_NEO4J_HTTP_PORT",
    ),
    (
        r"store_lock|FileLockException|Lock file has been locked by another process",
        "DataInUse",
        "another Neo4j holds the data directory",
        "stop it first",
    ),
    (
        r"checksum mismatch|[Cc]orrupt|UnderlyingStorageException|store is not consistent|Failed to recover",
        "StoreDamaged",
        "the files of the graph are damaged",
        "load a dump (whofined neo4j load FILE), or start empty (whofined neo4j reset) and load the records again",
    ),
    (
        r"newer version|Unknown store version|Unsupported(?:LogVersion| store version)|[Dd]owngrade",
        "DataFromNewerVersion",
        "the data directory was written by a newer Neo4j",
        "start the newer version, or load a dump into an empty data directory",
    ),
)


def diagnose(text: str, *, log: str, exit_code: int | None) -> Failure:
    """The first known cause found in the text; else StartFailed with the last line that says ERROR or Caused by."""
    for pattern, kind, what, remedy in _CAUSES:
        found = re.search(f".*(?:{pattern}).*", text)
        if found:
            return Failure(kind, f"{what}: {found[0].strip()[:300]}", log, remedy)
    errors = re.findall(r"^.*(?:ERROR|Caused by|Error:|Exception).*$", text, re.MULTILINE)
    ended = "gave no answer in time" if exit_code is None else f"ended with {exit_text(exit_code)}"
    detail = f": {errors[-1].strip()[:300]}" if errors else ""
    return Failure(
        "StartFailed", f"Neo4j {ended}{detail}", log, "read the log; `whofined neo4j logs` shows it"
    )


def exit_text(code: int) -> str:
    """`exit code 1`, or `signal 9` where a signal ended it."""
    return f"signal {-code}" if code < 0 else f"exit code {code}"
