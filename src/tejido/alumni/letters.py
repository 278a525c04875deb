"""Letters to former participants: each with the link by which they leave at once. Nobody learns an address."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.people.commands import queue_letters
from tejido.people.models import Letter
from tejido.web.languages import base

from .models import Alumnus

PAGE = "/alumni/links/{token}/"


def welcome(row: Alumnus, at: datetime) -> None:
    """The link of whoever agreed to stay reachable."""
    with override(base(row.language)):
        subject = _("You stay reachable")
        lines = [_("You agreed to stay reachable after the seminar."), _leaving()]
    _queue(row, f"stayed:{row.key}:{at:%Y%m%d%H%M%S}", subject, lines, at)


def pass_on(row: Alumnus, seat: str, sender: str, subject: str, body: str, occasion: str, at: datetime) -> None:
    """What a seat wrote. The sender does not know the address; an answer goes where the words say."""
    with override(base(row.language)):
        said = _("Written by %(sender)s, who does not see your address:") % {"sender": sender}
        lines = [said, body, _leaving()]
    _queue(row, f"alumni:{seat}:{occasion}:{row.key}", subject, lines, at)


def _leaving() -> str:
    return _("What is shown of you, and how you leave at once: {link}")


def _queue(row: Alumnus, occasion: str, subject: str, lines: list[str], at: datetime) -> None:
    """Nobody reads the mail of an invented person."""
    if row.is_demonstration:
        return
    letter = Letter(
        address=row.email, occasion=occasion, subject=subject[:200], body="\n\n".join(lines), page=PAGE, seed=row.seed,
        queued_at=at,
    )  # fmt: skip  # one letter
    queue_letters(letters=[letter])
