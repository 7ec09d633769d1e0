"""A Maven repository on the loopback interface that can be told to misbehave."""

import threading
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Repository:
    """Files by path, and what to do wrong with them.

    `troubles[path]` is how many 503 answers come first; `cut[path]` how many bytes an answer gives before
    the connection breaks (once); `resumes` whether ranges are honoured.
    """

    files: dict[str, bytes]
    troubles: Counter[str] = field(default_factory=Counter)
    cut: dict[str, int] = field(default_factory=dict)
    resumes: bool = True
    requests: list[tuple[str, str | None]] = field(default_factory=list)
    url: str = ""


@contextmanager
def serving(files: dict[str, bytes]) -> Generator[Repository]:
    """Serve the files until the block ends."""
    repository = Repository(files)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.removeprefix("/maven2/")
            wanted = self.headers.get("Range")
            repository.requests.append((path, wanted))
            if repository.troubles[path] > 0:
                repository.troubles[path] -= 1
                self.answer(503, b"")
            elif path not in repository.files:
                self.answer(404, b"")
            elif wanted and repository.resumes:
                self.answer(206, repository.files[path][int(wanted[6:-1]) :])
            else:
                self.answer(200, repository.files[path], repository.cut.pop(path, None))

        def answer(self, code: int, body: bytes, cut: int | None = None) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:cut])
            self.close_connection = cut is not None

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    repository.url = f"http://127.0.0.1:{server.server_port}/maven2"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield repository
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
