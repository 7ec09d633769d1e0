"""Fetching a page: from public addresses only, within limits, and from exactly the address that was checked."""

import ssl
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urljoin

import httpx

from graph.errors import InvalidInput
from seed.reading.address import Address, is_public, resolve
from seed.reading.content import MEDIA
from seed.reading.deadline import Deadline
from seed.reading.limits import DEFAULT, Limits, within
from seed.reading.matter import is_web
from seed.reading.raw import Raw

_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_AGENT: Final = "whofined (reads what its user names; no crawler)"
_PIECE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be fetched. ``hosts`` None means every public host; a host also stands for those below it.

    ``may_reach`` decides on each resolved address; only tests have a reason to change it.
    """

    schemes: frozenset[str] = frozenset({"https"})
    hosts: frozenset[str] | None = None
    may_reach: Callable[[Address], bool] = is_public


@dataclass(frozen=True, slots=True)
class _Hop:
    """An address that was checked: the URL to show, and the one to connect to."""

    url: httpx.URL
    pinned: httpx.URL


def fetch(url: str, policy: Policy, limits: Limits = DEFAULT) -> Raw:
    """The page behind an address, redirects followed, each hop checked anew.

    Raises ``InvalidInput`` for what the policy forbids, for what takes too long, is too large or no document, and for
    every failure on the way. Cookies, proxies and logins of the environment are not used.
    """
    with (
        Deadline(limits.web_seconds) as deadline,
        httpx.Client(verify=ssl.create_default_context(), trust_env=False, follow_redirects=False) as client,
    ):
        for _ in range(limits.redirects + 1):
            try:
                hop = deadline.within(_check, url, policy)
                found = _get(client, hop, limits, deadline)
            except (httpx.HTTPError, httpx.InvalidURL, zlib.error, TimeoutError) as error:
                if deadline.left <= 0:
                    raise _too_long(limits, url) from error
                raise InvalidInput(
                    f"it could not be fetched: {error or type(error).__name__}", where=url
                ) from error
            if isinstance(found, Raw):
                return found
            url = found
    raise InvalidInput(f"more than {limits.redirects} redirects", where=url)


def _check(url: str, policy: Policy) -> _Hop:
    """Check scheme, host and every address behind the host; raises ``InvalidInput``."""
    try:
        parsed = httpx.URL(url) if is_web(url) else None
    except httpx.InvalidURL:
        parsed = None
    if parsed is None or parsed.userinfo:
        raise InvalidInput("this is no web address that can be fetched", where=url[:200])
    if parsed.scheme not in policy.schemes:
        raise InvalidInput(
            f"{parsed.scheme} is not fetched", where=url, remedy=f"use {', '.join(sorted(policy.schemes))}"
        )
    host = parsed.raw_host.decode("ascii").strip("[]").rstrip(".").lower()
    if policy.hosts is not None and not any(host == one or host.endswith(f".{one}") for one in policy.hosts):
        raise InvalidInput(
            "this host is not on the list of allowed hosts", where=host, remedy="send the text itself"
        )
    found = resolve(host, parsed.port or (443 if parsed.scheme == "https" else 80))
    if not found or not all(policy.may_reach(address) for address in found):
        raise InvalidInput("this host is not on the public network", where=host)
    return _Hop(parsed, parsed.copy_with(host=str(found[0])))


def _too_long(limits: Limits, where: str) -> InvalidInput:
    return InvalidInput(f"the page takes more than {limits.web_seconds:g} seconds", where=where)


def _get(client: httpx.Client, hop: _Hop, limits: Limits, deadline: Deadline) -> Raw | str:
    """The document, or the address that it moved to.

    The connection goes to the address that was checked, so that a second look-up cannot lead elsewhere; the
    certificate is checked against the name.
    """
    headers = {
        "Host": hop.url.netloc.decode("ascii"),
        "User-Agent": _AGENT,
        "Accept": ", ".join(MEDIA),
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    request = client.build_request(
        "GET",
        hop.pinned,
        headers=headers,
        timeout=max(0.1, deadline.left),
        extensions={"sni_hostname": hop.url.raw_host.decode("ascii"), "trace": deadline.watch},
    )
    response = client.send(request, stream=True)
    try:
        if response.status_code in _MOVED and "location" in response.headers:
            return urljoin(str(hop.url), response.headers["location"])
        if response.status_code != 200:
            raise InvalidInput(f"the server answers {response.status_code}", where=str(hop.url))
        media_type = response.headers.get("content-type", "text/html")
        if media_type.partition(";")[0].strip().lower() not in MEDIA:
            raise InvalidInput(
                f"this is {media_type[:60]}", where=str(hop.url), remedy=f"readable: {', '.join(MEDIA)}"
            )
        content = b"".join(_body(response, limits, deadline, str(hop.url)))
    finally:
        response.close()
    return Raw(content, str(hop.url), media_type, str(hop.url), datetime.now(UTC).date().isoformat())


def _body(response: httpx.Response, limits: Limits, deadline: Deadline, where: str) -> Iterator[bytes]:
    """The content as it unpacks, watched for size and time: a small gzip file can hold gigabytes."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", ""}:
        raise InvalidInput(
            f"the server packs its answer as {encoding[:40]}, which was not asked for", where=where
        )
    unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    size = 0
    for raw in response.iter_raw():
        waiting = raw
        while waiting:
            piece = unpack.decompress(waiting, _PIECE) if unpack else waiting
            waiting = unpack.unconsumed_tail if unpack else b""
            size += len(piece)
            within(size, limits.content, "the page", "bytes", where)
            if deadline.left <= 0:
                raise _too_long(limits, where)
            yield piece
    if deadline.left <= 0:  # the end of the connection is the end of the page, unless we are who ended it
        raise _too_long(limits, where)
