"""The matters that items of agendas are about."""

from collections.abc import Sequence

from tejido.ledger.actors import Actor
from tejido.registry.queries import network_body
from tejido.registry.rules import tasks
from tejido.seminars.rules import may_keep_seminars

from ..models import Case, MatterItem
from .matters import MatterLine, heard_in, matters_of

_OF_CASE = "seminar__cycle", "seminar__revision", "seminar__structure"


def matters_of_items(actor: Actor, items: Sequence[str]) -> dict[str, list[MatterLine]]:
    """By the key of the item; nothing for who is no seat of the network. One query where no item is about a matter."""
    links = list(MatterItem.objects.filter(item__in=items, matter__dissolved_at=None).select_related("matter"))
    if not links or not tasks(actor, network_body()):
        return {}
    cases = list(Case.objects.filter(key__in={link.matter.case_id for link in links}).select_related(*_OF_CASE))
    said = heard_in(cases, [case.seminar for case in cases])
    lines = {line.matter.key: line for line in matters_of(cases, said, keeps=may_keep_seminars(actor) is None)}
    found: dict[str, list[MatterLine]] = {}
    for link in links:
        found.setdefault(link.item_id, []).append(lines[link.matter_id])
    return found
