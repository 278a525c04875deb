"""What becomes of a trainer who is erased from the records of the school, or put right there."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from tejido.records.signals import Kept, Person, kept_asked, person_corrected, person_erased

from .commands import correct_trainer, forget_trainer
from .queries import person_of


@receiver(kept_asked, dispatch_uid="lineage.kept")
def tell(person: Person, **_signal: Any) -> list[Kept]:
    found = person_of(person.space, person.pseudonym)
    becomes = _("The name goes. Whom they taught, and what they were authorised to, goes on counting.")
    return [Kept(_("Entry as a trainer"), int(found is not None), becomes)]


@receiver(person_erased, dispatch_uid="lineage.erasing")
def forget(person: Person, **_signal: Any) -> None:
    forget_trainer(space=person.space, person=person.pseudonym)


@receiver(person_corrected, dispatch_uid="lineage.correcting")
def follow(person: Person, now: Person, name: str, **_signal: Any) -> None:
    correct_trainer(space=person.space, before=person.pseudonym, after=now.pseudonym, document=now.document, name=name)
