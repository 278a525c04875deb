"""What is published of practices, for whoever may read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist

from tejido.ledger.actors import Actor

from ..lines import Content, languages_of
from ..models import Practice, Version
from ..rules import reads


@dataclass(frozen=True, slots=True)
class Shown:
    """A practice as the reader knows it: the latest version among those that they may read. One that was withdrawn
    stays known by its title, its dates and the reason."""

    practice: Practice
    version: Version

    @property
    def content(self) -> Content:
        found: Content = self.version.content
        return found

    @property
    def is_withdrawn(self) -> bool:
        return self.version.withdrawn_at is not None

    @property
    def languages(self) -> tuple[str, ...]:
        return languages_of(self.version.content)


def shown_practices(actor: Actor, *, with_withdrawn: bool = False) -> list[Shown]:
    """Every practice that the actor may read, the newest version first. One query."""
    found = _latest(Version.objects.filter(audience__in=reads(actor)))
    kept = [row for row in found if with_withdrawn or not row.is_withdrawn]
    return sorted(kept, key=lambda row: row.version.at, reverse=True)


def shown_of(actor: Actor, key: str) -> Shown:
    """A published practice, withdrawn or not. ObjectDoesNotExist as for an unknown key where the actor may read none
    of its versions."""
    found = _latest(Version.objects.filter(audience__in=reads(actor), practice=key))
    if not found:
        raise ObjectDoesNotExist
    return found[0]


def _latest(versions: Iterable[Version]) -> list[Shown]:
    """By practice the last version; versions come in the order of their numbers."""
    rows = versions.select_related("practice__member", "submission")  # type: ignore[attr-defined]  # a query
    latest = {row.practice_id: row for row in rows}
    return [Shown(row.practice, row) for row in latest.values()]
