"""Members, observers and partners as the sources say, for a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tejido.mechanisms.models import Entry
from tejido.mechanisms.names import Stage
from tejido.registry.models import Institution
from tejido.registry.models import Standing as Source
from tejido.registry.names import MemberKind, Status
from tejido.registry.queries import MemberLine, members

from ..names import Standing
from .mechanisms import stages

_AT_WORK = frozenset({Stage.WORKING, Stage.SUBNATIONAL})
_STANDING = {
    Status.MEMBER: Standing.MEMBER,
    Status.OBSERVER: Standing.OBSERVER,
    Status.PARTNER: Standing.PARTNER,
    Status.FORMER: Standing.FORMER,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A State of the register, or an organisation that observes or is a partner, as it stands on a day.

    `stage` is how far its National Mechanism has come, where that is public.
    """

    line: MemberLine
    day: date
    stage: Entry | None = None

    @property
    def code(self) -> str:
        return self.line.member.code

    @property
    def is_state(self) -> bool:
        """Whether it has a place on the map; an organisation that observes has none."""
        return self.line.member.kind == MemberKind.STATE

    @property
    def has_mechanism(self) -> bool:
        """Whether there is a mechanism at work, by what its member or a source says."""
        return self.stage is not None and self.stage.value in _AT_WORK

    @property
    def valid(self) -> tuple[Source, ...]:
        """What the sources say for this day."""
        return self.line.on(self.day)

    @property
    def standing(self) -> Standing:
        """One word where all sources agree. Where they do not, nobody decides between them here."""
        said = {Status(source.status) for source in self.valid}
        if len(said) > 1 or any(source.is_disputed for source in self.valid):
            return Standing.DISPUTED
        return _STANDING.get(said.pop(), Standing.NONE) if said else Standing.NONE

    @property
    def since(self) -> date | None:
        """Since when all sources say the same; None where they do not agree."""
        if self.standing in {Standing.DISPUTED, Standing.NONE}:
            return None
        return min(source.since for source in self.valid)


def places(day: date) -> list[Place]:
    """Everybody in the register. Three queries."""
    found = stages(day)
    return [Place(line, day, found.get(line.member.code)) for line in members()]


def place_of(code: str, day: date) -> Place | None:
    return next((place for place in places(day) if place.code == code), None)


def institutions_of(place: Place) -> Sequence[Institution]:
    """The institutions of a member that are there on the day; their seats and holders are not for the public."""
    begun = Q(since=None) | Q(since__lte=place.day)
    standing = Q(until=None) | Q(until__gt=place.day)
    return list(Institution.objects.filter(begun & standing, member=place.line.member))
