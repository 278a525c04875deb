"""What recommendations are answered with, as the member reads it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import documents_of, latest_revisions
from tejido.engine.document import Passage
from tejido.ledger.actors import Actor
from tejido.programmes.queries import Seen, seen
from tejido.registry.rules import tasks

from ..models import InitiativeLink, Recommendation, SectionLink


@dataclass(frozen=True, slots=True)
class LinkedInitiative:
    link: InitiativeLink
    initiative: Seen


@dataclass(frozen=True, slots=True)
class LinkedSection:
    """`heading` is None where the text has lost the section since."""

    link: SectionLink
    text: Text
    heading: Passage | None


def initiatives_linked(actor: Actor, keys: Collection[str]) -> Mapping[str, tuple[LinkedInitiative, ...]]:
    """By the key of the recommendation, in the order in which they were linked; what was struck out is left out. Three
    queries."""
    links = list(InitiativeLink.objects.filter(recommendation__in=keys).select_related("initiative__member"))
    rows = list({link.initiative_id: link.initiative for link in links if link.initiative.struck_at is None}.values())
    known = {one.key: one for one in seen(actor, rows)}
    found: dict[str, list[LinkedInitiative]] = {}
    for link in links:
        if link.initiative_id in known:
            found.setdefault(link.recommendation_id, []).append(LinkedInitiative(link, known[link.initiative_id]))
    return {key: tuple(several) for key, several in found.items()}


def recommendations_linked(keys: Collection[str]) -> Mapping[str, tuple[Recommendation, ...]]:
    """By the key of the initiative, the recommendations that it answers. One query."""
    links = InitiativeLink.objects.filter(initiative__in=keys).select_related("recommendation__member")
    found: dict[str, list[Recommendation]] = {}
    for link in links:
        found.setdefault(link.initiative_id, []).append(link.recommendation)
    return {key: tuple(rows) for key, rows in found.items()}


def sections_linked(actor: Actor, keys: Collection[str]) -> Mapping[str, tuple[LinkedSection, ...]]:
    """By the key of the recommendation, as far as the actor may read the text. A constant number of queries."""
    links = list(SectionLink.objects.filter(recommendation__in=keys))
    named = sections_named(actor, {(link.text_id, link.passage) for link in links})
    found: dict[str, list[LinkedSection]] = {}
    for link in links:
        place = (link.text_id, link.passage)
        if place in named:
            found.setdefault(link.recommendation_id, []).append(LinkedSection(link, *named[place]))
    return {key: tuple(several) for key, several in found.items()}


def sections_named(
    actor: Actor, places: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], tuple[Text, Passage | None]]:
    """Sections by the key of their text and the id of their heading, as far as the actor may read the text. Three
    queries."""
    rows = Text.objects.filter(key__in={text for text, _passage in places}).select_related("body__member")
    texts = {row.key: row for row in rows if tasks(actor, row.body)}
    latest = latest_revisions(texts.values())
    whole = Revision.objects.filter(key__in=[revision.key for revision in latest.values()])
    documents = documents_of(whole)
    passages = {
        (key, passage.id): passage for key, revision in latest.items() for passage in documents[revision.digest]
    }
    return {place: (texts[place[0]], passages.get(place)) for place in places if place[0] in texts}
