"""What can carry the outcome of a matter: a disposition, a proposal for adoption, a revision."""

from dataclasses import dataclass

from tejido.curriculum.models import Revision
from tejido.deliberation.models import Disposition, Proposal

from .matters import MatterLine

Carrier = Disposition | Proposal | Revision


@dataclass(frozen=True, slots=True)
class Carriers:
    """What a matter can name: the dispositions of its own comments, proposals of the text, and later revisions, the
    newest first."""

    dispositions: tuple[tuple[str, Disposition], ...]
    proposals: tuple[Proposal, ...]
    revisions: tuple[Revision, ...]


def carriers_for(line: MatterLine, taught: Revision | None) -> Carriers:
    """Two queries."""
    if taught is None:
        return Carriers((), (), ())
    own = [(each.label, each.disposition) for each in line.standing if each.disposition is not None]
    later = {"revision__text": taught.text_id, "revision__number__gt": taught.number}
    proposals = Proposal.objects.filter(**later).select_related("revision", "procedure")
    revisions = Revision.objects.filter(text=taught.text_id, number__gt=taught.number)
    return Carriers(
        tuple((label, row) for label, row in own if row.revision is not None and row.revision.number > taught.number),
        tuple(proposals.order_by("-at")),
        tuple(revisions.order_by("-number").defer("manifest")),
    )


def carrier_with(kind: str, key: str) -> Carrier | None:
    """What was named; None for nothing, or for what there is not."""
    found: Carrier | None = None
    match kind:
        case "disposition":
            found = Disposition.objects.filter(key=key).select_related("revision").first()
        case "proposal":
            found = Proposal.objects.filter(key=key).select_related("revision").first()
        case "revision":
            found = Revision.objects.filter(key=key).first()
    return found


def revision_of(carrier: Carrier | None) -> Revision | None:
    """The revision that it carries the change in."""
    if carrier is None or isinstance(carrier, Revision):
        return carrier
    return carrier.revision
