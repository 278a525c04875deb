"""Who may open the analysis: admitting, removing, handing over the lead, taking over; and the keys."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask, must_be_fresh
from tejido.registry.models import Mandate, Seat
from tejido.registry.queries import mandate_of

from .. import keys, proof, rules
from ..models import Admission, Analysis, Asking, Opening, Version
from ..names import Act
from ..queries.access import Opened, admissions_of, leader_of, read_cells
from .writing import admitted, destroy_unnamed, keep_version, locked, write_line


@transaction.atomic
def admit(*, actor: Actor, analysis: Analysis, seat: Seat, at: datetime) -> Admission:
    """From now on the present holder of this seat may open the analysis."""
    row, _ = _as_lead(actor, analysis, at)
    standing = _standing(row, seat.key)
    holder = mandate_of(seat, at)
    ask(rules.may_be_admitted(row, holder, standing))
    if standing is not None:
        _end(standing, at)
    leads = standing is not None and standing.leads
    mandate = cast("Mandate", holder)  # refused above where nobody holds the seat
    made = Admission.objects.create(analysis=row, seat=seat, mandate=mandate, leads=leads, at=at)
    write_line(actor, Act.ADMITTED, row, at, {"seat": seat.key})
    return made


@transaction.atomic
def remove(*, actor: Actor, analysis: Analysis, seat: str, at: datetime) -> None:
    """The seat may not open the analysis any more; where it is open there, it is closed. A seat may go by itself."""
    row = locked(analysis.key)
    own = admitted(actor, row)
    ask(must_be_fresh(actor.is_fresh) if own.seat_id == seat else rules.must_lead(actor, own, leader_of(row), at))
    other = _standing(row, seat)
    ask(rules.may_be_removed(own, other))
    _end(cast("Admission", other), at)  # refused above where it is not admitted
    write_line(actor, Act.REMOVED, row, at, {"seat": seat})


@transaction.atomic
def hand_lead(*, actor: Actor, analysis: Analysis, seat: str, at: datetime) -> None:
    row, _ = _as_lead(actor, analysis, at)
    other = Admission.objects.select_related("mandate").filter(analysis=row, seat=seat, ended_at=None).first()
    ask(rules.may_lead(other, at))
    Admission.objects.filter(analysis=row, ended_at=None).update(leads=False)
    Admission.objects.filter(analysis=row, seat=seat, ended_at=None).update(leads=True)
    write_line(actor, Act.LEAD_GIVEN, row, at, {"seat": seat})


@transaction.atomic
def take_over(*, actor: Actor, sleeping: Admission, at: datetime) -> Admission:
    """The new holder of an admitted seat goes on, where nobody who was admitted is there any more."""
    row = locked(sleeping.analysis_id)
    ask(rules.may_take_over(actor, admissions_of(row), at))
    Admission.objects.filter(analysis=row, ended_at=None).update(leads=False)
    _end(sleeping, at)
    made = Admission.objects.create(analysis=row, seat_id=actor.seat, mandate_id=actor.mandate, leads=True, at=at)
    write_line(actor, Act.TAKEN_OVER, row, at)
    return made


def renew_keys(*, actor: Actor, opened: Opened, passphrase: str, at: datetime) -> None:
    """A new key file, a new data key, and the passphrase that is given or none. What the old keys open is sealed anew
    or deleted, and the old file is destroyed: a stolen copy of it opens nothing that is kept from now on. The analysis
    is closed in every browser."""
    ask(rules.is_long_enough(passphrase))
    number, node_key = keys.make(opened.analysis.key, opened.analysis.number)
    lock = proof.new_lock(node_key, passphrase, opened.analysis.key, number)
    try:
        _renew(actor, opened, lock, number, at)
    except BaseException:
        destroy_unnamed(opened.analysis.key, number)
        raise


@transaction.atomic
def _renew(actor: Actor, opened: Opened, lock: proof.Lock, number: int, at: datetime) -> None:
    row, _ = _as_lead(actor, opened.analysis, at)
    ask(rules.is_as_opened(opened.analysis, row))
    cells = read_cells(opened.data_key, row)
    Analysis.objects.filter(key=row.key).update(wrapped=lock.wrapped, cost=lock.cost, number=number)
    for asking in Asking.objects.filter(analysis=row):
        asked = proof.unseal_asking(opened.data_key, bytes(asking.sealed), row.key, asking.key)
        sealed = proof.seal_asking(lock.data_key, asked, row.key, asking.key)
        Asking.objects.filter(key=asking.key).update(sealed=sealed)
    Version.objects.filter(analysis=row).delete()
    keep_version(actor, Act.KEYS_RENEWED, row, lock.data_key, cells, row.version + 1, at)
    Opening.objects.filter(admission__analysis=row).delete()
    # What stops after the commit the clock does: by then the row names the new key, and nothing here has failed.
    transaction.on_commit(lambda: keys.destroy_below(row.key, number), robust=True)


def _as_lead(actor: Actor, analysis: Analysis, at: datetime) -> tuple[Analysis, Admission]:
    row = locked(analysis.key)
    own = admitted(actor, row)
    ask(rules.must_lead(actor, own, leader_of(row), at))
    return row, own


def _standing(analysis: Analysis, seat: str) -> Admission | None:
    return Admission.objects.filter(analysis=analysis, seat=seat, ended_at=None).first()


def _end(admission: Admission, at: datetime) -> None:
    Admission.objects.filter(key=admission.key).update(ended_at=at, leads=False)
    Opening.objects.filter(admission=admission).delete()
