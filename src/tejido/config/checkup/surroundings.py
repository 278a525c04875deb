"""The data folder, the settings and the machine around them."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ..environment import KNOWN, data_folder
from ..preparation import NotReady, check_folder
from ..words import LANGUAGES, LOCALE
from ..words import gettext as _
from .finding import Finding

ROOM = 500 * 1024 * 1024  # bytes that a disk should have left, so that a database and its copy fit for a while
PRIVATE = stat.S_IRWXG | stat.S_IRWXO  # what others than the owner may do


def of_folder() -> Iterator[Finding]:
    """The folder can be used at all. Nothing else can be said where it cannot."""
    folder = data_folder()
    if not folder.exists():
        sentence = _("The data folder %(folder)s does not exist yet.") % {"folder": folder}
        yield Finding("folder_missing", sentence, _("“tejido init” or “tejido demo” makes it."), is_blocking=True)
        return
    try:
        check_folder(folder)
    except NotReady as problem:
        remedy = _("Give the folder to the user who runs Tejido, or name another one.")
        yield Finding("folder_unwritable", str(problem), remedy, is_blocking=True)


def wrong_setting(problem: Exception) -> Finding:
    remedy = _("Correct the variable in the environment; docs/deployment.md explains each of them.")
    return Finding("setting_wrong", str(problem), remedy, is_blocking=True)


def of_settings() -> Iterator[Finding]:
    yield from _misspelt()
    yield from _readable_secrets(data_folder())
    yield from _disk(data_folder())
    yield from _reach()
    yield from _catalogues()


def _misspelt() -> Iterator[Finding]:
    for name in sorted(set(os.environ) - KNOWN):
        if name.startswith("TEJIDO_"):
            sentence = _("There is no setting %(name)s; it has no effect.") % {"name": name}
            yield Finding("setting_unknown", sentence, _("Look for a slip of the pen, or remove it."))


def _readable_secrets(folder: Path) -> Iterator[Finding]:
    """Keys and database are for the owner's eyes only. Elsewhere than on POSIX the mode says nothing."""
    if os.name != "posix":
        return
    keys = [path for path in sorted((folder / "keys").rglob("*")) if path.is_file()]
    for path in [*keys, *sorted(folder.glob("*.sqlite3*"))]:
        if path.stat().st_mode & PRIVATE:
            sentence = _("Other users of this machine can read %(file)s.") % {"file": path}
            yield Finding("secret_readable", sentence, f"chmod 600 {path}")


def _disk(folder: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(folder).free
    if free < ROOM:
        sentence = _("Only %(free)s MB are left on the disk of %(folder)s.")
        values = {"free": free // 1024 // 1024, "folder": folder}
        yield Finding("disk_full", sentence % values, _("Make room: writing stops when the disk is full."))


def _reach() -> Iterator[Finding]:
    """What matters only once others than this machine can reach the node."""
    from django.conf import settings

    parts = urlsplit(settings.ORIGIN)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        sentence = _("TEJIDO_ORIGIN is “%(origin)s”, which is not an address.") % {"origin": settings.ORIGIN}
        yield Finding("origin_wrong", sentence, _("Write it like https://tejido.example.org, without a path."))
        return
    if is_local(settings.ORIGIN):
        return
    if parts.scheme == "http":
        sentence = _("People reach %(origin)s without encryption.") % {"origin": settings.ORIGIN}
        yield Finding("not_https", sentence, _("Put a proxy with HTTPS in front, and set TEJIDO_ORIGIN to https://…"))
    elif settings.SECURE_PROXY_SSL_HEADER is None:
        sentence = _("People come by HTTPS, but Tejido does not trust the proxy's word for it.")
        yield Finding("proxy_unknown", sentence, _("Set TEJIDO_BEHIND_PROXY=yes."))
    if "*" in settings.ALLOWED_HOSTS:
        yield Finding("any_host", _("TEJIDO_HOSTS lets every host name in."), _("Name the hosts that people use."))
    if settings.DEBUG:
        sentence = _("TEJIDO_DEBUG is on: error pages show the inside of the node to everybody.")
        yield Finding("debug_on", sentence, _("Remove TEJIDO_DEBUG."))
    if not settings.EMAIL_HOST:
        sentence = _("No mail leaves this node: letters are written into %(folder)s.")
        values = {"folder": settings.EMAIL_FILE_PATH}
        yield Finding("no_mail", sentence % values, _("Set TEJIDO_SMTP_HOST, and user and password where needed."))


def is_local(origin: str) -> bool:
    """Whether the address is one that only this machine can reach."""
    return urlsplit(origin).hostname in {"localhost", "127.0.0.1", "::1"}


def _catalogues() -> Iterator[Finding]:
    missing = [tag for tag in LANGUAGES if tag != "en" and not (LOCALE / tag / "LC_MESSAGES" / "django.mo").exists()]
    if missing:
        sentence = _("The translations into %(languages)s were not compiled; those readers see English.")
        remedy = _("Install the package again: its build compiles them.")
        yield Finding("not_translated", sentence % {"languages": ", ".join(missing)}, remedy)
