"""One row, for a seat of the member that it belongs to. For everybody else there is none: DoesNotExist, as for an
unknown key."""

from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor
from tejido.ledger.keys import Keyed
from tejido.mechanisms.models import Paper
from tejido.registry.models import Member

from ..models import InitiativeLink, Intake, Recommendation, SectionLink, Selection, Telling, Template, ValueLink

Row = TypeVar("Row", bound=Keyed)
LINKS: dict[str, Any] = {"initiative": InitiativeLink, "value": ValueLink, "section": SectionLink}


def own_code(actor: Actor) -> str:
    """The code of the actor's member; of who has none, a code that nobody bears."""
    return "" if actor.is_public else actor.member


def member_for(actor: Actor) -> Member:
    """The actor's own member. Member.DoesNotExist for whoever sits for none."""
    return Member.objects.get(code=own_code(actor))


def recommendation_for(actor: Actor, key: str) -> Recommendation:
    return _own(Recommendation, actor, key)


def intake_for(actor: Actor, key: str) -> Intake:
    return _own(Intake, actor, key)


def selection_for(actor: Actor, key: str) -> Selection:
    return _own(Selection, actor, key)


def telling_for(actor: Actor, key: str) -> Telling:
    rows = Telling.objects.select_related("member", "selection", "paper").defer("paper__data")
    return rows.get(key=key, member__code=own_code(actor))


def told_file(actor: Actor, key: str) -> Paper:
    """The file of a telling, with its bytes."""
    return Telling.objects.select_related("paper").get(key=key, member__code=own_code(actor)).paper


def template_for(actor: Actor, key: str) -> Template:
    return Template.objects.select_related("member").get(key=key, member__code=own_code(actor), removed_at=None)


def link_for(actor: Actor, kind: str, key: str) -> Any:
    """A link of a recommendation of the member, by its kind."""
    if kind not in LINKS:
        raise ObjectDoesNotExist
    rows = LINKS[kind].objects.select_related("recommendation__member")
    return rows.get(key=key, recommendation__member__code=own_code(actor))


def _own(kind: type[Row], actor: Actor, key: str) -> Row:
    rows: Any = kind.objects  # type: ignore[attr-defined]  # every kind has rows
    found: Row = rows.select_related("member").get(key=key, member__code=own_code(actor))
    return found
