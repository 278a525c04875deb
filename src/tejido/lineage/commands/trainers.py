"""Trainers: entered, authorised, written down as those of a cohort. Names go sealed into their rows, nowhere else."""

import secrets
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from tejido.curriculum.models import Edition
from tejido.engine.sealing import NONCE_LENGTH, seal
from tejido.formats.roster.documents import Paper, number_of
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import ask
from tejido.records import keys
from tejido.records.commands.spaces import lock
from tejido.records.models import Cohort
from tejido.records.rules import may_enter
from tejido.registry.models import Body
from tejido.registry.queries import capacity

from .. import rules
from ..models import Authorisation, Teaching, Trainer
from ..names import Act, Ground
from ..queries import certificate_with, fit_on, has_completed, person_of, trainers_of_cohort
from ..queries.lineages import bound_to

_BLOCK = 64  # bytes: the length of a name tells little


@transaction.atomic
def enter_trainer(
    *, actor: Actor, space: Body, name: str, number: str, at: datetime, is_demonstration: bool = False
) -> Trainer:
    """A person who teaches at this school. `number` is that of a national identity document, by which the member's
    pseudonym is made."""
    ask(may_enter(capacity(actor, space)))
    held = lock(space)
    plain = number_of(number)
    document = f"{Paper.NATIONAL}:{plain}"
    person = keys.persons(held.member_key, [document])[0]
    is_there = bool(plain) and person_of(space, person) is not None
    ask(rules.is_known_by(name, plain, is_there=is_there))
    key, nonce = new_key(), secrets.token_bytes(NONCE_LENGTH)
    clear = f"{name.strip()}\x1f{document}".encode()
    sealed = seal(held.space_key, clear, nonce=nonce, bound=bound_to(key), block=_BLOCK)
    row = Trainer.objects.create(
        key=key,
        space=space,
        person=person,
        sealed=sealed,
        is_demonstration=is_demonstration,
        at=at,
        office=actor.office,
    )
    write_down(actor, Act.TRAINER_ENTERED, row, at, tree=space.tree)
    return row


@transaction.atomic
def authorise_trainer(
    *,
    actor: Actor,
    trainer: Trainer,
    edition: Edition,
    ground: str,
    since: date,
    at: datetime,
    until: date | None = None,
    code: str = "",
    cohort: Cohort | None = None,
    document: str = "",
) -> Authorisation:
    """This trainer may teach this edition from a day on: by the certificate of a seminar with this code, by a
    completion in this cohort of the same school, or by a document."""
    row = Trainer.objects.select_related("space__member", "space__institution").get(key=trainer.key)
    certificate = certificate_with(code, at) if ground == Ground.SEMINAR else None
    chosen = cohort if ground == Ground.COURSE and cohort is not None and cohort.space_id == row.space_id else None
    named = document.strip() if ground == Ground.DOCUMENT else ""
    is_proven = bool(certificate or named or (chosen is not None and has_completed(chosen, row)))
    ask(rules.may_authorise(capacity(actor, row.space), ground, since, until, is_proven=is_proven))
    made = Authorisation.objects.create(
        trainer=row, edition=edition, ground=ground, certificate=certificate, cohort=chosen, document=named,
        since=since, until=until, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"trainer": row.key, "edition": edition.key, "ground": ground, "since": since.isoformat()}
    write_down(actor, Act.TRAINER_AUTHORISED, made, at, facts, tree=row.space.tree)
    return made


@transaction.atomic
def withdraw_authorisation(*, actor: Actor, authorisation: Authorisation, reason: str, at: datetime) -> None:
    """From now on it holds no more. Cohorts that were taught under it stay as they are."""
    rows = Authorisation.objects.select_for_update(of=("self",))
    row = rows.select_related("trainer__space__member", "trainer__space__institution").get(key=authorisation.key)
    space = row.trainer.space
    ask(rules.may_withdraw(capacity(actor, space), row))
    row.withdrawn_at, row.withdrawn_because = at, reason
    row.save(update_fields=["withdrawn_at", "withdrawn_because"])
    facts = {"trainer": row.trainer_id}
    write_down(actor, Act.AUTHORISATION_WITHDRAWN, row, at, facts, tree=space.tree, details={"reason": reason})


@transaction.atomic
def set_trainers(*, actor: Actor, cohort: Cohort, trainers: Collection[str], at: datetime) -> None:
    """Who taught the cohort, by the keys of trainers of the same school: these and no others."""
    Cohort.objects.select_for_update().get(key=cohort.key)
    row = Cohort.objects.select_related("space__member", "space__institution", "edition").get(key=cohort.key)
    before, after = trainers_of_cohort(row), frozenset(trainers)
    are_own = Trainer.objects.filter(space=row.space, key__in=after).count() == len(after)
    unfit = len(after - before - fit_on(row, after - before))
    doer = capacity(actor, row.space)
    ask(rules.may_set_trainers(doer, row.starts, are_own=are_own, unfit=unfit, before=before, after=after))
    Teaching.objects.filter(cohort=row, trainer__in=before - after, removed_at=None).update(removed_at=at)
    Teaching.objects.bulk_create(
        Teaching(cohort=row, trainer_id=key, at=at, office=actor.office) for key in sorted(after - before)
    )
    write_down(actor, Act.TRAINERS_SET, row, at, {"trainers": len(after)}, tree=row.space.tree)
