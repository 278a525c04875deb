"""What a seat was given to translate, in every text, and what of it still waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import documents_of, latest_revisions
from tejido.engine.document import Document
from tejido.engine.translation import Facts, State, standings
from tejido.ledger.actors import Actor
from tejido.registry.queries import end_of, network_zone
from tejido.registry.rules import tasks

from ..models import Assignment
from .desk import under_headings
from .facts import facts_of_several

ASKS = (State.MISSING, State.STALE, State.MACHINE)  # for somebody who translates; a draft asks for a reviewer


@dataclass(frozen=True, slots=True)
class Given:
    """One language of a text: how many passages of what the seat was given wait, how many of those because the source
    changed since, and the end of the day until which it is asked for, where one was set."""

    text: Text
    language: str
    waits: int
    stale: int
    until: datetime | None


def given_to(actor: Actor) -> list[Given]:
    """What waits in the seat's hands. Nine queries at most, however much it was given; one where it was given nothing.
    A seat that has no part in the body any more was given nothing there."""
    found = Assignment.objects.filter(seat=actor.seat, ended_at=None).select_related("text__body__member")
    rows = [row for row in found if tasks(actor, row.text.body)]
    if not rows:
        return []
    texts = {row.text_id: row.text for row in rows}
    latest = latest_revisions(texts.values())
    documents = documents_of(
        Revision.objects.filter(key__in=[row.key for row in latest.values()])
    )  # with what they list
    facts = facts_of_several([(text, latest[key]) for key, text in texts.items()])
    zone = network_zone()
    by_part: dict[tuple[str, str], list[Assignment]] = {}
    for row in rows:
        by_part.setdefault((row.text_id, row.language), []).append(row)
    given = [_given(several, documents[latest[key].digest], facts[key], zone) for (key, _), several in by_part.items()]
    return [each for each in given if each.waits]


def _given(rows: Sequence[Assignment], document: Document, facts: Facts, zone: tzinfo) -> Given:
    text, language = rows[0].text, rows[0].language
    by_id, parts = standings(document, language, text.negotiated_language, facts), {row.section for row in rows}
    mine = [by_id[p.id].state for p, above in under_headings(document) if p.id in by_id and parts & {"", *above}]
    days = [end_of(row.until, zone) for row in rows if row.until]
    waits = sum(state in ASKS for state in mine)
    return Given(text, language, waits, mine.count(State.STALE), min(days, default=None))
