"""What is misconfigured on this node, as sentences for whoever operates it. Looks, and changes nothing.

First what can be said without a database, then the database, then what is in it: each part only where the one before
found nothing that stands in its way.
"""

import os
from collections.abc import Iterator

from .finding import Finding
from .working import Work, work_done

__all__ = ["Finding", "Work", "findings", "work_done"]


def findings() -> Iterator[Finding]:
    """Everything that is misconfigured for the data folder and the settings of the environment."""
    from . import surroundings

    before = list(surroundings.of_folder())
    yield from before
    if before:
        return
    yield from _of_the_house()


def _of_the_house() -> Iterator[Finding]:
    """What needs the settings to be read: an unreadable one is a finding by itself, and the last."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    from . import database, network, surroundings

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tejido.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as problem:
        yield surroundings.wrong_setting(problem)
        return
    yield from surroundings.of_settings()
    broken = list(database.of_database())
    yield from broken
    if not any(finding.is_blocking for finding in broken):
        yield from network.of_network()
