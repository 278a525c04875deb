"""What waits for a seat in reviews: those to begin again, what was recommended, and invitations as a peer."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.ledger.actors import Actor
from tejido.registry.queries import end_of, network_zone
from tejido.reviews.models import Recommendation, Review
from tejido.reviews.queries.waiting import awaited
from tejido.web.languages import in_my_language

from .items import Waiting


def reviews_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    found, zone = awaited(actor, at), network_zone()
    yield from (_again(row, zone) for row in found.again)
    yield from (_recommended(row, zone) for row in found.recommended)
    for row in found.invitations:
        text = f"{in_my_language(row.review.member.name)}: {in_my_language(row.review.title)}"
        url = reverse("reviews:review", args=[row.review_id])
        yield Waiting(_("You are invited as a peer to a review"), text, url, None, "")


def _again(row: Review, zone: tzinfo) -> Waiting:
    url = f"{reverse('reviews:new')}?earlier={row.key}"
    until = end_of(row.next_on, zone) if row.next_on else None
    return Waiting(_("Begin the next review"), in_my_language(row.title), url, until, "")


def _recommended(row: Recommendation, zone: tzinfo) -> Waiting:
    url = f"{reverse('reviews:review', args=[row.review_id])}#recommendation-{row.number}"
    text = row.words if len(row.words) <= 120 else f"{row.words[:119]}…"
    until = end_of(row.by, zone) if row.by else None
    return Waiting(_("A recommendation of a review"), text, url, until, "")
