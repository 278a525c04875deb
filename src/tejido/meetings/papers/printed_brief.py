"""The delegate's brief as a paper: the same values that the page shows. It is confidential where the page is."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Grid, Heading, Manner, Paper, Prose, Words
from tejido.web.languages import base

from .printed import moment
from .values import Brief, ItemBrief, OpenPassage, Promise, Saying, TextBrief

_NONE = "—"


def brief_paper(brief: Brief, language: str) -> Paper:
    with override(base(language)):
        facts = [(_("As it stood on"), moment(brief.made_at, brief.zone))]
        if brief.starts_at and brief.ends_at:
            facts.insert(0, (_("Begins"), moment(brief.starts_at, brief.zone)))
        facts += [(_("Place"), escape(brief.place))] if brief.place else []
        return Paper(
            title=brief.title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=tuple(_blocks(brief)),
            network=brief.body,
            facts=tuple(facts),
            head=f"{brief.title} · {confidential(brief)}" if brief.member else brief.title,
            at=brief.made_at,
        )


def confidential(brief: Brief) -> str:
    """What stands on every page; nothing on the paper of who has no position."""
    return _("Confidential to %(member)s") % {"member": brief.member} if brief.member else ""


def _blocks(brief: Brief) -> Iterator[Block]:
    if brief.starts_at:
        yield Heading(_("What we promised and have not done yet"))
        yield from _promises(brief.ours)
    for item in brief.items:
        yield from _item(item)
    for text in brief.texts:
        yield from _text(text, 1)
    if brief.theirs:
        yield Heading(_("What others promised"))
        yield from _promises(brief.theirs)
    yield from _attendance(brief)
    if brief.people:
        yield Heading(_("Who is invited"))
        yield from (Prose(escape(f"{p.seat}: {p.says}" if p.says else p.seat), Manner.ITEM) for p in brief.people)


def _promises(promises: Sequence[Promise]) -> Iterator[Block]:
    for row in promises:
        parts = [row.what, row.who]
        parts += [_("by %(day)s") % {"day": date_format(row.due, "DATE_FORMAT")}] if row.due else []
        parts += [row.meeting, *([_("overdue")] if row.is_overdue else [])]
        yield Prose(escape(" · ".join(parts)), Manner.ITEM)
    if not promises:
        yield Prose(_("Nothing is open."))


def _item(item: ItemBrief) -> Iterator[Block]:
    yield Heading(escape(f"{item.number}. {item.title}"))
    facts = [item.kind]
    facts += [ngettext("%(n)s minute", "%(n)s minutes", item.minutes) % {"n": item.minutes}] if item.minutes else []
    facts += [item.presenter] if item.presenter else []
    yield Prose(escape(" · ".join(facts)), Manner.SMALL)
    yield from (Prose(escape(paper), Manner.ITEM) for paper in item.papers)
    for annex in item.annexes:
        yield Heading(escape(annex.title), 2)
        yield from (Prose(escape(line), Manner.ITEM) for line in annex.lines)
    for text in item.texts:
        yield from _text(text, 2)


def _text(text: TextBrief, level: int) -> Iterator[Block]:
    yield Heading(escape(text.title), level)
    if text.stage:
        yield Prose(escape(text.stage))
    numbered = _("Revision %(number)s, digest %(digest)s") % {"number": text.revision, "digest": text.digest}
    yield Prose(numbered, Manner.SMALL)
    yield from (Prose(escape(line)) for line in _standing(text))
    for passage in text.passages:
        yield from _passage(passage, level + 1)
    if not text.passages:
        yield Prose(_("No passage of this text is open."))


def _standing(text: TextBrief) -> Iterator[str]:
    if text.agreed:
        yield _("Have agreed: %(codes)s.") % {"codes": ", ".join(text.agreed)}
    if text.missing:
        yield _("Have not agreed: %(codes)s.") % {"codes": ", ".join(text.missing)}
    if text.known:
        yield text.known


def _passage(passage: OpenPassage, level: int) -> Iterator[Block]:
    named = _("Passage %(address)s") % {"address": passage.address} if passage.address else _("The text as a whole")
    yield Heading(escape(named), level)
    if passage.text:
        yield Prose(escape(passage.text), Manner.QUOTATION, passage.language)
    for said in passage.ours:
        yield from _said(said, _("We (%(who)s)") % {"who": said.who} if said.who else _("We"))
    for said in (*passage.objections, *passage.others):
        yield from _said(said, said.who)


def _said(said: Saying, who: str) -> Iterator[Block]:
    yield Prose(f"**{escape(who)}** · {escape(' · '.join(filter(None, (said.stance, said.reply))))}")
    if said.wording:
        yield Prose(said.wording, Manner.QUOTATION, said.language)
    if said.reason:
        label = _("Reason")
        yield Prose(f"{escape(label)}: {escape(said.reason)}", Manner.PLAIN, said.language)
    if said.outcome:
        yield Prose(escape(f"{said.outcome}. {said.outcome_reason}".strip()))


def _attendance(brief: Brief) -> Iterator[Block]:
    if brief.attendance:
        head = (_("Meeting"), _("Present or represented"), _("Not there"))
        rows = [
            (
                escape(f"{past.title}, {date_format(past.day, 'DATE_FORMAT')}"),
                escape(", ".join(past.present)) or _NONE,
                escape(", ".join(past.absent)) or _NONE,
            )
            for past in brief.attendance
        ]
        yield Heading(_("Attendance so far"))
        yield Grid(head, tuple(rows), "", (2, 2, 1))
