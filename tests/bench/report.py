"""What was measured, as tables and as JSON."""

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table

from tests.bench.loading import Loaded
from tests.bench.measure import CONNECTIONS, Measured

RAW: Final = ("bolt", "bolt threads")
UNCACHED: Final = "service, no cache"
CACHED: Final = "service"
API: Final = "query api"
MEDIAN_TARGET: Final = 0.65
LEAST_TARGET: Final = 0.5


@dataclass(frozen=True, slots=True)
class Size:
    """One size of graph: how it was loaded and what was measured on it."""

    loaded: Loaded
    measured: Measured

    @property
    def names(self) -> tuple[list[str], list[str]]:
        """Questions and contenders, in order."""
        questions = list(dict.fromkeys(question for question, _, _ in self.measured.cells))
        return questions, [UNCACHED, CACHED, *RAW, API]


def verdict(size: Size, connections: int, contender: str) -> tuple[float, float]:
    """Throughput beside raw Bolt: median over the questions, and the least."""
    questions, _ = size.names
    ratios = [size.measured.ratio(name, connections, contender, RAW) for name in questions]
    return statistics.median(ratios), min(ratios)


def met(sizes: Sequence[Size]) -> bool:
    """Whether the service without its cache meets both targets on each size and number of connections."""
    pairs = [verdict(size, number, UNCACHED) for size in sizes for number in CONNECTIONS]
    return all(median >= MEDIAN_TARGET and least >= LEAST_TARGET for median, least in pairs)


def as_json(sizes: Sequence[Size]) -> dict[str, Any]:
    """Everything that the tables show, and what machine it was."""
    return {
        "machine": {
            "system": platform.platform(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "targets": {"median": MEDIAN_TARGET, "least": LEAST_TARGET, "met": met(sizes)},
        "sizes": [
            {"loaded": asdict(size.loaded), "verdicts": _verdicts(size), "cells": _cells(size)}
            for size in sizes
        ],
    }


def _verdicts(size: Size) -> list[dict[str, Any]]:
    return [
        {"contender": name, "connections": number, "median": round(median, 3), "least": round(least, 3)}
        for name in (UNCACHED, CACHED)
        for number in CONNECTIONS
        for median, least in [verdict(size, number, name)]
    ]


def _cells(size: Size) -> list[dict[str, Any]]:
    return [
        {
            "question": question,
            "connections": connections,
            "contender": contender,
            "requests": sum(len(piece.took) for piece in cell.slices),
            "p50_ms": round(cell.percentile(50), 3),
            "p99_ms": round(cell.percentile(99), 3),
            "per_second": round(cell.rate, 1),
            "of_raw_bolt": round(size.measured.ratio(question, connections, contender, RAW), 3),
            "of_query_api": round(size.measured.ratio(question, connections, contender, [API]), 3),
        }
        for (question, connections, contender), cell in size.measured.cells.items()
    ]


def show(console: Console, size: Size) -> None:
    """One table, one block a question; the ratios are of throughput."""
    loaded = size.loaded
    table = Table(
        title=f"{loaded.facts:,} facts, loaded at {loaded.rate:,.0f} a second ({loaded.late_rate:,.0f} at the end)",
        box=box.SIMPLE_HEAD,
    )
    table.add_column("question")
    table.add_column("answered by")
    for number in CONNECTIONS:
        for title in ("p50 ms", "p99 ms", "per s", "/ Bolt", "/ API"):
            table.add_column(f"{title}\n{number} conn.", justify="right")
    questions, contenders = size.names
    for question in questions:
        for place, name in enumerate(contenders):
            table.add_row(
                "" if place else question,
                name,
                *_row(size, question, name),
                end_section=place == len(contenders) - 1,
            )
    console.print(table)
    for name in (UNCACHED, CACHED):
        for number in CONNECTIONS:
            median, least = verdict(size, number, name)
            console.print(
                f"{name}, {number} conn.: {median:.2f} of raw Bolt at the median (target {MEDIAN_TARGET}), "
                f"{least:.2f} at the least (target {LEAST_TARGET})"
            )


def _row(size: Size, question: str, name: str) -> list[str]:
    texts: list[str] = []
    for number in CONNECTIONS:
        cell = size.measured.cells[question, number, name]
        bolt = size.measured.ratio(question, number, name, RAW)
        api = size.measured.ratio(question, number, name, [API])
        texts += [
            f"{cell.percentile(50):.2f}",
            f"{cell.percentile(99):.2f}",
            f"{cell.rate:,.0f}",
            f"{bolt:.2f}",
            f"{api:.2f}",
        ]
    return texts
