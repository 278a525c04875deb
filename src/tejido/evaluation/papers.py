"""Results on paper: exactly the figures of the page."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Grid, Heading, Manner, Paper, Prose, Words
from tejido.web.instants import in_zone
from tejido.web.languages import base, say

from .queries import Results
from .words import Group, Mean, Shown, questionnaire_words, shown


def results_paper(results: Results, network: str, zone: str, language: str) -> Paper:
    """In the language of the reader; open answers in the language in which they were written."""
    row = results.questionnaire
    with override(base(language)):
        title, name = say(row.title, language).text, _("Results of the questionnaire")
        blocks = [block for asked in results.asked for block in _question(shown(asked, language))]
        return Paper(
            title=title,
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=(*_about(), *blocks),
            network=network,
            subtitle=name,
            facts=_facts(results, zone, language),
            head=f"{title} · {name}",
            foot="",
            at=row.closed_at,
        )


def _facts(results: Results, zone: str, language: str) -> tuple[tuple[str, str], ...]:
    row = results.questionnaire
    closed = in_zone(row.closed_at, zone) if row.closed_at else ""
    many = _("%(n)s of %(all)s") % {"n": row.answered, "all": row.participants}
    return (
        (_("Questionnaire"), escape(questionnaire_words(row, language))),
        (_("Answered"), many),
        (_("Closed"), escape(closed)),
    )


def _about() -> Iterator[Block]:
    yield Prose(_("Intervals have a confidence of 95 in 100."), Manner.SMALL)
    yield Prose(
        _("Groups of fewer than five are put together or not shown, and no combination of what is shown gives one."),
        Manner.SMALL,
    )


def _question(each: Shown) -> Iterator[Block]:
    yield Heading(escape(each.words))
    if each.bars:
        said = _("%(n)s answered") % {"n": each.n}
        yield Prose(escape(f"{said}. {each.silent}".strip()), Manner.SMALL)
        rows = tuple((escape(bar.words), str(bar.count), bar.share, bar.between) for bar in each.bars)
        yield Grid((_("Choice"), _("Count"), _("Share"), _("Interval")), rows, "", (6, 2, 2, 4))
    yield from _means(each.means)
    if not each.means:
        for name, groups in each.breakdowns:
            yield from _groups(name, each.choices, groups)
        yield from _groups(_("Other questionnaires"), each.choices, each.others)
    for words in each.asked.words:
        yield Prose(escape(words.words), Manner.QUOTATION, words.language)
    if each.asked.withheld:
        yield Prose(_("Answers not shown: %(n)s") % {"n": each.asked.withheld}, Manner.SMALL)
    if each.gap:
        yield Prose(escape(each.gap), Manner.SMALL)


def _means(means: Sequence[Mean]) -> Iterator[Block]:
    if means:
        rows = tuple(
            (escape(_noted(row.words, row.note)), str(row.n), row.mean, row.between, row.difference) for row in means
        )
        head = (_("Group"), _("Answered"), _("Mean"), _("Interval"), _("Difference"))
        yield Grid(head, rows, "", (6, 2, 2, 4, 3))


def _groups(name: str, choices: Sequence[str], groups: Sequence[Group]) -> Iterator[Block]:
    if groups:
        rows = tuple((escape(_noted(row.words, row.note)), str(row.n), *row.shares) for row in groups)
        yield Grid((name, _("Answered"), *map(escape, choices)), rows)


def _noted(words: str, note: str) -> str:
    return f"{words} ({note})" if note else words
