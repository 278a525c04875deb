"""What a space keeps of one person."""

from tejido.registry.models import Body

from .. import keys
from ..models import Cohort, Completion, Pseudonyms
from ..names import Dim
from .expiring import Held, with_cohorts
from .numbers import numbers_of, registers_of


def completions_of_person(space: Body, document: str) -> list[Held]:
    """The completions of a document ("national:1234567") in a space that was loaded for its own seats, the latest
    first."""
    registers = registers_of([space])
    if not registers or space.member is None:
        return []
    register = registers[0]
    pseudonyms = Pseudonyms.objects.get(pk=register.pseudonyms_id)
    key = keys.read(keys.of_member(space.member.code), pseudonyms.number)
    courses = numbers_of(Dim.COURSE, set(Cohort.objects.filter(space=space).values_list("course", flat=True)))
    found = Completion.objects.filter(
        member_no=pseudonyms.pk, space_no=register.pk, course_no__in=courses.values(),
        person=keys.persons(key, [document])[0],
    )  # fmt: skip  # one question
    return with_cohorts(space, list(found.order_by("-day", "-id")))
