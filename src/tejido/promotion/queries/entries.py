"""Entries with what they say, their documents and quotations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet

from tejido.ledger.actors import Actor
from tejido.meetings.models import Release
from tejido.meetings.names import Audience as Readers
from tejido.meetings.names import Part
from tejido.web.dates import span

from ..models import Forum, ForumDocument, ForumEntry, ForumQuote, ForumVersion
from ..rules import readable

_RELATED = (
    "entry__member", "speaker", "forum", "adoption__edition__text", "adoption__procedure", "decision__meeting__body",
)  # fmt: skip  # one row of a table, read as one


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader wants to see; empty is everything."""

    forum: str = ""
    kind: str = ""
    year: str = ""

    @property
    def wanted(self) -> Q:
        found = Q()
        if self.forum:
            found &= Q(forum__code=self.forum)
        if self.kind:
            found &= Q(kind=self.kind)
        return found & Q(since__startswith=self.year) if self.year else found


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry as it stands, for somebody who may read it. `documents` come without their bytes; `is_decision_open`:
    the reader may open the meeting that decided."""

    entry: ForumEntry
    version: ForumVersion
    documents: tuple[ForumDocument, ...] = ()
    quotes: tuple[ForumQuote, ...] = ()
    is_decision_open: bool = False

    @property
    def key(self) -> str:
        return self.entry.key

    @property
    def year(self) -> str:
        return self.version.since[:4]


@dataclass(frozen=True, slots=True)
class Former:
    """What an entry said before, and why it says so no more."""

    version: ForumVersion
    reason: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The line with what it said before, the latest first."""

    line: EntryLine
    earlier: tuple[Former, ...]


def entries_for(actor: Actor, since: date, until: date) -> list[EntryLine]:
    """What the actor may read of this time, first and last day included, the oldest first; nothing that was struck
    out. A date that is a year or a month belongs to every day of it. Four queries, however many there are."""
    rows = _standing(actor, Q(entry__struck_at=None) & Q(since__lte=until.isoformat()))
    return _lines(actor, [row for row in rows.order_by("since", "at", "key") if _touches(row, since, until)])


def _touches(row: ForumVersion, since: date, until: date) -> bool:
    begun, ended = span(row.since), span(row.until or row.since)
    return begun is not None and ended is not None and begun[0] <= until and ended[1] >= since


def register_for(actor: Actor, wanted: Filter) -> list[EntryLine]:
    """The register, the latest first. Four queries."""
    return _lines(actor, list(_standing(actor, wanted.wanted).order_by("-since", "-at", "key")))


def shown_for(actor: Actor) -> list[EntryLine]:
    """The same without documents and quotations, and nothing that was struck out: what stands, for lists elsewhere.
    One query."""
    rows = _standing(actor, Q(entry__struck_at=None)).order_by("-since", "-at", "key")
    return [EntryLine(row.entry, row) for row in rows]


def years_of(lines: Sequence[EntryLine]) -> list[tuple[str, list[EntryLine]]]:
    """The lines by their year, in their order."""
    found: dict[str, list[EntryLine]] = {}
    for line in lines:
        found.setdefault(line.year, []).append(line)
    return list(found.items())


def forums_of(lines: Sequence[EntryLine]) -> list[Forum]:
    """The forums of these entries, by their codes: what nobody here may read adds none."""
    found = {line.version.forum.code: line.version.forum for line in lines}
    return [found[code] for code in sorted(found)]


def _standing(actor: Actor, wanted: Q) -> QuerySet[ForumVersion]:
    rows = ForumVersion.objects.filter(wanted, entry__in=_readable(actor), replaced_at=None)
    return rows.select_related(*_RELATED).defer("adoption__edition__record")


def _lines(actor: Actor, rows: Sequence[ForumVersion]) -> list[EntryLine]:
    entries = [row.entry_id for row in rows]
    documents = _by_entry(ForumDocument.objects.filter(entry__in=entries, removed_at=None).defer("data"))
    quotes = _by_entry(ForumQuote.objects.filter(entry__in=entries, removed_at=None))
    open_to = _open_meetings(actor, [row.decision.meeting_id for row in rows if row.decision])
    return [
        EntryLine(
            row.entry, row, tuple(documents.get(row.entry_id, ())), tuple(quotes.get(row.entry_id, ())),
            is_decision_open=row.decision is not None and row.decision.meeting_id in open_to,
        )
        for row in rows
    ]  # fmt: skip  # one row of a table, read as one


def _by_entry(rows: QuerySet[ForumDocument] | QuerySet[ForumQuote]) -> dict[str, list]:  # type: ignore[type-arg]  # of both
    found: dict[str, list] = {}  # type: ignore[type-arg]  # of both
    for row in rows:
        found.setdefault(row.entry_id, []).append(row)
    return found


def _open_meetings(actor: Actor, meetings: list[str]) -> frozenset[str]:
    """The meetings whose decisions the reader may open: others are told only that there was one."""
    audiences = [Readers.PUBLIC] if actor.is_public else [Readers.NETWORK, Readers.PUBLIC]
    found = Release.objects.filter(
        meeting__in=meetings, part=Part.DECISIONS, audience__in=audiences, withdrawn_at=None
    )  # fmt: skip  # one condition, read as one
    return frozenset(found.values_list("meeting_id", flat=True))


def line_for(actor: Actor, key: str) -> EntryLine:
    """ObjectDoesNotExist for an entry that the actor may not read, exactly as for an unknown key."""
    row = _standing(actor, Q(entry=key)).first()
    if row is None:
        raise ObjectDoesNotExist
    return _lines(actor, [row])[0]


def page_for(actor: Actor, key: str) -> EntryPage:
    """The entry with what it said before. Who keeps it reads every version; others those that they were shown."""
    line = line_for(actor, key)
    versions = list(ForumVersion.objects.filter(entry=key).select_related("forum", "speaker"))
    pairs = zip(versions[1:], versions, strict=False)
    shown = (Former(row, after.reason) for row, after in pairs if _was_shown(actor, line.entry, row))
    return EntryPage(line, tuple(shown))


def _was_shown(actor: Actor, entry: ForumEntry, row: ForumVersion) -> bool:
    is_own = not actor.is_public and actor.member == (entry.member.code if entry.member else actor.member)
    return is_own or (entry.shown_at is not None and row.replaced_at is not None and row.replaced_at > entry.shown_at)


def entry_for(actor: Actor, key: str) -> ForumEntry:
    return line_for(actor, key).entry


def document_for(actor: Actor, key: str) -> ForumDocument:
    """A document with its bytes, of an entry that the actor may read. ObjectDoesNotExist otherwise."""
    return ForumDocument.objects.get(key=key, entry__in=_readable(actor), removed_at=None)


def document_to_remove(actor: Actor, key: str) -> ForumDocument:
    """A document of an entry that the actor may read, without its bytes."""
    return ForumDocument.objects.select_related("entry").defer("data").get(key=key, entry__in=_readable(actor))


def quote_to_remove(actor: Actor, key: str) -> ForumQuote:
    return ForumQuote.objects.select_related("entry").get(key=key, entry__in=_readable(actor))


def _readable(actor: Actor) -> QuerySet[ForumEntry]:
    return ForumEntry.objects.filter(readable(actor))
