"""What waits for a seat of what members do together: at the South-South desk."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.cooperation.names import State
from tejido.cooperation.queries import ProjectLine, matches_for, projects_of, wishes_matches
from tejido.cooperation.rules.postings import may_speak
from tejido.ledger.actors import Actor
from tejido.registry.queries import day_of, end_of, network_zone
from tejido.web.languages import in_my_language

from .items import Waiting


def at_the_south_south_desk(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """Terms to accept, a result to confirm or to write down; and what matches, for who wished it."""
    if not actor.member or may_speak(actor, actor.member) is not None:
        return
    zone, projects = network_zone(), [line for line in projects_of(actor) if line.is_party]
    today = day_of(at, zone)
    for line in projects:
        if line.project.over_at is None:
            yield from _in_project(line, today, zone)
    if wishes_matches(actor):
        taken = {key for line in projects for key in (line.project.offer_id, line.project.request_id)}
        found = {match.other.key: match.other for match in matches_for(actor, at) if match.other.key not in taken}
        for row in found.values():
            url = reverse("cooperation:posting", args=[row.key])
            yield Waiting(_("It matches what your member offers or asks for"), in_my_language(row.title), url, None, "")


def _in_project(line: ProjectLine, today: date, zone: tzinfo) -> Iterator[Waiting]:
    url, title = reverse("cooperation:project", args=[line.project.key]), in_my_language(line.title)
    if line.asks_for_terms:
        yield Waiting(_("Terms of a project wait for your member"), title, url, None, "")
    if line.asks_for_result:
        yield Waiting(_("A result of a project waits for your member"), title, url, None, "")
    is_due = line.state == State.AGREED and line.result is None
    if is_due and line.until is not None and line.until < today:
        yield Waiting(_("Write down what the project delivered"), title, url, end_of(line.until, zone), str(zone))
