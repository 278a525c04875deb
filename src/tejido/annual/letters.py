"""Letters about a report: that the pages wait for their members, and that it was issued. They say where, never what."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.commands import queue_letters
from tejido.people.models import Account, Letter
from tejido.registry.models import Member
from tejido.registry.names import Role
from tejido.registry.queries import accounts_of_body, network_body
from tejido.registry.queries.mandates import held_at
from tejido.web.languages import base, in_my_language

from .models import Issue, Report

# Who clears a page and who approves it.
_SIGNING = (Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY)


def page_address(report: Report, code: str) -> str:
    return f"{settings.ORIGIN}/reports/{report.key}/pages/{code}/"


def signing_seats(members: Iterable[Member], at: datetime) -> list[tuple[Account, str]]:
    """Who signs for these members, with the member's code. Nobody reads the mail of an invented person. One query."""
    codes = [member.code for member in members]
    held = held_at(at).filter(
        seat__role__in=_SIGNING, seat__institution__member__code__in=codes, account__is_active=True,
        account__is_demonstration=False,
    )  # fmt: skip  # one condition
    rows = held.select_related("account", "seat__institution__member")
    return [(row.account, row.seat.institution.member.code) for row in rows if row.seat.institution.member]


def tell_of_pages(report: Report, members: Iterable[Member], at: datetime) -> None:
    """To every member that has a page, once for each day that they are given."""
    found = signing_seats(members, at)
    occasion = f"report:{report.key}:{report.due:%Y%m%d}"
    queue_letters(letters=[_page_letter(account, code, report, occasion, at) for account, code in found])


def remind(report: Report, members: Iterable[Member], stage: str, at: datetime) -> int:
    """To members that have not approved their page. Returns how many letters are new."""
    occasion = f"report:{report.key}:{report.due:%Y%m%d}:{stage}"
    known = set(Letter.objects.filter(occasion=occasion).values_list("to_id", flat=True))
    found = {account.pk: (account, code) for account, code in signing_seats(members, at) if account.pk not in known}
    letters = [_page_letter(account, code, report, occasion, at, again=True) for account, code in found.values()]
    queue_letters(letters=letters)
    return len(letters)


def _page_letter(
    account: Account, code: str, report: Report, occasion: str, at: datetime, *, again: bool = False
) -> Letter:
    with override(base(account.language)):
        said = {"title": in_my_language(report.title), "day": date_format(report.due) if report.due else ""}
        subject = _("The page of your member in the report “%(title)s”, until %(day)s") % said
        if again:
            subject = _("Reminder: %(what)s") % {"what": subject}
        lines = [
            _("The page of your member in the report “%(title)s” waits for its approval until %(day)s.") % said,
            _("It says what you have released to the readers of the report. You can add words of your own."),
            page_address(report, code),
        ]
    return Letter(to=account, occasion=occasion, subject=subject[:200], body="\n\n".join(lines), queued_at=at)


def tell_of_issue(issue: Issue, at: datetime) -> None:
    """To the acting seats of every member."""
    found = {each.pk: each for several in accounts_of_body(network_body(), at).values() for each in several}
    letters = [_issue_letter(each, issue, at) for each in found.values() if not each.is_demonstration]
    queue_letters(letters=letters)


def _issue_letter(account: Account, issue: Issue, at: datetime) -> Letter:
    with override(base(account.language)):
        title = in_my_language(issue.report.title)
        subject = _("The report “%(title)s” is issued") % {"title": title}
        lines = [subject + ".", f"{settings.ORIGIN}/reports/{issue.report_id}/issues/{issue.number}/"]
    occasion = f"report:{issue.key}"
    return Letter(to=account, occasion=occasion, subject=subject[:200], body="\n\n".join(lines), queued_at=at)
