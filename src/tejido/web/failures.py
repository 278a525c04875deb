"""How often one address may fail at a door that everybody may knock at. Only what fails counts, so that whoever sends
what is right is never kept out by it, and none is kept out by another address."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Failures:
    """At most `most` of one address within each span of `seconds`, counted at the door of this name."""

    door: str
    most: int
    seconds: int

    def are_too_many(self, request: HttpRequest, at: datetime) -> bool:
        return int(cache.get(self._counter(request, at), 0)) >= self.most

    def count(self, request: HttpRequest, at: datetime) -> None:
        name = self._counter(request, at)
        if not cache.add(name, 1, self.seconds + 30):
            cache.incr(name)

    def _counter(self, request: HttpRequest, at: datetime) -> str:
        address = get_adapter(request).get_client_ip(request)
        return f"{self.door}-failures:{address}:{int(at.timestamp()) // self.seconds}"
