"""When somebody is erased from the records of a school, their certificates forget whose they are, in the same
transaction; and the links that they were given open nothing more."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from tejido.records.signals import Kept, Person, kept_asked, person_corrected, person_erased

from .commands import follow_corrected, forget_erased
from .queries import counted_of


@receiver(kept_asked, dispatch_uid="certificates.kept")
def tell(person: Person, **_signal: Any) -> list[Kept]:
    certificates, links = counted_of(person.space, person.pseudonym, person.completions)
    forgets = _("It stays true. Whoever has the paper can still have it checked; the school knows no more whose it is.")
    return [
        Kept(_("Certificates"), certificates, forgets),
        Kept(_("Links to a transcript"), links, _("They are deleted.")),
    ]


@receiver(person_erased, dispatch_uid="certificates.erasing")
def forget(person: Person, **_signal: Any) -> None:
    forget_erased(space=person.space, person=person.pseudonym, completions=person.completions)


@receiver(person_corrected, dispatch_uid="certificates.correcting")
def follow(person: Person, now: Person, **_signal: Any) -> None:
    follow_corrected(space=person.space, before=person.pseudonym, after=now.pseudonym)
