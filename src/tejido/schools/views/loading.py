"""What the views of schools start with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import Http404

from tejido.adaptation.rules import keeps
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import body_for, capacity
from tejido.registry.tabs import training_tabs
from tejido.web.answers import or_404
from tejido.web.languages import in_my_language

from .. import queries, rules
from ..words import space_words

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.registry.models import Body
    from tejido.training.models import Course

    from ..models import Obligation, School, Target


def school_or_404(request: ActorRequest, key: str) -> School:
    with or_404():
        return queries.school_for(request.actor, key)


def obligation_or_404(request: ActorRequest, key: str) -> Obligation:
    with or_404():
        return queries.obligation_for(request.actor, key)


def target_or_404(request: ActorRequest, key: str) -> Target:
    with or_404():
        return queries.target_for(request.actor, key)


def space_or_404(request: ActorRequest, key: str) -> Body:
    """A space of a member or of a school; who has no part in it finds nothing."""
    with or_404():
        return queries.known_for(request.actor, body_for(request.actor, key).key).body


def of_member_or_404(request: ActorRequest) -> None:
    """Populations are for the seats of a member."""
    if not request.actor.member:
        raise Http404


def frame(request: ActorRequest) -> dict[str, Any]:
    """What every page here has: the pages of training, and the spaces in which the reader writes."""
    spaces = queries.spaces_to_keep(request.actor)
    return {
        "tabs": training_tabs(request.actor, request.path),
        "spaces": [(body.key, space_words(body)) for body in spaces],
    }


def course_choices(courses: Iterable[Course]) -> list[tuple[str, str]]:
    return [(course.key, in_my_language(course.title)) for course in courses]


def powers(request: ActorRequest, row: Obligation) -> dict[str, bool]:
    """What the reader's seat may do with a norm."""
    doer = capacity(request.actor, row.body)
    stands = not row.struck_at
    return {
        "may_write": stands and rules.may_write(doer) is None,
        "may_show": stands and bool(doer.tasks) and keeps(request.actor, doer) is None,
    }
