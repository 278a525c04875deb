"""The life of a text as a drawing: its revisions, rounds, procedures and editions along time."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.curriculum.models import Edition, Revision
from tejido.formats.chart import Ended, Frame, Lane, draw_course

from ..models import Round
from ..queries.state import ProcedureState

MOST = 24  # lanes; of what began before them the lists below tell


def course_of(
    revisions: Sequence[Revision],
    rounds: Sequence[tuple[Round, datetime]],
    states: Sequence[ProcedureState],
    editions: Sequence[Edition],
    now: datetime,
) -> SafeString:
    """The drawing, empty where nothing but a first draft is there. `rounds` have the deadline in force beside them."""
    if not rounds and not states:
        return SafeString("")
    numbers = {edition.key: edition.number for edition in editions}
    lanes = [*(_of_round(*each, now) for each in rounds), *(_of_procedure(state, numbers, now) for state in states)]
    lanes.sort(key=lambda lane: lane.start)
    frame = Frame(
        key="course",
        title=_("The life of this text"),
        description=_description(len(revisions), len(rounds), len(states), len(editions)),
        labels=[_("Revisions"), _("Today")],
    )
    drawn = draw_course(frame, lanes[-MOST:], [row.at for row in revisions], now, lambda day: date_format(day, "M Y"))
    return mark_safe(drawn)  # noqa: S308 - formats.chart escapes every word


def _of_round(row: Round, deadline: datetime, now: datetime) -> Lane:
    name = _("Round %(number)s") % {"number": row.number}
    return Lane(name, row.opened_at, deadline, "open" if now <= deadline else "done")


def _of_procedure(state: ProcedureState, numbers: dict[str, int], now: datetime) -> Lane:
    row, ended = state.procedure, state.adoption or state.lapse
    end = ended.at if ended else state.deadline or now
    kind: Ended = "broken" if state.lapse else "done" if state.adoption else "open"
    edition = numbers.get(state.adoption.edition_id) if state.adoption else None
    mark = _("Edition %(number)s") % {"number": edition} if edition else ""
    return Lane(str(row.get_kind_display()), row.opened_at, max(end, row.opened_at), kind, mark)


def _description(revisions: int, rounds: int, procedures: int, editions: int) -> str:
    counted = (
        ngettext("%(count)s revision", "%(count)s revisions", revisions) % {"count": revisions},
        ngettext("%(count)s round", "%(count)s rounds", rounds) % {"count": rounds},
        ngettext("%(count)s procedure of adoption", "%(count)s procedures of adoption", procedures)
        % {"count": procedures},
        ngettext("%(count)s edition", "%(count)s editions", editions) % {"count": editions},
    )
    return _("Along time: %(what)s. The lists on this page tell each with its dates.") % {"what": ", ".join(counted)}
