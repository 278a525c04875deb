"""What a seminar is called, in the language that is on."""

from tejido.seminars.models import Seminar
from tejido.web.languages import in_my_language


def title_of(seminar: Seminar) -> str:
    """Its cycle and its part."""
    parts = (in_my_language(seminar.cycle.title), in_my_language(seminar.title))
    return " · ".join(filter(None, parts))
