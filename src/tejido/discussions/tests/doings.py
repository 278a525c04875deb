"""What seats talk about in these tests, beside the network's short text."""

from datetime import timedelta
from email.message import EmailMessage
from typing import Any

from cast import NOW, Cast
from tejido.discussions import commands
from tejido.discussions.commands import Received, receive_mail
from tejido.discussions.models import Message, Thread
from tejido.discussions.names import Space
from tejido.discussions.proof import about, bound_to
from tejido.discussions.queries import beside_for, message_of, thread_for
from tejido.formats.mail import read
from tejido.ledger.refusals import Refused
from tejido.people.queries import reply_address

ALDEA, JUSTICE, BRISA, SEC = "XA/focal_point", "XA/representative/JUS", "XB/focal_point", "network/secretariat"
OBSERVER = "network/observer"
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
DOMAIN = "tejido.example"


def begin(cast: Cast, text: Any, who: str = ALDEA, space: str = Space.NETWORK, **given: Any) -> Thread:
    actor, at = cast.actor(who), given.pop("at", NOW)
    place, key = given.pop("place", "text"), given.pop("key", getattr(text, "slug", ""))
    values = {"subject": "La segunda frase", "words": "¿Qué quiere decir?", "language": "es", **given}
    beside = beside_for(actor, place, key, at)
    return commands.begin_thread(actor=actor, beside=beside, space=space, at=at, **values)


def say(cast: Cast, row: Thread, who: str = BRISA, words: str = "Lo mismo.", at: Any = NOW, **given: Any) -> Message:
    return commands.write_message(actor=cast.actor(who), thread=row, words=words, language="es", at=at, **given)


def edit(
    cast: Cast, message: Message, who: str = BRISA, words: str = "Otra cosa.", at: Any = NOW, **given: Any
) -> None:
    commands.edit_message(actor=cast.actor(who), message=message, words=words, language="es", at=at, **given)


def hide(cast: Cast, message: Message, who: str = SEC, reason: str = "Nombra a una persona.") -> None:
    commands.hide_message(actor=cast.actor(who), message=message, reason=reason, at=NOW)


def now(message: Message) -> Message:
    return Message.objects.get(key=message.key)


def reads(cast: Cast, row: Thread, *who: str) -> list[str]:
    """Who of these reads the thread."""
    found = []
    for each in who:
        try:
            message_of(thread_for(cast.actor(each), row.key, NOW), 1)
        except Exception:  # noqa: BLE001, S112  # whatever the app's own loader says
            continue
        found.append(each)
    return found


def refused(call: Any, *args: Any, **named: Any) -> str:
    try:
        call(*args, **named)
    except Refused as no:
        return str(no.refusal.code.value)
    return ""


def reply_to(cast: Cast, row: Thread, who: str = BRISA, at: Any = NOW) -> str:
    """The address at which this seat answers by e-mail, made at an instant."""
    mandate = cast.mandates[cast.office(who)]
    return reply_address(about(row.key, mandate.seat_id, at).text, bound_to(mandate))


def mail(cast: Cast, to: str, who: str = BRISA, words: str = "De acuerdo.", **headers: str) -> EmailMessage:
    made = EmailMessage()
    given = {"From": cast.account(who).email, "To": to, "Message-ID": "<1@mre.example>", **headers}
    for name, value in given.items():
        made[name.replace("_", "-")] = value
    made.set_content(words)
    return made


def receive(message: EmailMessage, at: Any = NOW) -> Received:
    raw = bytes(message)
    found = read(raw)
    return receive_mail(mail=found, recipients=found.recipients, raw=raw, at=at)
