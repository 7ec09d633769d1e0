"""Fetching a page: from public addresses only, within limits, and from exactly the address that was checked."""

import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeAlias, TypeVar
from urllib.parse import urljoin

import httpx

from graph.errors import InvalidInput
from seed.reading.address import Address, is_public, resolve
from seed.reading.content import MEDIA
from seed.reading.deadline import Deadline
from seed.reading.limits import DEFAULT, Limits, within
from seed.reading.matter import is_web
from seed.reading.raw import Raw

T = TypeVar("T")

_PERMANENT: Final = frozenset({301, 308})
_MOVED: Final = frozenset({*_PERMANENT, 302, 303, 307})
_AGENT: Final = "whofined (reads what its user names; no crawler)"
_PIECE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be fetched. ``hosts`` None means every public host; a host also stands for those below it.

    ``media`` are the media types that are taken; ``may_reach`` decides on each resolved address: only tests have a
    reason to change it.
    """

    schemes: frozenset[str] = frozenset({"https"})
    media: tuple[str, ...] = tuple(MEDIA)
    hosts: frozenset[str] | None = None
    may_reach: Callable[[Address], bool] = is_public


@dataclass(frozen=True, slots=True)
class Hop:
    """An address that was checked: the URL to show, and the one to connect to."""

    url: httpx.URL
    pinned: httpx.URL


@dataclass(frozen=True, slots=True)
class Moved:
    """An answer that leads elsewhere, ``permanent`` where it does so for good."""

    to: str
    permanent: bool


Ask: TypeAlias = Callable[[httpx.Client, Hop, Deadline], T | Moved]
"""Asks one address, and gives what is found there or where it has gone."""


def fetch(url: str, policy: Policy, limits: Limits = DEFAULT) -> Raw:
    """The page behind an address, redirects followed, each hop checked anew.

    Raises ``InvalidInput`` for what the policy forbids, for what takes too long, is too large or no document, and for
    every failure on the way. Cookies, proxies and logins of the environment are not used.
    """

    def ask(client: httpx.Client, hop: Hop, deadline: Deadline) -> Raw | Moved:
        return _get(client, hop, policy, limits, deadline)

    return follow(url, policy, limits, ask)[0]


def follow(url: str, policy: Policy, limits: Limits, ask: Ask[T]) -> tuple[T, bool]:
    """What is found at the end of all redirects, and whether each of them was for good."""
    permanent = True
    with (
        Deadline(limits.web_seconds) as deadline,
        httpx.Client(verify=ssl.create_default_context(), trust_env=False, follow_redirects=False) as client,
    ):
        for _ in range(limits.redirects + 1):
            try:
                found = ask(client, deadline.within(check_address, url, policy), deadline)
            except (httpx.HTTPError, httpx.InvalidURL, zlib.error, TimeoutError) as error:
                if deadline.left <= 0:
                    raise _too_long(limits, url) from error
                raise InvalidInput(
                    f"it could not be fetched: {error or type(error).__name__}", where=url
                ) from error
            if not isinstance(found, Moved):
                return found, permanent
            permanent = permanent and found.permanent
            url = urljoin(url, found.to)
    raise InvalidInput(f"more than {limits.redirects} redirects", where=url)


def moved(response: httpx.Response) -> Moved | None:
    """Where an answer leads, if it leads elsewhere."""
    if response.status_code not in _MOVED or "location" not in response.headers:
        return None
    return Moved(response.headers["location"], response.status_code in _PERMANENT)


def check_address(url: str, policy: Policy) -> Hop:
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
    return Hop(parsed, parsed.copy_with(host=str(found[0])))


def _too_long(limits: Limits, where: str) -> InvalidInput:
    return InvalidInput(f"the page takes more than {limits.web_seconds:g} seconds", where=where)


def request(client: httpx.Client, hop: Hop, headers: Mapping[str, str], deadline: Deadline) -> httpx.Request:
    """What is sent to an address.

    The connection goes to the address that was checked, so that a second look-up cannot lead elsewhere; the
    certificate is checked against the name.
    """
    own = {"Accept-Encoding": "gzip", "Connection": "close"}
    return client.build_request(
        "GET",
        hop.pinned,
        headers={**own, **headers, "Host": hop.url.netloc.decode("ascii")},
        timeout=max(0.1, deadline.left),
        extensions={"sni_hostname": hop.url.raw_host.decode("ascii"), "trace": deadline.watch},
    )


def _get(client: httpx.Client, hop: Hop, policy: Policy, limits: Limits, deadline: Deadline) -> Raw | Moved:
    """The document, or where it has gone."""
    headers = {"User-Agent": _AGENT, "Accept": ", ".join(policy.media)}
    response = client.send(request(client, hop, headers, deadline), stream=True)
    try:
        if elsewhere := moved(response):
            return elsewhere
        if response.status_code != 200:
            raise InvalidInput(f"the server answers {response.status_code}", where=str(hop.url))
        media_type = response.headers.get("content-type", "text/html")
        if media_type.partition(";")[0].strip().lower() not in policy.media:
            raise InvalidInput(
                f"this is {media_type[:60]}",
                where=str(hop.url),
                remedy=f"readable: {', '.join(policy.media)}",
            )
        content = b"".join(unpacked(response, limits, deadline, str(hop.url)))
    finally:
        response.close()
    return Raw(content, str(hop.url), media_type, str(hop.url), datetime.now(UTC).date().isoformat())


def unpacked(response: httpx.Response, limits: Limits, deadline: Deadline, where: str) -> Iterator[bytes]:
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
