"""A language model's endpoint on the loopback interface, which says what it is told to and can misbehave."""

import json
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-test-1234567890"


@dataclass(frozen=True)
class Says:
    """One answer: its body, and how it is given. `wait` seconds pass first, `drip` seconds between its bytes."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drip: float = 0.0
    cut: int | None = None


@dataclass
class Endpoint:
    """The answers to come, of which the last is given again and again, and what was asked."""

    answers: deque[Says]
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def next(self) -> Says:
        """The answer to give now."""
        return self.answers.popleft() if len(self.answers) > 1 else self.answers[0]


def completion(content: str | None, finish: str = "stop", refusal: str | None = None) -> Says:
    """What a model says, in the envelope of the API."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return Says(json.dumps({"id": "x", "object": "chat.completion", "choices": [choice]}).encode())


def claims(*rows: Any) -> Says:
    """An answer with these rows."""
    return completion(json.dumps({"claims": rows}))


def party(text: str, kind: str, name: str | None = None) -> dict[str, str]:
    """A party as the model writes it."""
    return {"name": name or text, "text": text, "kind": kind}


def row(
    quote: str,
    subject: dict[str, str],
    object_: dict[str, str],
    relation: str = "FINED",
    modality: str = "asserted",
    amount: tuple[str, str, str] | None = None,
    date: tuple[str, str] | None = None,
    others: Iterable[tuple[str, dict[str, str]]] = (),
) -> dict[str, Any]:
    """A claim as the model writes it."""
    return {
        "relation": relation,
        "subject": subject,
        "object": object_,
        "modality": modality,
        "quote": quote,
        "amount": dict(zip(("amount", "currency", "text"), amount, strict=True)) if amount else None,
        "date": dict(zip(("date", "text"), date, strict=True)) if date else None,
        "others": [{"role": role, "party": other} for role, other in others],
    }


@contextmanager
def serving(*answers: Says) -> Generator[Endpoint]:
    """Give the answers, one a request, until the block ends."""
    endpoint = Endpoint(deque(answers))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            endpoint.asked.append(json.loads(body))
            endpoint.paths.append(self.path)
            endpoint.keys.append(self.headers.get("Authorization"))
            says = endpoint.next()
            endpoint.done.wait(says.wait)
            try:
                self.give(says)
            except OSError:  # who asked has gone
                self.close_connection = True

        def give(self, says: Says) -> None:
            self.send_response(says.status)
            for name, value in {"Content-Length": str(len(says.body)), **says.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if says.drip:
                for at in range(len(says.body)):
                    self.wfile.write(says.body[at : at + 1])
                    time.sleep(says.drip)
            else:
                self.wfile.write(says.body[: says.cut])
            self.close_connection = says.cut is not None

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        endpoint.done.set()
        server.shutdown()
        server.server_close()
        thread.join()
