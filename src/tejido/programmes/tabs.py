"""The pages of one initiative. An app that adds one appends a line to `BESIDE` or `OWN`: the words, the name of its
address, which takes the key of the initiative, and who sees it."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.registry.tabs import A_MEMBER, EVERY_SEAT, EVERYBODY, Page, tabs_of
from tejido.web.components import Tab

from .models import Initiative
from .rules import reads_values

# Whoever reads the initiative sees the first ones.
BESIDE: tuple[Page, ...] = (
    Page(_("The initiative"), "programmes:initiative", EVERYBODY),
    Page(_("Milestones and indicators"), "indicators:initiative", EVERYBODY),
    Page(_("Reviews"), "reviews:initiative", EVERY_SEAT),
)
# For the member's own seats alone.
OWN: tuple[Page, ...] = (
    Page(_("Who reads what"), "programmes:releases", A_MEMBER),
    Page(_("Changes"), "programmes:revisions", A_MEMBER),
    Page(_("Recommendations"), "reporting:initiative", A_MEMBER),
)


def initiative_tabs(actor: Actor, initiative: Initiative, path: str) -> Sequence[Tab]:
    """The pages of one initiative that the actor may open."""
    pages = (*BESIDE, *(OWN if reads_values(actor, initiative) else ()))
    return tabs_of(pages, actor, lambda url: url == path, initiative.key)
