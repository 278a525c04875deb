"""What waits for a seat of a member's initiatives, and of the words that they are told with."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.actors import Actor
from tejido.programmes.queries import overdue_for, proposals
from tejido.programmes.rules import may_tell
from tejido.registry.queries import day_of, end_of, network_zone
from tejido.registry.rules import may_keep_network
from tejido.web.languages import in_my_language

from .items import Waiting


def initiatives_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Initiatives whose last day has passed and that are not said to be over; terms that members propose."""
    if may_tell(actor, actor.member) is None:
        zone = network_zone()
        for one in overdue_for(actor, day_of(at, zone)):
            url = reverse("programmes:statuses", args=[one.key])
            until = end_of(one.last_day, zone)
            yield Waiting(
                _("Its dates have passed: say how it stands"), in_my_language(one.title), url, until, str(zone)
            )
    if may_keep_network(actor) is None:
        for term in proposals():
            url = reverse("programmes:vocabulary")
            yield Waiting(_("A term is proposed for initiatives"), in_my_language(term.names), url, None, "")
