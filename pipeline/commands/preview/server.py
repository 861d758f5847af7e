"""``preview``: a server on this machine, for this machine."""

from __future__ import annotations

import contextlib
import errno
import socket
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import uvicorn

from pipeline.commands.preview.app import application
from pipeline.commands.preview.bench import Bench
from pipeline.commands.preview.watch import Hub
from pipeline.errors import InputError
from pipeline.preview.guard import Guard

HOST = "127.0.0.1"
FIRST_PORT = 8620
_PORTS = 50
_SECONDS = 1
"""How long requests may take to end when the server does; none that writes is cut off."""


class Server(uvicorn.Server):
    """A server that lets its listeners go when it is told to end, instead of waiting for them."""

    def __init__(self, root: Path, port: int | None) -> None:
        """Take the folder of a project and a port, or None for the first one that is free.

        Raises `InputErrors` if the configuration cannot be used, and `InputError` if the port is taken.
        """
        bench = Bench(root)
        self.listening_socket = _bound(port)
        self.port: int = self.listening_socket.getsockname()[1]
        self.guard, self.hub = Guard(self.port), Hub()
        app = application(bench, self.guard, self.hub)
        super().__init__(
            uvicorn.Config(
                app, log_level="critical", timeout_graceful_shutdown=_SECONDS, server_header=False, ws="none"
            )
        )

    @property
    def address(self) -> str:
        """Where the workbench is."""
        return f"http://{HOST}:{self.port}/"

    def serve_here(self) -> None:
        """Serve until Ctrl-C."""
        with contextlib.suppress(KeyboardInterrupt):
            self.run(sockets=[self.listening_socket])

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End: let go of open pages first."""
        self.hub.close()
        super().handle_exit(sig, frame)


def preview(root: Path, port: int | None, tell: Callable[[str], None], *, browser: bool) -> None:
    """Serve the workbench of the project in `root` until Ctrl-C, and `tell` its address.

    With `browser`, it is opened there. Raises `InputError` if the port is taken or the project cannot be used.
    """
    server = Server(root, port)
    if port is None and server.port != FIRST_PORT:
        tell(f"port {FIRST_PORT} is taken, perhaps by another preview; this one is at {server.port}")
    tell(f"the workbench is at {server.address} (Ctrl-C ends it)")
    if browser:
        webbrowser.open(server.address)
    server.serve_here()


def _bound(port: int | None) -> socket.socket:
    """Return a socket that listens on this machine only."""
    for candidate in [port] if port is not None else _candidates():
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, candidate))
            listening.listen()
        except OSError as error:
            listening.close()
            if error.errno not in {errno.EADDRINUSE, errno.EACCES} or port is not None:
                message = f"--port {candidate}: cannot be used ({error.strerror}); name another, or leave it out"
                raise InputError(message) from None
        else:
            return listening
    raise InputError(f"no port from {FIRST_PORT} to {FIRST_PORT + _PORTS - 1} is free; name one with --port")


def _candidates() -> Iterator[int]:
    yield from range(FIRST_PORT, FIRST_PORT + _PORTS)
