"""What each worker of `tejido serve` loads: the application, and the clock thread that one of them will have."""

import gc
import multiprocessing
import os
import threading
from multiprocessing.connection import wait

from django.conf import settings
from django.urls import get_resolver

from .wsgi import application as django_application


def end_with_parent() -> None:
    """Ends this process at once when the server's main process is gone: an orphan would keep the port for itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive_nobody, args=(parent.sentinel,), name="parent", daemon=True).start()


def _outlive_nobody(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def load() -> object:
    """The application, warm: the first visitor waits no longer than the second."""
    from . import clock

    end_with_parent()
    get_resolver().url_patterns  # noqa: B018  # imports every view
    clock.start(settings.DATA)
    gc.freeze()  # what is loaded now stays: the collector need not walk it again and again
    return django_application
