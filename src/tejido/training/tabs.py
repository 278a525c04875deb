"""The pages of a course."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

from .models import Course


def course_tabs(course: Course, path: str) -> list[Tab]:
    places = [
        (_("Sessions"), reverse("training:course", args=[course.key])),
        (_("Coverage"), reverse("training:coverage", args=[course.key])),
        (_("Packages"), reverse("packages:course", args=[course.key])),
        (_("The version"), reverse("adaptation:version", args=[course.derivation.key])),
    ]
    return [Tab(label, url, path == url) for label, url in places]
