"""Adopted texts with their editions. What is still being worked on is not even counted."""

from dataclasses import dataclass

from tejido.curriculum.models import Edition, Text
from tejido.registry.names import BodyKind


@dataclass(frozen=True, slots=True)
class Adopted:
    """A text of the network with its editions, the latest first."""

    text: Text
    editions: tuple[Edition, ...]

    @property
    def latest(self) -> Edition:
        return self.editions[0]


def adopted() -> list[Adopted]:
    """Every text of the network that all have adopted, the latest adoption first. One query."""
    return _by_text()


def adopted_text(slug: str) -> Adopted:
    """One of them. Text.DoesNotExist for every other address, also for that of a text that is still in work."""
    found = _by_text(slug)
    if not found:
        raise Text.DoesNotExist
    return found[0]


def _by_text(slug: str = "") -> list[Adopted]:
    rows = Edition.objects.filter(text__body__kind=BodyKind.NETWORK, **({"text__slug": slug} if slug else {}))
    rows = rows.select_related("text", "revision").defer("record", "revision__manifest")
    found: dict[str, list[Edition]] = {}
    for edition in rows.order_by("-sealed_at", "-number"):
        found.setdefault(edition.text_id, []).append(edition)
    return [Adopted(editions[0].text, tuple(editions)) for editions in found.values()]
