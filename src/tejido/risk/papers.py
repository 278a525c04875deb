"""An analysis and its summary on paper."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Facts, Grid, Heading, Paper, Prose, Words
from tejido.registry.models import Member
from tejido.web.languages import base, in_my_language

from .names import Factor
from .queries.access import Opened
from .queries.pages import Part, part_of
from .sentences import choice_words, lines_shown
from .terms import CHOSEN, OF_EVIDENCE, WRITTEN
from .words import FIELDS


def whole_paper(opened: Opened, language: str, at: datetime) -> Paper:
    """All of an analysis, for those who have it. On every page stands that it is not protected any more."""
    analysis, cells = opened.analysis, opened.cells
    with override(base(language)):
        blocks: list[Block] = [
            Prose(escape(_("This file is not sealed. Whoever has it can read it: keep it as you keep secret papers.")))
        ]
        blocks += _said(("scope", "follow_up", "told"), cells, analysis.language)
        for factor in Factor:
            blocks += _factor(part_of(cells, factor), analysis.language)
        title, kind = cells.get("title", ""), _("Private risk analysis")
        return _paper(title, kind, in_my_language(analysis.member.name), language, blocks, at, foot=_("Not sealed"))


def summary_paper(said: Mapping[str, Any], member: Member, language: str, at: datetime | None) -> Paper:
    """What was chosen to be shared, and nothing else."""
    with override(base(language)):
        blocks: list[Block] = []
        if said["introduction"]:
            blocks.append(Prose(escape(said["introduction"]), language=said["language"]))
        for line in lines_shown(said["lines"]):
            blocks.append(Heading(escape(f"{line.factor}. {line.factor.label}"), 2))
            blocks.append(Prose(escape(line.words), language=said["language"]))
            facts = [(str(FIELDS["found"]), line.found), (str(FIELDS["confidence"]), line.confidence)]
            pairs = tuple((name, escape(words)) for name, words in facts if words)
            blocks += [Facts(pairs)] if pairs else []
        kind = _("Summary of a risk analysis")
        return _paper(said["title"], kind, in_my_language(member.name), language, blocks, at)


def _paper(
    title: str, kind: str, member: str, language: str, blocks: list[Block], at: datetime | None, *, foot: str = ""
) -> Paper:
    return Paper(
        title=title, language=language, words=Words(_("Contents"), _("Page {page} of {pages}")), blocks=tuple(blocks),
        subtitle=kind, facts=((_("Member"), escape(member)),), head=f"{member} · {kind}", foot=foot, at=at,
    )  # fmt: skip  # one paper


def _factor(part: Part, language: str) -> Iterator[Block]:
    yield Heading(escape(f"{part.factor}. {part.factor.label}"), 2)
    if not part.is_answered:
        yield Prose(escape(_("Not looked at yet.")))
        return
    pairs = [(str(FIELDS[name]), escape(choice_words(name, part.cells.get(name, "")))) for name in CHOSEN]
    yield Facts(tuple((name, words) for name, words in pairs if words))
    yield from _said(WRITTEN, part.cells, language)
    if part.evidence:
        head = tuple(str(FIELDS[name]) for name in OF_EVIDENCE)
        rows = tuple(_row(piece) for _key, piece in part.evidence)
        yield Grid(head, rows, shares=(4, 2, 1, 1, 2, 2))


def _row(piece: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(escape(choice_words(name, piece.get(name, ""))) for name in OF_EVIDENCE)


def _said(names: tuple[str, ...], cells: Mapping[str, Any], language: str) -> Iterator[Block]:
    for name in names:
        if cells.get(name):
            yield Heading(str(FIELDS[name]), 3)
            yield Prose(escape(cells[name]), language=language)
