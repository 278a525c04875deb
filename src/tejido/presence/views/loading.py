"""What the views of a seminar's presence start with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tejido.ledger.requests import ActorRequest
from tejido.seminars.queries import seminar_for
from tejido.seminars.rules import may_keep_seminars
from tejido.seminars.words import seminar_title
from tejido.web.answers import or_404

from ..rules import may_enter

if TYPE_CHECKING:  # views name the types of rows and never touch tables
    from tejido.seminars.models import Seminar


def seminar_or_404(request: ActorRequest, key: str) -> Seminar:
    with or_404():
        return seminar_for(request.actor, key)


def frame(request: ActorRequest, seminar: Seminar) -> dict[str, Any]:
    """What every page of it has: the seminar, and what the reader's seat may do."""
    return {
        "seminar": seminar,
        "seminar_words": seminar_title(seminar),
        "may_keep": may_keep_seminars(request.actor) is None,
        "may_enter": may_enter(request.actor, seminar) is None,
    }
