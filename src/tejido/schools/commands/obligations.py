"""Norms that make a course mandatory: entered, replaced, ended, shown, struck out. None is ever rewritten."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.registry.models import Body
from tejido.registry.queries import capacity
from tejido.training.models import Course

from .. import rules
from ..models import Obligation
from ..names import Act


@transaction.atomic
def enter_obligation(
    *,
    actor: Actor,
    body: Body,
    norm: str,
    cadres: Sequence[str],
    since: date,
    at: datetime,
    course: Course | None = None,
    day: str = "",
    source: str = "",
    address: str = "",
    every: int | None = None,
    validity: int | None = None,
    credits: Decimal | None = None,
    until: date | None = None,
    is_demonstration: bool = False,
) -> Obligation:
    """A norm obliges cadres to a course of this space, or to any where `course` is None, from a day on. `day` is the
    norm's own date, as exact as its source; `every` and `validity` are months."""
    ask(rules.may_write(capacity(actor, body)))
    ask(rules.is_in_order(since, until))
    row = _made(
        actor, body, at, norm=norm, cadres=cadres, since=since, course=course, day=day, source=source, address=address,
        every=every, validity=validity, credits=credits, until=until, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    write_down(actor, Act.OBLIGATION_ENTERED, row, at, _facts(row), tree=body.tree, details=_details(row))
    return row


@transaction.atomic
def replace_obligation(*, actor: Actor, obligation: Obligation, since: date, at: datetime, **values: Any) -> Obligation:
    """From `since` on another row obliges instead, which says whose place it took; the old one ends on that day.
    `values` are those of `enter_obligation`."""
    old = _locked(obligation)
    ask(rules.may_replace(capacity(actor, old.body), old, since))
    ask(rules.is_in_order(since, values.get("until")))
    row = _made(actor, old.body, at, since=since, follows=old, is_demonstration=old.is_demonstration, **values)
    old.until = since
    old.save(update_fields=["until"])
    facts = {**_facts(row), "follows": old.key}
    write_down(actor, Act.OBLIGATION_REPLACED, row, at, facts, tree=old.body.tree, details=_details(row))
    return row


@transaction.atomic
def end_obligation(*, actor: Actor, obligation: Obligation, until: date, reason: str, at: datetime) -> None:
    """It obliges until that day, which is the first on which it does not. A day that was written down before is
    replaced."""
    row = _locked(obligation)
    ask(rules.may_end(capacity(actor, row.body), row, until))
    row.until, row.ended_because = until, reason
    row.save(update_fields=["until", "ended_because"])
    facts = {"until": until.isoformat()}
    write_down(actor, Act.OBLIGATION_ENDED, row, at, facts, tree=row.body.tree, details={"reason": reason})


@transaction.atomic
def strike_obligation(*, actor: Actor, obligation: Obligation, reason: str, at: datetime) -> None:
    """The entry was wrong: it is kept for its space, and counts for nothing."""
    row = _locked(obligation)
    ask(rules.may_strike_obligation(capacity(actor, row.body), row))
    row.struck_at, row.struck_because = at, reason
    row.save(update_fields=["struck_at", "struck_because"])
    write_down(actor, Act.OBLIGATION_STRUCK, row, at, tree=row.body.tree, details={"reason": reason})


@transaction.atomic
def show_obligation(*, actor: Actor, obligation: Obligation, audience: str, at: datetime) -> None:
    """To the seats of the network or to everybody; a school's own to the seats of its state."""
    _shown(actor, obligation, audience, Act.OBLIGATION_SHOWN, at)


@transaction.atomic
def hide_obligation(*, actor: Actor, obligation: Obligation, at: datetime) -> None:
    _shown(actor, obligation, "", Act.OBLIGATION_HIDDEN, at)


def _shown(actor: Actor, obligation: Obligation, audience: str, act: Act, at: datetime) -> None:
    row = _locked(obligation)
    ask(rules.may_show_obligation(actor, capacity(actor, row.body), row, audience))
    row.audience = audience
    row.save(update_fields=["audience"])
    write_down(actor, act, row, at, {"audience": audience}, tree=row.body.tree)


def _locked(obligation: Obligation) -> Obligation:
    rows = Obligation.objects.select_for_update(of=("self",))
    return rows.select_related("body__member", "body__institution").get(key=obligation.key)


def _made(actor: Actor, body: Body, at: datetime, **values: Any) -> Obligation:
    ask(rules.is_sound(body, values["norm"], values["cadres"], values.get("course")))
    values["norm"], values["cadres"] = values["norm"].strip(), list(values["cadres"])
    return Obligation.objects.create(body=body, at=at, office=actor.office, **values)


def _facts(row: Obligation) -> dict[str, object]:
    until = row.until.isoformat() if row.until else ""
    return {
        "course": row.course_id or "", "cadres": list(row.cadres), "since": row.since.isoformat(), "until": until,
        "every": row.every or 0, "validity": row.validity or 0, "credits": str(row.credits or ""),
    }  # fmt: skip  # one row of a table, read as one


def _details(row: Obligation) -> dict[str, object]:
    return {"norm": row.norm, "day": row.day, "source": row.source, "address": row.address}
