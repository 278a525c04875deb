"""Lists that are signed on paper, for those who enter records in their space."""

import json

from tejido.engine.sealing import binding, unseal
from tejido.formats.roster.listing import Line
from tejido.ledger.actors import Actor
from tejido.registry.models import Body

from .. import keys
from ..models import Cohort, PaperList, Register, Scan
from ..rules import reads_records

_RELATED = ("cohort__space__member", "cohort__space__institution", "cohort__course", "batch")


def lists_of(actor: Actor, cohort: Cohort) -> list[PaperList]:
    """The lists of a cohort, the latest first, without what stands in them."""
    if not reads_records(actor, cohort.space):
        raise Cohort.DoesNotExist
    return list(PaperList.objects.filter(cohort=cohort).select_related("batch").defer("sealed"))


def list_for(actor: Actor, key: str) -> PaperList:
    """PaperList.DoesNotExist for who does not keep its space's records, exactly as for an unknown key."""
    found = PaperList.objects.select_related(*_RELATED).get(key=key)
    if not reads_records(actor, found.cohort.space):
        raise PaperList.DoesNotExist
    return found


def lines_in(sheet: PaperList) -> list[Line]:
    """The lines of a list that was loaded for its space."""
    clear = unseal(_key(sheet.cohort.space), bytes(sheet.sealed), bound=bound_list(sheet.key))
    return [Line.heard(told) for told in json.loads(clear)]


def scans_of(sheet: PaperList) -> list[Scan]:
    """The scans of a list that was loaded for its space, without their bytes."""
    return list(Scan.objects.filter(list=sheet).defer("sealed"))


def scan_for(actor: Actor, key: str) -> Scan:
    """Scan.DoesNotExist for who does not keep its space's records, exactly as for an unknown key."""
    related = [f"list__{path}" for path in _RELATED]
    found = Scan.objects.select_related(*related).get(key=key)
    if not reads_records(actor, found.list.cohort.space):
        raise Scan.DoesNotExist
    return found


def data_of(scan: Scan) -> bytes:
    """The bytes of a scan that was loaded for its space."""
    return unseal(_key(scan.list.cohort.space), bytes(scan.sealed), bound=bound_scan(scan.key))


def _key(space: Body) -> bytes:
    return keys.read(keys.of_space(space.key), Register.objects.get(body=space).number)


def bound_list(key: str) -> bytes:
    """Where a list belongs: who puts its lines elsewhere reads nothing."""
    return binding("records", "list", key)


def bound_scan(key: str) -> bytes:
    return binding("records", "scan", key)
