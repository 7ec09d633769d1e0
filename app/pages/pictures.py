"""Small pictures drawn as SVG by the server: fines by year, and the life of a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from graph import dates

_STEP: Final = 26
_TALLEST: Final = 46
_WIDTH: Final = 900
_EDGE: Final = 14
_LETTER: Final = 6.1
"""Pixels that a letter of a label takes, on average."""


def years(counts: Sequence[tuple[str, int]]) -> dict[str, Any]:
    """Bars for ``(year, how many)``; years without any are gaps."""
    by_year = {int(year): count for year, count in counts}
    first, last = min(by_year), max(by_year)
    most = max(by_year.values())
    bars: list[dict[str, Any]] = []
    for year in range(first, last + 1):
        count = by_year.get(year, 0)
        height = max(3, round(_TALLEST * count / most)) if count else 0
        tick = year in (first, last) or (year % 5 == 0 and min(year - first, last - year) > 1)
        bar = {"year": year, "label": count, "height": height, "y": 56 - height, "tick": tick}
        bars.append({**bar, "x": (year - first) * _STEP})
    return {"bars": bars, "step": _STEP, "width": max(160, (last - first + 1) * _STEP + 20)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A step of a case: its day, what happened, and whether what stood before stands on (``None``: no matter)."""

    day: str
    label: str
    stands: bool | None


def life(marks: Sequence[Mark]) -> dict[str, Any] | None:
    """A line of time with a mark for each step; labels above and below in turn, left out where they would overlap."""
    dated = sorted((mark for mark in marks if mark.day), key=lambda mark: mark.day)
    if len(dated) < 2:
        return None
    days = [date.fromisoformat(dates.first_day(mark.day)).toordinal() for mark in dated]
    first, span = days[0], max(1, days[-1] - days[0])
    free = [[-1000.0, -1000.0], [-1000.0, -1000.0]]
    drawn: list[dict[str, Any]] = []
    for mark, day in zip(dated, days, strict=True):
        x = _EDGE + (day - first) * (_WIDTH - 2 * _EDGE) / span
        drawn.append(
            {
                "x": round(x, 1),
                "label": f"{mark.day}: {mark.label}",
                "class": _class(mark),
                **_text(mark, x, free),
            }
        )
    begin, end = date.fromordinal(first).year, date.fromordinal(days[-1]).year
    step = max(1, (end - begin) // 10)
    ticks = [
        {
            "year": year,
            "x": round(_EDGE + (date(year, 1, 1).toordinal() - first) * (_WIDTH - 2 * _EDGE) / span, 1),
        }
        for year in range(begin + 1, end + 1, step)
    ]
    label = "; ".join(f"{mark.day}: {mark.label}" for mark in dated)
    return {"width": _WIDTH, "height": 136, "y": 62, "marks": drawn, "years": ticks, "label": label}


def _class(mark: Mark) -> str:
    return "fallen" if mark.stands is False else "stands" if mark.stands else "ink"


def _text(mark: Mark, x: float, free: list[list[float]]) -> dict[str, Any]:
    """Where a label fits: one of two lines above or below, as far as what stands there leaves room."""
    width = len(mark.label) * _LETTER
    anchor, left = ("start", x) if x + width < _WIDTH else ("end", x - width)
    for side, level, y in ((0, 0, 44), (1, 0, 88), (0, 1, 28), (1, 1, 104)):
        if left > free[side][level] + 8:
            free[side][level] = left + width
            return {"text": mark.label, "text_x": round(x, 1), "text_y": y, "anchor": anchor}
    return {"text": "", "text_x": 0, "text_y": 0, "anchor": anchor}
