"""A table as a paper, to be written as Word."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Facts, Grid, Heading, Manner, Paper, Prose, Words
from tejido.registry.queries import network
from tejido.web.instants import in_zone
from tejido.web.languages import base, in_my_language

from .models import Selection
from .names import Destination
from .queries.tables import Built
from .words import not_reported, period_words

WIDE = 4  # columns; more lie on their side
MANY = 8  # columns; of more no word fits into any, and each row is set by itself
# How wide columns are to one another: texts need more than codes.
_SHARES = {
    "text": 5, "done": 5, "results": 4, "summary": 5, "assessment": 4, "title": 3, "sections": 3, "answers": 3,
    "position": 2, "status": 2, "day": 2, "paragraph": 2, "state": 2,
}  # fmt: skip  # one table, read as one
_USUAL = 3


def report_paper(selection: Selection, title: str, built: Built, at: datetime) -> Paper:
    """The table in its language, with what it is, of which period, and how much of it is not reported."""
    language = built.wish.language
    with override(base(language)):
        served = network()
        return Paper(
            title=selection.name,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=tuple(_blocks(built)),
            network=in_my_language(selection.member.name),
            subtitle=title,
            facts=_facts(selection, built, in_zone(at, served.zone if served else "UTC")),
            head=f"{selection.name} · {title}",
            at=at,
            is_wide=WIDE < len(built.headings) <= MANY,
        )


def _facts(selection: Selection, built: Built, instant: str) -> tuple[tuple[str, str], ...]:
    facts = [
        (pgettext("a destination", "For"), str(Destination(selection.destination).label)),
        (_("Period"), period_words(selection.since, selection.until)),
        (_("As it stood on"), instant),
        (_("Rows"), str(len(built.rows))),
    ]
    if built.gaps:
        facts.append((_("Not reported"), _("%(count)s cells") % {"count": built.gaps}))
    return tuple((name, escape(said)) for name, said in facts)


def _blocks(built: Built) -> list[Block]:
    gap = f"*{escape(not_reported(built.wish.language))}*"
    rows = [tuple(_cell(cell) or gap for cell in row.cells) for row in built.rows]
    found: list[Block] = []
    if any(row.is_demonstration for row in built.rows):
        found.append(Prose(escape(_("Demonstration: everything in this table is invented.")), Manner.SMALL))
    if len(built.headings) <= MANY:
        shares = tuple(_SHARES.get(str(column.field), _USUAL) for column in built.wish.columns)
        return [*found, Grid(tuple(map(escape, built.headings)), tuple(rows), "", shares)]
    for row, cells in zip(built.rows, rows, strict=True):
        found += [Heading(escape(row.name), 2), Facts(tuple(zip(built.headings, cells, strict=True)))]
    return found


def _cell(words: str) -> str:
    """Each line a paragraph of its own, and no sign of it a mark."""
    return "\n\n".join(escape(line) for line in words.split("\n") if line.strip())
