"""Which reports an actor may know of."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.ledger.actors import Actor

from ..models import Issue, Report
from ..names import Audience


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report with the last copy that was issued, without the copy itself."""

    report: Report
    issue: Issue | None


def reports_for(actor: Actor) -> list[ReportLine]:
    """Every report, for the seats of the network; for the public those that were issued to everybody. Two queries."""
    if actor.is_public:
        return [ReportLine(issue.report, issue) for issue in public_issues()]
    latest = {row.report_id: row for row in Issue.objects.defer("data").order_by("number")}
    return [ReportLine(row, latest.get(row.key)) for row in Report.objects.all()]


def report_for(actor: Actor, key: str) -> Report:
    """Report.DoesNotExist for the public, exactly as for an unknown key."""
    if actor.is_public:
        raise Report.DoesNotExist
    return Report.objects.get(key=key)


def issues_of(report: Report) -> list[Issue]:
    """Every issue, without the copies, the first one first."""
    return list(Issue.objects.filter(report=report).defer("data"))


def issue_for(actor: Actor, key: str, number: int) -> Issue:
    """One issue with its copy. Issue.DoesNotExist for the public where it is not for everybody, exactly as for an
    unknown one."""
    rows = Issue.objects.select_related("report").filter(report=key, number=number)
    return (rows.filter(audience=Audience.PUBLIC) if actor.is_public else rows).get()


def public_issues() -> Sequence[Issue]:
    """The last issue for everybody of each report, without the copies; the latest years first. One query."""
    rows = Issue.objects.filter(audience=Audience.PUBLIC).select_related("report").defer("data")
    latest = {row.report_id: row for row in rows.order_by("number")}
    return sorted(latest.values(), key=lambda row: (-row.report.until, row.report.since, row.report_id))


def public_issue(key: str) -> Issue:
    """The last issue of a report that everybody may read, with its copy. Issue.DoesNotExist otherwise."""
    found = Issue.objects.filter(audience=Audience.PUBLIC, report=key).select_related("report").order_by("-number")
    issue = found.first()
    if issue is None:
        raise Issue.DoesNotExist
    return issue
