"""The pages of a mechanism, and those that serve all of them."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.web.components import Tab


def common_tabs(actor: Actor, path: str) -> Sequence[Tab]:
    """What every seat of the network sees; the public has the list alone."""
    if actor.is_public:
        return []
    places = [
        (_("All members"), reverse("mechanisms:mechanisms")),
        (_("The path"), reverse("mechanisms:path")),
        (_("Side by side"), reverse("mechanisms:comparison")),
    ]
    return [Tab(label, url, path == url) for label, url in places]


def own_tabs(actor: Actor, code: str, path: str) -> Sequence[Tab]:
    """The private pages stand beside the profile for the member's own seats alone."""
    if actor.is_public or actor.member != code:
        return []
    places = [
        (_("Mechanism"), reverse("mechanisms:mechanism", args=[code])),
        (_("Institutions"), reverse("mechanisms:parties", args=[code])),
        (_("Self-assessment"), reverse("mechanisms:assessments", args=[code])),
        (_("Our plan"), reverse("mechanisms:plan", args=[code])),
        (_("Risk analysis"), reverse("risk:home")),  # by name: that room stands above this one
    ]
    return [Tab(label, url, path == url) for label, url in places]
