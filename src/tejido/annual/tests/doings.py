"""A report on the last years in the cast's network, and what is done with it."""

from datetime import date, datetime, timedelta
from typing import Any

from cast import NOW, Cast
from tejido.annual import commands
from tejido.annual.commands.pages import words_digest
from tejido.annual.models import Consent, Issue, Page, Report
from tejido.annual.queries import OwnPage, compose, composed_digest, own_page
from tejido.annual.queries.pages import PageLine

DAY = timedelta(days=1)
SEC, ALDEA, BRISA, AUTHORITY = "network/secretariat", "XA/focal_point", "XB/focal_point", "XA/validating_authority"
DUE = (NOW + 20 * DAY).date()
TITLE = {"es": "Informe de prueba", "en": "Report of the tests"}
SAID = {"es": "Formamos a cien personas."}


def begun(cast: Cast, by: str = SEC, **given: Any) -> Report:
    values = {"title": TITLE, "since": 2025, "until": 2027, "audience": "public", "at": NOW, **given}
    return commands.begin_report(actor=cast.actor(by), **values)


def opened(cast: Cast, by: str = SEC, due: date = DUE, at: datetime = NOW, **given: Any) -> Report:
    report = given.pop("report", None) or begun(cast, at=at, **given)
    return commands.open_pages(actor=cast.actor(by), report=report, due=due, at=at)


def line(report: Report, code: str = "XA", at: datetime = NOW) -> PageLine:
    found = compose(report, at).page_of(code)
    assert found is not None
    return found


def own(cast: Cast, report: Report, who: str = ALDEA, at: datetime = NOW) -> OwnPage:
    return own_page(cast.actor(who), report, line(report, who[:2], at))


def write(cast: Cast, report: Report, by: str = ALDEA, seen: str | None = None, **words: str) -> Page:
    before = Page.objects.filter(report=report, member__code=by[:2]).first()
    seen = words_digest(before.words if before else {}) if seen is None else seen
    return commands.write_page(actor=cast.actor(by), report=report, words=words or SAID, seen=seen, at=NOW)


def clear(cast: Cast, report: Report, by: str = AUTHORITY, seen: str = "", *, fresh: bool = True) -> Consent:
    seen = seen or own(cast, report, by).digest
    return commands.clear_page(actor=cast.actor(by, fresh=fresh), report=report, seen=seen, at=NOW)


def approve(cast: Cast, report: Report, by: str = ALDEA, seen: str = "", *, fresh: bool = True) -> Consent:
    seen = seen or own(cast, report, by).digest
    return commands.approve_page(actor=cast.actor(by, fresh=fresh), report=report, seen=seen, at=NOW)


def approved(cast: Cast, report: Report, **words: str) -> Consent:
    """Aldea has written, cleared and approved its page."""
    write(cast, report, **words)
    clear(cast, report)
    return approve(cast, report)


def issue(cast: Cast, report: Report, by: str = SEC, at: datetime = NOW + 30 * DAY, **given: Any) -> Issue:
    values = {"seen": composed_digest(compose(report, at)), "reason": {}, **given}
    fresh = values.pop("fresh", True)
    return commands.issue_report(actor=cast.actor(by, fresh=fresh), report=report, at=at, **values)


def again(report: Report) -> Report:
    return Report.objects.get(key=report.key)
