"""The pages of a round, as the seat in hand sees them."""

from django.utils.translation import gettext_lazy as _

from tejido.registry.names import Task
from tejido.web.components import Tab

from .queries.rounds import RoundContext


def round_tabs(context: RoundContext, path: str) -> list[Tab]:
    base = f"/rounds/{context.round.key}/"
    places = [(_("Overview"), base)]
    if context.party is not None and context.capacity.may(Task.REMARK):
        places.append((_("Text and our remarks"), f"{base}reading/"))
        places.append((_("Our position"), f"{base}position/"))
    places.append((_("Comments and answers"), f"{base}comments/"))
    return [Tab(label, url, path == url) for label, url in places]
