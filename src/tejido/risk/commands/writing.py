"""What every act here does: lock the analysis, see that the actor is still admitted, write a line that says nothing but
the act."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import Error

from tejido.ledger.actors import Actor
from tejido.ledger.commands import record
from tejido.ledger.names import closed_tree
from tejido.ledger.refusals import Refusal, Refused

from .. import keys, proof
from ..models import Admission, Analysis, Version
from ..names import Act, No
from ..terms import Cells


def locked(key: str) -> Analysis:
    """The analysis, until the transaction ends. Analysis.DoesNotExist where it was destroyed meanwhile."""
    rows = Analysis.objects.select_for_update(of=("self",)).select_related("member")
    return rows.get(key=key, destroyed_at=None)


def admitted(actor: Actor, analysis: Analysis) -> Admission:
    """The actor's admission, asked again under the lock: a removal that came first holds."""
    rows = Admission.objects.select_related("mandate")
    return rows.get(analysis=analysis, seat=actor.seat, mandate=actor.mandate, ended_at=None)


def destroy_unnamed(key: str, number: int) -> None:
    """A new key that came to no row is destroyed. The row is asked again: what failed may have failed after the commit,
    and then this is the only key there is. Where it cannot be asked the file stays; without a row it opens nothing."""
    with suppress(Error):
        if not Analysis.objects.filter(key=key, number=number).exists():
            keys.destroy(key, number)


def write_line(
    actor: Actor, act: Act, analysis: Analysis, at: datetime, facts: Mapping[str, Any] | None = None
) -> None:
    """One line of the closed ledger of the analysis: the act and the key of the analysis, no words and no number of
    factors."""
    record(
        actor=actor, act=act, tree=closed_tree(analysis.key), kind="analysis", object=analysis.key, at=at, facts=facts
    )  # fmt: skip  # one line, read as one


def keep_version(
    actor: Actor, act: Act, analysis: Analysis, data_key: bytes, cells: Cells, number: int, at: datetime
) -> None:
    """Seals what the analysis says now as its version `number`. Its line has the digest of what was sealed, so that an
    older version put in its place is noticed."""
    try:
        sealed = proof.seal_cells(data_key, cells, analysis.key, number)
    except ValueError as problem:
        raise Refused(Refusal(No.TOO_LARGE)) from problem
    Version.objects.create(analysis=analysis, number=number, sealed=sealed, at=at, seat=actor.seat)
    Analysis.objects.filter(key=analysis.key).update(version=number)
    write_line(actor, act, analysis, at, {"version": number, "seal": proof.digest_of_sealed(sealed)})
