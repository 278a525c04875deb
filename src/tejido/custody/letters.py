"""The letters about a second factor that is to be taken off. They name the seat; the code is in none of them."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.models import Account, Letter
from tejido.registry.words import seat_words
from tejido.web.instants import in_zone

from .models import FactorReset


def asked_of(row: FactorReset, at: datetime) -> Letter:
    """To the person at once: that it was asked for, and the link that stops it."""
    with override(row.account.language):
        subject = _("Your second factor is to be taken off")
        lines = [
            _("Somebody asked that your second factor be taken off, because you hold the seat “%(seat)s”.")
            % {"seat": seat_words(row.seat)},
            _("If you did not want this, stop it with this link; you need no password for it: {link}"),
        ]
    return _to_person(row, "asked", subject, lines, at)


def agreed_of(row: FactorReset, due: datetime, at: datetime) -> Letter:
    """To the person: when it happens, what they need afterwards, and the link that stops it."""
    with override(row.account.language):
        subject = _("Your second factor will be taken off on %(at)s") % {"at": in_zone(due, row.account.zone)}
        lines = [
            _("Two persons agreed that your second factor be taken off on %(at)s.")
            % {"at": in_zone(due, row.account.zone)},
            _("Then sign in with your password. For a new one you need a code, which one of them tells you in person."),
            _("If you did not want this, stop it with this link; you need no password for it: {link}"),
        ]
    return _to_person(row, "agreed", subject, lines, at)


def done_of(row: FactorReset, at: datetime) -> Letter:
    """To the person: it is done."""
    with override(row.account.language):
        subject = _("Your second factor was taken off")
        lines = [
            _("You were signed out everywhere. Sign in with your password, and enter the code that was told to you."),
            _("Then set up a new second factor. If you did not want this, tell whoever keeps your seat now."),
        ]
    return _letter(row.account, f"factor-done-{row.key}", subject, lines, at)


def second_asked(row: FactorReset, account: Account, at: datetime) -> Letter:
    """To whoever may agree."""
    with override(account.language):
        seat = {"seat": seat_words(row.seat)}
        subject = _("Your agreement is needed: %(seat)s") % seat
        lines = [
            _("It was asked that the second factor of whoever holds the seat “%(seat)s” be taken off.") % seat,
            _("Before you agree, speak with that person by voice: their mail may be read by others."),
            f"{settings.ORIGIN}{reverse('custody:reset', args=[row.key])}",
        ]
    return _letter(account, f"factor-second-{row.key}", subject, lines, at)


def keepers_told(row: FactorReset, account: Account, due: datetime, at: datetime) -> Letter:
    """To every seat that may stop it."""
    with override(account.language):
        subject = _("A second factor will be taken off: %(seat)s") % {"seat": seat_words(row.seat)}
        lines = [
            _("Two persons agreed to it. It happens on %(at)s, unless you stop it:")
            % {"at": in_zone(due, account.zone)},
            f"{settings.ORIGIN}{reverse('custody:reset', args=[row.key])}",
        ]
    return _letter(account, f"factor-agreed-{row.key}", subject, lines, at)


def _to_person(row: FactorReset, when: str, subject: str, lines: list[str], at: datetime) -> Letter:
    """With the link that stops it."""
    letter = _letter(row.account, f"factor-{when}-{row.key}", subject, lines, at)
    letter.page = reverse("custody:stopping", args=["TOKEN"]).replace("TOKEN", "{token}")
    letter.seed = row.stop_seed
    return letter


def _letter(account: Account, occasion: str, subject: str, lines: list[str], at: datetime) -> Letter:
    return Letter(to=account, occasion=occasion, subject=subject[:200], body="\n\n".join(lines), queued_at=at)
