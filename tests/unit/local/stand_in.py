"""Stands in for the JVM in tests of its supervisor: `stand_in.py PORT BEHAVIOUR…`; ends on SIGTERM.

`answer` answers every request with 202, `die:SECONDS` ends with code 3 after answering that long,
`print:TEXT` prints and ends with code 1, `silent` never answers, `stubborn` ignores SIGTERM. `stuck:COUNT` answers so
many requests and then none, `broken:COUNT` says from then on that its database is broken.
"""

import signal
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from os import _exit


class Handler(BaseHTTPRequestHandler):
    """Every question is answered."""

    left = -1
    then = ""

    def do_POST(self) -> None:
        """Say yes, until it is told to say no more."""
        body = b"{}"
        if Handler.left == 0:
            if Handler.then == "stuck":
                time.sleep(60)
            body = b'{"errors": [{"message": "the database needs to be restarted"}]}'
        Handler.left -= Handler.left > 0
        self.send_response(202)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


def main(port: int, behaviour: list[str]) -> None:
    """Behave as told."""
    for one in behaviour:
        name, _, value = one.partition(":")
        if name == "print":
            sys.stdout.write(value + "\n")
            sys.exit(1)
        if name == "stubborn":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if name == "die":
            threading.Timer(float(value), _exit, (3,)).start()
        if name in ("stuck", "broken"):
            Handler.left, Handler.then = int(value), name
        if name == "silent":
            time.sleep(60)
    HTTPServer.allow_reuse_address = True
    HTTPServer(("127.0.0.1", port), Handler).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
