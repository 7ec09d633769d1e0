"""Which addresses of the network may be fetched."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from graph.errors import InvalidInput

Address = IPv4Address | IPv6Address

_TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))
"""IPv6 networks behind which an IPv4 address stands (RFC 6052, RFC 8215, and the old compatible form)."""


def is_public(address: Address) -> bool:
    """Whether it is reachable for everyone: not private, loopback, link-local, shared, multicast or reserved.

    An IPv4 address inside an IPv6 one counts as that IPv4 address.
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and any(address in network for network in _TRANSLATED):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(inner):
            return False
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(host: str, port: int) -> list[Address]:
    """All addresses of a host, each once, in the order of the system. Raises ``InvalidInput``."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InvalidInput("the host has no address", where=host) from error
    return list(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
