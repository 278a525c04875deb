"""Showing a version to others, and showing it no more. Both are formal acts."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.engine.document import address_of
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Departure, Derivation, Release
from ..names import Act, Audience
from ..queries import Reading, core_of, departures_of, reading_of, standing
from .departing import as_own
from .writing import Locked, lock, write_down


@transaction.atomic
def show(*, actor: Actor, derivation: Derivation, audience: str, at: datetime) -> Release:
    """From now on these readers see this version exactly as it stands, with the reasons given for it, and nothing that
    is written later. An earlier showing ends with it.

    Refused to others than the keepers of the space, and while a core passage is departed from without a derogation.
    """
    locked = lock(actor, derivation)
    standing_release = _standing(locked.derivation)
    reading = reading_of(as_own(locked))
    is_shown_so = standing_release is not None and (
        (standing_release.audience, standing_release.digest, standing_release.uptake_id)
        == (audience, locked.latest.digest, locked.uptake.key)
    )
    undeclared = _undeclared(locked, reading)
    ask(rules.may_show(actor, locked.capacity, audience, is_shown_so=is_shown_so, undeclared=undeclared))
    if standing_release is not None:
        Release.objects.filter(key=standing_release.key).update(withdrawn_at=at)
    made = Release.objects.create(
        derivation=locked.derivation, audience=audience, revision=locked.latest, uptake=locked.uptake,
        digest=locked.latest.digest, survey=reading.account.data(),
        departures=Departure.objects.filter(derivation=locked.derivation).count(), at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"audience": str(audience), "digest": made.digest, "edition": locked.uptake.edition}
    write_down(actor, Act.VERSION_SHOWN, made, at, facts, tree=_tree(locked, audience))
    return made


@transaction.atomic
def hide(*, actor: Actor, derivation: Derivation, at: datetime) -> None:
    """From now on nobody outside sees the version. That it was shown, when, and its digest are kept."""
    locked = lock(actor, derivation)
    found = _standing(locked.derivation)
    ask(rules.may_hide(actor, locked.capacity, found))
    shown = cast("Release", found)  # refused above where nothing is shown
    Release.objects.filter(key=shown.key).update(withdrawn_at=at)
    facts = {"digest": shown.digest}
    write_down(actor, Act.VERSION_HIDDEN, shown, at, facts, tree=_tree(locked, shown.audience))


def _standing(derivation: Derivation) -> Release | None:
    return Release.objects.filter(derivation=derivation, withdrawn_at=None).first()


def _undeclared(locked: Locked, reading: Reading) -> list[str]:
    """The addresses of core passages that the version departs from without a derogation that holds."""
    core = core_of(locked.derivation, locked.uptake)
    reasons = standing(reading.account, departures_of(as_own(locked)), core)
    ids = [told.id for told in reading.account.told if told.id in core]
    return [str(address_of(reading.base, id)) for id in reasons.lacks(ids)]


def _tree(locked: Locked, audience: str) -> str:
    """It stands where those can know of it to whom it is shown."""
    member = locked.derivation.text.body.member
    return f"member:{member.code}" if audience == Audience.MEMBER and member else NETWORK
