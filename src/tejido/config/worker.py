"""What each worker of `tejido serve` loads: the application, and the threads that one of them will have.

Where workers are born as copies of the server's process, it has loaded the modules before: once for all of them, and
what none of them changes is in memory once.
"""

import gc
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import wait


def load() -> object:
    """The application, warm: the first visitor waits no longer than the second."""
    end_when_told()
    end_with_parent()
    from .loading import set_up

    set_up()
    from .wsgi import application

    _warm_up()
    return application


def _warm_up() -> None:
    from django.conf import settings
    from django.utils.log import configure_logging

    from . import clock
    from .loading import load_views

    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)  # Granian has put its own in the place of it
    load_views()
    clock.start(settings.DATA)
    clock.start_files(settings.DATA)
    clock.start_letters(settings.DATA)
    clock.start_exchange(settings.DATA)
    gc.freeze()  # what is loaded now stays: the collector need not walk it again and again


def end_when_told() -> None:
    """Until the server listens to signals, one ends this process: the handlers it was born with are its parent's."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def end_with_parent() -> None:
    """Ends this process at once when the server's main process is gone: an orphan would keep the port for itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive_nobody, args=(parent.sentinel,), name="parent", daemon=True).start()


def _outlive_nobody(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
