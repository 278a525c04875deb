"""Who may open an analysis, and where it is open. Whoever is not admitted finds nothing: not that it is there."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tejido.engine.sealing import NotAuthentic
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.names import closed_tree
from tejido.registry.models import Mandate
from tejido.registry.queries.mandates import held_at
from tejido.registry.rules import DELIBERATING

from .. import proof
from ..models import Admission, Analysis, Asking, Opening, Version
from ..names import Act

SAVING = (Act.BEGUN, Act.KEPT, Act.KEYS_RENEWED)  # the acts whose line has the digest of a version


@dataclass(frozen=True, slots=True)
class Browser:
    """One browser in one session: `secret` is known to the browser alone, and to this request."""

    session: str
    secret: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(b"risk\0" + self.session.encode() + b"\0" + self.secret).hexdigest()


class NotOpen(Exception):  # noqa: N818  # it names what is the case
    """The seat is admitted, and the analysis is not open in this browser."""

    def __init__(self, admission: Admission) -> None:
        super().__init__(admission.analysis_id)
        self.admission = admission


@dataclass(frozen=True, slots=True)
class Opened:
    """An analysis that is open: its data key, and what it says as it stands."""

    admission: Admission
    data_key: bytes
    cells: dict[str, Any]
    until: datetime

    @property
    def analysis(self) -> Analysis:
        return self.admission.analysis


def admission_for(actor: Actor, key: str) -> Admission:
    """The actor's own admission, under the mandate that they hold now. Admission.DoesNotExist for everybody else."""
    rows = Admission.objects.select_related("analysis__member", "mandate")
    return rows.get(analysis=key, analysis__destroyed_at=None, seat=actor.seat, mandate=actor.mandate, ended_at=None)


def sleeping_for(actor: Actor, key: str) -> Admission:
    """The admission of the actor's seat under an earlier mandate."""
    rows = Admission.objects.select_related("analysis__member", "mandate").exclude(mandate=actor.mandate)
    return rows.get(analysis=key, analysis__destroyed_at=None, seat=actor.seat, ended_at=None)


def admissions_of(analysis: Analysis) -> list[Admission]:
    """Those that stand, under whatever mandate."""
    rows = Admission.objects.filter(analysis=analysis, ended_at=None)
    return list(rows.select_related("mandate", "seat__institution__member"))


def leader_of(analysis: Analysis) -> Admission | None:
    rows = Admission.objects.filter(analysis=analysis, ended_at=None, leads=True)
    return rows.select_related("mandate").first()


def opened_for(actor: Actor, key: str, browser: Browser, at: datetime) -> Opened:
    """What the analysis says. NotOpen where it has to be opened first, Admission.DoesNotExist for whoever is not
    admitted, NotAuthentic where what is kept was changed outside of this house. Four queries."""
    admission = admission_for(actor, key)
    row = Opening.objects.filter(admission=admission, browser=browser.digest, until__gt=at).first()
    if row is None:
        raise NotOpen(admission)
    data_key = proof.unseal_from_browser(browser.secret, bytes(row.sealed), admission.key, admission.analysis.number)
    return Opened(admission, data_key, read_cells(data_key, admission.analysis), row.until)


def read_cells(data_key: bytes, analysis: Analysis) -> dict[str, Any]:
    """The version that stands. NotAuthentic where the row is missing, changed, another one's, or older than the last
    one that the ledger knows."""
    row = Version.objects.filter(analysis=analysis, number=analysis.version).first()
    sealed = bytes(row.sealed) if row else b""
    tree = closed_tree(analysis.key)
    last = Line.objects.filter(tree=tree, act__in=SAVING).order_by("-place").values_list("facts", flat=True).first()
    if last != {"version": analysis.version, "seal": proof.digest_of_sealed(sealed)}:
        raise NotAuthentic
    return proof.unseal_cells(data_key, sealed, analysis.key, analysis.version)


def cells_at(opened: Opened, number: int) -> dict[str, Any] | None:
    """An earlier version; None where it is not kept any more."""
    row = Version.objects.filter(analysis=opened.analysis, number=number).first()
    if row is None:
        return None
    return proof.unseal_cells(opened.data_key, bytes(row.sealed), opened.analysis.key, number)


@dataclass(frozen=True, slots=True)
class Access:
    """Who is admitted, who could be, and what was done. `own` is the actor's admission."""

    own: Admission
    admissions: Sequence[Admission]
    candidates: Sequence[Mandate]
    lines: Sequence[Line]
    versions: int
    at: datetime

    @property
    def leader(self) -> Admission | None:
        return next((row for row in self.admissions if row.leads), None)

    @property
    def rows(self) -> list[tuple[Admission, bool]]:
        """Each admission, and whether it holds: a new holder of a seat is not admitted with it."""
        return [(row, row.is_valid_at(self.at)) for row in self.admissions]


def access_of(opened: Opened, at: datetime, limit: int = 50) -> Access:
    """Four queries."""
    analysis, admissions = opened.analysis, admissions_of(opened.analysis)
    admitted = {row.mandate_id for row in admissions}
    held = held_at(at).filter(seat__institution__member=analysis.member, seat__role__in=DELIBERATING)
    candidates = held.exclude(key__in=admitted).select_related("seat__institution__member")
    lines = Line.objects.filter(tree=closed_tree(analysis.key)).order_by("-place").defer("canonical")[:limit]
    versions = Version.objects.filter(analysis=analysis).count()
    return Access(opened.admission, admissions, list(candidates), list(lines), versions, at)


def asking_for(opened: Opened, key: str) -> tuple[Asking, dict[str, Any]]:
    """A request to release, and the summary as it was asked for."""
    row = Asking.objects.select_related("mandate").get(analysis=opened.analysis, key=key)
    return row, proof.unseal_asking(opened.data_key, bytes(row.sealed), opened.analysis.key, row.key)
