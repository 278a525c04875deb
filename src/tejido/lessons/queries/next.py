"""The parts of the cycle that come after, and how the texts that they take stand to the newest."""

from dataclasses import dataclass

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import latest_revisions
from tejido.seminars.models import Seminar
from tejido.seminars.names import OVER, UNTOLD

from ..names import TEXTS
from .cases import CaseContext, taught_by


@dataclass(frozen=True, slots=True)
class NextPart:
    """A later part of the cycle that is still to be held, with the state that it takes of one of the texts, and the
    newest state of it. `is_behind`: a newer one can be taken."""

    seminar: Seminar
    part: str
    text: Text
    taken: Revision | None
    newest: Revision

    @property
    def is_behind(self) -> bool:
        return self.taken is None or self.taken.number < self.newest.number


def next_parts(context: CaseContext) -> list[NextPart]:
    """Two queries. Of a part that nobody was told of, who prepares it knows."""
    seminar = context.seminar
    hidden = OVER if context.keeps else OVER | UNTOLD
    later = Seminar.objects.filter(cycle=seminar.cycle_id, part__gt=seminar.part, event=None)
    rows = later.exclude(state__in=hidden | {"held"}).select_related("cycle", "revision__text", "structure__text")
    of_cycle = dict(zip(TEXTS, (seminar.cycle.text, seminar.cycle.structure), strict=True))
    newest = latest_revisions(text for text in of_cycle.values() if text is not None)
    return [
        NextPart(row, str(part), text, taught_by(row, part), newest[text.key])
        for row in rows.order_by("part")
        for part, text in of_cycle.items()
        if text is not None and text.key in newest
    ]
