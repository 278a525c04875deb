"""The programme on paper: a table a day, who appears, and what it treats of the text."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Grid, Heading, Manner, Paper, Prose, Words
from tejido.seminars.letters import days_words
from tejido.seminars.words import cycle_title, seminar_title
from tejido.web.languages import base, in_my_language

from .models import Appearance
from .queries import Line, Programme
from .words import day_words, group_words, languages_words, people_of, speaker_words, time_of, title_of

_SHARES = (4, 13, 6)


def programme_paper(programme: Programme, language: str) -> Paper:
    """In the language of the reader. Names only as far as they may be published."""
    seminar = programme.seminar
    with override(base(language)):
        title, name = seminar_title(seminar), _("Programme")
        told = max((line.session.changed_at or line.session.at for line in programme.lines), default=seminar.at)
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=tuple(_blocks(programme)),
            network=cycle_title(seminar.cycle),
            subtitle=name,
            facts=tuple(_facts(programme)),
            head=f"{name} · {title}",
            at=told,
        )


def programme_notice(programme: Programme) -> str:
    """What stands on every page where it is not what it seems."""
    if programme.seminar.is_demonstration:
        return _("Demonstration: an invented programme")
    return "" if programme.is_announced else _("Draft: not announced")


def _facts(programme: Programme) -> Iterator[tuple[str, str]]:
    seminar = programme.seminar
    yield _("Days"), days_words(seminar)
    if place := in_my_language(seminar.place):
        yield _("Place"), escape(place)
    if site := in_my_language(seminar.site):
        yield _("Site of memory"), escape(site)
    yield _("Times"), _("on the clocks of %(zone)s") % {"zone": escape(seminar.zone)}


def _blocks(programme: Programme) -> Iterator[Block]:
    zone = programme.seminar.zone
    head = (pgettext("of a programme", "Time"), _("Session"), _("Where"))
    for day, lines in programme.days:
        yield Heading(escape(day_words(day)))
        yield Grid(head, tuple(_row(line, zone) for line in lines), "", _SHARES)
    if not programme.lines:
        yield Prose(_("No session yet."))
    yield from _people(programme)


def _row(line: Line, zone: str) -> tuple[str, str, str]:
    row = line.session
    title = escape(title_of(row))
    about = [title if row.is_pause else f"**{title}**"]
    if not row.is_pause:
        kind = (f"{row.number}", str(row.get_kind_display()), group_words(row.parallel), languages_words(row))
        about.append(escape(" · ".join(filter(None, kind))))
    about += [escape(words) for words in (people_of(line.speakers), in_my_language(row.about)) if words]
    where = (row.room.name, row.room.where) if row.room else ()
    return time_of(row, zone), "\n\n".join(about), escape(", ".join(filter(None, where)))


def _people(programme: Programme) -> Iterator[Block]:
    """Who appears, once each, with the line about them that may be published."""
    appearing: dict[str, Appearance] = {}
    for line in programme.lines:
        for each in line.speakers:
            appearing.setdefault(each.speaker_id, each)
    if appearing:
        yield Heading(_("Who appears"))
    for each in appearing.values():
        about = in_my_language(each.speaker.public_bio)
        said = ". ".join(filter(None, (speaker_words(each.speaker), about)))
        yield Prose(escape(said), Manner.ITEM)
