"""The production server: Granian with a few worker processes."""

import errno
import ipaddress
import multiprocessing
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .preparation import NotReady
from .words import gettext as _

THREADS = 4  # requests that one worker handles at once; the rest wait in its queue
PATIENCE = 2.0  # seconds for the port to come free: those of a server that was just killed
GRACE = 10  # seconds that a worker has to finish what it is doing when the server is stopped


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen. `host` is a name or an address, without brackets."""

    host: str
    port: int

    @classmethod
    def of(cls, bind: str) -> "Address":
        """Of "127.0.0.1:8000", "[::1]:8000" or "localhost:8000". ValueError otherwise."""
        host, colon, port = bind.rpartition(":")
        if not colon or not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
            raise ValueError(bind)
        return cls(host.removeprefix("[").removesuffix("]"), int(port))

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def origin(self) -> str:
        """Where links lead. Passkeys belong to names, so this machine goes by the name that browsers trust."""
        return f"http://localhost:{self.port}" if self.is_local else f"http://{self}"


def check_port(address: Address) -> None:
    """NotReady where nobody could listen at this address. Granian shares ports, so that it would not notice."""
    deadline = time.monotonic() + PATIENCE
    while problem := _problem(address):
        if problem.errno != errno.EADDRINUSE or time.monotonic() > deadline:
            raise NotReady(_sentence(address, problem)) from problem
        time.sleep(0.1)


def _problem(address: Address) -> OSError | None:
    """What goes wrong when somebody listens there, or None."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
        family, kind, protocol, _name, where = found[0]
        with socket.socket(family, kind, protocol) as attempt:
            if os.name == "posix":  # elsewhere the option would let two servers share a port
                attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            attempt.bind(where)
            attempt.listen()
    except OSError as problem:
        return problem
    return None


def _sentence(address: Address, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        sentence = _("Another program is already listening at %(address)s. Choose another port with --bind.")
    else:
        sentence = _("Nobody can listen at %(address)s (%(why)s). Choose another address with --bind.")
    return sentence % {"address": address, "why": problem.strerror or problem}


def copies_itself() -> bool:
    """Whether workers are born as copies of this process, with all that it has loaded. Elsewhere each begins empty."""
    return multiprocessing.get_start_method() == "fork"


def serve(address: Address, workers: int, ready: Callable[[], None]) -> None:
    """Serves until it is told to stop. `ready` is called once the port is open: then every request is answered."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server(
        "tejido.config.worker:load",
        factory=True,
        address=_numeric(address),
        port=address.port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.error,
        log_dictconfig=_to_stderr(),
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
    )
    server.on_startup(ready)
    server.serve()


def _numeric(address: Address) -> str:
    """The IP address of the host, which is all that Granian takes."""
    return str(socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0][4][0])


def _to_stderr() -> dict[str, object]:
    """Granian writes to standard output, which belongs to whoever reads what a command answers."""
    stream = {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"}
    return {"handlers": {"console": stream, "access": {**stream, "formatter": "access"}}}


def remember_origin(folder: Path, origin: str) -> None:
    """Writes down where this folder is served, so that `tejido link` in another terminal gives a working address."""
    (folder / "origin").write_text(origin, encoding="utf-8")


def use_origin(folder: Path) -> None:
    """Sets TEJIDO_ORIGIN to where the folder was served last, unless the environment says it."""
    last = folder / "origin"
    if "TEJIDO_ORIGIN" not in os.environ and last.exists():
        os.environ["TEJIDO_ORIGIN"] = last.read_text(encoding="utf-8").strip()
