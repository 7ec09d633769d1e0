"""End a JVM when its supervisor is gone, where the kernel cannot (macOS, Windows): `watchdog.py PID CREATED`.

The supervisor holds the other end of this process's standard input; however the supervisor ends, that closes.
"""

import sys

from graph.server.state import ProcessId

PATIENCE = 5.0


def main(arguments: list[str]) -> None:
    """Wait for the end of standard input, then end the process (no harm if it has ended already)."""
    jvm = ProcessId(int(arguments[0]), float(arguments[1]))
    sys.stdin.buffer.read()
    jvm.end(PATIENCE)


if __name__ == "__main__":
    main(sys.argv[1:])
