"""Whether a server that runs also works: a small read and a small write, with a deadline, every few seconds.

A JVM can be alive and do nothing more (all of its carriers wait for one another), and a database can declare itself
broken after a full disk and refuse all work until it is started again.
"""

import base64
import http.client
import json
import threading
import time
from pathlib import Path
from typing import Final, Literal

QUESTION: Final = Path(__file__).with_name("pulse.cypher").read_text(encoding="utf-8").strip()
_BROKEN: Final = ("needs to be restarted", "database has encountered a critical error", "Neo.DatabaseError.")

Beat = Literal["well", "refused", "broken", "silent"]


def beat(port: int, password: str, seconds: float) -> Beat:
    """One beat: `refused` where it answers with an error that passes, `broken` with one that does not."""
    token = base64.b64encode(f"neo4j:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        link.request("POST", "/db/neo4j/query/v2", json.dumps({"statement": QUESTION}), headers)
        answer = link.getresponse()
        body = answer.read().decode(errors="replace")
    except (OSError, http.client.HTTPException):
        return "silent"
    finally:
        link.close()
    if any(words in body for words in _BROKEN):
        return "broken"
    return "well" if answer.status in (200, 202) and '"errors"' not in body else "refused"


class Pulse:
    """Beats in a thread of its own; `lost` says in words why the server is to be started again."""

    def __init__(self, port: int, password: str, every: float, deadline: float, missed: int) -> None:
        self._port, self._password = port, password
        self._every, self._deadline, self._missed = every, deadline, missed
        self._end = threading.Event()
        self.lost: str | None = None

    def start(self) -> None:
        """Begin; the thread ends with `stop` or with the process."""
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """End; a beat under way is not waited for."""
        self._end.set()

    def _run(self) -> None:
        bad, since = 0, time.monotonic()
        while not self._end.wait(self._every):
            found = beat(self._port, self._password, self._deadline)
            if found not in ("silent", "broken"):
                bad, since = 0, time.monotonic()
                continue
            bad += 1
            # What says that it is broken is believed sooner than silence, which a large query can cause.
            if bad >= (2 if found == "broken" else self._missed):
                what = "the database says that it is broken"
                silence = f"it is alive and has not answered for {time.monotonic() - since:.0f} s"
                self.lost = what if found == "broken" else silence
                return
