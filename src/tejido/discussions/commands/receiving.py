"""An answer by e-mail becomes a message of a thread.

It is taken where all of this holds: the address that it was sent to has the signature of this node over the thread,
the seat, the mandate and the account; it has not expired; the mandate is valid; the sender is the address of the
account, and the mail server of the node found nothing against that; the thread is in the network's space. A mail names
its sender without proof, so it never reaches the deliberation of a member. Whatever does not hold, the answer is the
same, so that nobody learns what there is.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from tejido.formats.mail import Mail, has_failed
from tejido.ledger.refusals import Refusal, Refused
from tejido.people.commands import queue_letters
from tejido.people.queries import is_reply, reply_in
from tejido.registry.models import Mandate
from tejido.registry.queries import actor_of
from tejido.registry.queries.mandates import held_at

from ..letters import letter_of_refusal
from ..models import TakenMail, Thread
from ..names import No
from ..proof import About, about_in, bound_to
from .messages import write_message


class Received(StrEnum):
    """What became of a mail."""

    TAKEN = "taken"
    ANSWERED = "answered"  # not taken, and its sender was written to
    TWICE = "twice"
    IGNORED = "ignored"  # a machine sent it
    REFUSED = "refused"


@transaction.atomic
def receive_mail(*, mail: Mail, recipients: Sequence[str], raw: bytes, at: datetime) -> Received:
    """`recipients`: for whom the mail server says that it is, else those that the mail names. `raw` are its bytes."""
    if mail.is_automatic:
        return Received.IGNORED
    if settings.MAIL_SERVER and has_failed(mail.checks, settings.MAIL_SERVER):
        return Received.REFUSED
    found = _authorised(mail, recipients, at)
    if found is None:
        return Received.REFUSED
    about, mandate = found
    digest = hashlib.sha256(f"{mandate.account_id}\n{mail.id}".encode() if mail.id else raw).hexdigest()
    if not TakenMail.objects.get_or_create(digest=digest, defaults={"at": at})[1]:
        return Received.TWICE
    try:
        with transaction.atomic():
            _write(mail, about, mandate, at)
    except ObjectDoesNotExist:  # it is a member's own, or the seat reads it no more
        return Received.REFUSED
    except Refused as no:
        queue_letters(letters=[letter_of_refusal(mandate, no.refusal, f"mail:{digest}", at)])
        return Received.ANSWERED
    return Received.TAKEN


def _authorised(mail: Mail, recipients: Sequence[str], at: datetime) -> tuple[About, Mandate] | None:
    """What the mail answers, and by which mandate."""
    for text, signature in filter(None, map(reply_in, recipients)):
        about = about_in(text)
        if about is None or at >= about.until:
            continue
        held = held_at(at).filter(seat=about.seat, account__is_active=True)
        for mandate in held.select_related("account", "seat__institution__member"):
            is_theirs = mail.sender == mandate.account.email.lower()
            if is_reply(text, bound_to(mandate), signature) and is_theirs:
                return about, mandate
    return None


def _write(mail: Mail, about: About, mandate: Mandate, at: datetime) -> None:
    thread = Thread.objects.get(key=about.thread, member=None)
    if mail.attachments:
        raise Refused(Refusal(No.ATTACHED))
    write_message(
        actor=actor_of(mandate), thread=thread, words=mail.words, language=mandate.account.language, by_mail=True, at=at
    )
