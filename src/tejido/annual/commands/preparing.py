"""A report is begun, its chapters are written and put in order, its pages are opened to the members."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask
from tejido.registry.queries import day_of
from tejido.web.languages import filled

from .. import rules
from ..letters import tell_of_pages
from ..models import Chapter, Report
from ..names import Act, ChapterKind, Move
from ..queries import asked_of, chapters_of
from .writing import locked


@transaction.atomic
def begin_report(
    *,
    actor: Actor,
    title: Mapping[str, str],
    since: int,
    until: int,
    audience: str,
    at: datetime,
    is_demonstration: bool = False,
) -> Report:
    """Begins a report with every chapter in the usual order."""
    ask(rules.may_begin(actor, title, since, until, day_of(at).year))
    row = Report.objects.create(
        title=filled(title), since=since, until=until, audience=audience, is_demonstration=is_demonstration, at=at,
        office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    Chapter.objects.bulk_create(Chapter(report=row, kind=kind, place=place) for place, kind in enumerate(ChapterKind))
    write_down(actor, Act.REPORT_BEGUN, row, at, {"since": since, "until": until, "audience": audience}, tree=NETWORK)
    return row


@transaction.atomic
def write_chapter(
    *,
    actor: Actor,
    report: Report,
    kind: str,
    introduction: Mapping[str, str],
    is_left_out: bool,
    seen: str,
    at: datetime,
) -> Chapter:
    """The introduction in each language, and whether the chapter is left out. `seen` is the digest of what was
    read."""
    locked(actor, report.key)
    row = Chapter.objects.filter(report=report, kind=kind).first()
    is_as_seen = row is not None and chapter_digest(row) == seen
    ask(rules.may_write(actor, is_known=row is not None, is_as_seen=is_as_seen))
    assert row is not None  # noqa: S101  # the rule has asked
    row.introduction, row.is_left_out = filled(introduction), is_left_out
    row.save(update_fields=["introduction", "is_left_out"])
    facts = {"chapter": kind, "left_out": is_left_out, "digest": chapter_digest(row)}
    write_down(actor, Act.CHAPTER_WRITTEN, report, at, facts, tree=NETWORK)
    return row


def chapter_digest(row: Chapter) -> str:
    return canonical_digest({"introduction": row.introduction, "is_left_out": row.is_left_out})


@transaction.atomic
def move_chapter(*, actor: Actor, report: Report, kind: str, to: str, at: datetime) -> None:
    """One place up or down."""
    locked(actor, report.key)
    kinds = [row.kind for row in chapters_of(report)]
    place = kinds.index(kind) if kind in kinds else None
    ask(rules.may_move(actor, place, to, len(kinds)))
    assert place is not None  # noqa: S101  # the same
    other = place - 1 if to == Move.UP else place + 1
    kinds[place], kinds[other] = kinds[other], kinds[place]
    for number, name in enumerate(kinds):
        Chapter.objects.filter(report=report, kind=name).update(place=number)
    write_down(actor, Act.CHAPTER_MOVED, report, at, {"chapter": kind, "to": str(to)}, tree=NETWORK)


@transaction.atomic
def open_pages(*, actor: Actor, report: Report, due: date, at: datetime) -> Report:
    """Opens the pages to the members, who have until the end of that day, and writes to them; or gives them another
    day."""
    row = locked(actor, report.key)
    ask(rules.may_open(actor, row, due, day_of(at)))
    row.opened_at, row.due = row.opened_at or at, due
    row.save(update_fields=["opened_at", "due"])
    write_down(actor, Act.PAGES_OPENED, row, at, {"due": due.isoformat()}, tree=NETWORK)
    tell_of_pages(row, asked_of(row, at).members, at)
    return row
