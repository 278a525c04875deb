"""Populations to train: written down one by one or by a file, as a whole or not at all."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.formats.sheet import Sheet
from tejido.formats.sheet.frames import to_bytes
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import rules
from ..models import Delivery, Target
from ..names import Act
from ..queries.targets import Population, population_of

_AT_ONCE = 500  # rows in one statement


@dataclass(frozen=True, slots=True)
class Number:
    """What a row of a file says of a population, and the key of the standing row that it takes the place of, if any."""

    population: Population
    number: int
    source: str
    replaces: str = ""


def digest_of_plan(numbers: Sequence[Number]) -> str:
    """SHA-256, in hexadecimal digits, of what a file would write down, and of what stands before it."""
    return canonical_digest([asdict(each) for each in numbers])


@transaction.atomic
def set_target(
    *,
    actor: Actor,
    body: Body,
    population: Population,
    number: int,
    source: str,
    at: datetime,
    is_demonstration: bool = False,
) -> Target:
    """How many officials this population is. A number that stood for the same one ends with it."""
    _lock(body)
    ask(rules.may_write(capacity(actor, body)))
    (made,) = _set(actor, body, [Number(population, number, source.strip())], at, is_demonstration=is_demonstration)
    facts = {**asdict(population), "number": number}
    details = {"institution": facts.pop("institution"), "source": made.source}  # its own word may be any words
    write_down(actor, Act.TARGET_SET, made, at, facts, tree=body.tree, details=details)
    return made


@transaction.atomic
def lift_target(*, actor: Actor, target: Target, at: datetime) -> None:
    """It is no longer counted with. That it stood there is kept."""
    row = Target.objects.select_for_update(of=("self",)).select_related("body__member", "body__institution")
    standing = row.get(key=target.key)
    ask(rules.may_lift(capacity(actor, standing.body), standing))
    Target.objects.filter(key=standing.key).update(replaced_at=at)
    write_down(actor, Act.TARGET_LIFTED, standing, at, {"year": standing.year}, tree=standing.body.tree)


@transaction.atomic
def hand_in(*, actor: Actor, body: Body, name: str, sheets: Sequence[Sheet], at: datetime) -> Delivery:
    """Keeps what was read from a file until it is applied. It is no act: nothing is entered yet. What the seat has
    handed in before is dropped."""
    ask(rules.may_write(capacity(actor, body)))
    told = json.loads(to_bytes(sheets))["sheets"]
    Delivery.objects.filter(seat=actor.seat).delete()
    return Delivery.objects.create(body=body, seat=actor.seat, name=name[-120:], sheets=told, at=at)


@transaction.atomic
def apply_targets(*, actor: Actor, delivery: Delivery, numbers: Sequence[Number], seen: str, at: datetime) -> int:
    """Every number of the file, as one act. `seen` is the digest of the numbers that the page showed: what a colleague
    wrote since is not undone unread. Returns how many were written down."""
    held = Delivery.objects.select_related("body__member", "body__institution")
    row = held.get(key=delivery.key, seat=actor.seat)
    _lock(row.body)
    ask(rules.may_write(capacity(actor, row.body)))
    ask(rules.changes_anything(len(numbers)))
    ask(must_be_as_seen(seen, digest_of_plan(numbers)))
    _set(actor, row.body, numbers, at)
    facts = {"count": len(numbers), "digest": seen}
    rows = [{**asdict(each.population), "number": each.number, "source": each.source} for each in numbers]
    write_down(actor, Act.TARGETS_APPLIED, row, at, facts, tree=row.body.tree, details={"rows": rows})
    Delivery.objects.filter(key=row.key).delete()
    return len(numbers)


def _lock(body: Body) -> None:
    """Nobody else writes down numbers of this space until the act is done."""
    Body.objects.select_for_update(of=("self",)).get(key=body.key)


def _set(
    actor: Actor, body: Body, said: Sequence[Number], at: datetime, *, is_demonstration: bool = False
) -> list[Target]:
    """Each number takes the place of the one that stood for its population. As many queries for one as for thousands;
    no population stands twice in `said`."""
    code = body.member.code if body.member else ""
    years = {each.population.year for each in said}
    rows = Target.objects.filter(body=body, replaced_at=None, year__in=years)
    standing = {population_of(row): row for row in rows}
    for each in said:
        ask(rules.is_population(code, each.population.province))
        ask(rules.changes_number(standing.get(each.population), each.number, each.source))
    ends = [standing[each.population] for each in said if each.population in standing]
    for row in ends:
        row.replaced_at = at
    Target.objects.bulk_update(ends, ["replaced_at"], batch_size=_AT_ONCE)
    return Target.objects.bulk_create(
        [
            Target(body=body, number=each.number, source=each.source, at=at, office=actor.office,
                   is_demonstration=is_demonstration, **asdict(each.population))
            for each in said
        ],
        batch_size=_AT_ONCE,
    )  # fmt: skip  # one row of a table, read as one
