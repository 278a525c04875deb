"""The pages of a course."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

from .models import Course


def course_tabs(course: Course, path: str) -> list[Tab]:
    """Its pages; one of an app that is not there is left out."""
    places = [
        (_("Sessions"), _address("training:course", course.key)),
        (_("Coverage"), _address("training:coverage", course.key)),
        (_("Obligation"), _address("schools:course", course.key)),
        (_("Packages"), _address("packages:course", course.key)),
        (_("The version"), _address("adaptation:version", course.derivation.key)),
    ]
    return [Tab(label, url, path == url) for label, url in places if url]


def _address(name: str, key: str) -> str:
    try:
        return reverse(name, args=[key])
    except NoReverseMatch:
        return ""
