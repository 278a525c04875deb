"""The report as the records say it now: every chapter and every page, and the whole as the data that is issued."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from tejido.adaptation.models import Release
from tejido.engine.proof import canonical_digest
from tejido.figures.queries import Shown
from tejido.registry.queries import network
from tejido.training.models import Statement

from ..models import Chapter, Report
from ..names import ChapterKind, PageState
from ..terms import VERSION, Block, Say, Text, gap, prose, say, several
from . import dated, national, register, texts, trained, work
from .asked import Asked, asked_of
from .pages import PageLine, page_lines


@dataclass(frozen=True)
class Composed:
    """The pages of the members; the chapters are composed when somebody reads them."""

    loaded: "Loaded"
    pages: Sequence[PageLine]

    @property
    def asked(self) -> Asked:
        return self.loaded.asked

    @cached_property
    def chapters(self) -> Sequence[Chapter]:
        return chapters_of(self.asked.report)

    @cached_property
    def blocks(self) -> Mapping[str, Sequence[Block]]:
        """What the records say for each chapter that is not left out."""
        kept = [row for row in self.chapters if not row.is_left_out]
        return {row.kind: _blocks(row, self.loaded, self.pages) for row in kept}

    def chapter(self, kind: str) -> Sequence[Block]:
        """The same for one chapter; nothing where it is left out."""
        row = next((row for row in self.chapters if row.kind == kind and not row.is_left_out), None)
        return _blocks(row, self.loaded, self.pages) if row else ()

    @property
    def waiting(self) -> list[PageLine]:
        return [line for line in self.pages if line.state != PageState.APPROVED]

    def page_of(self, code: str) -> PageLine | None:
        return next((line for line in self.pages if line.member.code == code), None)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What several chapters and the pages share."""

    asked: Asked
    statements: Sequence[Statement]
    versions: Sequence[Release]
    work: work.Work
    shown: Shown


def chapters_of(report: Report) -> list[Chapter]:
    """In their order. One query."""
    return list(Chapter.objects.filter(report=report))


def compose(report: Report, at: datetime) -> Composed:
    """In a constant number of queries, however many members and records there are."""
    asked = asked_of(report, at)
    stated, shown = texts.statements(asked), trained.published(asked)
    loaded = Loaded(asked, stated, texts.versions(asked), work.initiatives(asked), shown)
    found = national.load(asked, loaded.statements, loaded.versions, loaded.work, loaded.shown)
    facts = {row.code: national.facts_of(asked, found, row.code) for row in asked.members}
    return Composed(loaded, page_lines(asked, facts))


def _blocks(row: Chapter, loaded: Loaded, pages: Sequence[PageLine]) -> list[Block]:
    if row.kind == ChapterKind.INITIATIVES:
        return [*_approved(pages), *work.counted(loaded.asked, loaded.work)]
    if row.kind == ChapterKind.OBJECTIVES:
        return [] if row.introduction else [gap(say(Say.NO_OBJECTIVES))]
    return SOURCES[row.kind](loaded)


def _activities(asked: Asked) -> list[Block]:
    return [*dated.activities(asked), *texts.adopted(asked), *work.promotion(asked)]


def _together(asked: Asked) -> list[Block]:
    return [*work.regional(asked), *work.projects(asked)] or [gap(say(Say.NO_PROJECTS))]


def _impact(loaded: Loaded) -> list[Block]:
    """What members measured, and what they teach; where there is neither, that."""
    found = [
        *work.figures(loaded.asked),
        *trained.chapter(loaded.asked, loaded.shown),
        *texts.coverage(loaded.asked, loaded.statements),
    ]
    return found or [gap(say(Say.NO_IMPACT))]


SOURCES: Mapping[str, Callable[[Loaded], list[Block]]] = {
    ChapterKind.COMPOSITION: lambda loaded: register.composition(loaded.asked),
    ChapterKind.SEMINARS: lambda loaded: dated.seminars(loaded.asked),
    ChapterKind.MEETINGS: lambda loaded: dated.meetings(loaded.asked),
    ChapterKind.ACTIVITIES: lambda loaded: _activities(loaded.asked),
    ChapterKind.SECRETARIAT: lambda loaded: register.secretariat(loaded.asked),
    ChapterKind.TOOLS: lambda loaded: [*texts.tools(loaded.asked), *work.practices(loaded.asked)],
    ChapterKind.PROJECTS: lambda loaded: _together(loaded.asked),
    ChapterKind.IMPACT: _impact,
}


def _approved(pages: Sequence[PageLine]) -> list[Block]:
    """Who approved its page, and who has not."""
    silent: list[Text] = [dict(line.member.name) for line in pages if line.state != PageState.APPROVED]
    approved = len(pages) - len(silent)
    found = [prose(say(Say.APPROVED, n=approved, of=len(pages)))]
    return [*found, gap(say(Say.NOT_APPROVED_BY, names=several(silent)))] if silent else found


def report_data(found: Composed) -> dict[str, Any]:
    """The whole report as it is issued: codes, texts by language, days. Of a page that its member has not approved it
    holds what public sources say, and nothing else."""
    report, served = found.asked.report, network()
    return {
        "version": VERSION,
        "report": {
            "key": report.key,
            "title": dict(report.title),
            "network": dict(served.name) if served else {},
            "since": report.since,
            "until": report.until,
            "audience": report.audience,
            "is_demonstration": report.is_demonstration,
            "in_demonstration": found.asked.is_invented_house,
        },
        "chapters": [_chapter(row, found) for row in found.chapters if not row.is_left_out],
    }


def _chapter(row: Chapter, found: Composed) -> dict[str, Any]:
    said = {"kind": row.kind, "introduction": dict(row.introduction), "blocks": list(found.blocks[row.kind])}
    if row.kind != ChapterKind.INITIATIVES:
        return said
    return {**said, "pages": [_page(line, found.asked) for line in found.pages]}


def _page(line: PageLine, asked: Asked) -> dict[str, Any]:
    return {
        "code": line.member.code,
        "name": dict(line.member.name),
        "approved": asked.day_at(line.approved_at).isoformat() if line.approved_at else "",
        "words": dict(line.words),
        "blocks": list(line.blocks),
    }


def composed_digest(found: Composed) -> str:
    return canonical_digest(report_data(found))
