"""Attendance and certificates in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.registry.models import Member
from tejido.timetable.models import Session
from tejido.web.dates import span
from tejido.web.languages import in_my_language

from .models import Completion
from .rules import Reckoned


def member_words(member: Member) -> str:
    return in_my_language(member.name) or member.code


def session_words(session: Session) -> str:
    """As lists and people call it: its number, the letter of its group, its title."""
    return f"{session.number}{session.parallel} {in_my_language(session.title)}".strip()


def rule_words(completion: Completion | None, sessions: Sequence[Session]) -> list[str]:
    """What it takes, a sentence each."""
    if completion is None:
        return [_("It was not said yet what it takes to complete this seminar.")]
    first = _("At least %(share)s %% of the counted sessions have to be attended.") % {"share": completion.share}
    named = [session_words(session) for session in sessions if session.key in set(completion.obligatory)]
    more = [_("Obligatory: %(sessions)s.") % {"sessions": "; ".join(named)}] if named else []
    return [first, *more, _("Sessions for which somebody is excused are left out of the reckoning.")]


def standing_words(found: Reckoned) -> str:
    """How far somebody has come, in one sentence."""
    counts = {"attended": found.attended, "counted": found.counted, "percent": found.percent}
    said = ngettext(
        "%(attended)s of %(counted)s session attended (%(percent)s %%).",
        "%(attended)s of %(counted)s sessions attended (%(percent)s %%).",
        found.counted,
    )
    parts = [said % counts]
    if found.excused:
        parts.append(ngettext("%(n)s excused.", "%(n)s excused.", found.excused) % {"n": found.excused})
    if found.missing:
        parts.append(_("Obligatory and missing: %(numbers)s.") % {"numbers": ", ".join(map(str, found.missing))})
    return " ".join(parts)


def days_words(since: str, until: str) -> str:
    """From one day to another, as exact as they are known."""
    several = [found[which] for value, which in ((since, 0), (until, 1)) if (found := span(value))]
    said = list(dict.fromkeys(date_format(day, "DATE_FORMAT") for day in several))
    return _("%(since)s to %(until)s") % {"since": said[0], "until": said[1]} if len(said) == 2 else "".join(said)


def facts_words(data: Mapping[str, Any]) -> dict[str, str]:
    """What a certificate is for, in the reader's language."""
    named = {
        name: in_my_language(data[name]) for name in ("network", "title", "cycle", "seminar", "place", "signatory")
    }
    return {
        **named,
        "of": " · ".join(filter(None, (named["cycle"], named["seminar"]))),
        "days": days_words(data["since"], data["until"]),
    }
