"""Taking off a second factor that was lost, and the code without which no new one is set up.

A mailbox that somebody else reads gives away a password, by the letter that sets it anew. So the code goes another way:
whoever agreed to the reset tells it in person.
"""

import secrets
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import transaction

from tejido.engine.document import ID_LENGTH, passage_id
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import Refusal, Refused

from ..models import Account, SignInLink
from ..names import CODE_LIFE, Act, No
from ..queries import code_digest


def new_code() -> str:
    """Sixty random bits in letters that nobody mistakes on the telephone, in three groups."""
    letters = passage_id(secrets.token_bytes(8))
    return "-".join(letters[place : place + 4] for place in range(0, ID_LENGTH, 4))


def take_off_factors(*, account: Account, code: str) -> None:
    """No passkey, authenticator app or recovery code of the account counts any more, and every session and unused link
    ends. The account sits in no seat until a new factor is set up with the code of this digest. It takes part in the
    transaction of whoever decided it."""
    Authenticator.objects.filter(user=account).delete()
    SignInLink.objects.filter(account=account, used_at=None).delete()
    end_sessions(account=account)
    Account.objects.filter(pk=account.pk).update(factor_code=code, factor_code_until=None)


@transaction.atomic
def enter_code(*, account: Account, code: str, at: datetime) -> None:
    """The person knows the code, and the session that entered it can set up a new second factor for some minutes
    (`freshness.remember_code`). Refused otherwise."""
    row = Account.objects.select_for_update().get(pk=account.pk)
    if not row.factor_code or row.factor_code != code_digest(code):
        raise Refused(Refusal(No.CODE_WRONG))
    Account.objects.filter(pk=row.pk).update(factor_code_until=at + CODE_LIFE)
    actor = Actor(account=row.pk.hex, office="code")
    record(actor=actor, act=Act.FACTOR_CODE_ENTERED, tree=NETWORK, kind="account", object=row.pk.hex, at=at)


@transaction.atomic
def forget_code(*, account: Account, session: str | None) -> None:
    """A new second factor is set up: the code has done what it was for. Every session but that in which it was set up
    ends, since a password alone began it."""
    Account.objects.filter(pk=account.pk).update(factor_code="", factor_code_until=None)
    end_sessions(account=account, but=session)


def end_sessions(*, account: Account, but: str | None = None) -> None:
    """Ends them all, or all but the one of this key. They are sealed texts, so each has to be looked into."""
    others = Session.objects.exclude(pk=but or "").iterator()
    mine = [row.pk for row in others if row.get_decoded().get("_auth_user_id") == str(account.pk)]
    Session.objects.filter(pk__in=mine).delete()
