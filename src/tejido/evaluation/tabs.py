"""The pages of a questionnaire, as far as it has come."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

from .models import Questionnaire


def questionnaire_tabs(row: Questionnaire, path: str, *, may_keep: bool) -> list[Tab]:
    places = [(_("Questions"), "questionnaire")]
    if may_keep:
        places.append((_("Preview"), "preview"))
    if may_keep and row.is_open:
        places.append((_("Answers on paper"), "papers"))
    if may_keep and row.closed_at and not row.released_at and row.answered is not None:
        places.append((_("Open answers"), "coding"))
    if row.closed_at and row.answered is not None:
        places.append((_("Results"), "results"))
    several = [(label, reverse(f"evaluation:{name}", args=[row.key])) for label, name in places]
    return [Tab(label, url, path == url) for label, url in several]
