"""Typed readers of the environment. A bad value is refused loudly at start, with its name and what it should be."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import platformdirs
from django.core.exceptions import ImproperlyConfigured

from .words import gettext as _

SQLITE_FILE = "tejido.sqlite3"  # in the data folder

# The names that were asked for: a variable that is set but stands nowhere here has probably been misspelt.
KNOWN = {"TEJIDO_BIND", "TEJIDO_WORKERS"}

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """The value, or the content of the file that NAME_FILE points at (for container secrets)."""
    KNOWN.update({name, f"{name}_FILE"})
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as problem:
            sentence = _("%(name)s_FILE names the file %(file)s, which cannot be read.")
            raise ImproperlyConfigured(sentence % {"name": name, "file": path}) from problem
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(_("%(name)s is “%(value)s”; write yes or no.") % {"name": name, "value": value})
    return value in TRUE


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError as problem:
        sentence = _("%(name)s is “%(value)s”; write a whole number.")
        raise ImproperlyConfigured(sentence % {"name": name, "value": value}) from problem


def choice(name: str, words: tuple[str, ...]) -> str:
    """One of the words; the first of them where nothing is said."""
    value = text(name, words[0]).lower()
    if value not in words:
        sentence = _("%(name)s is “%(value)s”; write one of: %(words)s.")
        raise ImproperlyConfigured(sentence % {"name": name, "value": value, "words": ", ".join(words)})
    return value


def data_folder() -> Path:
    """Where all state lives: TEJIDO_DATA, or the platform's folder for user data."""
    return Path(text("TEJIDO_DATA") or platformdirs.user_data_dir("tejido", appauthor=False)).expanduser().absolute()


def postgresql(url: str, name: str = "DATABASE_URL") -> dict[str, object]:
    """Django's DATABASES entry of `postgresql://user:password@host:port/name`, or `...?host=` with a socket's folder.
    Several hosts are tried in turn: `postgresql://user@one:5432,two:5432/name?target_session_attrs=read-write`.

    ImproperlyConfigured never repeats the address: it holds a password.
    """
    try:
        parts = urlsplit(url)
        user, hosts, ports = _places(parts.netloc)
    except ValueError:  # a port that is no number, a bracket that is not closed
        parts, user, hosts, ports = urlsplit(""), "", "", ""
    if parts.scheme not in {"postgres", "postgresql"} or len(parts.path) < 2:
        sentence = _("%(name)s is not an address like postgresql://user:password@host:5432/name.")
        raise ImproperlyConfigured(sentence % {"name": name})
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    account, _colon, password = user.partition(":")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(account),
        "PASSWORD": unquote(password),
        "HOST": unquote(options.pop("host", hosts)),
        "PORT": ports,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**SILENCE, **options},
    }


# How long a host may be silent, so that one that is gone is known to be gone: connecting, in seconds; what was sent and
# not acknowledged, in milliseconds; and whether a quiet connection is still there.
SILENCE = {
    "connect_timeout": "5",
    "tcp_user_timeout": "10000",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
}


def _places(netloc: str) -> tuple[str, str, str]:
    """User with password, hosts, ports. Where a host of several names no port, it is the usual one."""
    user, _at, several = netloc.rpartition("@")
    pairs = [_place(one) for one in several.split(",")]
    hosts, ports = ",".join(host for host, _port in pairs), [port for _host, port in pairs]
    if len(pairs) > 1:
        ports = [port or "5432" for port in ports]
    return user, hosts, ",".join(ports)


def _place(one: str) -> tuple[str, str]:
    host, colon, port = one.rpartition(":") if not one.endswith("]") else (one, "", "")
    if not colon:
        host, port = one, ""
    if colon and (not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536):
        raise ValueError(one)
    return host.removeprefix("[").removesuffix("]"), port


# What is deleted is overwritten, so that neither answers of participants nor personal data stay in unused pages.
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;"
    " PRAGMA secure_delete=ON;"
)


def sqlite(path: Path) -> dict[str, object]:
    """WAL lets readers work beside the writer; IMMEDIATE lets two read-then-write transactions queue, not fail."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS},
    }
