"""Letters to nominees, who have no account: each with a link in the moment of sending, in the language of the
person."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.commands import queue_letters
from tejido.people.models import Letter
from tejido.web.languages import base

from ..models import Nominee
from ..terms import title_of

PAGE = "/invitations/{token}/"


def invite(nominee: Nominee, at: datetime) -> None:
    """That the person is admitted, and where they confirm."""
    with override(base(nominee.language)):
        title = title_of(nominee.call.seminar)
        subject = _("Your place in the seminar: %(title)s") % {"title": title}
        lines = [
            _("You were nominated and admitted to: %(title)s.") % {"title": title},
            _("Please confirm that you are coming, or say that you are not, on this page. You need no account:"),
            "{link}",
            _("The link is yours alone. Do not pass it on."),
        ]
        _queue(nominee, f"admitted:{nominee.key}:{at:%Y%m%d%H%M%S}", subject, lines, at)


def let_in_again(nominee: Nominee, at: datetime) -> None:
    """The new link that somebody asked for."""
    with override(base(nominee.language)):
        title = title_of(nominee.call.seminar)
        subject = _("Your link to the seminar: %(title)s") % {"title": title}
        lines = [
            _("This link opens your page once:"),
            "{link}",
            _("The link is yours alone. Do not pass it on."),
            _("If you did not ask for it, you need do nothing."),
        ]
        _queue(nominee, f"asked:{nominee.key}:{at:%Y%m%d%H%M%S}", subject, lines, at)


def tell_programme(nominee: Nominee, title: str, told: Callable[[], list[str]], occasion: str, at: datetime) -> None:
    """That the programme is announced, or what changed in it. The browser of the participant opens it."""
    with override(base(nominee.language)):
        subject = _("The programme: %(title)s") % {"title": title_of(nominee.call.seminar)}
        changes = "\n".join(f"– {each}" for each in told())
        lines = [title, changes, f"{settings.ORIGIN}/taking-part/programme/"]
        _queue(nominee, f"programme:{occasion}:{nominee.key}", subject, [line for line in lines if line], at, page="")


def tell_cancelled(nominee: Nominee, occasion: str, at: datetime) -> None:
    """That the seminar is not held, to whom a place was given."""
    with override(base(nominee.language)):
        title = title_of(nominee.call.seminar)
        subject = _("The seminar was cancelled: %(title)s") % {"title": title}
        lines = [f"{subject}.", _("Your place in it ends by that. You need do nothing.")]
        _queue(nominee, f"cancelled:{occasion}:{nominee.key}", subject, lines, at, page="")


def _queue(nominee: Nominee, occasion: str, subject: str, lines: list[str], at: datetime, page: str = PAGE) -> None:
    """Nobody reads the mail of an invented person, and where there is no address nothing goes."""
    if not nominee.email or nominee.call.seminar.is_demonstration:
        return
    letter = Letter(
        address=nominee.email, occasion=occasion, subject=subject[:200], body="\n\n".join(lines), page=page,
        seed=nominee.seed if page else "", queued_at=at,
    )  # fmt: skip  # one letter
    queue_letters(letters=[letter])
