"""Which activity of a system stands for the course of which cohort."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.records.models import Cohort

from .. import rules
from ..models import Link, Store
from ..names import Act


@transaction.atomic
def link_activity(
    *, actor: Actor, store: Store, cohort: Cohort, activity: str, home: str, paper: str, at: datetime
) -> Link:
    """Who completes the activity from now on is entered into the cohort. `cohort` was loaded for this actor."""
    Store.objects.select_for_update().get(key=store.key)
    is_linked = Link.objects.filter(store=store, activity=activity, ended_at=None).exists()
    ask(rules.may_link(actor, store.body, activity, home, is_linked=is_linked))
    made = Link.objects.create(
        store=store, cohort=cohort, activity=activity, home=home, paper=paper, at=at, office=actor.office
    )
    details = {"activity": activity, "home": home}
    facts = {"cohort": cohort.key, "paper": paper}
    write_down(actor, Act.LINKED, made, at, facts, tree=store.body.tree, details=details)
    return made


@transaction.atomic
def unlink_activity(*, actor: Actor, link: Link, at: datetime) -> None:
    """What was entered stays; what comes from now on is a statement and nothing more."""
    Store.objects.select_for_update().get(key=link.store_id)
    row = Link.objects.select_related("store__body__member", "store__body__institution").get(key=link.key)
    ask(rules.may_unlink(actor, row))
    Link.objects.filter(key=row.key).update(ended_at=at, ended_office=actor.office)
    write_down(actor, Act.UNLINKED, row, at, tree=row.store.body.tree)
