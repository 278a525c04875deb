"""The trace, and what participants are told, on paper."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Facts, Grid, Heading, Manner, Paper, Prose, Words
from tejido.registry.queries import network
from tejido.web.instants import in_zone
from tejido.web.languages import base, in_my_language

from .names import Part
from .queries.accounts import counts_of
from .queries.traces import Traced, Traces
from .words import AccountShown, ChangeShown, ChangeTold, MatterTold, changes_shown, sum_words, thread


def trace_paper(traces: Traces, title: str, language: str, at: datetime) -> Paper:
    """Every matter with its way and its changes, in the language of the reader."""
    with override(base(language)):
        name = _("Trace of the evaluation")
        counts = counts_of(traces.matters, len(traces.heard.observations))
        blocks: list[Block] = [Prose(escape(sum_words(counts)))]
        for part in Part:
            blocks += _part(part, traces, language)
        if not traces.matters:
            blocks.append(Prose(escape(_("Nothing was put together yet."))))
        return _paper(title, name, language, blocks, at)


def _paper(title: str, name: str, language: str, blocks: Iterable[Block], at: datetime) -> Paper:
    served = network()
    return Paper(
        title=title,
        language=language,
        words=Words(_("Contents"), _("Page {page} of {pages}")),
        blocks=tuple(blocks),
        network=in_my_language(served.name) if served else "",
        subtitle=name,
        facts=((_("As it stood on"), escape(in_zone(at, served.zone if served else "UTC"))),),
        head=f"{title} · {name}",
        at=at,
    )


def _part(part: Part, traces: Traces, language: str) -> list[Block]:
    several = [traced for traced in traces.matters if traced.line.matter.part == part]
    found: list[Block] = [Heading(str(part.label))] if several else []
    for traced in several:
        found += _matter(traced, traces, language)
    return found


def _matter(traced: Traced, traces: Traces, language: str) -> Iterator[Block]:
    matter = traced.line.matter
    yield Heading(escape(f"{matter.number}. {in_my_language(matter.title)}"), 2)
    shown = thread(traced, traces)
    yield Facts(
        tuple((stage.words, _stage(stage.links, stage.gap)) for stage in shown.stages if stage.links or stage.gap)
    )
    decision = traced.line.decision
    if decision is not None:
        yield Prose(escape(decision.reason), Manner.QUOTATION, decision.language)
    changes = changes_shown(traced, language)
    if changes:
        yield _grid((_place(change), change.before, change.after) for change in changes)


def _place(change: ChangeShown) -> str:
    said = _("revision %(number)s") % {"number": change.revision}
    return f"{change.address} · {change.words}, {said}"


def _grid(rows: Iterable[tuple[str, str, str]]) -> Grid:
    """Each passage as it was taught and as it is said since."""
    head = (_("Passage"), _("As it was taught"), _("As it was changed"))
    return Grid(
        head, tuple((escape(place), escape(before), escape(after)) for place, before, after in rows), "", (1, 3, 3)
    )


def _stage(links: Iterable[object], gap: str) -> str:
    said = [f"{link.words} ({link.note})" if link.note else link.words for link in links]  # type: ignore[attr-defined]  # links
    return escape("; ".join([*said, gap] if gap else said))


## What participants are told


def account_paper(shown: AccountShown, language: str, at: datetime) -> Paper:
    with override(base(language)):
        blocks: list[Block] = [Prose(escape(shown.sum))] if shown.sum else []
        for title, several in (
            (_("This changed the text"), shown.changed),
            (_("This was answered"), shown.answered),
            (_("This is still to come"), shown.waiting),
        ):
            if several:
                blocks.append(Heading(title))
                blocks += [block for matter in several for block in _told(matter)]
        return _paper(shown.title, _("You said, we changed"), language, blocks, at)


def _told(matter: MatterTold) -> Iterator[Block]:
    yield Heading(escape(f"{matter.number}. {matter.title}"), 2)
    if matter.said:
        yield Prose(escape(matter.said))
    facts = [(_("Said by"), matter.heard), (_("Outcome"), matter.outcome_words)]
    facts += [(_("Read in"), matter.edition_words), (_("Taught in"), ", ".join(matter.seminars))]
    facts += [(_("What lacks"), matter.lacks)]
    yield Facts(tuple((name, escape(said)) for name, said in facts if said))
    if matter.reason:
        yield Prose(escape(matter.reason), Manner.QUOTATION, matter.reason_language)
    if matter.changes:
        hidden = _("The new wording is shown once it is adopted or taught.")
        yield _grid(
            (_where(change), change.before, hidden if change.is_hidden else change.after) for change in matter.changes
        )


def _where(change: ChangeTold) -> str:
    """What stands in no edition has no place that is told."""
    return f"{change.address} · {change.words}" if change.address else change.words
