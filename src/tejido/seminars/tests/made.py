"""A cycle and its first seminar, announced, as tests of this and of higher apps need them."""

from typing import Any

from cast import NOW, ZONE, Cast
from tejido.curriculum.models import Revision
from tejido.seminars.models import Cycle, Seminar
from tejido.seminars.names import State


def announced(cast: Cast, revision: Revision | None = None, **fields: Any) -> Seminar:
    """A seminar in Aldea from 3 to 7 May 2027, with twenty places."""
    office = cast.actor("network/secretariat").office
    text = revision.text if revision else None
    cycle = Cycle.objects.create(number=1, title={"en": "Cycle 1", "es": "Ciclo 1"}, text=text, at=NOW, office=office)
    given: dict[str, Any] = {
        "part": 1,
        "title": {"en": "First part", "es": "Primera parte"},
        "host": cast.members["XA"],
        "place": {"en": "Aldea", "es": "Aldea"},
        "since": "2027-05-03",
        "until": "2027-05-07",
        "zone": ZONE,
        "languages": ["es", "pt"],
        "revision": revision,
        "capacity": 20,
        "state": State.ANNOUNCED,
        "at": NOW,
        "office": office,
    }
    return Seminar.objects.create(cycle=cycle, **{**given, **fields})
