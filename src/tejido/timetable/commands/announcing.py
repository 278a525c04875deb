"""The programme told to those concerned, and what changed in it since."""

from datetime import datetime

from django.db import transaction

from tejido.engine.programme import Change
from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.refusals import ask
from tejido.seminars.models import Seminar

from .. import rules
from ..lines import told_data, told_digest
from ..models import Announcement, Session
from ..names import Act
from ..queries import Programme, announcements_of, changes_since, programme_of
from .acting import RELATED


@transaction.atomic
def announce_programme(*, actor: Actor, seminar: Seminar, seen: str, at: datetime) -> Announcement:
    """From now on every seat and every participant reads it. `seen` is the digest of what was read."""
    programme = _locked(seminar)
    ask(
        rules.may_announce(
            actor, programme.seminar, sessions=_sessions(programme), is_possible=_is_possible(programme),
            is_announced=programme.is_announced, is_as_seen=told_digest(programme.told) == seen,
        )
    )  # fmt: skip  # one question, read as one
    return _announce(actor, Act.PROGRAMME_ANNOUNCED, programme, 1, (), at)


@transaction.atomic
def announce_changes(*, actor: Actor, seminar: Seminar, seen: str, at: datetime) -> Announcement:
    """Everything that changed since people were told, at once."""
    programme = _locked(seminar)
    told = announcements_of(programme.seminar)
    found = changes_since(programme, told[:1])
    ask(
        rules.may_announce_changes(
            actor, programme.seminar, sessions=_sessions(programme), changes=len(found),
            is_possible=_is_possible(programme), is_announced=programme.is_announced,
            is_as_seen=told_digest(programme.told) == seen,
        )
    )  # fmt: skip  # one question, read as one
    return _announce(actor, Act.CHANGES_ANNOUNCED, programme, len(told) + 1, found, at)


def _locked(seminar: Seminar) -> Programme:
    Seminar.objects.select_for_update().get(key=seminar.key)
    return programme_of(Seminar.objects.select_related(*RELATED).get(key=seminar.key))


def _is_possible(programme: Programme) -> bool:
    return not any(clash.is_impossible for clash in programme.clashes)


def _sessions(programme: Programme) -> list[Session]:
    return [line.session for line in programme.lines]


def _announce(
    actor: Actor, act: Act, programme: Programme, number: int, found: tuple[Change, ...], at: datetime
) -> Announcement:
    told, seminar = programme.told, programme.seminar
    made = Announcement.objects.create(
        seminar=seminar, number=number, sessions=told_data(told), digest=told_digest(told), at=at, office=actor.office
    )
    facts = {
        "announcement": made.number,
        "digest": made.digest,
        "sessions": len(told),
        "changed": sorted(change.session.number for change in found),
    }
    record(actor=actor, act=act, tree="network", kind="programme", object=seminar.key, at=at, facts=facts)
    return made
