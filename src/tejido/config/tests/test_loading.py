"""What a process has loaded before it is copied."""

import gc
import os
import subprocess
import sys

from tejido.config.loading import loading

LOADED = """
import gc, os, sys, threading
from tejido.config.loading import load_to_be_copied, set_up
set_up()
from django.db import connections
connections["default"].ensure_connection()
load_to_be_copied()
print(threading.active_count(), [c.alias for c in connections.all() if c.connection is not None])
print("tejido.deliberation.views.comments" in sys.modules, "tejido.config.wsgi" in sys.modules)
print(gc.isenabled(), gc.get_freeze_count() > 100_000)
print([os.readlink(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{n}")])
"""


def test_what_is_copied_has_all_views_and_neither_thread_nor_connection_nor_application(tmp_path):
    own = {"TEJIDO_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
    told = subprocess.run(  # noqa: S603  # a program of ours
        [sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert told[:3] == ["1 []", "True False", "True True"]
    assert str(tmp_path) not in told[3]  # no file of the node is open


def test_the_collector_works_again_also_where_loading_fails():
    try:
        with loading():
            assert not gc.isenabled()
            raise ImportError
    except ImportError:
        assert gc.isenabled()
