"""Annual reports and formal letters between networks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tejido.annual import queries as annual
from tejido.annual.queries import ReportLine
from tejido.correspondence import queries as correspondence
from tejido.correspondence.queries import LetterLine
from tejido.ledger.actors import Actor

from ..resource import Resource, Texts, Within, address, page
from .parts import must_be_seated, texts

## Annual reports


@dataclass(frozen=True, slots=True)
class Issue:
    """A report as it was issued: a copy that never changes. `reason` says what it puts right."""

    number: int
    digest: str
    audience: str
    reason: Texts
    at: datetime
    page: str


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """A report on the years from `since` to `until`, with the last copy that the reader may read. `due`, until when
    members approve their pages, is told to seats of the network."""

    key: str
    address: str
    page: str
    title: Texts
    since: int
    until: int
    state: str
    due: date | None
    issue: Issue | None
    is_demonstration: bool


def _reports(actor: Actor, _at: datetime, _within: Within) -> Sequence[ReportLine]:
    return annual.reports_for(actor)


def _report(actor: Actor, _at: datetime, key: str) -> ReportLine:
    if actor.is_public:
        issue = annual.public_issue(key)
        return ReportLine(issue.report, issue)
    row = annual.report_for(actor, key)
    issues = annual.issues_of(row)
    return ReportLine(row, issues[-1] if issues else None)


def _show_report(line: ReportLine, actor: Actor, _at: datetime) -> AnnualReport:
    row, issue = line.report, line.issue
    told = _issue(row.key, issue) if issue else None
    return AnnualReport(
        key=row.key,
        address=address("reports", row.key),
        page=told.page if actor.is_public and told else page("annual:report", row.key),
        title=texts(row.title),
        since=row.since,
        until=row.until,
        state=str(row.state),
        due=None if actor.is_public else row.due,
        issue=told,
        is_demonstration=row.is_demonstration,
    )


def _issue(report: str, row: Any) -> Issue:
    where = page("annual:issue", report, str(row.number))
    return Issue(row.number, row.digest, str(row.audience), texts(row.reason), row.at, where)


def _key_of_report(line: ReportLine) -> str:
    return str(line.report.key)


REPORTS = Resource(
    "reports", "annual:report", AnnualReport, _reports, _report, _show_report, key=_key_of_report, index="annual:home",
    is_public=True,
)  # fmt: skip  # one row, read as one


## Letters


@dataclass(frozen=True, slots=True)
class Duty:
    """What has to be done about a letter."""

    what: str
    language: str
    until: date | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A formal letter to or from a sister network (`direction` is `out` or `in`). `stage` says how it stands with its
    answer; `deadline` is until when one is asked for, announced in the time of `zone`."""

    key: str
    address: str
    page: str
    network: str
    direction: str
    purpose: str
    reference: str
    subject: Texts
    words: Texts
    deadline: datetime | None
    zone: str
    stage: str
    digest: str
    sent_at: datetime | None
    duties: list[Duty]
    links: dict[str, str]


def _letters(actor: Actor, _at: datetime, _within: Within) -> Sequence[LetterLine]:
    must_be_seated(actor)
    return correspondence.letters_for(actor)


def _letter(actor: Actor, _at: datetime, key: str) -> LetterLine:
    return correspondence.letter_for(actor, key)


def _show_letter(line: LetterLine, _actor: Actor, at: datetime) -> Letter:
    row = line.letter
    links = {"answers": address("letters", row.answers_id)} if row.answers_id else {}
    return Letter(
        key=row.key,
        address=address("letters", row.key),
        page=page("correspondence:letter", row.key),
        network=row.peer.name,
        direction=str(row.direction),
        purpose=str(row.purpose),
        reference=row.reference,
        subject=texts(row.subject),
        words=texts(row.words),
        deadline=row.deadline,
        zone=row.zone,
        stage=str(line.stage(at)),
        digest=row.digest,
        sent_at=row.sent_at,
        duties=[Duty(each.what, each.language, each.until, each.done_at) for each in line.duties],
        links=links | ({"answer": address("letters", line.answer.key)} if line.answer else {}),
    )


def _key_of_letter(line: LetterLine) -> str:
    return str(line.letter.key)


LETTERS = Resource(
    "letters", "correspondence:letter", Letter, _letters, _letter, _show_letter, key=_key_of_letter,
    index="correspondence:home",
)  # fmt: skip  # one row, read as one

RESOURCES = (REPORTS, LETTERS)
