"""What a member has already: by which marks it is known again, and what hangs on it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from tejido.registry.models import Institution, InstitutionName, Member

from ..models import Charge, InitiativeLink, Intake, Mark, Picked, Recommendation, SectionLink, Told, ValueLink
from ..terms import folded
from ..terms.marks import BY_WORDS


@dataclass(slots=True)
class Known:
    """`by_mark`: the key of the recommendation that bears a mark; `paragraphs` and `languages` of each, by its key."""

    by_mark: dict[str, str] = field(default_factory=dict)
    paragraphs: dict[str, str] = field(default_factory=dict)
    languages: dict[str, set[str]] = field(default_factory=dict)

    def find(self, marks: Iterable[str], paragraph: str) -> str:
        """The key of what bears one of the marks; empty where nothing does. The same words in another paragraph of one
        document are another recommendation."""
        for mark in marks:
            key = self.by_mark.get(mark, "")
            other = self.paragraphs.get(key, "")
            is_elsewhere = mark.startswith(BY_WORDS) and paragraph and other and folded(other) != folded(paragraph)
            if key and not is_elsewhere:
                return key
        return ""

    def add(self, key: str, marks: Iterable[str], paragraph: str, languages: Iterable[str]) -> None:
        for mark in marks:
            self.by_mark.setdefault(mark, key)
        self.paragraphs.setdefault(key, paragraph)
        self.languages.setdefault(key, set()).update(languages)


def known_to(member: Member) -> Known:
    """Two queries."""
    found = Known(dict(Mark.objects.filter(member=member).values_list("value", "recommendation_id")))
    for key, paragraph, texts in Recommendation.objects.filter(member=member).values_list("key", "paragraph", "texts"):
        found.paragraphs[key], found.languages[key] = paragraph, set(texts)
    return found


def institutions_called(member: Member) -> Mapping[str, str]:
    """The institutions of the member by their codes and by everything that they are or were called, folded. What two
    are called names neither. Two queries."""
    rows = Institution.objects.filter(member=member)
    said = [(row.key, [row.code, *row.name.values()]) for row in rows]
    former = InstitutionName.objects.filter(institution__member=member).values_list("institution_id", "name")
    said += [(key, list(name.values())) for key, name in former]
    found: dict[str, set[str]] = {}
    for key, names in said:
        for name in names:
            found.setdefault(folded(name), set()).add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1 and name}


def names_of(member: Member) -> frozenset[str]:
    """What the member is called in any language, folded."""
    return frozenset(filter(None, map(folded, [member.code, *member.name.values()])))


def hanging(keys: Collection[str], intake: Intake | None = None) -> frozenset[str]:
    """Those of these recommendations that something hangs on: a link, an institution that no file named, an assessment
    or a correction, a choice of a selection, a report. What `intake` itself said does not count. A constant
    number of queries."""
    found = {
        key
        for kind in (InitiativeLink, ValueLink, SectionLink, Picked, Told)
        for key in kind.objects.filter(recommendation__in=keys).values_list("recommendation_id", flat=True)
    }
    charges = Charge.objects.filter(recommendation__in=keys)
    if intake is not None:
        charges = charges.exclude(intake=intake)
    found.update(charges.values_list("recommendation_id", flat=True))
    worked_on = Recommendation.objects.filter(key__in=keys).exclude(assessed_at=None, changed_at=None)
    found.update(worked_on.values_list("key", flat=True))
    return frozenset(found)
