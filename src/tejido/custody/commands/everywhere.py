"""Everything about a person goes, in whatever table it stands. What is bound by a digest that others hold stays."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from tejido.alumni.commands import leave
from tejido.alumni.models import Alumnus
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.nominations.commands import erase_person
from tejido.nominations.models import Nominee
from tejido.people.commands import end_sessions
from tejido.people.models import Account, Letter, SignInLink
from tejido.registry.models import Mandate

from ..queries.mentions import blacked_out, lines_with, mentions_of, words_of


def empty(account: Account, at: datetime) -> None:
    """Does it. How often the words stood where is told to nobody: it would say what stands in the spaces of others."""
    words = words_of(account)
    for nominee in _nominees(account).select_related("call__seminar", "member", "institution"):
        erase_person(actor=CONSOLE, nominee=nominee, at=at)
    for alumnus in _alumni(account):
        leave(alumnus=alumnus, at=at)
    Mandate.objects.filter(account=account).update(name="")
    lines = [line.pk for line in lines_with(words)]
    Line.objects.filter(pk__in=lines).update(details=None, salt=b"")
    _black_out(words)
    _close(account, words)


def _nominees(account: Account) -> QuerySet[Nominee]:
    return Nominee.objects.filter(email__iexact=account.email, erased_at=None)


def _alumni(account: Account) -> QuerySet[Alumnus]:
    return Alumnus.objects.filter(email__iexact=account.email)


def _black_out(words: list[str]) -> None:
    for mention in [each for each in mentions_of(words) if not each.is_proven]:
        row = mention.row
        values = {name: blacked_out(words, getattr(row, name)) for name in mention.fields}
        type(row)._base_manager.filter(pk=row.pk).update(**values)  # noqa: SLF001  # every row, whatever managers hide


def _close(account: Account, words: list[str]) -> None:
    """What is left of the account is its key, to which mandates belong."""
    EmailAddress.objects.filter(user=account).delete()
    Authenticator.objects.filter(user=account).delete()
    SignInLink.objects.filter(account=account).delete()
    about = Q(to=account)
    for word in words:
        about |= Q(subject__icontains=word) | Q(body__icontains=word) | Q(address__iexact=word)
    Letter.objects.filter(about).delete()
    end_sessions(account=account)
    account.email = f"{account.pk.hex}@erased.invalid"
    account.name, account.current_seat, account.is_active = "", "", False
    account.language, account.zone, account.last_login = "es", "UTC", None
    account.set_unusable_password()
    account.save()
