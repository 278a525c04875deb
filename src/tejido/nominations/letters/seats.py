"""Letters to seats about a call, each in the language of its reader, one person a mail. They say until when and where,
and never whom somebody nominated."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.ledger.models import Line
from tejido.people.commands import queue_letters
from tejido.people.models import Account, Letter
from tejido.registry.models import Member
from tejido.registry.names import Role
from tejido.registry.queries.mandates import held_at
from tejido.web.instants import in_zone

from ..models import Call, Nominee
from ..names import Act
from ..queries.calls import called_members, deadline_for
from ..terms import title_of

Words = Callable[[], tuple[str, list[str]]]  # subject and lines, in the language that is on
_NOMINATE = (Role.FOCAL_POINT, Role.ALTERNATE)


def announce(line: Line, call: Call, members: Iterable[Member] | None = None) -> None:
    """To the focal points and alternates of all members that are called, or of these."""
    for member in called_members(line.at) if members is None else members:
        _queue(_seats_of(member, line.at), _called(Act(line.act), call, member), occasion=line.key, at=line.at)


def _called(act: Act, call: Call, member: Member) -> Words:
    def words() -> tuple[str, list[str]]:
        subject = f"{act.label}: {title_of(call.seminar)}"
        until = in_zone(deadline_for(call, member.code), call.zone)
        said = "" if act == Act.CALL_CLOSED else _("Nominations until %(deadline)s.") % {"deadline": until}
        return subject, [f"{subject}.", said, _address(call, "call")]

    return words


def tell_member(line: Line, nominee: Nominee) -> None:
    """To the seats that nominated the person: that something is so now, on the page where it stands who it is."""

    def words() -> tuple[str, list[str]]:
        subject = f"{Act(line.act).label}: {title_of(nominee.call.seminar)}"
        return subject, [f"{subject}.", _("See the page of your nominations."), _address(nominee.call, "nominations")]

    _queue(_seats_of(nominee.member, line.at), words, occasion=line.key, at=line.at)


def remind(call: Call, member: Member, occasion: str, at: datetime) -> int:
    """To a member that has not nominated anybody. Returns how many letters are new."""

    def words() -> tuple[str, list[str]]:
        until = in_zone(deadline_for(call, member.code), call.zone)
        title = title_of(call.seminar)
        subject = _("Reminder: nominations for %(title)s until %(until)s") % {"title": title, "until": until}
        return subject, [f"{subject}.", _address(call, "nominations")]

    return _queue(_seats_of(member, at), words, occasion=occasion, at=at)


def _address(call: Call, page: str) -> str:
    return f"{settings.ORIGIN}/seminars/{call.seminar_id}/{page}/"


def _seats_of(member: Member, at: datetime) -> list[Account]:
    """Who acts for the member at this instant. Nobody reads the mail of an invented seat."""
    held = held_at(at).filter(
        seat__role__in=_NOMINATE, seat__institution__member=member, account__is_active=True,
        account__is_demonstration=False,
    )  # fmt: skip  # one question
    return list({mandate.account_id: mandate.account for mandate in held.select_related("account")}.values())


def _queue(accounts: list[Account], words: Words, *, occasion: str, at: datetime) -> int:
    """Queues a letter to each person once for this occasion. Returns how many are new."""
    known = set(Letter.objects.filter(occasion=occasion, to__in=accounts).values_list("to_id", flat=True))
    letters = [_letter(account, words, occasion, at) for account in accounts if account.pk not in known]
    queue_letters(letters=letters)
    return len(letters)


def _letter(account: Account, words: Words, occasion: str, at: datetime) -> Letter:
    with override(account.language):
        subject, lines = words()
    body = "\n\n".join(filter(None, lines))
    return Letter(to=account, occasion=occasion, subject=subject[:200], body=body, queued_at=at)
