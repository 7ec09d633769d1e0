"""Ports: are they free, who holds them, and which are free for a test."""

import contextlib
import os
import socket

import psutil

from graph.errors import PortTaken
from graph.server.configuration import Ports

LOOPBACK = "127.0.0.1"


def require_free(ports: Ports) -> None:
    """Raise PortTaken, with the holder where the system tells, unless both ports can be bound."""
    for port, variable in (
        (ports.bolt, "WHOFINED_NEO4J_BOLT_PORT"),
        (ports.http, "WHOFINED_NEO4J_HTTP_PORT"),
    ):
        if not is_free(port):
            raise PortTaken(
                f"port {port} is taken{_holder(port)}",
                where=f"{LOOPBACK}:{port}",
                remedy=f"stop that program, or set {variable} to another port",
            )


def is_free(port: int) -> bool:
    """Whether a server could listen there now. A connection that is still closing does not count."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def free_ports() -> Ports:
    """Two ports that were free a moment ago."""
    with contextlib.ExitStack() as held:
        probes = [held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) for _ in range(2)]
        for probe in probes:
            probe.bind((LOOPBACK, 0))
        bolt, http = (int(probe.getsockname()[1]) for probe in probes)
        return Ports(bolt, http)


def _holder(port: int) -> str:
    """Name and pid of the listener, as far as this user may know."""
    with contextlib.suppress(psutil.Error, OSError):
        for link in psutil.net_connections("tcp"):
            if link.status == psutil.CONN_LISTEN and link.laddr and link.laddr.port == port and link.pid:
                return f" by {psutil.Process(link.pid).name()} (pid {link.pid})"
    return ""
