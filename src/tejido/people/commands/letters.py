"""Letters: queued with the act that caused them, and sent one by one until the mail server has taken each.

The order is: claim the letter and commit that, hand it to the mail server, mark it as sent. Whatever kills the process,
no letter is lost. One that was claimed and not marked may have left or not. It is sent once more, under the same
Message-ID, so that at most two copies arrive and mail programs know them for one.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import parseaddr
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPHeloError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from tejido.ledger.actors import CLOCK

from ..models import Letter
from ..names import GIVE_UP_AFTER, INTERRUPTED, WAITS
from ..queries import guest_token, letters_due, reply_address
from .accounts import make_link

LONGEST = timedelta(minutes=5)  # no talk with a mail server lasts longer: each of its steps ends after 20 seconds
FOR_GOOD = 500  # what a mail server answers from here on holds for ever
_AWAY = (SMTPConnectError, SMTPHeloError, SMTPServerDisconnected, SMTPAuthenticationError)

_OF_A_LETTER = (ValueError, SMTPResponseException, SMTPRecipientsRefused, SMTPNotSupportedError)


class Unreachable(Exception):  # noqa: N818  # it names what is the case
    """The mail server cannot be reached, or lets nobody in: no letter will leave now."""


def queue_letters(*, letters: Iterable[Letter]) -> None:
    """Queues letters in the transaction of the act that caused them. The same occasion never writes to a person
    twice."""
    Letter.objects.bulk_create(letters, ignore_conflicts=True)


def send_queued(*, at: datetime, limit: int = 50) -> int:
    """Sends what is due, one recipient a mail; how many went out is returned. A letter that fails waits, each time
    longer, and the others leave. Unreachable, and nothing is counted, where the mail server is away."""
    sent = 0
    _take_up_interrupted(at)
    line = _Line()
    try:
        for letter in letters_due(at, limit):
            sent += _send(letter, line, at)
    finally:
        line.close()
    return sent


def _take_up_interrupted(at: datetime) -> None:
    """What a killed process was sending: once more, and the second time it is for a person to decide."""
    left = Letter.objects.filter(sent_at=None, trying_since__lt=at - LONGEST)
    left.filter(repeats__gt=0).update(trying_since=None, problem=INTERRUPTED, failures=GIVE_UP_AFTER)
    left.filter(repeats=0).update(trying_since=None, problem=INTERRUPTED, repeats=1, next_at=None)


class _Line:
    """The connection to the mail server, kept from letter to letter. Files have none: one file is one letter."""

    def __init__(self) -> None:
        self.connection = get_connection() if settings.EMAIL_HOST else None
        self._is_open = False

    def ready(self) -> None:
        if self.connection is not None and not self._is_open:
            try:
                self.connection.open()
            except OSError as problem:  # smtplib's are OSErrors too
                raise Unreachable(_kind(problem)) from problem
            self._is_open = True

    def close(self) -> None:
        if self.connection is not None:
            self._is_open = False
            self.connection.close()


def _send(letter: Letter, line: _Line, at: datetime) -> bool:
    line.ready()
    rows = Letter.objects.filter(key=letter.key, sent_at=None)
    if not rows.filter(trying_since=None).update(trying_since=at):
        return False  # another process has it
    try:
        _mail(letter, at, line.connection).send()
    except (OSError, ValueError) as problem:  # the mail server refused, or the letter cannot be a mail
        line.close()
        rows.update(trying_since=None, **_after(letter, problem, at))
        if _is_away(problem):
            raise Unreachable(_kind(problem)) from problem
        return False
    return bool(rows.update(sent_at=at, trying_since=None, problem=""))


def _after(letter: Letter, problem: Exception, at: datetime) -> dict[str, Any]:
    """What is written down of a failure. It counts where it is the letter's own, and ends it where it is for good."""
    if _is_away(problem):
        return {"problem": _kind(problem)}
    failures = GIVE_UP_AFTER if _is_for_good(problem) else letter.failures + 1
    wait = WAITS[min(failures, len(WAITS)) - 1]
    return {"failures": failures, "problem": _kind(problem), "next_at": at + wait}


def _is_away(problem: Exception) -> bool:
    """The mail server, and not this letter, is what failed."""
    return isinstance(problem, _AWAY) or not isinstance(problem, _OF_A_LETTER)


def _is_for_good(problem: Exception) -> bool:
    return isinstance(problem, SMTPRecipientsRefused) and _code(problem) >= FOR_GOOD


def _code(problem: Exception) -> int:
    """The mail server's answer as a number; 0 where it gave none."""
    if isinstance(problem, SMTPRecipientsRefused):
        return max((code for code, _words in problem.recipients.values()), default=0)
    return int(getattr(problem, "smtp_code", 0))


def _kind(problem: Exception) -> str:
    """The kind of a failure and the server's code, never its words: they name the address."""
    code = _code(problem)
    return f"{type(problem).__name__} {code}" if code else type(problem).__name__


def try_again(*, keys: Iterable[str] | None = None) -> int:
    """What was given up begins anew: these, or all of it. How many letters."""
    stuck = Letter.objects.filter(sent_at=None, failures__gte=GIVE_UP_AFTER)
    wanted = stuck if keys is None else stuck.filter(key__in=list(keys))
    return wanted.update(failures=0, repeats=0, next_at=None, trying_since=None)


def _mail(letter: Letter, at: datetime, connection: Any) -> EmailMessage:
    """The letter as it is sent, its subject in one line: no header has another. Automatic answers of machines ask for
    none of their own (RFC 3834)."""
    addresses = [(about, reply_address(about, bound)) for about, bound in letter.replies]
    body = _body(letter, at)
    for about, address in addresses:
        body = body.replace(f"{{{about}}}", address)
    reply_to = [address for _about, address in addresses] if len(addresses) == 1 else []
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {"Auto-Submitted": "auto-generated", "Message-ID": f"<{letter.key}@{domain}>", **_ending(letter)}
    return EmailMessage(
        " ".join(letter.subject.split()),
        body,
        to=[letter.to.email if letter.to else letter.address],
        reply_to=reply_to,
        headers=headers,
        connection=connection,
    )


def _ending(letter: Letter) -> dict[str, str]:
    """By what mail programs offer to end a series: one POST, which nothing does that only follows links (RFC 8058)."""
    if not letter.ends_series:
        return {}
    return {"List-Unsubscribe": f"<{_page(letter)}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _page(letter: Letter) -> str:
    page = letter.page.replace("{token}", guest_token(letter.seed))
    return f"{settings.ORIGIN}{page}"


def _body(letter: Letter, at: datetime) -> str:
    """What is sent. An invitation gets its link now; of an attempt that failed the one-time link is never known."""
    if letter.page:
        return letter.body.replace("{link}", _page(letter))
    if not letter.carries_link or letter.to is None:
        return letter.body
    token = make_link(actor=CLOCK, account=letter.to, at=at)
    return letter.body.replace("{link}", f"{settings.ORIGIN}{reverse('people:link', args=[token])}")


def drop_letters(*, about: str) -> None:
    """Nothing of what was written to somebody without an account is kept: their data are deleted. `about` is the key
    of the row they were written to as, which stands in the occasion of each letter: the address may have changed, and
    others may have the same."""
    Letter.objects.filter(to=None, occasion__contains=about).delete()
