"""What the pages show of analyses: those of the actor, one as an outline, several side by side."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F

from tejido.engine.sealing import NotAuthentic
from tejido.ledger.actors import Actor

from .. import proof
from ..models import Admission, Analysis, Asking, Opening, Version
from ..names import Factor
from ..terms import Cells, evidence_of, is_answered
from .access import Browser, Opened, opened_for

SOON = timedelta(days=30)  # before its last day an analysis is announced to those who may open it


@dataclass(frozen=True, slots=True)
class Own:
    """An analysis of the actor's. Its title can be read only where it is open."""

    admission: Admission
    cells: Cells | None
    at: datetime

    @property
    def analysis(self) -> Analysis:
        return self.admission.analysis

    @property
    def is_open(self) -> bool:
        return self.cells is not None

    @property
    def is_asleep(self) -> bool:
        """The seat is admitted, under an earlier mandate."""
        return not self.admission.is_valid_at(self.at)

    @property
    def ends_soon(self) -> bool:
        return self.analysis.ends_on <= (self.at + SOON).date()


def own_analyses(actor: Actor, browser: Browser, at: datetime) -> list[Own]:
    """Those that the actor's seat is admitted to, the latest first; the destroyed ones too. Three queries."""
    rows = Admission.objects.filter(seat=actor.seat or "-", ended_at=None).select_related("analysis", "mandate")
    admissions = list(rows.order_by("-analysis__at", "key"))
    found = _cells(admissions, browser, at)
    return [Own(row, found.get(row.key), at) for row in admissions]


def _cells(admissions: Sequence[Admission], browser: Browser, at: datetime) -> dict[str, Cells]:
    """What each of them says, where it is open in this browser and can be read."""
    rows = [row for row in admissions if row.is_valid_at(at) and row.analysis.destroyed_at is None]
    openings = {
        row.admission_id: row
        for row in Opening.objects.filter(admission__in=rows, browser=browser.digest, until__gt=at)
    }
    analyses = [row.analysis_id for row in rows if row.key in openings]
    versions = Version.objects.filter(analysis__in=analyses, number=F("analysis__version"))
    sealed = {row.analysis_id: bytes(row.sealed) for row in versions}
    found: dict[str, Cells] = {}
    for row in rows:
        if row.key in openings and row.analysis_id in sealed:
            with suppress(NotAuthentic):  # its own page says what is wrong with it
                found[row.key] = _read(row, browser, bytes(openings[row.key].sealed), sealed[row.analysis_id])
    return found


def _read(row: Admission, browser: Browser, opening: bytes, sealed: bytes) -> Cells:
    analysis = row.analysis
    data_key = proof.unseal_from_browser(browser.secret, opening, row.key, analysis.number)
    return proof.unseal_cells(data_key, sealed, analysis.key, analysis.version)


@dataclass(frozen=True, slots=True)
class Part:
    """One factor in one analysis."""

    factor: Factor
    place: str
    cells: Mapping[str, str]
    evidence: tuple[tuple[str, Mapping[str, str]], ...]
    is_answered: bool


def part_of(cells: Cells, factor: Factor, place: str = "") -> Part:
    """The fields of a factor by their names, and its evidence."""
    start = f"{factor}."
    fields = {name.removeprefix(start): value for name, value in cells.items() if name.startswith(start)}
    own = {name: value for name, value in fields.items() if not name.startswith("e.")}
    return Part(factor, place, own, tuple(evidence_of(cells, factor)), is_answered(cells, factor))


def parts_of(opened: Opened) -> list[Part]:
    """All fourteen, in their order."""
    return [part_of(opened.cells, factor, place) for place, factor in proof.places(opened.data_key).items()]


def waiting_asking(analysis: Analysis, at: datetime) -> Asking | None:
    """The request that waits for a second person."""
    rows = Asking.objects.filter(analysis=analysis, settled_at=None, expires_at__gt=at)
    return rows.select_related("mandate").first()


def askings_of(opened: Opened) -> list[tuple[Asking, dict[str, object]]]:
    """Every request to release, the latest first, with what was asked."""
    rows = Asking.objects.filter(analysis=opened.analysis).order_by("-at", "key").select_related("mandate")
    key = opened.data_key
    return [(row, proof.unseal_asking(key, bytes(row.sealed), opened.analysis.key, row.key)) for row in rows]


def opened_beside(actor: Actor, keys: Sequence[str], browser: Browser, at: datetime) -> list[Opened]:
    """Several analyses that are open, the oldest first."""
    found = [opened_for(actor, key, browser, at) for key in dict.fromkeys(keys)]
    return sorted(found, key=lambda opened: (opened.analysis.at, opened.analysis.key))


def waits_for(actor: Actor, at: datetime) -> tuple[list[Asking], list[Analysis]]:
    """For the desk: requests that wait for this seat as the second person, and analyses whose last day is near. Two
    queries. Nothing of what they say."""
    own = Admission.objects.filter(
        seat=actor.seat or "-", mandate=actor.mandate or "-", ended_at=None, analysis__destroyed_at=None
    )
    analyses = {row.analysis_id: row.analysis for row in own.select_related("analysis")}
    rows = Asking.objects.filter(analysis__in=list(analyses), settled_at=None, expires_at__gt=at)
    asked = [row for row in rows.select_related("mandate") if _is_other(actor, row)]
    ending = [row for row in analyses.values() if row.ends_on <= (at + SOON).date()]
    return asked, ending


def unshredded(before: datetime) -> list[str]:
    """The keys of analyses that were destroyed before an instant while files of their keys are still there."""
    rows = Analysis.objects.filter(destroyed_at__lt=before, is_shredded=False)
    return list(rows.order_by("destroyed_at", "key").values_list("key", flat=True))


def _is_other(actor: Actor, asking: Asking) -> bool:
    return asking.mandate.seat_id != actor.seat and str(asking.mandate.account_id) != actor.account
