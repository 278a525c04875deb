"""Loading Tejido's modules, once and quickly."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What modules make when they are loaded stays: to look for garbage in it takes a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def set_up() -> None:
    """Django on the settings of the environment, unless it is set up already."""
    import django
    from django.apps import apps

    if not apps.ready:
        with loading():
            django.setup()


def load_views() -> None:
    """Every view, so that the first visitor waits no longer than the second."""
    from django.urls import get_resolver

    with loading():
        get_resolver().url_patterns  # noqa: B018  # imports them


def load_to_be_copied() -> None:
    """All modules, in a process that copies itself. It leaves nothing open that copies must not share: no connection to
    the database, no thread, and no application, whose middleware starts some."""
    from django.db import connections

    set_up()
    load_views()
    connections.close_all()
    gc.collect()
    gc.freeze()  # the collector of a copy would write to what it walks, and so make pages of its own of it
