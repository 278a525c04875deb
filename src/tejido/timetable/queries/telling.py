"""What people were told of a programme, and what changed since."""

from tejido.engine.programme import Change, changes
from tejido.seminars.models import Seminar

from ..lines import told_again
from ..models import Announcement, Session
from .programmes import Programme


def announcements_of(seminar: Seminar) -> list[Announcement]:
    """What was told, the latest first."""
    return list(Announcement.objects.filter(seminar=seminar).order_by("-number"))


def announcement_for(seminar: Seminar, number: int) -> Announcement:
    return Announcement.objects.get(seminar=seminar, number=number)


def announced_changes(announcement: Announcement) -> tuple[Change, ...]:
    """What an announcement told, against the one before it; of the first announcement nothing."""
    earlier = Announcement.objects.filter(seminar=announcement.seminar_id, number=announcement.number - 1).first()
    return changes(told_again(earlier.sessions), told_again(announcement.sessions)) if earlier else ()


def pending_changes(programme: Programme) -> tuple[Change, ...]:
    """What changed since people were told, and was not told yet."""
    return changes_since(programme, announcements_of(programme.seminar)[:1])


def changes_since(programme: Programme, told: list[Announcement]) -> tuple[Change, ...]:
    """What is not as the last of these announcements told it."""
    return changes(told_again(told[-1].sessions), programme.told) if told else ()


def removed_since(seminar: Seminar) -> list[Session]:
    """The sessions that people were told of and that were taken out since: what a calendar may still hold."""
    told = {each["id"] for row in announcements_of(seminar) for each in row.sessions}
    rows = Session.objects.select_related("room").filter(seminar=seminar).exclude(removed_at=None)
    return [row for row in rows if row.key in told]
