"""The first steps of a person new to a seat, and of a network that is still empty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.curriculum.models import Text
from tejido.ledger.actors import Actor
from tejido.registry.models import Member
from tejido.registry.names import BodyKind, Role
from tejido.registry.queries import ACTING_ROLES
from tejido.registry.queries.mandates import held_at


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do first, why, and where. It is gone once it is done."""

    what: str
    why: str
    url: str


def first_steps(actor: Actor, at: datetime, *, lacks_factor: bool) -> list[Step]:
    """In the order in which they are best done. `lacks_factor`: the person has no second factor and is asked for one.
    Three queries for the secretariat, none for anybody else."""
    found = [_second_factor()] if lacks_factor else []
    return [*found, *_founding(at)] if actor.role == Role.SECRETARIAT else found


def _second_factor() -> Step:
    why = _("A passkey or an authenticator app. Formal acts ask for it.")
    return Step(_("Set up a second factor"), why, reverse("mfa_index"))


def _founding(at: datetime) -> Iterator[Step]:
    """What an empty network still lacks: a member, a member that somebody acts for, a text."""
    if not Member.objects.exists():
        why = _("Each with its dated and sourced status. From then on it is a party of the network.")
        yield Step(_("Enter the members"), why, reverse("registry:new_member"))
    elif not held_at(at).filter(seat__role__in=ACTING_ROLES).exists():
        why = _(
            "On a member’s page: register an institution, create the seat on the institution’s page, name its holder."
        )
        yield Step(_("Name the focal points"), why, reverse("registry:members"))
    if not Text.objects.filter(body__kind=BodyKind.NETWORK).exists():
        why = _("A file for each language, in Word or Markdown.")
        yield Step(_("Bring in a text"), why, reverse("curriculum:new"))
