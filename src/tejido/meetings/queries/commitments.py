"""Who promised what, and what is still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from tejido.ledger.actors import Actor
from tejido.web.instants import clocks

from ..models import Carried, Commitment, CommitmentReport, Meeting
from ..names import Standing, State
from ..rules.commitments import promised
from .meetings import BodyContext, MeetingContext, inside_of, meeting_for

OPEN = (Standing.OPEN, Standing.RENEWED)


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment with all that was reported of it. `is_ours`: the reader's seat or party promised it."""

    commitment: Commitment
    reports: tuple[CommitmentReport, ...]
    is_ours: bool

    @property
    def until(self) -> datetime | None:
        """The day of a promise ends on the clocks of the meeting where it was made."""
        due, zone = self.commitment.due, self.commitment.meeting.zone
        return datetime.combine(due, time(23, 59), clocks(zone)) if due else None

    def is_overdue(self, today: date) -> bool:
        due = self.commitment.due
        return self.commitment.is_open and due is not None and due < today


def commitments_of(actor: Actor, context: BodyContext, *, only_open: bool = False) -> list[CommitmentLine]:
    """The commitments of a body for who reads its meetings from inside, the nearest day first. Two queries."""
    found = Commitment.objects.filter(meeting__body=context.body)
    return _lines(actor, {context.body.key: context}, found.filter(standing__in=OPEN) if only_open else found)


def open_commitments(actor: Actor, bodies: Sequence[BodyContext] | None = None) -> list[CommitmentLine]:
    """Every open commitment of the bodies that the actor reads from inside. `bodies`: the actor's, where they are
    loaded."""
    inside = inside_of(actor, bodies)
    found = Commitment.objects.filter(meeting__body__in=list(inside), standing__in=OPEN)
    return _lines(actor, inside, found)


def own_open_commitments(actor: Actor, bodies: Sequence[BodyContext] | None = None) -> list[CommitmentLine]:
    """What the actor's seat, or the party that it speaks for, has promised and not yet kept. `bodies`: the actor's,
    where they are loaded."""
    return [line for line in open_commitments(actor, bodies) if line.is_ours]


def _lines(actor: Actor, contexts: dict[str, BodyContext], found: object) -> list[CommitmentLine]:
    rows = list(
        found.select_related("meeting__body__member", "party", "seat__institution__member", "decision")  # type: ignore[attr-defined]
    )
    reports: dict[str, list[CommitmentReport]] = {row.key: [] for row in rows}
    for report in CommitmentReport.objects.filter(commitment__in=list(reports)):
        reports[report.commitment_id].append(report)
    return [
        CommitmentLine(row, tuple(reports[row.key]), promised(contexts[row.meeting.body_id].capacity, actor.seat, row))
        for row in sorted(rows, key=lambda row: (row.due is None, row.due or date.max, row.number))
    ]


def commitment_for(actor: Actor, key: str) -> tuple[MeetingContext, CommitmentLine]:
    """Commitment.DoesNotExist or Meeting.DoesNotExist for who does not read the meeting from inside."""
    row = Commitment.objects.select_related(
        "meeting__body__member", "party", "seat__institution__member", "decision", "item"
    ).get(key=key)
    context = meeting_for(actor, row.meeting_id)
    reports = tuple(CommitmentReport.objects.filter(commitment=row))
    return context, CommitmentLine(row, reports, promised(context.capacity, actor.seat, row))


def to_carry(meeting: Meeting) -> list[Commitment]:
    """The open commitments of earlier meetings of the body that the agenda does not yet follow up."""
    carried = Carried.objects.filter(item__meeting=meeting, item__struck_at=None).values("commitment")
    found = Commitment.objects.filter(meeting__body=meeting.body_id, standing__in=OPEN).exclude(key__in=carried)
    earlier = found.exclude(meeting=meeting).exclude(meeting__state=State.CANCELLED)
    return list(earlier.filter(meeting__starts_at__lt=meeting.starts_at).select_related("meeting", "party", "seat"))


def carried_by(items: Sequence[str]) -> dict[str, list[Commitment]]:
    """The commitments that each item follows up, by the item's key. One query."""
    found: dict[str, list[Commitment]] = {key: [] for key in items}
    rows = Carried.objects.filter(item__in=list(items))
    for row in rows.select_related("commitment__party", "commitment__seat__institution__member", "commitment__meeting"):
        found[row.item_id].append(row.commitment)
    return found
