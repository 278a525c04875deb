"""The pages of the practices for the seats of the network."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.web.components import Tab


def own_tabs(actor: Actor, path: str) -> list[Tab]:
    """Within the practices: all of them, those of the own member, and what peers read. For seats alone."""
    if actor.is_public:
        return []
    places = [(_("All practices"), "practices:home")]
    if actor.member:
        places.append((_("Our practices"), "practices:own"))
    places.append((_("Peers"), "practices:peers"))
    return [Tab(label, url, path == url) for label, url in ((label, reverse(name)) for label, name in places)]
