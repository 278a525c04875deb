"""Schools, norms and populations in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tejido.nominations.names import Sex
from tejido.registry.models import Body
from tejido.training.names import Officials
from tejido.web.languages import in_my_language, name_in_mine

from .models import Obligation, School, Target
from .names import Level, System


def names_of(school: School) -> Mapping[str, str]:
    """What the school is called: its institution's name, or what its source calls it."""
    named: Mapping[str, str] = school.institution.name if school.institution else school.name
    return named


def cadres_words(codes: list[str]) -> str:
    """For whom, in the order of the vocabulary."""
    return ", ".join(str(each.label) for each in Officials if each.value in codes)


def system_words(school: School) -> str:
    """The system in which it keeps its courses; empty where nobody knows."""
    if school.system == System.UNKNOWN:
        return school.system_name
    label = str(System(school.system).label)
    return f"{label} ({school.system_name})" if school.system_name else label


def languages_words(school: School) -> str:
    return ", ".join(name_in_mine(tag) for tag in school.languages)


def months_words(months: int) -> str:
    """Months as people say them: whole years where they are."""
    if months % 12 == 0:
        years = months // 12
        return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}
    return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}


def rhythm_words(row: Obligation) -> str:
    """How often the course is taken and how long it counts, in one line."""
    every = _("every %(time)s") % {"time": months_words(row.every)} if row.every else _("once")
    if not row.validity:
        return every
    return _("%(rhythm)s; a completion counts for %(time)s") % {"rhythm": every, "time": months_words(row.validity)}


def space_words(body: Body) -> str:
    """Whose space it is: the school's or the member's. What a member calls its own body is not told to others."""
    owner = body.institution or body.member
    return in_my_language(owner.name) if owner else ""


def population_words(row: Target) -> str:
    """Whom a number counts: what is not said of it is all."""
    said: list[str | Promise] = [
        *([row.institution] if row.institution else []),
        *([Officials(row.cadre).label] if row.cadre else []),
        *([Level(row.level).label] if row.level else []),
        *([Sex(row.sex).label] if row.sex else []),
        *([row.province] if row.province else []),
    ]
    return " · ".join(str(words) for words in said) or _("All officials")
