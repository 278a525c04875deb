"""Every address of the house, by app."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("language/", set_language, name="set_language"),
    path("", include("tejido.people.urls")),
    path("", include("tejido.registry.urls")),
    path("", include("tejido.curriculum.urls")),
    path("", include("tejido.translation.urls")),
    path("", include("tejido.deliberation.urls")),
    path("", include("tejido.mechanisms.urls")),
    path("", include("tejido.training.urls")),
    path("", include("tejido.adaptation.urls")),
    path("", include("tejido.meetings.urls")),
    path("", include("tejido.seminars.urls")),
    path("", include("tejido.timetable.urls")),
    path("", include("tejido.nominations.urls")),
    path("", include("tejido.presence.urls")),
    path("", include("tejido.evaluation.urls")),
    path("", include("tejido.lessons.urls")),
    path("", include("tejido.alumni.urls")),
    path("", include("tejido.handover.urls")),
    path("", include("tejido.search.urls")),
    path("", include("tejido.public.urls")),
    path("", include("tejido.desk.urls")),
]
