"""Counting what may be released, to be looked at. It is no act: nothing leaves the space."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.registry.queries import day_of

from .. import rules
from ..models import Draft, Release
from ..names import LEAST
from ..queries.preparing import corrections, digest, prepared
from ..queries.releases import parts_of


@transaction.atomic
def prepare(
    *,
    actor: Actor,
    space: Body,
    since: date,
    until: date,
    dimensions: Sequence[str],
    at: datetime,
    threshold: int = LEAST,
) -> Draft:
    """Counts the persons of whole months, from the one that `since` is in to the one that `until` is in, divided along
    `dimensions` in their order. It takes the place of what was prepared before."""
    ask(rules.may_count(actor, space))
    ask(rules.is_countable(since, until, day_of(at), dimensions=dimensions, threshold=threshold))
    data = prepared(space, since.replace(day=1), until.replace(day=1), dimensions, threshold)
    ask(rules.has_something(data["parts"], threshold))
    return _keep(actor, space, None, data, at)


@transaction.atomic
def prepare_correction(*, actor: Actor, released: Release, at: datetime) -> Draft:
    """Counts again what was released, in the same groups or joined ones."""
    row = Release.objects.select_related("space__member", "space__institution").get(key=released.key)
    ask(rules.may_correct(actor, row))
    data = corrections(row, parts_of(row))
    ask(rules.is_correction(row, has_changed=data["changed"], could_change=data["could"]))
    return _keep(actor, row.space, row, data, at)


def _keep(actor: Actor, space: Body, corrects: Release | None, data: Mapping[str, Any], at: datetime) -> Draft:
    Draft.objects.filter(space=space).delete()
    return Draft.objects.create(
        space=space, corrects=corrects, data=data, digest=digest(data), at=at, office=actor.office
    )
