"""The pages of reporting, for the seats of a member alone."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

_PLACES = (
    (_("Recommendations"), "reporting:home", ("recommendations/",)),
    (_("What lacks"), "reporting:gaps", ()),
    (_("Files brought in"), "reporting:imports", ()),
    (_("Reports"), "reporting:selections", ()),
    (_("What was told"), "reporting:tellings", ()),
    (_("Tables"), "reporting:templates", ()),
)


def own_tabs(path: str) -> Sequence[Tab]:
    """A page below one of them belongs to it."""
    home = reverse("reporting:home")
    found = []
    for label, name, below in _PLACES:
        url = reverse(name)
        is_current = path == url or (url != home and path.startswith(url))
        found.append(Tab(label, url, is_current or any(path.startswith(home + folder) for folder in below)))
    return found
