"""Schools, for those who may read of them, and the spaces in which an actor keeps norms, populations and records."""

from django.db.models import F, Q

from tejido.adaptation.queries import shown_to
from tejido.ledger.actors import Actor
from tejido.registry.models import Body, Institution
from tejido.registry.names import BodyKind, Role, Task
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks

from ..models import School

_RELATED = "member", "institution", "institution__member", "body"


def schools_for(actor: Actor) -> list[School]:
    """The schools that the actor may read of, by member and then as they were entered; those of several States
    last."""
    rows = School.objects.filter(shown_to(actor, "member"), struck_at=None).select_related(*_RELATED)
    return list(rows.order_by(F("member__code").asc(nulls_last=True), "grade", "at", "key"))


def school_for(actor: Actor, key: str) -> School:
    """School.DoesNotExist for who may not read of it, exactly as for an unknown key. What was struck out its own
    member's seats still read."""
    found = School.objects.select_related(*_RELATED).filter(shown_to(actor, "member")).get(key=key)
    is_own = found.member is not None and actor.member == found.member.code
    if found.struck_at and not is_own:
        raise School.DoesNotExist
    return found


def own_school(actor: Actor) -> School | None:
    """The school that the actor's own institution is entered as."""
    if not actor.institution:
        return None
    return School.objects.select_related(*_RELATED).filter(institution=actor.institution, struck_at=None).first()


def school_of(body: Body) -> School | None:
    """The school whose own space this is."""
    return School.objects.select_related(*_RELATED).filter(body=body, struck_at=None).first()


def is_entered(institution: Institution) -> bool:
    return School.objects.filter(institution=institution, struck_at=None).exists()


def institutions_to_enter(actor: Actor) -> list[Institution]:
    """The institutions of the actor's member that are no school yet, as far as the seat may enter them."""
    mine = Institution.objects.filter(member__code=actor.member or "-", until=None)
    if actor.role == Role.REPRESENTATIVE:
        mine = mine.filter(key=actor.institution)
    schools = School.objects.filter(member__code=actor.member or "-", struck_at=None, institution__isnull=False)
    return list(mine.exclude(key__in=schools.values("institution")).select_related("member"))


def school_spaces(actor: Actor) -> list[Body]:
    """The own spaces of schools in which the actor has a part: that of its own institution, if it is there."""
    if not actor.institution:
        return []
    found = Body.objects.filter(kind=BodyKind.OFFICE, institution=actor.institution)
    rows = found.select_related("member", "institution")
    return [body for body in rows if tasks(actor, body)]


def spaces_to_keep(actor: Actor) -> list[Body]:
    """The spaces of a member or of a school in which the actor writes down norms and populations."""
    if actor.is_public or not actor.member:
        return []
    return [body for body in bodies_of(actor) if keeps(actor, body)]


def keeps(actor: Actor, body: Body) -> bool:
    return bool(body.member_id) and bool({Task.FACILITATE, Task.ENTER} & tasks(actor, body))


def readable(actor: Actor) -> Q:
    """The norms and populations that the actor reads: `rules.reads` as a filter on rows with a body."""
    own_state = Q(body__member__code=actor.member or "-")
    own_space = Q(body__institution=actor.institution or "-")
    return (own_state & Q(body__institution=None)) | (own_state & own_space)
