"""Ask the server one question over HTTP: only an answered query counts as up.

Plain `http.client`: the supervisor starts faster without an HTTP library, and the driver belongs to the store.
"""

import base64
import http.client
import json
from pathlib import Path

QUESTION = Path(__file__).with_name("ping.cypher").read_text(encoding="utf-8").strip()
USER = "neo4j"


class WrongPassword(Exception):
    """The server is up and does not know this password."""


def answers(port: int, password: str, *, question: str = QUESTION, timeout: float = 30.0) -> bool:
    """Whether a query is answered on this loopback port; raises WrongPassword where the login is refused."""
    token = base64.b64encode(f"{USER}:{password}".encode()).decode()
    headers = {
        "Authorization": f"Basic {token}",
        "Content-Type": "application/json",
        "Accept": "application/json",
    }
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        link.request("POST", "/db/neo4j/query/v2", json.dumps({"statement": question}), headers)
        answer = link.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        link.close()
    if answer.status == 401:
        raise WrongPassword
    return answer.status in (200, 202) and b'"errors"' not in body  # a failed query is a 202 too
