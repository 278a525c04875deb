"""The agenda and the minutes as papers, in one of the languages of the meeting or the one that there is."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import count

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tejido.engine.document import Document, Kind, Passage, passage_id
from tejido.formats.markdown import escape, read
from tejido.formats.paper import Block, Facts, Heading, Manner, Paper, Prose, Text, Words
from tejido.registry.words import seat_words
from tejido.web.instants import clocks, day_and_time, zone_words
from tejido.web.languages import base, in_my_language, say

from ..models import Commitment, MinutesText
from ..queries.agenda import ItemLine
from ..queries.attendance import AttendanceLine, Room
from ..queries.meetings import MeetingContext
from ..queries.minutes import Record
from ..words import named, title_of, who_promised

_SHORT = 16  # signs of a digest that run below every page
_MANNERS = {Kind.PARAGRAPH: Manner.PLAIN, Kind.ITEM: Manner.ITEM, Kind.QUOTATION: Manner.QUOTATION}


def agenda_paper(context: MeetingContext, lines: Sequence[ItemLine], language: str) -> Paper:
    """What is dealt with, for how long, who presents it and what lies before it."""
    with override(base(language)):
        blocks = [block for line in lines for block in _agenda_item(line)]
        blocks = blocks or [Prose(_("No items yet."))]
        return _paper(context, _("Agenda"), language, blocks, "", context.meeting.prepared_at)


def _agenda_item(line: ItemLine) -> Iterator[Block]:
    yield _item_heading(line)
    facts = [str(line.item.get_kind_display())]
    if line.item.minutes:
        facts.append(ngettext("%(n)s minute", "%(n)s minutes", line.item.minutes) % {"n": line.item.minutes})
    if line.item.presenter:
        facts.append(_("presented by %(seat)s") % {"seat": seat_words(line.item.presenter)})
    yield Prose(escape(" · ".join(facts)), Manner.SMALL)
    for paper in line.papers:
        source = paper.edition or paper.revision or paper.round or paper.procedure or paper.text
        yield Prose(escape(paper.file.name if paper.file else named(source)), Manner.ITEM)


def _item_heading(line: ItemLine) -> Heading:
    return Heading(escape(f"{line.number}. {in_my_language(line.item.title)}"))


def minutes_paper(
    context: MeetingContext,
    lines: Sequence[ItemLine],
    record: Record,
    present: Sequence[AttendanceLine],
    rooms: Mapping[str, Room],
    language: str,
) -> Paper:
    """What was written, decided and promised, item by item, with who was there. An approved paper says what was
    approved."""
    with override(base(language)):
        blocks = [*_attendance(present), *_written(record.of(""), language, 1)]
        for line in lines:
            blocks += _minutes_item(line, record, rooms[line.item.key], language)
        approval = record.approval
        at = approval.at if approval else context.meeting.ends_at
        return _paper(context, _("Minutes"), language, blocks, approval.digest if approval else "", at)


def _attendance(lines: Sequence[AttendanceLine]) -> Iterator[Block]:
    entered = [line for line in lines if line.attendance]
    if entered:
        yield Heading(_("Attendance"))
        yield Facts(
            tuple((in_my_language(row.party.name), escape(str(_presence(row)))) for row in entered if row.attendance)
        )


def _presence(line: AttendanceLine) -> str:
    return str(line.attendance.get_presence_display()) if line.attendance else ""


def _minutes_item(line: ItemLine, record: Record, room: Room, language: str) -> Iterator[Block]:
    yield _item_heading(line)
    if room.present:
        names = ", ".join(in_my_language(party.name) for party in room.present)
        yield Prose(escape(_("In the room: %(names)s") % {"names": names}), Manner.SMALL)
    yield from _written(record.of(line.item.key), language, 2)
    for row in record.decisions_of(line.item.key):
        said = say(row.texts, language)
        yield _numbered(_("Decision %(number)s") % {"number": row.number}, said.text, said.language)
    for promised in record.commitments_of(line.item.key):
        yield _commitment(promised, language)


def _numbered(name: str, words: str, language: str) -> Prose:
    return Prose(f"**{escape(name)}.** {escape(words)}", Manner.PLAIN, language)


def _commitment(row: Commitment, language: str) -> Prose:
    said = say(row.texts, language)
    until = _("by %(day)s") % {"day": _day(row.due)} if row.due else ""
    words = f"{said.text.rstrip('.')} ({until})." if until else said.text
    name = _("Commitment %(number)s") % {"number": row.number}
    return _numbered(name, f"{who_promised(row)}: {words}", said.language)


def _written(texts: Mapping[str, MinutesText], language: str, highest: int) -> list[Block]:
    """Minutes in the language, or the one that there is. Their highest heading stands just below that of their item."""
    row = texts.get(language) or next(iter(texts.values()), None)
    if row is None:
        return []
    numbers = count()
    document = read(row.markdown, row.language, lambda: passage_id(next(numbers).to_bytes(8)[::-1]))
    levels = [passage.level for passage in document if passage.kind is Kind.HEADING]
    lower = highest - min(levels, default=highest)
    return [_block(passage, row.language, lower) for passage in document]


def _block(passage: Passage, language: str, lower: int) -> Block:
    """A paragraph of minutes has no address: only what cannot be said otherwise, a table, goes as a text."""
    words = passage.text(language)
    if passage.kind is Kind.HEADING:
        return Heading(words, min(passage.level + lower, 6), language)
    if passage.kind in _MANNERS:
        return Prose(words, _MANNERS[passage.kind], language)
    return Text(Document.of([passage]), (language,))


def _paper(
    context: MeetingContext, what: str, language: str, blocks: Sequence[Block], digest: str, at: datetime
) -> Paper:
    meeting = context.meeting
    title = title_of(meeting)
    body = in_my_language(context.body.name)
    facts = [(_("Begins"), moment(meeting.starts_at, meeting.zone)), (_("Ends"), moment(meeting.ends_at, meeting.zone))]
    facts += [(_("Place"), escape(meeting.place))] if meeting.place else []
    facts += [(_("Approved with the digest"), digest)] if digest else []
    return Paper(
        title=f"{what}: {title}",
        language=language,
        words=Words(_("Contents"), _("Page {page} of {pages}")),
        blocks=tuple(blocks),
        network=body,
        facts=tuple(facts),
        head=f"{what} · {title}",
        foot=digest[:_SHORT],
        at=at,
    )


def moment(at: datetime, zone: str) -> str:
    """Date and time on the clocks of the meeting, the zone said."""
    local = at.astimezone(clocks(zone)).replace(second=0)
    return f"{day_and_time(local)} ({zone_words(local)})"


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
