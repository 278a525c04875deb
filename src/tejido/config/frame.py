"""What the page frame shows on every page: the network, the seat, the languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.custody.rules import keeps, may_see_restoration, takes_out
from tejido.discussions.queries import count_beside
from tejido.discussions.queries.places import PAGES
from tejido.registry.queries import network
from tejido.web import held
from tejido.web.components import Tab
from tejido.web.languages import in_my_language


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"frame": Frame(request)}


class Frame:
    """Lazy: a page that does not show the frame pays nothing for it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.languages = settings.LANGUAGES

    @property
    def network(self) -> Any:
        if not hasattr(self, "_network"):
            self._network = network()
        return self._network

    @property
    def zone(self) -> str:
        """The clocks of whoever has none of their own here: the network's. Empty for who is signed in."""
        is_known = getattr(getattr(self.request, "user", None), "is_authenticated", False)
        return "" if is_known or not self.network else str(self.network.zone)

    @property
    def network_name(self) -> str:
        return in_my_language(self.network.name) if self.network else "Tejido"

    @property
    def seats(self) -> list[Any]:
        return [mandate.seat for mandate in getattr(self.request, "mandates", [])]

    @property
    def seat(self) -> Any:
        actor = getattr(self.request, "actor", None)
        return next((seat for seat in self.seats if actor and seat.key == actor.seat), None)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing is taken at present."""
        return held.why() is not None

    @property
    def keeps_house(self) -> bool:
        """Whether the seat keeps those of its house, and so erases with another person whoever served there."""
        actor = getattr(self.request, "actor", None)
        return actor is not None and keeps(actor, actor.member)

    @property
    def takes_out(self) -> bool:
        """Whether the seat is one that takes out everything of its member."""
        actor = getattr(self.request, "actor", None)
        return actor is not None and takes_out(actor, actor.member)

    @property
    def confirms(self) -> bool:
        """Whether the seat is one of those who confirm what a restored node is missing."""
        actor = getattr(self.request, "actor", None)
        return actor is not None and may_see_restoration(actor)

    @property
    def discussion(self) -> Tab | None:
        """The way to what is discussed beside this page, with how many threads the reader may see: for seats, on pages
        that exist and were shown. One query."""
        actor, match = getattr(self.request, "actor", None), self.request.resolver_match
        if actor is None or actor.is_public or match is None or match.view_name not in PAGES:
            return None
        if getattr(self.request, "was_turned_away", False):
            return None
        place = PAGES[match.view_name]
        key = str(match.kwargs[place.argument])
        url = reverse("discussions:beside", args=[place.code, key])
        return Tab(_("Discuss"), url, count=count_beside(actor, place.code, key))
