"""Saving what an analysis says. Every save is a version; two who write at once lose nothing."""

from datetime import datetime

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, ask

from ..models import Version
from ..names import Act, No
from ..queries.access import Opened, cells_at, read_cells
from ..terms import Cells, Joined, join
from .writing import admitted, keep_version, locked, write_line


@transaction.atomic
def save_cells(*, actor: Actor, opened: Opened, base: int, changes: Cells, at: datetime) -> Joined:
    """Brings changes that were made on version `base` into what stands now, and keeps it as the next version.

    Where somebody else changed the same cells meanwhile, nothing is kept and the clashes are returned.
    """
    analysis = locked(opened.analysis.key)
    admitted(actor, analysis)
    current = read_cells(opened.data_key, analysis)
    joined = join(cells_at(opened, base), current, changes)
    if not joined.clashes and joined.cells != current:
        keep_version(actor, Act.KEPT, analysis, opened.data_key, joined.cells, analysis.version + 1, at)
    return joined


def remove_evidence(*, actor: Actor, opened: Opened, cell: str, at: datetime) -> None:
    """A piece of evidence is taken out. Earlier versions still have it until they are deleted."""
    if cell not in opened.cells:
        ask(Refusal(No.NO_SUCH_EVIDENCE))
    save_cells(actor=actor, opened=opened, base=opened.analysis.version, changes={cell: None}, at=at)


@transaction.atomic
def forget_versions(*, actor: Actor, opened: Opened, at: datetime) -> None:
    """The earlier versions are deleted at once: what was taken out of the analysis is nowhere any more."""
    analysis = locked(opened.analysis.key)
    admitted(actor, analysis)
    Version.objects.filter(analysis=analysis, number__lt=analysis.version).delete()
    write_line(actor, Act.FORGOTTEN, analysis, at)
