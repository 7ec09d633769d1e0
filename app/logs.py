"""Logs: one line an event, to standard error, with the id and the route of the request that it belongs to.

No search terms, no keys, no addresses of callers: an error of our own is told by its words, any other by its kind and
the places in the code, for its words may hold what a caller sent.
"""

import logging
import sys
import traceback
from pathlib import Path
from typing import Final

import structlog

_PLACES: Final = 12
_CAUSES: Final = 5


def configure(level: str) -> None:
    """Log from this level on (debug, info, warning or error)."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(colors=False)
            if sys.stderr.isatty()
            else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    # The driver tells of every lost connection; the service says it once, in its own words.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    logging.getLogger("uvicorn.error").addFilter(_told_already)


def of_bug(error: BaseException) -> dict[str, object]:
    """What is told of an error that nobody foresaw: kinds and places, from the last cause outwards."""
    told: list[str] = []
    one: BaseException | None = error
    while one is not None and len(told) < _CAUSES:
        places = [
            f"{_short(frame.filename)}:{frame.lineno}" for frame in traceback.extract_tb(one.__traceback__)
        ]
        told.append(f"{type(one).__name__} at {' > '.join(places[-_PLACES:])}")
        one = one.__cause__ or one.__context__
    return {"kind": type(error).__name__, "where": told}


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-3:])


def _told_already(record: logging.LogRecord) -> bool:
    """Whether a line is let through: the server's own of an error in the application repeats it with its words."""
    return record.exc_info is None
