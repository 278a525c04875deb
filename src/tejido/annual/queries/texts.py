"""Chapters from the texts of the network: what was adopted, and what of it is taught."""

from collections.abc import Sequence

from tejido.adaptation.models import Release
from tejido.adaptation.queries import shown_versions
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import readable_editions, texts_of
from tejido.ledger.actors import PUBLIC
from tejido.registry.queries import network_body
from tejido.training.models import Statement
from tejido.training.queries.courses import shown_statements

from ..terms import Block, Say, Text, bars, choice, days, gap, grid, say, several
from .asked import Asked


def editions(asked: Asked) -> list[Edition]:
    """The editions of texts of the network that were sealed by the last day, the earliest first. A constant number of
    queries."""
    body = network_body()
    found = [row for row in readable_editions(PUBLIC) if row.text.body_id == body.key and asked.takes(row.text)]
    return sorted(
        (row for row in found if asked.day_at(row.sealed_at) <= asked.day), key=lambda row: (row.sealed_at, row.key)
    )


def adopted(asked: Asked) -> list[Block]:
    """What the network adopted in these years."""
    rows = [row for row in editions(asked) if asked.day_at(row.sealed_at).year >= asked.report.since]
    if not rows:
        return [gap(say(Say.NO_TEXT))]
    head = [say(Say.TEXT), say(Say.EDITION), say(Say.WHEN), say(Say.LANGUAGES)]
    return [grid(say(Say.ADOPTED), head, [_edition(asked, row) for row in rows])]


def _edition(asked: Asked, row: Edition) -> list[Text]:
    number = say(Say.EDITION_OF, number=str(row.number))
    return [dict(row.text.title), number, days(asked.day_at(row.sealed_at).isoformat()), _languages(row)]


def _languages(row: Edition) -> Text:
    return several([choice("language", tag) for tag in row.revision.languages])


def tools(asked: Asked) -> list[Block]:
    """The texts that can be read at the end of these years, each with its latest edition."""
    latest = {row.text_id: row for row in editions(asked)}
    if not latest:
        return [gap(say(Say.NO_TOOLS))]
    rows: list[list[Text]] = [
        [dict(row.text.title), say(Say.EDITION_OF, number=str(row.number)), f"/texts/{row.text.slug}/"]
        for row in latest.values()
    ]
    return [grid(say(Say.IN_FORCE), [say(Say.TEXT), say(Say.EDITION), say(Say.WHERE)], rows, (5, 2, 5))]


def statements(asked: Asked) -> list[Statement]:
    """The statements of coverage that these readers may read, of each course the latest. One query."""
    rows = [
        row for row in shown_statements(asked.actor) if asked.takes(row.course) and asked.day_at(row.at) <= asked.day
    ]
    return list({row.course_id: row for row in sorted(rows, key=lambda row: row.number)}.values())


def versions(asked: Asked) -> Sequence[Release]:
    """The versions of texts of the network that members show to these readers. Three queries."""
    rows = shown_versions(asked.actor, texts_of(network_body()))
    return [row for row in rows if asked.takes(row.derivation.text) and asked.day_at(row.at) <= asked.day]


def coverage(asked: Asked, stated: Sequence[Statement]) -> list[Block]:
    """How many courses of each member have a released statement of coverage; who released none is named, and has no
    nought."""
    counts: dict[str, int] = {}
    for row in stated:
        code = row.course.derivation.text.body.member.code if row.course.derivation.text.body.member else ""
        counts[code] = counts.get(code, 0) + 1
    if not counts:
        return []
    rows: list[tuple[Text, float | None]] = [(dict(row.name), counts.get(row.code)) for row in asked.members]
    silent: list[Text] = [dict(row.name) for row in asked.members if row.code not in counts]
    chart = bars(say(Say.COVERAGE_BY_MEMBER), say(Say.MEMBER), say(Say.COUNT), rows)
    return [chart, *([gap(say(Say.NO_COVERAGE, names=several(silent)))] if silent else [])]
