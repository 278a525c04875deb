"""What changed in the work of a seat, as all parties of its bodies may see it: acts by their names, titles, days.

Read from the ledgers that the desk reads, with the same lines left out. Only acts of this list are told: those about
which letters are written anyway, and what every seat sees become of positions, comments and meetings.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tejido.deliberation.models import Procedure, Round
from tejido.deliberation.names import Act as Of
from tejido.desk.acts import words
from tejido.desk.queries import recent
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.meetings.models import Meeting
from tejido.meetings.names import Act as OfMeeting
from tejido.meetings.queries.meetings import BodyContext
from tejido.meetings.words import title_of
from tejido.web.languages import in_my_language

MOST = 400  # lines that are looked at; a week of a large network has fewer
TOLD = frozenset(
    {
        Of.ROUND_OPENED, Of.ROUND_EXTENDED, Of.POSITION_RELEASED, Of.POSITION_WITHDRAWN, Of.COMMENT_DISPOSED,
        Of.DISPOSITION_ANSWERED, Of.PROCEDURE_OPENED, Of.TEXT_CHANGED, Of.AGREEMENT_GIVEN, Of.OBJECTION_RAISED,
        Of.OBJECTION_LIFTED, Of.SILENCE_EXTENDED, Of.MEETING_CONCLUDED, Of.TEXT_ADOPTED, Of.PROCEDURE_LAPSED,
        Of.PROPOSAL_WITHDRAWN,
        OfMeeting.MEETING_CONVENED, OfMeeting.MEETING_POSTPONED, OfMeeting.MEETING_CANCELLED,
        OfMeeting.MEETING_CLOSED, OfMeeting.AGENDA_ANNOUNCED, OfMeeting.DECISION_ENTERED,
        OfMeeting.MINUTES_CIRCULATED, OfMeeting.MINUTES_APPROVED,
    }
)  # fmt: skip  # one list


@dataclass(frozen=True, slots=True)
class Change:
    """An act that was done to one thing, how often, and when last. `path` is where it is read."""

    what: str
    title: str
    path: str
    count: int
    at: datetime


def changes_of(actor: Actor, since: datetime, at: datetime, bodies: Sequence[BodyContext]) -> list[Change]:
    """The oldest first; what was done to one thing several times is told once. Five queries at most."""
    lines = recent(actor, at, bodies, since=since, limit=MOST)
    told = [line for line in reversed(lines) if line.act in TOLD and since < line.at <= at]
    titles = _titles(told)
    found: dict[tuple[str, str], list[Line]] = {}
    for line in told:
        if (path := _path(line)) in titles:
            found.setdefault((line.act, path), []).append(line)
    return [
        Change(words(act), titles[path], path, len(several), several[-1].at)
        for (act, path), several in sorted(found.items(), key=lambda each: each[1][-1].at)
    ]


def _path(line: Line) -> str:
    """The page of what the act was done to: of a position and of a comment, their round."""
    if "round" in line.facts and line.kind in {"position", "comment"}:
        return f"/rounds/{line.facts['round']}/"
    return f"/{line.kind}s/{line.object}/"


def _titles(lines: Iterable[Line]) -> dict[str, str]:
    """What the pages are called, by their paths. Three queries."""
    paths: Mapping[str, set[str]] = {"rounds": set(), "procedures": set(), "meetings": set()}
    for line in lines:
        _, place, key, _ = _path(line).split("/")
        paths.get(place, set()).add(key)
    rounds = Round.objects.filter(pk__in=paths["rounds"]).select_related("text")
    procedures = Procedure.objects.filter(pk__in=paths["procedures"]).select_related("text")
    meetings = Meeting.objects.filter(pk__in=paths["meetings"])
    return {
        **{f"/rounds/{row.pk}/": in_my_language(row.text.title) for row in rounds},
        **{f"/procedures/{row.pk}/": in_my_language(row.text.title) for row in procedures},
        **{f"/meetings/{row.pk}/": title_of(row) for row in meetings},
    }
