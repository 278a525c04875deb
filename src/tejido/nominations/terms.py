"""What a seminar is called, in the language that is on."""

from tejido.seminars.models import Seminar
from tejido.seminars.words import cycle_title, seminar_title


def title_of(seminar: Seminar) -> str:
    """Its cycle and its part."""
    return " · ".join(dict.fromkeys(filter(None, (cycle_title(seminar.cycle), seminar_title(seminar)))))
