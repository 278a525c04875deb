"""What lets somebody speak in the network's name: adopted editions of the network's texts, decisions that the whole
network may read, and silences that ended in adoption."""

from dataclasses import dataclass

from tejido.deliberation.models import Adoption
from tejido.deliberation.names import ProcedureKind
from tejido.meetings.models import Decision, Release
from tejido.meetings.names import Audience, Part
from tejido.registry.names import BodyKind

from ..names import Basis


@dataclass(frozen=True, slots=True)
class Bases:
    """What can be named, the latest first, by the choice that a form sends: "edition:KEY"."""

    adoptions: tuple[Adoption, ...]
    decisions: tuple[Decision, ...]

    @property
    def by_choice(self) -> dict[str, Adoption | Decision]:
        found: dict[str, Adoption | Decision] = {f"{Basis.EDITION}:{row.key}": row for row in self.adoptions}
        silent = (row for row in self.adoptions if row.procedure.kind == ProcedureKind.SILENCE)
        found |= {f"{Basis.SILENCE}:{row.key}": row for row in silent}
        return found | {f"{Basis.DECISION}:{row.key}": row for row in self.decisions}


def bases() -> Bases:
    """Three queries. Of committees and the network alike only decisions that were released to the network: nobody
    learns here what was decided elsewhere behind closed doors."""
    adoptions = Adoption.objects.filter(edition__text__body__kind=BodyKind.NETWORK).defer("edition__record")
    released = Release.objects.filter(
        part=Part.DECISIONS, audience__in=[Audience.NETWORK, Audience.PUBLIC], withdrawn_at=None
    )
    decisions = Decision.objects.filter(meeting__in=released.values("meeting"), meeting__body__member=None)
    return Bases(
        tuple(adoptions.select_related("edition__text", "procedure").order_by("-at", "key")),
        tuple(decisions.select_related("meeting").order_by("-at", "key")),
    )
