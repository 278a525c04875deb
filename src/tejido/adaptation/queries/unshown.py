"""What a version's own seats see of it and nobody else does yet."""

from dataclasses import dataclass

from ..lines import Account, Told, account_from_data, judged_on
from ..models import Departure
from .departures import Standing
from .versions import Version


@dataclass(frozen=True, slots=True)
class Unshown:
    """`whole`: nothing of the version is shown to anybody. Otherwise the sections, and the departing passages in them,
    that stand otherwise than they are shown, or whose reason or approval came later."""

    whole: bool = False
    sections: frozenset[str] = frozenset()
    passages: frozenset[str] = frozenset()

    def has(self, section: str) -> bool:
        return self.whole or section in self.sections

    def is_kept(self, passage: str) -> bool:
        return self.whole or passage in self.passages


SHOWN = Unshown()


def unshown_of(version: Version, account: Account, reasons: Standing) -> Unshown:
    """Compares a version with the last showing of it. What others show is shown. No query."""
    if not version.is_own:
        return SHOWN
    if version.release is None:
        return Unshown(whole=True)
    shown = account_from_data(version.release.survey)
    passages = frozenset(
        told.id
        for told in account.told
        if not _is_alike(shown.by_id.get(told.id), told) or _is_later(version, reasons.holding.get(told.id))
    )
    of_passages = {account.by_id[id].section for id in passages}
    gone = {told.section for told in shown.told if told.id not in account.by_id}
    sections = of_passages | gone | {id for id in account.sizes if account.digests.get(id) != shown.digests.get(id)}
    return Unshown(sections=frozenset(sections), passages=passages)


def _is_alike(before: Told | None, now: Told) -> bool:
    return before is not None and before.section == now.section and judged_on([before]) == judged_on([now])


def _is_later(version: Version, row: Departure | None) -> bool:
    release = version.release
    if row is None or release is None:
        return False
    return row.number > release.departures or (row.approved_at is not None and row.approved_at > release.at)
