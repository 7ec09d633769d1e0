"""One form of a web address, by which two ways to write it are known as one."""

import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit, urlunsplit

_WEB = ("http", "https")


def canonical(address: str) -> str:
    """The address with its host in lower case and without a leading ``www.``; what is no web address stays as it is.

    A host answers under both names nearly everywhere, and documents cite either.
    """
    return _with_host(address, lambda host: host.removeprefix("www."))


def with_lower_host(address: str) -> str:
    """The address with its scheme and host in lower case; what is no web address stays as it is."""
    return _with_host(address, lambda host: host)


def _with_host(address: str, change: Callable[[str], str]) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme.lower() not in _WEB or not parts.netloc:
        return address
    user, at, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(scheme=parts.scheme.lower(), netloc=f"{user}{at}{change(host.lower())}"))


def names_address(title: str, address: str) -> bool:
    """Whether a title was made from the address: its words are those of the path, and no page calls itself so."""
    words = re.findall(r"\w+", title.casefold())
    path = re.findall(r"\w+", unquote(urlsplit(address).path).casefold())
    joined = " ".join(path)
    return len(words) > 1 and re.search(rf"(?:^| ){re.escape(' '.join(words))}(?: |$)", joined) is not None
