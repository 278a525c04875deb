"""What a school's certificates of a course say."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.training.models import Course

from .. import rules
from ..models import Wording
from ..names import Act
from ..queries import wording_of
from .series import lock


@transaction.atomic
def word_course(
    *,
    actor: Actor,
    space: Body,
    course: Course,
    title: Mapping[str, str],
    words: Mapping[str, str],
    signatory: Mapping[str, str],
    at: datetime,
) -> None:
    """What the certificates of a course say from now on, by language; those that were issued stay as they are."""
    lock(space)
    found = wording_of(space, course.key)
    values = {"title": dict(title), "words": dict(words), "signatory": dict(signatory)}
    is_said_so = found is not None and all(getattr(found, name) == value for name, value in values.items())
    ask(rules.may_word(actor, space, title, signatory, is_said_so=is_said_so))
    said = {**values, "at": at, "office": actor.office}
    made, _is_new = Wording.objects.update_or_create(space=space, course=course, defaults=said)
    write_down(actor, Act.WORDED, made, at, {"course": course.key, "digest": canonical_digest(values)}, tree=space.tree)
