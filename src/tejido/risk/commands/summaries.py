"""What leaves the analysis: a summary that two persons release, and that can be withdrawn."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tejido.engine.sealing import SALT_LENGTH
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.keys import new_key
from tejido.ledger.names import NETWORK, closed_tree
from tejido.ledger.refusals import ask

from .. import proof, rules
from ..models import Analysis, Asking, Summary
from ..names import Act, Outcome, Readers
from ..queries.access import Opened, read_cells
from ..terms import summary_of
from .writing import admitted, locked, write_line

WEEK = timedelta(days=7)  # that a request waits for the second person


@transaction.atomic
def ask_release(*, actor: Actor, opened: Opened, readers: str, codes: list[str], seen: str, at: datetime) -> Asking:
    """Asks for the release of the summary exactly as it was seen, to these readers. Until a second person agrees
    nothing is released. `seen` is the digest of the summary that the preview showed."""
    row = locked(opened.analysis.key)
    admitted(actor, row)
    said = summary_of(read_cells(opened.data_key, row))
    digest = proof.digest_of(said)
    asked = {**said, "readers": readers, "codes": codes if readers == Readers.MEMBERS else [], "language": row.language}
    waiting = Asking.objects.filter(analysis=row, settled_at=None, expires_at__gt=at).exists()
    ask(rules.may_ask(actor, asked, seen, digest, is_asked=waiting))
    key = new_key()
    sealed = proof.seal_asking(opened.data_key, asked, row.key, key)
    made = Asking.objects.create(
        key=key, analysis=row, mandate_id=actor.mandate, sealed=sealed, at=at, expires_at=at + WEEK
    )
    write_line(actor, Act.RELEASE_ASKED, row, at)
    return made


@transaction.atomic
def settle(*, actor: Actor, opened: Opened, asking: Asking, outcome: str, at: datetime) -> Summary | None:
    """Agreed, refused or taken back. Agreed, the summary is released: a copy of what was asked for and of nothing
    else. None where nothing is released here."""
    row = locked(opened.analysis.key)
    admitted(actor, row)
    found = Asking.objects.select_related("mandate").get(key=asking.key, analysis=row)
    ask(rules.may_settle(actor, found, at, outcome=outcome))
    Asking.objects.filter(key=found.key).update(settled_at=at, outcome=outcome)
    write_line(actor, Act.RELEASE_SETTLED, row, at)
    asked = proof.unseal_asking(opened.data_key, bytes(found.sealed), row.key, found.key)
    if outcome != Outcome.AGREED or asked["readers"] == Readers.FILE:
        return None
    return _release(actor, row, asked, at)


def _release(actor: Actor, row: Analysis, asked: Mapping[str, Any], at: datetime) -> Summary:
    salt = secrets.token_bytes(SALT_LENGTH)
    made = Summary.objects.create(
        analysis=row, member=row.member, readers=asked["readers"], codes=asked["codes"], language=asked["language"],
        title=asked["title"], introduction=asked["introduction"], lines=asked["lines"],
        salt=salt, digest=proof.digest_of_release(asked, salt), at=at, is_demonstration=row.is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"member": row.member.code, "digest": made.digest}
    write_down(actor, Act.SUMMARY_RELEASED, made, at, facts, tree=_tree(made))
    return made


@transaction.atomic
def withdraw_summary(*, actor: Actor, summary: Summary, at: datetime) -> None:
    """Nobody reads it here any more, and its words are erased with their salt. What others have kept of it stays with
    them."""
    row = Summary.objects.select_for_update().get(key=summary.key)
    ask(rules.may_withdraw(actor, row))
    Summary.objects.filter(key=row.key).update(withdrawn_at=at, title="", introduction="", lines=[], salt=b"")
    write_down(actor, Act.SUMMARY_WITHDRAWN, row, at, {"digest": row.digest}, tree=_tree(row))


def _tree(row: Summary) -> str:
    """What all may read stands in the ledger of all; what was shown to some, in that of the analysis."""
    return NETWORK if row.readers == Readers.NETWORK else closed_tree(row.analysis_id)
