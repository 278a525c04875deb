"""Letters about what became of the words of a seminar: to its participants, who have no account, and to the members.
They say where it is read, never what was said."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.nominations.commands.passing import give_link
from tejido.nominations.letters import PAGE
from tejido.nominations.models import Nominee
from tejido.nominations.queries import participants
from tejido.people.commands import queue_letters
from tejido.people.models import Letter
from tejido.registry.queries import accounts_of_body, network_body
from tejido.seminars.models import Seminar
from tejido.web.languages import base, in_my_language

from .models import Account

LINK_LIFE = timedelta(days=60)


def tell(account: Account, seminar: Seminar, at: datetime) -> None:
    """One letter to each. Nobody reads the mail of invented persons."""
    if seminar.is_demonstration:
        return
    queue_letters(letters=[*_to_participants(account, seminar, at), *_to_members(account, seminar, at)])


def page_of(seminar: Seminar) -> str:
    return f"/seminars/{seminar.key}/changes/"


def _to_participants(account: Account, seminar: Seminar, at: datetime) -> list[Letter]:
    """Each with a new link of their own, which leads to the page of the participant."""
    rows = list(participants(seminar).filter(erased_at=None).exclude(email=""))
    for row in rows:
        give_link(row, at + LINK_LIFE)
    Nominee.objects.bulk_update(rows, ["seed", "token_digest", "token_until"])
    return [
        Letter(
            address=row.email, occasion=f"account:{account.key}:{row.key}", page=PAGE, seed=row.seed, queued_at=at,
            **_words(row.language, seminar, "{link}"),
        )
        for row in rows
    ]  # fmt: skip  # one letter a participant


def _to_members(account: Account, seminar: Seminar, at: datetime) -> list[Letter]:
    found = {each.pk: each for several in accounts_of_body(network_body(), at).values() for each in several}
    return [
        Letter(
            to=each,
            occasion=f"account:{account.key}",
            queued_at=at,
            **_words(each.language, seminar, f"{settings.ORIGIN}{page_of(seminar)}"),
        )
        for each in found.values()
        if not each.is_demonstration
    ]


def _words(language: str, seminar: Seminar, link: str) -> dict[str, str]:
    with override(base(language)):
        title = in_my_language(seminar.title) or in_my_language(seminar.cycle.title)
        subject = _("You said, we changed: %(title)s") % {"title": title}
        lines = [
            _("The network has discussed what was said after the seminar “%(title)s”.") % {"title": title},
            _("What became of it, what changed in the text and why other things did not, is read here:"),
            link,
            _("The page is called “You said, we changed”."),
        ]
    return {"subject": subject[:200], "body": "\n\n".join(lines)}
