"""What a start leaves out of garbage collection, in a process of its own: the collector is one for all tests."""

import subprocess
import sys

_ALONE = """
import gc
from app.lifespan import _settled_memory
before = gc.get_threshold()
with _settled_memory():
    assert gc.get_freeze_count() > 10_000, gc.get_freeze_count()
    assert gc.get_threshold() > before
assert gc.get_freeze_count() == 0
assert gc.get_threshold() == before
"""
_INSIDE = """
import gc
from app.lifespan import THRESHOLDS, _settled_memory
gc.freeze()
gc.set_threshold(*THRESHOLDS)
frozen, before = gc.get_freeze_count(), gc.get_threshold()
with _settled_memory():
    assert gc.get_threshold() == before
assert gc.get_freeze_count() == frozen
"""


def test_a_service_settles_its_memory_and_gives_it_back() -> None:
    """What there is at the start is not searched again while it serves."""
    subprocess.run([sys.executable, "-c", _ALONE], check=True)


def test_what_was_settled_before_stays_as_it_is() -> None:
    """A service inside another program thaws nothing of that one's."""
    subprocess.run([sys.executable, "-c", _INSIDE], check=True)
