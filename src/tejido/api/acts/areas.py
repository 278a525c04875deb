"""The areas of work to which a token can be bound: several apps each, as people see them in the menu."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Area(TextChoices):
    TEXTS = "texts", _("Texts, translation, deliberation and versions")
    REGISTER = "register", _("Members, bodies, seats and mechanisms")
    MEETINGS = "meetings", _("Meetings")
    SEMINARS = "seminars", _("Seminars")
    SCHOOLS = "schools", _("Schools and training")
    PROGRAMMES = "programmes", _("National programmes, indicators and reviews")
    COOPERATION = "cooperation", _("Practices and cooperation")
    NETWORK = "network", _("Reports, letters and other networks")
    DESK = "desk", _("The desk and the ledger")


AREAS: Mapping[Area, tuple[str, ...]] = {
    Area.TEXTS: ("curriculum", "translation", "deliberation", "adaptation", "modules", "lessons"),
    Area.REGISTER: ("registry", "mechanisms", "handover", "custody"),
    Area.MEETINGS: ("meetings",),
    Area.SEMINARS: ("seminars", "timetable", "nominations", "presence", "evaluation", "alumni"),
    Area.SCHOOLS: (
        "training", "schools", "records", "figures", "certificates", "lineage", "lti", "experience", "packages",
    ),
    Area.PROGRAMMES: ("promotion", "programmes", "indicators", "reviews", "reporting"),
    Area.COOPERATION: ("practices", "cooperation", "regional", "discussions"),
    Area.NETWORK: ("annual", "exchange", "correspondence", "public", "search"),
    Area.DESK: ("desk", "digest", "tour"),
}  # fmt: skip  # one table
_OF = {app: area for area, apps in AREAS.items() for app in apps}


def area_of(name: str) -> Area:
    """The area of an address by its name ("deliberation:round"). KeyError for an app that stands in none."""
    return _OF[name.partition(":")[0]]
