"""The call: opened, changed, extended, put into words, closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Member
from tejido.seminars.models import Seminar

from .. import rules
from ..models import Call, Extension
from ..names import Act, No
from ..queries.calls import deadline_for, last_deadline
from .instants import instant_from
from .writing import lock, write_down


@dataclass(frozen=True, slots=True)
class Terms:
    """What a call says. `quotas` are other quotas by the code of the member, `wishes` as in `Call`."""

    quota: int
    alternates: int = 0
    quotas: Mapping[str, int] = field(default_factory=dict)
    wishes: Mapping[str, Any] = field(default_factory=dict)
    kept_days: int = 180

    @property
    def facts(self) -> dict[str, Any]:
        return {
            "quota": self.quota,
            "alternates": self.alternates,
            "quotas": dict(self.quotas),
            "wishes": dict(self.wishes),
            "kept_days": self.kept_days,
        }


@transaction.atomic
def open_call(*, actor: Actor, seminar: Seminar, terms: Terms, local: datetime, zone: str, at: datetime) -> Call:
    """The members are called to nominate until the deadline, on the clocks of the zone. Refused to others than the
    secretariat, for a seminar that was not announced, and for a second call."""
    row = Seminar.objects.select_for_update().get(key=seminar.key)
    deadline = instant_from(local, zone, at)
    ask(rules.may_open(actor, row, terms.quota, deadline, at))
    if Call.objects.filter(seminar=row).exists():
        raise Refused(Refusal(No.CALL_EXISTS))
    call = Call.objects.create(seminar=row, deadline=deadline, zone=zone, at=at, office=actor.office, **terms.facts)
    facts = {"seminar": row.key, "deadline": deadline.isoformat(), "zone": zone, **terms.facts}
    write_down(actor, Act.CALL_OPENED, call, at, facts)
    return call


@transaction.atomic
def change_call(*, actor: Actor, call: Call, terms: Terms, at: datetime) -> None:
    """Other numbers and wishes. What was submitted stays as it was."""
    row = lock(call)
    ask(rules.may_change(actor, row, terms.quota))
    for name, value in terms.facts.items():
        setattr(row, name, value)
    row.save()
    write_down(actor, Act.CALL_CHANGED, row, at, {"seminar": row.seminar_id, **terms.facts})


@transaction.atomic
def extend_call(
    *, actor: Actor, call: Call, member: Member | None, local: datetime, zone: str, reason: str, at: datetime
) -> Extension:
    """More time, for all members or for one of which the others learn nothing."""
    row = lock(call)
    deadline = instant_from(local, zone, at)
    stands = deadline_for(row, member.code) if member else last_deadline(row)
    ask(rules.may_extend(actor, row, deadline, stands, reason, at))
    made = Extension.objects.create(
        call=row, member=member, deadline=deadline, reason=reason.strip(), at=at, office=actor.office
    )
    facts = {"call": row.key, "deadline": deadline.isoformat()}
    whose = member.code if member else ""
    write_down(actor, Act.CALL_EXTENDED, made, at, facts, tree=tree_of(whose), details={"reason": made.reason})
    return made


@transaction.atomic
def close_call(*, actor: Actor, call: Call, at: datetime) -> None:
    """Nobody nominates any more, whatever the deadline."""
    row = lock(call)
    ask(rules.may_close(actor, row))
    row.closed_at = at
    row.save(update_fields=["closed_at"])
    write_down(actor, Act.CALL_CLOSED, row, at, {"seminar": row.seminar_id})


@transaction.atomic
def word_call(*, actor: Actor, call: Call, words: Mapping[str, Mapping[str, str]], at: datetime) -> None:
    """What the call letter and the note verbale say in the secretariat's own words, by kind and language; where there
    are none, the house's stand there."""
    row = lock(call)
    ask(rules.may_word(actor))
    row.words = {kind: {tag: said for tag, said in by.items() if said.strip()} for kind, by in words.items()}
    row.save(update_fields=["words"])
    write_down(actor, Act.CALL_WORDED, row, at, {"seminar": row.seminar_id}, details={"words": row.words})
