"""The settings of the house, on a data folder that goes away when the tests end."""

import atexit
import os
import shutil
import tempfile

if "TEJIDO_DATA" not in os.environ:
    os.environ["TEJIDO_DATA"] = tempfile.mkdtemp(prefix="tejido-tests-")
    atexit.register(shutil.rmtree, os.environ["TEJIDO_DATA"], ignore_errors=True)

from tejido.config.settings import *  # noqa: F403  # the folder has to be named before the settings are read

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast: no test is about the strength of a hash
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    },  # nothing is collected in tests
}
WHITENOISE_AUTOREFRESH = True  # so that a folder of collected files is not asked for

# Tables are made from the models at once, as for every empty database; conftest.py adds what no model says.
DATABASES["default"]["TEST"] = {"MIGRATE": False}  # noqa: F405  # read with the settings above
