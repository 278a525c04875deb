"""The network's vocabulary of types and target groups: kept by the secretariat, and nothing in it is ever deleted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Member
from tejido.registry.rules import may_keep_network

from .. import rules
from ..lines import fold
from ..models import Term
from ..names import Act, Standing

Names = Mapping[str, str]


@transaction.atomic
def add_term(*, actor: Actor, use: str, names: Names, at: datetime) -> Term:
    """A term that everybody can choose from now on."""
    ask(may_keep_network(actor) or rules.is_named(names) or rules.is_new(_is_there(use, names)))
    row = Term.objects.create(use=use, names=dict(names), at=at, office=actor.office, decided_at=at)
    _write_down(actor, Act.TERM_ADDED, row, at, {"names": row.names})
    return row


@transaction.atomic
def propose_term(*, actor: Actor, use: str, names: Names, at: datetime) -> Term:
    """A seat of a member asks for a term. Only its member and the secretariat see it until it is taken in."""
    ask(rules.may_propose(actor) or rules.is_named(names) or rules.is_new(_is_there(use, names)))
    member = Member.objects.get(code=actor.member)
    row = Term.objects.create(
        use=use, names=dict(names), standing=Standing.PROPOSED, proposed_by=member, at=at, office=actor.office
    )
    _write_down(actor, Act.TERM_PROPOSED, row, at, {"names": row.names}, tree=tree_of(member.code))
    return row


@transaction.atomic
def decide_term(*, actor: Actor, term: Term, takes_in: bool, at: datetime, reason: str = "") -> None:
    """The proposal is taken in, or not, and why. Somebody may have added the same meanwhile."""
    row = _locked(term)
    is_there = takes_in and _is_there(row.use, row.names)
    ask(rules.may_decide(actor, row) or rules.is_new(is_there))
    row.standing, row.reason, row.decided_at = Standing.IN_USE if takes_in else Standing.DECLINED, reason, at
    row.save(update_fields=["standing", "reason", "decided_at"])
    _write_down(actor, Act.TERM_DECIDED, row, at, {"names": row.names, "reason": reason})


@transaction.atomic
def rename_term(*, actor: Actor, term: Term, names: Names, at: datetime) -> None:
    """It is called so from now on, wherever it was chosen."""
    row = _locked(term)
    before, row.names = row.names, dict(names)
    ask(rules.may_keep_term(actor, row) or rules.is_named(names))
    ask(rules.changes_something([] if before == row.names else [row]) or rules.is_new(_is_there(row.use, names, row)))
    row.save(update_fields=["names"])
    _write_down(actor, Act.TERM_RENAMED, row, at, {"before": before, "names": row.names})


@transaction.atomic
def retire_term(*, actor: Actor, term: Term, at: datetime) -> None:
    """It cannot be chosen any more. Where it was chosen it stays."""
    row = _locked(term)
    ask(rules.may_keep_term(actor, row))
    row.standing, row.decided_at = Standing.RETIRED, at
    row.save(update_fields=["standing", "decided_at"])
    _write_down(actor, Act.TERM_RETIRED, row, at, {})


def _locked(term: Term) -> Term:
    return Term.objects.select_for_update(of=("self",)).get(key=term.key)


def _is_there(use: str, names: Names, but: Term | None = None) -> bool:
    """Whether a term in use is called so in one of these languages."""
    wanted = {(tag, fold(name)) for tag, name in names.items()}
    rows = Term.objects.filter(use=use, standing=Standing.IN_USE).exclude(key=but.key if but else "")
    return any((tag, fold(name)) in wanted for row in rows for tag, name in row.names.items())


def _write_down(
    actor: Actor, act: Act, row: Term, at: datetime, details: Mapping[str, Any], *, tree: str = NETWORK
) -> None:
    facts = {"use": str(row.use), "standing": str(row.standing)}
    ledger.write_down(actor, act, row, at, facts, tree=tree, details=details)
