"""Logs: one line an event, to standard error; no search terms, no addresses of callers."""

import logging
import sys

import structlog


def configure(level: str) -> None:
    """Log from this level on (debug, info, warning or error)."""
    structlog.configure(
        processors=[
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
