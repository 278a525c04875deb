"""Opening the house: from a data folder to a Django that is set up and a database that is up to date."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tejido.config import loading
from tejido.config.environment import data_folder
from tejido.config.preparation import make_folder, prepare
from tejido.config.server import use_origin
from tejido.config.words import gettext as _
from tejido.config.words import language

from .console import say


def choose_folder(data: Path | None) -> Path:
    """The data folder of this process and its children: --data, TEJIDO_DATA, or the platform's own. It exists."""
    point_at(data)
    folder = data_folder()
    make_folder(folder)
    return folder


def point_at(data: Path | None) -> None:
    """Names the data folder to this process and its children, and does no more."""
    if data is not None:
        os.environ["TEJIDO_DATA"] = str(data.expanduser().absolute())


def open_house(data: Path | None) -> Path:
    """Sets Django up on the data folder and brings its database up to date. NotReady says why it cannot be."""
    folder = choose_folder(data)
    use_origin(folder)
    set_up()
    prepare(folder, say)
    return folder


def set_up() -> None:
    """Django on the data folder of the environment, in the user's language. The database is not touched."""
    from django.utils import translation

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tejido.config.settings")
    loading.set_up()
    translation.activate(language())


def now() -> datetime:
    return datetime.now(UTC)


def body_of_network(at: datetime):  # type: ignore[no-untyped-def]  # a registry Body; Django is not loaded yet up here
    """The body that the network's texts belong to. A folder without a network gets an empty one; the user is told."""
    from tejido.ledger.actors import CONSOLE
    from tejido.ledger.refusals import Refused
    from tejido.registry.commands import found_network
    from tejido.registry.queries import network, network_body

    if network() is None:
        name = {"es": "Tejido", "pt": "Tejido", "en": "Tejido", "fr": "Tejido"}
        with suppress(Refused):  # another process was first
            found_network(actor=CONSOLE, name=name, languages=list(name), zone="UTC", at=at)
            say(_("There was no network here: an empty one named “Tejido” was founded. “tejido init” gives it a seat."))
    return network_body()
