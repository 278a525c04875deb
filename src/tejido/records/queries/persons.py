"""What a space keeps of one person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from tejido.engine.proof import canonical_digest
from tejido.formats.roster.listing import identity_of
from tejido.registry.models import Body

from .. import keys
from ..models import Cohort, Completion, Erased, PaperList, Piece, Pseudonyms, Scan
from ..names import Dim
from ..signals import Kept, Person, kept_of
from .expiring import Held, with_cohorts
from .lists import lines_in
from .numbers import numbers_of, registers_of


@dataclass(frozen=True, slots=True)
class Erasing:
    """What would become of what is kept of a person, and how many files of the space wait: somebody may stand in
    them."""

    person: Person
    kept: Sequence[Kept]
    waiting: int

    @property
    def seen(self) -> str:
        """What a form carries, so that nothing goes that its page did not show."""
        return canonical_digest([[str(each.words), each.count] for each in self.kept])


def person_in(space: Body, document: str) -> Person | None:
    """Somebody by their document ("national:1234567") in a space that was loaded for its own seats; None where it has
    no records at all."""
    registers = registers_of([space])
    if not registers or space.member is None:
        return None
    register = registers[0]
    pseudonyms = Pseudonyms.objects.get(pk=register.pseudonyms_id)
    (pseudonym,) = keys.persons(keys.read(keys.of_member(space.member.code), pseudonyms.number), [document])
    courses = numbers_of(Dim.COURSE, set(Cohort.objects.filter(space=space).values_list("course", flat=True)))
    found = Completion.objects.filter(
        member_no=pseudonyms.pk, space_no=register.pk, course_no__in=courses.values(), person=pseudonym
    )
    return Person(space, document, pseudonym, tuple(found.order_by("-day", "-id").values_list("id", flat=True)))


def completions_of_person(space: Body, document: str) -> list[Held]:
    """The completions of a document in a space that was loaded for its own seats, the latest first."""
    person = person_in(space, document)
    if person is None:
        return []
    rows = Completion.objects.filter(person=person.pseudonym, id__in=person.completions)
    return with_cohorts(space, list(rows.order_by("-day", "-id")))


def erasing_of(space: Body, document: str) -> Erasing | None:
    """What would go and what would stay, counted; None where the space has no records."""
    person = person_in(space, document)
    if person is None:
        return None
    own = (_completions(person), *_on_lists(person))
    kept = [*(each for each in own if each.count), *kept_of(person)]
    return Erasing(person, kept, files_kept(space))


def files_kept(space: Body) -> int:
    """How many files of the space are kept until they are entered or put aside."""
    return Piece.objects.filter(batch__space=space).values("batch").distinct().count()


def _completions(person: Person) -> Kept:
    return Kept(
        _("Completions"),
        len(person.completions),
        _("Name and document go. The completion goes on counting, under a sign that leads to nobody."),
    )


def _on_lists(person: Person) -> tuple[Kept, Kept]:
    rows = PaperList.objects.filter(cohort__space=person.space).select_related("cohort__space")
    on = [row.key for row in rows if stands_on(row, person.document)]
    scans = Scan.objects.filter(list__in=on).count()
    return (
        Kept(_("Rows of signed lists"), len(on), _("The row is emptied.")),
        Kept(_("Scans of these lists"), scans, _("They stay: they show paper. Take them out on the page of the list.")),
    )


def stands_on(row: PaperList, document: str) -> bool:
    return any(identity_of(line.document) == document for line in lines_in(row))


def erased_persons() -> Iterator[tuple[str, str, datetime]]:
    """Whom schools have erased from their records: the space, a digest under its key, and when."""
    yield from Erased.objects.values_list("space", "digest", "at")
