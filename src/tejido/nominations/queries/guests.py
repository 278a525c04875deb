"""Loading participants: for those who may know of them, and for themselves by their link or their browser."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from tejido.people.models import Letter
from tejido.people.queries import digest_of
from tejido.seminars.models import Seminar

from ..models import Needs, Nominee
from ..names import HOLDING, Standing

NoSuchLink = Nominee.DoesNotExist
RELATED = ("call__seminar__cycle", "call__seminar__host", "member", "institution")


def participants(seminar: Seminar) -> QuerySet[Nominee]:
    """Who takes part in a seminar. Their names are for the secretariat and the member that nominated them."""
    confirmed = Nominee.objects.filter(call__seminar=seminar, standing=Standing.CONFIRMED)
    return confirmed.select_related("member", "institution")


def participant_of(remembered: str) -> Nominee:
    """The participant whose browser asks (`guests.remembered`). Raises Nominee.DoesNotExist for anybody else, and for a
    browser that came in by a link before the one that was used last."""
    key, _, entered = remembered.partition(":")
    rows = Nominee.objects.select_related(*RELATED).filter(standing=Standing.CONFIRMED, erased_at=None)
    return rows.get(key=key, entered=entered)


def invited_by(token: str, at: datetime) -> Nominee:
    """Whom a link lets in. Nominee.DoesNotExist, without saying which, for one that was used, has ended, or never
    was."""
    rows = Nominee.objects.select_related(*RELATED).filter(standing__in=HOLDING, erased_at=None, token_until__gt=at)
    return rows.get(token_digest=digest_of(token))


def reached_at(email: str) -> list[Nominee]:
    """The nominees with a place whom this address reaches."""
    rows = Nominee.objects.filter(email__iexact=email.strip(), standing__in=HOLDING, erased_at=None)
    return list(rows.select_related(*RELATED)) if email.strip() else []


def links_asked(at: datetime) -> int:
    """How many links were asked for by address in the last hour."""
    since = at - timedelta(hours=1)
    return Letter.objects.filter(occasion__startswith="asked:", queued_at__gt=since).count()


def needs_of(nominee: Nominee) -> Needs:
    """What the participant told; nothing yet is an empty row that is not kept."""
    return Needs.objects.filter(nominee=nominee).first() or Needs(nominee=nominee, at=nominee.at)
