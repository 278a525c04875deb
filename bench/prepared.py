"""A fresh database for a benchmark, and a session in it."""

from typing import Any


def prepare() -> None:
    """The tables, in the configured database, as `tejido serve` makes them."""
    import django

    django.setup()
    from django.conf import settings

    from tejido.config.preparation import prepare

    prepare(settings.DATA, lambda _said: None)


def session_of(account: Any) -> str:
    """The key of a session in which the person is signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return str(session.session_key)
