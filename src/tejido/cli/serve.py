"""tejido serve: the production server on a data folder."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from tejido.config import server
from tejido.config.loading import load_to_be_copied
from tejido.config.metrics.counting import begin_anew
from tejido.config.words import gettext as _

from .console import say
from .faults import misused
from .house import choose_folder, now, open_house
from .options import Data, option

_BIND, _WORKERS = _("Where to listen. A proxy with HTTPS stands in front."), _("How many worker processes.")
Bind = Annotated[str, option("--bind", "HOST:PORT", _BIND, envvar="TEJIDO_BIND")]
Workers = Annotated[int, option("--workers", "N", _WORKERS, min=1, max=64, envvar="TEJIDO_WORKERS")]
DEFAULT_BIND, DEFAULT_WORKERS = "127.0.0.1:8000", 2


def serve(data: Data = None, bind: Bind = DEFAULT_BIND, workers: Workers = DEFAULT_WORKERS) -> None:
    folder, address = ready_to_listen(data, bind)
    get_ready()
    listen(folder, address, workers)


def ready_to_listen(data: Path | None, bind: str) -> tuple[Path, server.Address]:
    """The data folder and the address, both usable. Links lead to the address unless a setting says where."""
    address = address_in(bind)
    folder = choose_folder(data)
    server.check_port(address)
    lead_links_to(address)
    return folder, address


def address_in(bind: str) -> server.Address:
    """The address that HOST:PORT names; a fault where it names none."""
    try:
        return server.Address.of(bind)
    except ValueError as problem:
        raise misused(_("“%(bind)s” is not an address like 127.0.0.1:8000.") % {"bind": bind}) from problem


def lead_links_to(address: server.Address) -> None:
    """Links of this process and its children lead to the address, unless a setting says where."""
    if address.is_local:
        os.environ.setdefault("TEJIDO_ORIGIN", address.origin)
    elif "TEJIDO_ORIGIN" not in os.environ:
        say(_("TEJIDO_ORIGIN is not set: set it to the address that people use, such as https://tejido.example.org."))


def get_ready() -> None:
    """What `prepare` does, and the modules that workers need. Where workers are no copies of this process, a child does
    it, and gives its memory back."""
    if not server.copies_itself():
        run_child("prepare")
        return
    prepare()
    load_to_be_copied()


def run_child(*arguments: str) -> None:
    """Runs a command of ours in a process that gives its memory back when it is done; this one stays small."""
    done = subprocess.run([sys.executable, "-m", "tejido.cli", *arguments], check=False)  # noqa: S603  # our own command
    if done.returncode:
        raise typer.Exit(done.returncode)


def listen(folder: Path, address: server.Address, workers: int) -> None:
    """Serves until it is stopped."""
    origin = os.environ.get("TEJIDO_ORIGIN", address.origin)
    server.remember_origin(folder, origin)
    begin_anew(folder)
    server.serve(address, workers, lambda: say(_("Tejido is at %(origin)s. Ctrl-C stops it.") % {"origin": origin}))


def prepare(data: Data = None) -> None:
    """Brings the database and the static files up to date, as `serve` does before it listens."""
    from tejido.config.preparation import collect_static

    folder = open_house(data)
    from tejido.custody.commands import note_key, put_key_in_use
    from tejido.registry.queries import network
    from tejido.web import held

    if not held.why():
        if put_key_in_use(at=now()):
            say(_("The new key that two persons agreed to is in use from now on."))
        elif network() is not None:
            note_key(at=now())
        else:
            say(_("There is no network here. “tejido init” founds one."))
    collect_static(folder, say)
