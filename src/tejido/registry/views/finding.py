"""The rows that an address names; 404 for a key that nobody has and for one that the reader may not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.forms import BaseForm
from django.http import Http404

from tejido.ledger.refusals import No, Refused, ask
from tejido.ledger.requests import ActorRequest
from tejido.web.answers import or_404

from .. import queries, rules

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from ..models import Institution, Member, Seat


def is_manned(request: ActorRequest, member: Member | None) -> bool:
    return member is not None and queries.is_manned(member, request.now)


def where_entered(member: Member | None, code: str) -> tuple[str, ...]:
    """The page of the institution with this code, where its seats are created."""
    return ("registry:institution", queries.institution_with(member, code).key)


def page_of(member: Member | None) -> tuple[str, ...]:
    return ("registry:member", member.code) if member else ("registry:network",)


def must_keep(request: ActorRequest, member: Member | None) -> None:
    """Refused to whoever does not keep this member's rows, before anything that was typed is looked at."""
    ask(rules.may_keep(request.actor, member.code if member else "", is_manned(request, member)))


def is_done(form: BaseForm, command: Callable[..., Any], **arguments: Any) -> bool:
    """Does the act. What a rule says against it stands in the form, beside what was typed; what no other input would
    change has a page of its own."""
    try:
        command(**arguments)
    except Refused as problem:
        if problem.refusal.code in {No.NOT_YOURS, No.NO_SEAT, No.NOT_FRESH}:
            raise
        form.add_error(None, problem.refusal.sentence)
        return False
    return True


def member_or_404(code: str) -> Member:
    line = queries.member_line(code)
    if line is None:
        raise Http404
    return line.member


def institution_or_404(key: str) -> Institution:
    with or_404():
        return queries.institution_for(key)


def seat_or_404(request: ActorRequest, key: str) -> Seat:
    with or_404():
        return queries.seat_for(request.actor, key)
