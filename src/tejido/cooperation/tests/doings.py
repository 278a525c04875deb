"""What members do at the South-South desk in these tests: Aldea asks, Brisa offers, and they agree."""

from datetime import date, timedelta
from typing import Any

from cast import NOW, Cast
from tejido.cooperation import commands
from tejido.cooperation.models import Posting, Project
from tejido.cooperation.names import Heard, Kind, Reach, Side, Worth
from tejido.cooperation.queries import ProjectContext, project_for
from tejido.cooperation.rules.values import PostingData, TermsData, posting_digest
from tejido.ledger.refusals import Refused

ALDEA, BRISA, CUMBRE, SEC = "XA/focal_point", "XB/focal_point", "XC/validating_authority", "network/secretariat"
DAY = timedelta(days=1)
ASKED: dict[str, Any] = {"kind": Kind.EXPERT, "title": {"es": "Formar a la policía"}, "tasks": ("training",)}
OFFERED: dict[str, Any] = {"kind": Kind.TRAINING, "title": {"es": "Un curso para escuelas"}, "tasks": ("training",)}
TERMS = TermsData({"es": "Un curso común"}, {"es": "Brisa envía a dos docentes."}, {"es": "Aldea paga el viaje."})
RESULT = {"es": "Se dictó el curso a treinta personas."}


def ask_for(cast: Cast, who: str = ALDEA, **given: Any) -> Posting:
    data = PostingData(**{**ASKED, **given})
    return commands.write_posting(actor=cast.actor(who), side=Side.REQUEST, data=data, at=NOW)


def offer(cast: Cast, who: str = BRISA, **given: Any) -> Posting:
    data = PostingData(**{**OFFERED, **given})
    return commands.write_posting(actor=cast.actor(who), side=Side.OFFER, data=data, at=NOW)


def show(
    cast: Cast, row: Posting, *members: str, who: str = "", fresh: bool = True, at: Any = NOW, reach: str = "",
    seen: str | None = None,
) -> None:  # fmt: skip  # one line of values
    read = posting_digest(Posting.objects.get(key=row.key)) if seen is None else seen
    actor = cast.actor(who or f"{row.member.code}/focal_point", fresh=fresh)
    reach = reach or (Reach.CHOSEN if members else Reach.NETWORK)
    commands.show_posting(actor=actor, posting=row, reach=reach, members=members, seen=read, at=at)


def propose(cast: Cast, *partners: str, who: str = ALDEA, data: TermsData = TERMS, **given: Any) -> Project:
    return commands.propose_project(actor=cast.actor(who), partners=partners or ("XB",), data=data, at=NOW, **given)


def context(cast: Cast, row: Project, who: str = ALDEA) -> ProjectContext:
    return project_for(cast.actor(who), row.key)


def accept(cast: Cast, row: Project, *by: str, fresh: bool = True, seen: str = "") -> None:
    for who in by or (ALDEA, BRISA):
        digest = seen or context(cast, row).latest.digest
        commands.accept_terms(actor=cast.actor(who, fresh=fresh), project=row, seen=digest, at=NOW + DAY)


def agreed(cast: Cast, **given: Any) -> Project:
    row = propose(cast, **given)
    accept(cast, row)
    return Project.objects.get(key=row.key)


def change(cast: Cast, row: Project, data: TermsData, who: str = BRISA, seen: str = "") -> None:
    digest = seen or context(cast, row).latest.digest
    commands.change_terms(actor=cast.actor(who), project=row, data=data, seen=digest, at=NOW + DAY)


def result(cast: Cast, row: Project, who: str = ALDEA, says: Any = None, seen: str | None = None) -> None:
    standing = context(cast, row).result
    digest = (standing.digest if standing else "") if seen is None else seen
    commands.write_result(
        actor=cast.actor(who), project=row, says=RESULT if says is None else says, seen=digest, at=NOW + 2 * DAY
    )


def confirm(cast: Cast, row: Project, *by: str, fresh: bool = True, seen: str = "") -> None:
    for who in by or (ALDEA, BRISA):
        standing = context(cast, row).result
        digest = seen or (standing.digest if standing else "")
        commands.confirm_result(actor=cast.actor(who, fresh=fresh), project=row, seen=digest, at=NOW + 3 * DAY)


def completed(cast: Cast) -> Project:
    row = agreed(cast)
    result(cast, row)
    confirm(cast, row)
    return Project.objects.get(key=row.key)


def show_result(cast: Cast, row: Project, *by: str, fresh: bool = True, seen: str = "") -> None:
    for who in by or (ALDEA, BRISA):
        standing = context(cast, row).result
        digest = seen or (standing.digest if standing else "")
        commands.show_result(actor=cast.actor(who, fresh=fresh), project=row, seen=digest, at=NOW + 4 * DAY)


def evaluate(cast: Cast, row: Project, who: str = ALDEA, heard: str = Heard.OWN, says: str = "Sirvió.") -> None:
    commands.evaluate_project(
        actor=cast.actor(who), project=row, worth=Worth.FULLY, says={"es": says}, heard=heard, at=NOW + 5 * DAY
    )


def end(cast: Cast, row: Project, who: str = BRISA, reason: str = "Cambió el presupuesto.") -> None:
    commands.end_project(actor=cast.actor(who), project=row, reason=reason, at=NOW + DAY)


def refused(call: Any, *args: Any, **named: Any) -> str:
    """The code of the refusal; empty where nothing is refused."""
    try:
        call(*args, **named)
    except Refused as no:
        return str(no.refusal.code.value)
    return ""


def dated(since: date | None = None, until: date | None = None) -> TermsData:
    return TermsData(TERMS.title, TERMS.says, TERMS.conditions, since, until)
