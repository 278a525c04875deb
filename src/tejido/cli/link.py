"""tejido link: a new one-time sign-in link for somebody who has an account."""

from typing import Annotated, Any

from tejido.config.words import gettext as _

from .console import answer
from .faults import Fault
from .house import now, open_house
from .options import Data, Json, argument

Email = Annotated[str, argument("EMAIL", _("The address of the account."))]


def link(email: Email, data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.people.queries import account_with

    account = account_with(email)
    if account is None or not account.is_active:
        raise Fault(_("There is no account with the address %(email)s.") % {"email": email}, "unknown_account")
    address = address_for(account)
    answer({"email": account.email, "link": address}, address, as_json=json)


def address_for(account: Any) -> str:
    """The address of a new one-time link. Whoever has it can sign in as this person: hand it over by a safe way."""
    from django.conf import settings
    from django.urls import reverse

    from tejido.ledger.actors import CONSOLE
    from tejido.people.commands import make_link

    token = make_link(actor=CONSOLE, account=account, at=now())
    return settings.ORIGIN + reverse("people:link", args=[token])
