"""What the page of a school says of keys and cohorts."""

from collections.abc import Sequence

from tejido.records.models import Cohort
from tejido.web.languages import in_my_language

from .models import Credential
from .names import Scope


def cohort_words(cohort: Cohort) -> str:
    return f"{cohort.code} · {in_my_language(cohort.title or cohort.course.title)}"


def key_lines(keys: Sequence[Credential]) -> list[tuple[Credential, list[str]]]:
    """Each key, and what it may do."""
    return [(key, [str(Scope(scope).label) for scope in key.scopes]) for key in keys]
