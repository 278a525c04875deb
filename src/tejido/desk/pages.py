"""Parts of the desk that are the same for everybody in a role."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.registry.names import Role
from tejido.schools.queries import own_school


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One press to where a seat begins what it often does."""

    label: Promise
    address: str
    is_in_language: bool = False  # one address for each language

    @property
    def url(self) -> str:
        return reverse(self.address, args=[get_language()] if self.is_in_language else [])


_AT_A_GLANCE = Shortcut(_("The network at a glance"), "public:front", is_in_language=True)
_OF_A_MEMBER = (
    Shortcut(_("Bring an initiative up to date"), "programmes:home"),
    Shortcut(_("Who is trained, in which edition"), "figures:home"),
    Shortcut(_("Risk analysis"), "risk:home"),
    Shortcut(_("Mechanisms side by side"), "mechanisms:comparison"),
)
_OF = {
    Role.FOCAL_POINT: _OF_A_MEMBER,
    Role.ALTERNATE: _OF_A_MEMBER,
    Role.REPRESENTATIVE: (
        Shortcut(_("Our courses"), "training:home"),
        Shortcut(_("Records of our school"), "records:home"),
        Shortcut(_("Certificates"), "certificates:home"),
    ),
    Role.REGISTRAR: (
        Shortcut(_("Bring in a file"), "records:imports"),
        Shortcut(_("Begin a cohort"), "records:new_cohort"),
        Shortcut(_("Find one person"), "records:person"),
    ),
    Role.SECRETARIAT: (
        Shortcut(_("Bring in a text"), "curriculum:new"),
        Shortcut(_("Calls to nominate"), "nominations:home"),
        Shortcut(_("Annual report"), "annual:home"),
    ),
    Role.TRANSLATOR: (Shortcut(_("Glossary"), "translation:glossary"),),
}


def shortcuts(actor: Actor) -> tuple[Shortcut, ...]:
    """What a seat of this role often begins, and the network at a glance. Who presides, clears or observes, and who
    represents an institution that is no school, begins with what waits."""
    if not actor.role:
        return ()
    if actor.role == Role.REPRESENTATIVE and own_school(actor) is None:
        return (_AT_A_GLANCE,)
    return (*_OF.get(Role(actor.role), ()), _AT_A_GLANCE)
