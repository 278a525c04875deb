"""Minutes in their versions, decisions, corrections and approval."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor

from ..models import (
    Approval,
    Circulation,
    Commitment,
    Correction,
    Decision,
    Item,
    Meeting,
    MinutesDraft,
    MinutesText,
)
from ..names import State
from .meetings import MeetingContext, meeting_for

WHOLE = "general"  # the address of the minutes of the meeting as a whole


@dataclass(frozen=True, slots=True)
class Record:
    """What was written down of a meeting: the latest minutes by item ("" is the meeting as a whole) and language,
    decisions, and how far the approval has come."""

    texts: dict[str, dict[str, MinutesText]]
    decisions: tuple[Decision, ...]
    commitments: tuple[Commitment, ...]
    circulation: Circulation | None
    approval: Approval | None

    def of(self, item: str) -> dict[str, MinutesText]:
        return self.texts.get(item, {})

    def decisions_of(self, item: str) -> tuple[Decision, ...]:
        return tuple(row for row in self.decisions if row.item_id == item)

    def commitments_of(self, item: str) -> tuple[Commitment, ...]:
        return tuple(row for row in self.commitments if (row.item_id or "") == item)

    @property
    def digest(self) -> str:
        """Over every word that is approved."""
        return canonical_digest(record_data(self))


def record_of(meeting: Meeting) -> Record:
    """Five queries, however long the meeting was."""
    texts: dict[str, dict[str, MinutesText]] = {}
    for row in MinutesText.objects.filter(meeting=meeting).order_by("number"):
        texts.setdefault(row.item_id or "", {})[row.language] = row
    return Record(
        texts,
        tuple(Decision.objects.filter(meeting=meeting)),
        tuple(
            Commitment.objects.filter(meeting=meeting)
            .select_related("party", "seat__institution__member")
            .order_by("number")
        ),
        circulation_of(meeting),
        approval_of(meeting),
    )


def record_data(record: Record) -> dict[str, Any]:
    """The words of minutes, decisions and commitments, in one order."""
    return {
        "minutes": {
            item: {tag: row.markdown for tag, row in sorted(by_tag.items()) if row.markdown}
            for item, by_tag in sorted(record.texts.items())
        },
        "decisions": [{"number": d.number, "item": d.item_id, "texts": dict(d.texts)} for d in record.decisions],
        "commitments": [{"number": c.number, "texts": dict(c.texts)} for c in record.commitments],
    }


def circulation_of(meeting: Meeting) -> Circulation | None:
    return Circulation.objects.filter(meeting=meeting).last()


def approval_of(meeting: Meeting) -> Approval | None:
    return Approval.objects.filter(meeting=meeting).select_related("in_meeting").first()


def later_open(meeting: Meeting) -> Meeting | None:
    """A later meeting of the same body that is open now."""
    later = Meeting.objects.filter(body=meeting.body_id, state=State.OPENED, starts_at__gt=meeting.starts_at)
    return later.first()


def versions_of(meeting: Meeting, item: Item | None, language: str) -> list[MinutesText]:
    """Every saved version, the latest first."""
    found = MinutesText.objects.filter(meeting=meeting, item=item, language=language)
    return list(found.order_by("-number"))


def latest_of(meeting: Meeting, item: Item | None, language: str) -> MinutesText | None:
    return MinutesText.objects.filter(meeting=meeting, item=item, language=language).last()


def draft_of(actor: Actor, meeting: Meeting, item: Item | None, language: str) -> MinutesDraft | None:
    """The actor's own unsaved draft. Nobody else's."""
    mine = MinutesDraft.objects.filter(meeting=meeting, seat=actor.seat, language=language)
    return mine.filter(item=item.key if item else "").first()


def corrections_of(meeting: Meeting) -> list[Correction]:
    return list(Correction.objects.filter(meeting=meeting).select_related("party", "item"))


def unanswered_of(meeting: Meeting) -> int:
    return Correction.objects.filter(meeting=meeting, verdict="").count()


def correction_for(actor: Actor, key: str) -> tuple[MeetingContext, Correction]:
    """Correction.DoesNotExist or Meeting.DoesNotExist for who does not read the meeting from inside."""
    row = Correction.objects.select_related("party").get(key=key)
    return meeting_for(actor, row.meeting_id), row


def decision_for(actor: Actor, key: str) -> tuple[MeetingContext, Decision]:
    """Decision.DoesNotExist or Meeting.DoesNotExist for who does not read the meeting from inside."""
    row = Decision.objects.select_related("item").get(key=key)
    return meeting_for(actor, row.meeting_id), row


def reads_minutes(context: MeetingContext, record: Record) -> bool:
    """Who prepares reads the minutes as they are written; the body from the day they are circulated."""
    return context.prepares or record.circulation is not None


def numbers(rows: Sequence[Decision] | Sequence[Commitment]) -> int:
    """The next number: numbers are never given twice."""
    return max((row.number for row in rows), default=0) + 1
