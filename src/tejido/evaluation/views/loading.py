"""What the views of questionnaires start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from tejido.ledger.requests import ActorRequest
from tejido.nominations import guests
from tejido.nominations.queries import NoSuchLink, participant_of
from tejido.web.answers import or_404

from .. import queries, rules
from ..tabs import questionnaire_tabs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.nominations.models import Nominee

    from ..models import Question, Questionnaire


def questionnaire_or_404(request: ActorRequest, key: str) -> Questionnaire:
    """404 for whoever may not know of it, as for an unknown key."""
    with or_404():
        return queries.questionnaire_for(request.actor, key)


def question_or_404(row: Questionnaire, key: str) -> Question:
    with or_404():
        return queries.question_for(row, key)


def participant_or_404(request: ActorRequest) -> Nominee:
    """The participant whose browser asks; to all others there is nothing."""
    try:
        return participant_of(guests.remembered(request))
    except NoSuchLink:
        raise Http404 from None


def keeps(request: ActorRequest) -> bool:
    return rules.may_ask(request.actor) is None


def must_keep(request: ActorRequest) -> None:
    """404 for a page that only the secretariat works on."""
    if not keeps(request):
        raise Http404


def frame(request: ActorRequest, row: Questionnaire) -> dict[str, Any]:
    """What every page of a questionnaire has: its tabs, and what the reader's seat may do."""
    may_keep = keeps(request)
    return {
        "questionnaire": row,
        "seminar": row.seminar,
        "demonstration": row.is_demonstration,
        "tabs": questionnaire_tabs(row, request.path, may_keep=may_keep),
        "may_keep": may_keep,
        "may_write": may_keep and row.opened_at is None,
    }
