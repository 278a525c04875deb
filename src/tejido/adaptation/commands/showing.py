"""Showing a version to others, and showing it no more. Both are formal acts."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.engine.document import address_of
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import tree_of
from ..models import Derivation, Release
from ..names import Act
from ..queries import (
    Reading,
    core_of,
    departures_of,
    is_shown_so,
    reading_of,
    reasons_given,
    showing_digest,
    standing,
)
from .departing import as_own
from .writing import Locked, lock


@transaction.atomic
def show(*, actor: Actor, derivation: Derivation, audience: str, seen: str, at: datetime) -> Release:
    """From now on these readers see this version exactly as it stands, with the reasons given for it, and nothing that
    is written later. An earlier showing ends with it.

    `seen` is the digest of all that the keeper read (`showing_digest`). Refused to others than the keepers of the
    space, where anything of it has changed since, and while a core passage is departed from without a derogation.
    """
    locked = lock(actor, derivation)
    standing_release = _standing(locked.derivation)
    version = as_own(locked)
    reading = reading_of(version)
    ask(
        rules.may_show(
            actor, locked.capacity, audience, is_as_seen=showing_digest(version) == seen,
            is_shown_so=standing_release is not None and is_shown_so(version, standing_release, audience),
            undeclared=_undeclared(locked, reading),
        )
    )  # fmt: skip  # one question, read as one
    if standing_release is not None:
        Release.objects.filter(key=standing_release.key).update(withdrawn_at=at)
    made = Release.objects.create(
        derivation=locked.derivation, audience=audience, revision=locked.latest, uptake=locked.uptake,
        digest=locked.latest.digest, survey=reading.account.data(),
        departures=reasons_given(version), at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"audience": str(audience), "digest": made.digest, "edition": locked.uptake.edition}
    write_down(actor, Act.VERSION_SHOWN, made, at, facts, tree=tree_of(locked.capacity.body, audience))
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
    write_down(actor, Act.VERSION_HIDDEN, shown, at, facts, tree=tree_of(locked.capacity.body, shown.audience))


def _standing(derivation: Derivation) -> Release | None:
    return Release.objects.filter(derivation=derivation, withdrawn_at=None).first()


def _undeclared(locked: Locked, reading: Reading) -> list[str]:
    """The addresses of core passages that the version departs from without a derogation that holds."""
    core = core_of(locked.derivation, locked.uptake, reading.account)
    reasons = standing(reading.account, departures_of(as_own(locked)), core)
    ids = [told.id for told in reading.account.told if told.id in core]
    return [str(address_of(reading.base, id)) for id in reasons.lacks(ids)]
