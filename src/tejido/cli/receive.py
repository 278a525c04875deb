"""tejido receive: an answer by e-mail, as the mail server hands it over, into its discussion.

It answers a mail server with the exit codes of sysexits.h: 0 the message is done with, 65 it cannot be read, 67 this
address takes nothing of it, 75 try again later, 78 no reply domain is set.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from tejido.config.words import gettext as _

from .console import answer
from .faults import Fault
from .house import now, open_house
from .options import Data, Json, option

DATA_ERROR, NO_USER, TRY_LATER, MISCONFIGURED = 65, 67, 75, 78

To = Annotated[
    list[str] | None,
    option("--to", "ADDRESS", _("For whom the mail server has the message, instead of its header.")),
]
HELP = _(
    "Takes an answer by e-mail into its discussion: one message on standard input, as a mail server hands it over.\n\n"
    "Exit codes: 0 done, 65 it cannot be read, 67 nothing is taken at this address, 75 try again later, "
    "78 TEJIDO_REPLY_DOMAIN is not set."
)


def receive(to: To = None, data: Data = None, json: Json = False) -> None:
    from tejido.formats.mail import MAX_MAIL

    raw = sys.stdin.buffer.read(MAX_MAIL + 1)
    try:
        what = _received(raw, to or (), data)
    except Fault:
        raise
    except Exception as problem:  # whatever went wrong, the mail server keeps the message and tries again
        said = type(problem).__name__
        raise Fault(
            _("The message was not taken now (%(problem)s).") % {"problem": said}, "later", TRY_LATER
        ) from problem
    answer({"received": what}, what, as_json=json)


def _received(raw: bytes, to: Sequence[str], data: Path | None) -> str:
    open_house(data)
    from django.conf import settings

    from tejido.discussions.commands import Received, receive_mail
    from tejido.formats import BadFile
    from tejido.formats.bad_file import Code
    from tejido.formats.child import parse_mail
    from tejido.ledger.refusals import No
    from tejido.web import held
    from tejido.web.bad_files import sentence

    if not settings.REPLY_DOMAIN:
        raise Fault(_("TEJIDO_REPLY_DOMAIN is not set: no answer by e-mail is taken."), "no_domain", MISCONFIGURED)
    try:
        mail = parse_mail(raw, name="")
    except BadFile as problem:
        is_ours = problem.code == Code.CRASHED
        raise Fault(sentence(problem), problem.code.value, TRY_LATER if is_ours else DATA_ERROR) from problem
    if held.why():
        raise Fault(str(No.READ_ONLY.label), No.READ_ONLY, TRY_LATER)
    what = receive_mail(mail=mail, recipients=[*to] or mail.recipients, raw=raw, at=now())
    if what is Received.REFUSED:
        raise Fault(
            _(
                "Nothing was taken. Answer from the address to which the letter went, within thirty days, "
                "or write on the page of the discussion."
            ),
            "refused",
            NO_USER,
        )
    return what.value
