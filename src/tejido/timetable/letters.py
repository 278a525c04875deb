"""Letters about programmes, each in the language of its reader, one person a mail: that there is one, and what changed
in it since."""

from collections.abc import Callable

from django.conf import settings

from tejido.ledger.models import Line
from tejido.meetings.letters import queue
from tejido.seminars.letters import concerned
from tejido.seminars.models import Seminar

from .models import Announcement
from .names import Act
from .queries import announcement_for


def announce(line: Line, title: Callable[[Seminar], str], told: Callable[[Announcement], list[str]]) -> None:
    """Writes to who acts for the members and who serves the network. `told` says what changed, a sentence each."""
    seminar = Seminar.objects.select_related("cycle").get(key=line.object)
    row = announcement_for(seminar, line.facts["announcement"])

    def words() -> tuple[str, list[str]]:
        subject = f"{Act(line.act).label}: {title(seminar)}"
        return subject, [f"{subject}.", "\n".join(f"– {each}" for each in told(row)), address(seminar)]

    queue(concerned(line.at), words, occasion=line.key, at=line.at)


def address(seminar: Seminar) -> str:
    return f"{settings.ORIGIN}/seminars/{seminar.key}/programme/"
