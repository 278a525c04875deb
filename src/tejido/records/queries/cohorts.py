"""Cohorts and batches, for those who enter records in their space."""

from django.db.models import QuerySet

from tejido.adaptation.models import Derivation
from tejido.adaptation.queries import standing_uptake
from tejido.curriculum.models import Edition
from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.queries import bodies_of
from tejido.training.models import Course

from ..models import Batch, Cohort
from ..names import State
from ..rules import KEEPERS, reads_records, teaches

_RELATED = ("space__member", "space__institution", "course__derivation__text__body", "edition__text", "revision")


def spaces_of(actor: Actor) -> list[Body]:
    """The spaces whose records the actor keeps. No query for seats that keep none."""
    if actor.role not in KEEPERS:
        return []
    return [body for body in bodies_of(actor) if reads_records(actor, body)]


def _cohorts() -> QuerySet[Cohort]:
    return Cohort.objects.select_related(*_RELATED).defer("revision__manifest")


def cohorts_for(actor: Actor) -> list[Cohort]:
    """Every cohort of the actor's spaces, the latest first."""
    return list(_cohorts().filter(space__in=spaces_of(actor)))


def cohort_for(actor: Actor, key: str) -> Cohort:
    """Cohort.DoesNotExist for who does not keep its space's records, exactly as for an unknown key."""
    found = _cohorts().get(key=key)
    if not reads_records(actor, found.space):
        raise Cohort.DoesNotExist
    return found


def courses_for(space: Body) -> list[Course]:
    """The courses that the space can give: its own and its member's."""
    found = Course.objects.filter(derivation__text__body__member=space.member_id)
    rows = found.select_related("derivation__text__body__member", "derivation__text__body__institution")
    return [course for course in rows if teaches(space, course)]


def edition_taught(derivation: Derivation) -> Edition | None:
    """The edition of the common text that a version was last brought up to; None where that was no edition here."""
    uptake = standing_uptake(derivation)
    if derivation.source_id is None or not uptake.is_edition:
        return None
    return Edition.objects.filter(text=derivation.source_id, number=uptake.edition).first()


def batches_for(actor: Actor) -> list[Batch]:
    """Every batch of the actor's spaces, the latest first."""
    found = Batch.objects.select_related("space__member", "space__institution", "cohort")
    return list(found.filter(space__in=spaces_of(actor)))


def batch_for(actor: Actor, key: str) -> Batch:
    """Batch.DoesNotExist for who does not keep its space's records, exactly as for an unknown key."""
    found = Batch.objects.select_related("space__member", "space__institution", "cohort").get(key=key)
    if not reads_records(actor, found.space):
        raise Batch.DoesNotExist
    return found


def batch_of_file(space: Body, digest: str) -> Batch | None:
    """The batch in which the very same file was given to the space and not taken back."""
    gone = (State.UNDONE, State.LEFT, State.FAILED)
    return Batch.objects.filter(space=space, digest=digest).exclude(state__in=gone).first()
