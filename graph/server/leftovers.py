"""What a command left that was killed while it made a graph: it is finished or taken away, and somebody hears of it."""

import shutil

from filelock import FileLock, Timeout

from graph.server import swap
from graph.server.layout import Layout
from graph.server.progress import Reporter

FINISHED = "A graph that was made whole before its command was cut off has taken its place."
TABLES = "Tables of a load that was cut off are gone."
DROPPED = "What a load had made that was cut off is gone: the graph is as it was before it."


def clean(folders: Layout, progress: Reporter) -> None:
    """Take away tables and half a graph that nobody works on any more, with the processes that outlived their command.

    A graph that was whole already takes its place. Nothing is touched while a load is under way.
    """
    half = swap.scratch_of(folders.home)
    if not (half.exists() or folders.tables.exists()):
        return
    try:
        with FileLock(folders.run / "bulk.lock", timeout=0):
            word = TABLES if folders.tables.exists() else None
            shutil.rmtree(folders.tables, ignore_errors=True)
            if half.exists():
                with FileLock(folders.run / "supervisor.lock", timeout=0):
                    word = FINISHED if swap.recover(folders.home) else DROPPED
            if word is not None:
                progress.say(word)
    except Timeout:  # a load is under way
        return
