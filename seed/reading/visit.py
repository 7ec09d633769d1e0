"""Visiting an address: whatever the server says, as it says it, from checked public addresses only, within limits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import httpx

from seed.reading.deadline import Deadline
from seed.reading.limits import DEFAULT, Limits
from seed.reading.web import Hop, Moved, Policy, follow, moved, request, unpacked


@dataclass(frozen=True, slots=True)
class Reply:
    """The last answer on the way: ``headers`` by lower-case name, ``permanent`` where every redirect was for good."""

    status: int
    url: str
    headers: Mapping[str, str]
    content: bytes
    permanent: bool


def visit(url: str, policy: Policy, headers: Mapping[str, str], limits: Limits = DEFAULT) -> Reply:
    """What is behind an address, redirects followed, each hop checked anew; also an answer that is an error.

    Raises ``InvalidInput`` where no whole answer came: the address is forbidden, unknown, too slow or too large.
    """

    def ask(client: httpx.Client, hop: Hop, deadline: Deadline) -> Reply | Moved:
        response = client.send(request(client, hop, headers, deadline), stream=True)
        try:
            if elsewhere := moved(response):
                return elsewhere
            content = b"".join(unpacked(response, limits, deadline, str(hop.url)))
        finally:
            response.close()
        found = {name.lower(): value for name, value in response.headers.items()}
        return Reply(response.status_code, str(hop.url), found, content, permanent=True)

    reply, permanent = follow(url, policy, limits, ask)
    return replace(reply, permanent=permanent)
