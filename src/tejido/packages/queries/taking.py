"""Everything that a reader can take in packages."""

from dataclasses import dataclass

from tejido.adaptation.models import Derivation, Release
from tejido.adaptation.queries import common_texts, own_versions, shown_versions
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import readable_editions
from tejido.ledger.actors import Actor
from tejido.training.models import Course
from tejido.training.queries import own_courses


@dataclass(frozen=True, slots=True)
class Takeable:
    """The latest edition of each text, versions of one's own spaces, versions that others show, one's own courses."""

    editions: list[Edition]
    own: list[Derivation]
    shown: list[Release]
    courses: list[Course]


def takeable(actor: Actor) -> Takeable:
    """A constant number of queries."""
    newest: dict[str, Edition] = {}
    for edition in readable_editions(actor):
        if edition.text_id not in newest or newest[edition.text_id].number < edition.number:
            newest[edition.text_id] = edition
    own = own_versions(actor)
    mine = {derivation.key for derivation in own}
    shown = [row for row in shown_versions(actor, common_texts(actor)) if row.derivation_id not in mine]
    editions = sorted(newest.values(), key=lambda edition: edition.sealed_at, reverse=True)
    return Takeable(editions, own, shown, own_courses(actor))
