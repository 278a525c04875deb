"""Letters of the South-South desk, each in the language of its reader. They say that something waits and where, never
what was written."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from tejido.meetings.letters import queue
from tejido.people.models import Account
from tejido.registry.models import Mandate, Member
from tejido.registry.queries import actor_of
from tejido.registry.queries.mandates import ACTING_ROLES, held_at

from .models import MatchWish, Posting, Project, ProjectResult, Terms
from .queries.matching import matches_for


def tell_matches(posting: Posting, at: datetime) -> None:
    """The seats that want it are told that something was shown to them that matches what their own member offers or
    asks for. What they may read is asked as if they looked themselves."""
    if posting.is_demonstration:
        return
    seats = MatchWish.objects.values("seat")
    held = held_at(at).filter(seat__in=seats, account__is_active=True)
    wishing = held.select_related("account", "seat__institution__member")
    matching = [mandate.account for mandate in wishing if _matches(mandate, posting, at)]
    _tell(matching, _of_match, f"match:{posting.key}", f"/cooperation/postings/{posting.key}/", at)


def _matches(mandate: Mandate, posting: Posting, at: datetime) -> bool:
    return any(match.other.key == posting.key for match in matches_for(actor_of(mandate), at))


def tell_proposal(project: Project, terms: Terms, members: Sequence[Member], at: datetime) -> None:
    """Terms wait for these members."""
    _to(project, members, _of_proposal, f"terms:{terms.key}", at)


def tell_result(project: Project, result: ProjectResult, members: Sequence[Member], at: datetime) -> None:
    """A result waits for the confirmation of these members."""
    _to(project, members, _of_result, f"result:{result.key}", at)


def tell_due(project: Project, members: Sequence[Member], day: str, at: datetime) -> int:
    """The project was to end on this day, and nobody has written down what came of it."""
    return _to(project, members, _of_due, f"result-due:{project.key}:{day}", at)


def _of_match() -> str:
    return _("Something was shown to you that matches what your member offers or asks for")


def _of_proposal() -> str:
    return _("Terms of a project with another member wait for yours")


def _of_result() -> str:
    return _("The result of a project waits for the confirmation of your member")


def _of_due() -> str:
    return _("A project of your member has come to its end: write down what was delivered")


def _to(project: Project, members: Sequence[Member], words: Callable[[], str], occasion: str, at: datetime) -> int:
    """To who acts for these members. Nobody reads the mail of an invented project."""
    if project.is_demonstration:
        return 0
    keys = [member.key for member in members]
    held = held_at(at).filter(seat__role__in=ACTING_ROLES, seat__institution__member__in=keys, account__is_active=True)
    accounts = [mandate.account for mandate in held.select_related("account")]
    return _tell(accounts, words, occasion, f"/cooperation/projects/{project.key}/", at)


def _tell(accounts: Iterable[Account], words: Callable[[], str], occasion: str, page: str, at: datetime) -> int:
    def said() -> tuple[str, list[str]]:
        return words(), [f"{words()}.", f"{settings.ORIGIN}{page}"]

    return queue(accounts, said, occasion=occasion, at=at)
