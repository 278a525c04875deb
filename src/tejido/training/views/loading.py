"""What the views of courses start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from tejido.adaptation.rules import approves, keeps, may_work
from tejido.curriculum.queries import edition_for
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import capacity
from tejido.web.answers import or_404

from .. import queries
from ..tabs import course_tabs

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.curriculum.models import Edition

    from ..models import Course


def course_or_404(request: ActorRequest, key: str) -> Course:
    """404 for whoever has no part in the space: others learn nothing by trying."""
    with or_404():
        return queries.course_for(request.actor, key)


def edition_or_404(request: ActorRequest, slug: str, number: int) -> Edition:
    """404 for everything but the network's own editions."""
    with or_404():
        found = edition_for(request.actor, slug, number).edition
    if found.text.body.member_id is not None:
        raise Http404
    return found


def frame(request: ActorRequest, course: Course) -> dict[str, Any]:
    """What every page of a course has: its version, its tabs, and what the reader's seat may do."""
    doer = capacity(request.actor, course.derivation.text.body)
    return {
        "course": course,
        "derivation": course.derivation,
        "tabs": course_tabs(course, request.path),
        "may_work": may_work(doer) is None,
        "may_state": approves(doer) is None,
        "may_show": keeps(request.actor, doer) is None,
    }
