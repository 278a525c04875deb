"""The pages of records, for who keeps them."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

_PLACES = (
    (_("Cohorts"), "records:home", ("cohorts/", "lists/")),
    (_("What came in"), "records:imports", ()),
    (_("To refresh"), "records:expiring", ()),
    (_("One person"), "records:person", ()),
)


def own_tabs(path: str) -> Sequence[Tab]:
    """A page below one of them belongs to it."""
    home = reverse("records:home")
    found = []
    for label, name, below in _PLACES:
        url = reverse(name)
        is_current = path == url or (url != home and path.startswith(url))
        found.append(Tab(label, url, is_current or any(path.startswith(home + folder) for folder in below)))
    return found
