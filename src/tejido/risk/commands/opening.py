"""Beginning an analysis, opening it in a browser, and closing it there."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F

from tejido.ledger.actors import Actor
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Member
from tejido.registry.queries import day_of

from .. import keys, proof, rules
from ..models import Admission, Analysis, Opening
from ..names import Act, No
from ..queries.access import Browser
from ..terms import Cells
from .writing import admitted, destroy_unnamed, keep_version, locked, write_line

HOURS = timedelta(hours=2)  # that an analysis stays open in a browser


@dataclass(frozen=True, slots=True)
class Beginning:
    """How an analysis begins: its frame, its language, its last day, and a passphrase or none."""

    cells: Cells
    language: str
    ends_on: date
    passphrase: str = ""
    is_demonstration: bool = False


def begin_analysis(*, actor: Actor, member: Member, beginning: Beginning, at: datetime) -> Analysis:
    """Begins an analysis with a key of its own. The seat leads it, and nobody else learns of it."""
    ask(rules.may_begin(actor))
    ask(rules.is_long_enough(beginning.passphrase))
    ask(rules.may_end_on(beginning.ends_on, day_of(at)))
    key = new_key()
    _number, node_key = keys.make(key)
    lock = proof.new_lock(node_key, beginning.passphrase, key, 1)
    try:
        return _begin(actor, member, beginning, key, lock, at)
    except BaseException:
        destroy_unnamed(key, 1)
        raise


@transaction.atomic
def _begin(actor: Actor, member: Member, beginning: Beginning, key: str, lock: proof.Lock, at: datetime) -> Analysis:
    row = Analysis.objects.create(
        key=key, member=member, language=beginning.language, at=at, ends_on=beginning.ends_on,
        cost=lock.cost, wrapped=lock.wrapped, is_demonstration=beginning.is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    Admission.objects.create(analysis=row, seat_id=actor.seat, mandate_id=actor.mandate, leads=True, at=at)
    keep_version(actor, Act.BEGUN, row, lock.data_key, beginning.cells, 1, at)
    return row


def open_analysis(*, actor: Actor, admission: Admission, browser: Browser, passphrase: str, at: datetime) -> Opening:
    """Opens the analysis in one browser for two hours. A wrong passphrase is counted before it is looked at, so that no
    number of tries at once is more than five."""
    tried = _count_try(actor, admission, at)
    try:
        data_key = _data_key(tried.analysis, passphrase)
    except proof.WrongPassphrase as problem:
        raise Refused(Refusal(No.WRONG_PASSPHRASE)) from problem
    return _keep_opening(actor, tried, browser, data_key, at)


@transaction.atomic
def _count_try(actor: Actor, admission: Admission, at: datetime) -> Admission:
    analysis = locked(admission.analysis_id)
    own = admitted(actor, analysis)
    ask(rules.may_open(actor, own, at))
    own.analysis = analysis
    if analysis.has_passphrase:
        is_over = own.failures >= rules.TRIES
        Admission.objects.filter(key=own.key).update(failures=1 if is_over else F("failures") + 1, failed_at=at)
    return own


def _data_key(analysis: Analysis, passphrase: str) -> bytes:
    """Outside of a transaction: scrypt takes its time, and nobody should wait for it."""
    node_key = keys.read(analysis.key, analysis.number)
    wrapped = bytes(analysis.wrapped)
    return proof.unwrap(wrapped, node_key, passphrase, analysis.cost, analysis.key, analysis.number)


@transaction.atomic
def _keep_opening(actor: Actor, own: Admission, browser: Browser, data_key: bytes, at: datetime) -> Opening:
    number = own.analysis.number
    analysis = locked(own.analysis_id)
    admitted(actor, analysis)
    Admission.objects.filter(key=own.key).update(failures=0, failed_at=None)
    sealed = proof.seal_for_browser(browser.secret, data_key, own.key, number)
    values = {"sealed": sealed, "at": at, "until": at + HOURS}
    row, _ = Opening.objects.update_or_create(admission=own, browser=browser.digest, defaults=values)
    write_line(actor, Act.OPENED, analysis, at)
    return row


def close_analysis(*, admission: Admission, browser: Browser) -> None:
    """Closes it in this browser before its two hours are over. It takes nothing from anybody, and is no act."""
    Opening.objects.filter(admission=admission, browser=browser.digest).delete()
