"""Works on files until a function was called so many times, and is killed there.

python killed.py DATABASE FUNCTION TIMES
"""

import os
import signal
import sys
from datetime import UTC, datetime
from importlib import import_module

import django
from django.conf import settings


def kill_behind(place: str, times: int) -> None:
    """The process ends right behind the call, with nothing cleaned up."""
    module, _, name = place.rpartition(".")
    owner = import_module(f"tejido.records.commands.{module}")
    kept, left = getattr(owner, name), [times]

    def called(*args: object, **given: object) -> object:
        made = kept(*args, **given)
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return made

    setattr(owner, name, called)


if __name__ == "__main__":
    settings.DATABASES["default"]["NAME"] = sys.argv[1]
    django.setup()
    kill_behind(sys.argv[2], int(sys.argv[3]))
    from tejido.records.commands import run_due

    run_due(at=datetime(2027, 3, 1, 12, tzinfo=UTC), size=100)
