"""What is kept of somebody who came from a school's system, when the school erases them."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from tejido.records.signals import Kept, Person, kept_asked, person_erased

from .commands import forget
from .queries import how_many_kept


@receiver(kept_asked, dispatch_uid="lti.kept")
def tell(person: Person, **_signal: Any) -> list[Kept]:
    count = how_many_kept(person.space, person.document)
    return [Kept(_("Visits from your systems, and what was worked through"), count, _("They are deleted."))]


@receiver(person_erased, dispatch_uid="lti.erasing")
def erase(person: Person, **_signal: Any) -> None:
    forget(space=person.space, document=person.document)
