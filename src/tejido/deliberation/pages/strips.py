"""The strip of a round."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from tejido.web.components import Strip, StripCell
from tejido.web.instants import in_zone
from tejido.web.languages import in_my_language

from ..queries.positions import Progress
from ..queries.rounds import RoundContext


def round_strip(standing: Sequence[Progress], context: RoundContext, at: datetime) -> Strip:
    """Every party of the round. Before a release nothing is told of what a party does among its own."""
    zone = context.round.zone

    def cell(line: Progress) -> StripCell:
        label = _("released on %(at)s") % {"at": in_zone(line.release.at, zone)} if line.release else ""
        return StripCell(line.party.code, in_my_language(line.party.name), line.state(context.deadline, at), label)

    return Strip(tuple(cell(line) for line in standing))
