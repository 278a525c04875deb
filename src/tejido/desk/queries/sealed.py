"""What waits for an admitted seat of a risk analysis: that something waits, and nothing of what it says."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.actors import Actor
from tejido.registry.queries import end_of, network_zone
from tejido.risk.queries.pages import waits_for

from .items import Waiting


def sealed_analyses(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """A summary that waits for a second person, and an analysis whose last day is near. Three queries."""
    (asked, ending), zone = waits_for(actor, at), network_zone()
    what = _("Risk analysis")
    for row in asked:
        url = reverse("risk:asking", args=[row.analysis_id, row.key])
        yield Waiting(what, _("A summary waits for your agreement"), url, row.expires_at, "UTC", is_sealed=True)
    for analysis in ending:
        url = reverse("risk:openings", args=[analysis.key])
        last = end_of(analysis.ends_on, zone)
        said = _("Its last day is near: then it is destroyed")
        yield Waiting(what, said, url, last, str(zone), is_sealed=True)
