"""Taking off somebody's second factor: one person asks, another agrees, a day passes, and the clock does it."""

import secrets
from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.people.commands import new_code, queue_letters, take_off_factors
from tejido.people.models import Account
from tejido.people.queries import code_digest, digest_of, guest_token
from tejido.registry.models import Seat
from tejido.registry.queries import actor_of, mandate_of

from .. import letters, rules
from ..models import FactorReset
from ..names import WAIT, Act, No
from ..queries import factors as queries


@transaction.atomic
def ask_reset(*, actor: Actor, seat: Seat, at: datetime) -> FactorReset:
    """Asks that the second factor of whoever holds this seat be taken off. The person is told at once."""
    mandate = mandate_of(seat, at)
    if mandate is None:
        raise Refused(Refusal(No.NO_FACTOR))
    account = Account.objects.select_for_update().get(pk=mandate.account_id)
    has_other = queries.has_others(seat, [str(account.pk)], at)
    has_factor = queries.has_factor(account)
    member = queries.code_of(seat)
    ask(rules.may_ask_reset(actor, member, str(account.pk), has_other=has_other, has_factor=has_factor))
    if queries.open_reset(account, at) is not None:
        raise Refused(Refusal(No.RESET_OPEN))
    FactorReset.objects.filter(account=account, settled_at=None, stopped_at=None).update(stopped_at=at)  # expired
    seed = secrets.token_hex(16)
    row = FactorReset.objects.create(
        account=account, seat=seat, asked_by_id=actor.mandate, asked_at=at,
        stop_seed=seed, stop_digest=digest_of(guest_token(seed)),
    )  # fmt: skip  # one row
    _write(actor, Act.FACTOR_RESET_ASKED, row, at)
    told = [letters.second_asked(row, each, at) for each in queries.seconds_of(row, at)]
    queue_letters(letters=[letters.asked_of(row, at), *told])
    return row


@transaction.atomic
def agree_to_reset(*, actor: Actor, reset: FactorReset, at: datetime) -> str:
    """Another person agrees. The code that they tell the person, by no letter, is returned and kept nowhere."""
    row = _locked(reset)
    others = queries.has_others(row.seat, queries.involved(row), at)
    serves = queries.serves_there(row, at)
    ask(rules.may_agree_to_reset(actor, row, actor_of(row.asked_by), has_other=others, serves=serves, at=at))
    code, due = new_code(), at + WAIT
    row.agreed_by_id, row.agreed_at, row.due_at, row.code = actor.mandate, at, due, code_digest(code)
    row.save(update_fields=["agreed_by", "agreed_at", "due_at", "code"])
    _write(actor, Act.FACTOR_RESET_AGREED, row, at, due=due)
    houses = sorted(queries.houses_of(row.account, at) | {queries.code_of(row.seat)})
    told = {each.pk: each for house in houses for each in queries.keepers(house, at) if each.pk != row.account_id}
    stops = [letters.keepers_told(row, each, due, at) for each in told.values()]
    queue_letters(letters=[letters.agreed_of(row, due, at), *stops])
    return code


@transaction.atomic
def stop_reset(*, actor: Actor, reset: FactorReset, at: datetime) -> None:
    """A seat that keeps the person's seats says no, or whoever asked or agreed thinks again."""
    row = _locked(reset)
    ask(rules.may_stop_reset(actor, row, queries.houses_of(row.account, at), at))
    _stop(actor, row, at)


@transaction.atomic
def stop_by_link(*, token: str, at: datetime) -> None:
    """The person stops it by the link of their letter. Who reads their mail may do that too: it takes nothing off."""
    found = queries.stopped_by(token, at)
    if found is None or not (row := _locked(found)).is_open_at(at):
        raise Refused(Refusal(No.RESET_SETTLED))
    _stop(_person(row.account), row, at)


@transaction.atomic
def stop_by_use(*, account: Account, at: datetime) -> None:
    """Whoever shows the second factor has not lost it."""
    found = queries.open_reset(account, at)
    if found is not None and (row := _locked(found)).is_open_at(at):
        _stop(_person(account), row, at)


def take_off_due(*, at: datetime) -> int:
    """Takes off what is due. Each is a transaction of its own. How many."""
    return sum(_take_off(row, at) for row in queries.due_resets(at))


@transaction.atomic
def _take_off(found: FactorReset, at: datetime) -> int:
    row = _locked(found)
    if not row.is_open_at(at):
        return 0  # stopped since it was found
    if not queries.serves_there(row, at):
        _stop(CLOCK, row, at)  # a stranger to the house by now
        return 0
    take_off_factors(account=row.account, code=row.code)
    FactorReset.objects.filter(key=row.key).update(settled_at=at, code="", stop_seed="")
    for house in sorted(queries.houses_of(row.account, at)):
        write_down(CLOCK, Act.FACTOR_TAKEN_OFF, row, at, {"account": row.account_id.hex}, tree=tree_of(house))
    queue_letters(letters=[letters.done_of(row, at)])
    return 1


def _stop(actor: Actor, row: FactorReset, at: datetime) -> None:
    FactorReset.objects.filter(key=row.key).update(stopped_at=at, code="", stop_seed="")
    _write(actor, Act.FACTOR_RESET_STOPPED, row, at)


def _person(account: Account) -> Actor:
    """Whoever shows that they are the person, from no seat."""
    return Actor(account=account.pk.hex, office="person")


def _locked(reset: FactorReset) -> FactorReset:
    """Of two who answer at once the second finds it settled."""
    found = FactorReset.objects.select_for_update(of=("self",))
    parts = ("account", "seat__institution__member", "asked_by__seat__institution__member", "agreed_by")
    return found.select_related(*parts).get(key=reset.key)


def _write(actor: Actor, act: Act, row: FactorReset, at: datetime, due: datetime | None = None) -> None:
    """In the ledger of the house: nobody else learns whose factor was lost."""
    facts = {"account": row.account_id.hex, "seat": row.seat_id} | ({"due": due.isoformat()} if due else {})
    write_down(actor, act, row, at, facts, tree=tree_of(queries.code_of(row.seat)))
