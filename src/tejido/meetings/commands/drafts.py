"""What a seat is writing into the minutes: kept every few seconds, seen by nobody else, and no act of anybody."""

from datetime import datetime

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from ..models import Item, Meeting, MinutesDraft
from ..queries.meetings import meeting_for
from ..queries.minutes import approval_of
from ..rules import minutes as rules


def keep_minutes_draft(
    *, actor: Actor, meeting: Meeting, item: Item | None, language: str, markdown: str, base: int, at: datetime
) -> MinutesDraft:
    """Keeps what was typed. Nothing is recorded until it is saved."""
    context = meeting_for(actor, meeting.key)
    ask(rules.may_save(context.capacity, context.meeting, approval_of(context.meeting)))
    draft, _ = MinutesDraft.objects.update_or_create(
        meeting=meeting,
        seat=actor.seat,
        item=item.key if item else "",
        language=language,
        defaults={"markdown": markdown, "base": base, "saved_at": at},
    )
    return draft


def discard_minutes_draft(*, actor: Actor, meeting: Meeting, item: Item | None, language: str) -> None:
    mine = MinutesDraft.objects.filter(meeting=meeting, seat=actor.seat, language=language)
    mine.filter(item=item.key if item else "").delete()
