"""What the views of calls and nominations start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from ..queries import calls, nominations
from ..rules import may_nominate, reads_of, serves
from ..tabs import call_tabs
from ..terms import title_of

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Call, Nominee


def call_or_404(request: ActorRequest, seminar: str) -> Call:
    with or_404():
        return calls.call_for(request.actor, seminar)


def own_call_or_404(request: ActorRequest, seminar: str) -> Call:
    """For the acting seats of a member: to nobody else is there a page of nominations."""
    with or_404():
        row = calls.call_for(request.actor, seminar)
        if not reads_of(request.actor, request.actor.member):
            raise type(row).DoesNotExist
        return row


def served_call_or_404(request: ActorRequest, seminar: str) -> Call:
    """For the secretariat alone."""
    with or_404():
        row = calls.call_for(request.actor, seminar)
        if not serves(request.actor):
            raise type(row).DoesNotExist
        return row


def nominee_or_404(request: ActorRequest, key: str) -> Nominee:
    with or_404():
        return nominations.nominee_for(request.actor, key)


def frame(request: ActorRequest, call: Call) -> dict[str, Any]:
    """What every page of a call has."""
    actor = request.actor
    return {
        "call": call,
        "seminar": call.seminar,
        "title": title_of(call.seminar),
        "deadline": calls.deadline_for(call, actor.member),
        "tabs": call_tabs(actor, call, request.path),
        "serves": serves(actor),
        "may_nominate": may_nominate(actor, actor.member) is None,
    }
