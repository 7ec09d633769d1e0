"""Run a command that dies with its parent (Linux): `python parent_death.py PARENT-PID COMMAND…`.

The kernel sends SIGKILL when the parent ends, however it ends; Neo4j recovers from that by its log. The
setting survives exec, so nothing stays between parent and JVM.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1


def tied_command(command: Sequence[str]) -> list[str]:
    """The command as one that ends with this process; unchanged where the kernel cannot."""
    if sys.platform != "linux":
        return list(command)
    return [sys.executable, "-I", "-S", __file__, str(os.getpid()), *command]


def main(arguments: list[str]) -> None:
    """Tie this process to its parent, then become the command."""
    parent, command = int(arguments[0]), arguments[1:]
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it died before the tie held
        sys.exit(1)
    os.execv(command[0], command)  # noqa: S606 - no shell is the point


if __name__ == "__main__":
    main(sys.argv[1:])
