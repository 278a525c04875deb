"""What waits for the representative of a school: cohorts that are over and have no certificates yet."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.certificates.queries import unissued
from tejido.certificates.rules import signs
from tejido.ledger.actors import Actor
from tejido.records.queries import cohorts_for
from tejido.web.languages import in_my_language

from .items import Waiting


def certificates_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """One line for each cohort."""
    if actor.is_public or not actor.institution:
        return
    for row in unissued([each for each in cohorts_for(actor) if signs(actor, each.space)], at):
        what = _("Certificates of cohort %(code)s wait to be issued") % {"code": row.code}
        url = reverse("certificates:cohort", args=[row.key])
        yield Waiting(what, in_my_language(row.course.title), url, None, "")
