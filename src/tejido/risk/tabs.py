"""The pages of one analysis."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab


def tabs(key: str, path: str) -> Sequence[Tab]:
    places = [
        (_("Analysis"), reverse("risk:analysis", args=[key])),
        (_("Summary for others"), reverse("risk:composing", args=[key])),
        (_("Access and keys"), reverse("risk:access", args=[key])),
    ]
    return [Tab(label, url, path == url) for label, url in places]
