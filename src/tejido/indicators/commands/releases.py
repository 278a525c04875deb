"""Showing a value to others, and showing it no more: formal acts that stand in the network's ledger."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import definition, definition_digest, digest_of
from ..models import Release, Value
from ..names import Act
from .indicators import locked


@transaction.atomic
def release_value(*, actor: Actor, value: Value, audience: str, seen: str, at: datetime) -> Release:
    """From now on these readers see this value as it stands, with what the indicator is now. An earlier release for the
    same period ends with it. `seen`: the digest of the definition that the person had open."""
    indicator = locked(value.indicator_id)
    row = _again(value)
    standing = _standing(row)
    ask(rules.may_release(actor, row, audience, standing, is_as_seen=definition_digest(indicator) == seen))
    if standing is not None:
        _end(standing, at)
    shown = definition(indicator)
    made = Release.objects.create(
        value=row, indicator=indicator, member=row.member, period=row.period, shown=shown, audience=audience,
        digest=digest_of(row, shown), at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    _write(actor, Act.VALUE_RELEASED, made, at)
    return made


@transaction.atomic
def withdraw_value(*, actor: Actor, value: Value, at: datetime) -> None:
    """From now on nobody outside sees a value for this period. That one was shown, when, and its digest are kept."""
    locked(value.indicator_id)
    row = _again(value)
    standing = _standing(row)
    ask(rules.may_withdraw(actor, row.member.code, standing))
    shown = cast("Release", standing)  # refused above where nothing is shown
    _end(shown, at)
    _write(actor, Act.VALUE_WITHDRAWN, shown, at)


def _again(value: Value) -> Value:
    """The row as it stands, without the bytes of its file: their digest says the same."""
    return Value.objects.select_related("member", "paper").defer("paper__data").get(key=value.key)


def _standing(row: Value) -> Release | None:
    return Release.objects.filter(
        indicator=row.indicator_id, member=row.member, period=row.period, withdrawn_at=None
    ).first()


def _end(release: Release, at: datetime) -> None:
    release.withdrawn_at = at
    release.save(update_fields=["withdrawn_at"])


def _write(actor: Actor, act: Act, row: Release, at: datetime) -> None:
    facts = {"indicator": row.indicator_id, "period": row.period, "audience": row.audience, "digest": row.digest}
    write_down(actor, act, row, at, facts, tree=NETWORK)
