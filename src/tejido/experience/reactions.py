"""What learning records say of somebody whom the school erases."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from tejido.records.signals import Kept, Person, kept_asked, person_erased

from .commands import forget
from .queries import named_in


@receiver(kept_asked, dispatch_uid="experience.kept")
def tell(person: Person, **_signal: Any) -> list[Kept]:
    found = named_in(person.space, person.document)
    statements, documents = (len(found.statements), len(found.documents)) if found else (0, 0)
    return [
        Kept(_("Statements of learning records (xAPI)"), statements, _("They are deleted.")),
        Kept(_("Documents of learning records (xAPI)"), documents, _("They are deleted.")),
    ]


@receiver(person_erased, dispatch_uid="experience.erasing")
def erase(person: Person, **_signal: Any) -> None:
    forget(space=person.space, document=person.document)
