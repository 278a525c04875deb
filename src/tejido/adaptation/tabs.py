"""The pages of a version."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

from .queries import Version


def version_tabs(version: Version, path: str) -> list[Tab]:
    """Its own seats read and write the text beside it; others see what was shown alone."""
    page = reverse("adaptation:version", args=[version.derivation.key])
    packages = (_("Packages"), reverse("packages:version", args=[version.derivation.key]))
    places = [(_("Departures"), page)]
    if version.is_own:
        places += [
            (_("What is offered"), reverse("adaptation:uptakes", args=[version.derivation.key])),
            (_("Courses"), reverse("training:courses", args=[version.derivation.key])),
            (_("The text"), reverse("curriculum:text", args=[version.text.slug])),
        ]
    places.append(packages)
    return [Tab(label, url, path == url) for label, url in places]
