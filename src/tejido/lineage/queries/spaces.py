"""The spaces whose trainers an actor enters, and what an authorisation can rest on."""

from datetime import datetime

from tejido.adaptation.queries import common_texts
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import editions_of
from tejido.ledger.actors import Actor
from tejido.presence.models import Certificate
from tejido.presence.proof import code_digest
from tejido.records.models import Cohort, Completion
from tejido.records.queries import spaces_of
from tejido.registry.models import Body

from ..models import Trainer


def spaces_for(actor: Actor) -> list[Body]:
    """The own spaces of schools in which the actor enters records; one at most in practice."""
    return spaces_of(actor)


def space_for(actor: Actor) -> Body:
    """The school's space of the actor. Body.DoesNotExist for who keeps no records."""
    found = spaces_of(actor)
    if not found:
        raise Body.DoesNotExist
    return found[0]


def editions_to_teach(actor: Actor) -> list[Edition]:
    """The editions of the common texts that the actor may read."""
    return [edition for text in common_texts(actor) for edition in editions_of(text)]


def certificate_with(code: str, at: datetime) -> Certificate | None:
    """The certificate of a seminar with this code, if it stands at that time."""
    row = Certificate.objects.select_related("seminar").filter(code_digest=code_digest(code), revoked_at=None).first()
    return row if row is not None and (row.until is None or row.until > at) else None


def has_completed(cohort: Cohort, trainer: Trainer) -> bool:
    """Whether the records of the cohort have this person. Both are of one space."""
    return Completion.objects.filter(cohort_no=cohort.no, person=bytes(trainer.person)).exists()


def person_of(space: Body, person: bytes) -> Trainer | None:
    return Trainer.objects.filter(space=space, person=person).first()
