"""The pages of promotion for the seats of the network."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.web.components import Tab


def promotion_tabs(actor: Actor, path: str) -> list[Tab]:
    """The public has the register alone."""
    if actor.is_public:
        return []
    places = ((_("Register"), reverse("promotion:home")), (_("Forums"), reverse("promotion:forums")))
    return [Tab(label, url, path == url) for label, url in places]
