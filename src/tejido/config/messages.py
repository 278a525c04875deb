"""Messages to whoever has just done something, in a cookie of this host alone where there is https."""

from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class OfThisHost(CookieStorage):
    def __init__(self, *places: Any, **more: Any) -> None:
        super().__init__(*places, **more)
        self.cookie_name = "__Host-messages" if settings.SESSION_COOKIE_SECURE else "messages"


class Messages(FallbackStorage):
    storage_classes = (OfThisHost, SessionStorage)
