"""How long work shows itself: a bar on a terminal, plain lines in a log, nothing in a test."""

import sys
from typing import Protocol, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)


class Reporter(Protocol):
    """What long work calls. Amounts are bytes."""

    def say(self, text: str) -> None:
        """Tell of a step."""
        ...

    def begin(self, text: str, total: int, done: int = 0) -> None:
        """Start a bar."""
        ...

    def advance(self, amount: int) -> None:
        """Move the bar; negative where something is fetched again."""
        ...

    def end(self) -> None:
        """Close the bar."""
        ...


class Silent:
    """Shows nothing."""

    def say(self, text: str) -> None:
        """Nothing."""

    def begin(self, text: str, total: int, done: int = 0) -> None:
        """Nothing."""

    def advance(self, amount: int) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


class Terminal:
    """A bar with speed and remaining time on standard error; single lines where that is no terminal."""

    def __init__(self, console: Console | None = None) -> None:
        """Write to the console given, by default standard error."""
        self.console = console or Console(file=sys.stderr)
        self.bar: Progress | None = None
        self.task: TaskID | None = None

    def say(self, text: str) -> None:
        """Print the step."""
        self.console.print(text, style="dim", highlight=False)

    def begin(self, text: str, total: int, done: int = 0) -> None:
        """Show a bar, or one line where nobody watches."""
        if not self.console.is_terminal:
            self.say(f"{text} ({(total - done) / 1e6:.0f} MB)")
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
        )
        self.bar = Progress(*columns, console=self.console, transient=True)
        self.bar.start()
        self.task = self.bar.add_task(text, total=total, completed=done)

    def advance(self, amount: int) -> None:
        """Move the bar."""
        if self.bar is not None and self.task is not None:
            self.bar.advance(self.task, amount)

    def end(self) -> None:
        """Remove the bar."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None

    def __enter__(self) -> Self:
        """For `with Terminal() as progress`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no bar behind."""
        self.end()
