"""What people do in the tests of reviews, with words that nobody has to read."""

from datetime import date, timedelta
from typing import Any

from cast import NOW, Cast
from tejido.indicators.tests.doings import FOCAL_POINT, JUSTICE, OTHER, SECRETARIAT
from tejido.reviews import commands
from tejido.reviews.models import Finding, FollowUp, Invitation, Question, Recommendation, Review, Summary
from tejido.reviews.names import Audience, Scope, State

TODAY, DAY = NOW.date(), timedelta(days=1)
PEER = "XB/focal_point/MRE"
__all__ = ["FOCAL_POINT", "JUSTICE", "OTHER", "SECRETARIAT"]


def begin(cast: Cast, who: str = FOCAL_POINT, *, of: str = "XA", **values: Any) -> Review:
    given = {"title": {"es": "Revisión de 2027"}, "since": date(2027, 2, 1), **values}
    return commands.begin_review(actor=cast.actor(who), member=cast.members[of], at=NOW, **given)


def ask(cast: Cast, review: Review, who: str = FOCAL_POINT, words: str = "¿Se forma a todos?") -> Question:
    return commands.enter_question(actor=cast.actor(who), review=review, words={"es": words}, at=NOW)


def find(cast: Cast, review: Review, who: str = FOCAL_POINT, **values: Any) -> Finding:
    given = {"words": "Falta la mitad.", "language": "es", **values}
    return commands.enter_finding(actor=cast.actor(who), review=review, at=NOW, **given)


def recommend(cast: Cast, review: Review, who: str = FOCAL_POINT, **values: Any) -> Recommendation:
    given = {"words": "Formar a la otra mitad.", "language": "es", **values}
    return commands.recommend(actor=cast.actor(who), review=review, at=NOW, **given)


def follow(
    cast: Cast, row: Recommendation, state: str = State.PROMISED, who: str = FOCAL_POINT, **values: Any
) -> FollowUp:
    given = {"language": "es", **values}
    return commands.follow_up(actor=cast.actor(who), recommendation=row, state=state, at=NOW, **given)


def invite(
    cast: Cast,
    review: Review,
    seat: str = PEER,
    scope: str = Scope.WHOLE,
    who: str = FOCAL_POINT,
    *,
    fresh: bool = True,
) -> Invitation:
    actor = cast.actor(who, fresh=fresh)
    return commands.invite_peer(actor=actor, review=review, seat=cast.seats[seat], scope=scope, words="Mire.", at=NOW)


def hand_over(cast: Cast, invitation: Invitation, who: str = OTHER, **values: Any) -> Finding:
    given = {"words": "Se ve bien.", "language": "es", **values}
    return commands.hand_over_finding(actor=cast.actor(who), invitation=invitation, at=NOW, **given)


def uninvite(cast: Cast, invitation: Invitation, who: str = FOCAL_POINT) -> None:
    commands.withdraw_peer(actor=cast.actor(who), invitation=invitation, at=NOW)


def close(cast: Cast, review: Review, who: str = FOCAL_POINT, next_on: date | None = None) -> None:
    commands.close_review(actor=cast.actor(who), review=review, next_on=next_on, at=NOW)


def release(
    cast: Cast, review: Review, words: str = "En suma.", audience: str = Audience.NETWORK, who: str = FOCAL_POINT,
    *, fresh: bool = True,
) -> Summary:  # fmt: skip  # one act, read as one
    actor = cast.actor(who, fresh=fresh)
    return commands.release_review(actor=actor, review=review, words={"es": words}, audience=audience, at=NOW)
