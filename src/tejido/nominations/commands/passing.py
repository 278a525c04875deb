"""Admitting people, and passing on a place that became free."""

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from tejido.engine.places import Admitted, Candidate, Outcome, allocate, drawn
from tejido.ledger.actors import Actor
from tejido.people.queries import digest_of, guest_token

from ..letters import invite
from ..models import Call, Nominee
from ..names import STANDING, Act, Rank, Standing
from .writing import tell


def give_link(nominee: Nominee, until: datetime) -> None:
    """A new link; the one before it opens nothing any more. The caller saves the row and sends it."""
    nominee.seed = secrets.token_hex(20)
    nominee.token_digest = digest_of(guest_token(nominee.seed))
    nominee.token_until = until


def admit(actor: Actor, nominee: Nominee, at: datetime) -> None:
    nominee.standing = Standing.ADMITTED
    give_link(nominee, nominee.call.begins_at)
    nominee.save()
    tell(actor, Act.NOMINEE_ADMITTED, nominee, at)
    invite(nominee, at)


def pass_on(actor: Actor, call: Call, at: datetime) -> None:
    """After somebody gave up: the next moves up, once places were given at all and until the seminar ends."""
    if call.given_at is not None and at < call.ends_at:
        settle(actor, call, at)


def settle(actor: Actor, call: Call, at: datetime) -> None:
    """Everybody who has a place by now is admitted, and everybody else waits."""
    rows = standing_of(call)
    found = outcomes(call, rows)
    for row in rows:
        if isinstance(found[row.key], Admitted) and not row.holds_place:
            admit(actor, row, at)
        elif not row.holds_place and row.standing != Standing.WAITING:
            Nominee.objects.filter(key=row.key).update(standing=Standing.WAITING)
    Nominee.objects.filter(call=call, standing__in=STANDING, considered_at=None).update(considered_at=at)


def standing_of(call: Call) -> list[Nominee]:
    """The nominations that stand, principals first, in their members' order."""
    rows = Nominee.objects.filter(call=call, standing__in=STANDING).select_related("member", "call__seminar__cycle")
    return sorted(rows, key=lambda row: (row.member.code, row.rank != Rank.PRINCIPAL, row.place, row.key))


def outcomes(call: Call, rows: Iterable[Nominee]) -> dict[str, Outcome]:
    """What comes of the places as they stand. A member may send as many as it named principals, within its quota:
    alternates come in for those who gave up."""
    several = list(rows)
    candidates = [candidate(row, number) for number, row in enumerate(several)]
    order = drawn(call.key, (row.member.code for row in several))
    return allocate(candidates, capacity=call.seminar.capacity, quota=_places(call, several), order=order)


def candidate(row: Nominee, number: int) -> Candidate:
    institution, sex, grade = row.institution_id or "", str(row.sex), str(row.grade)
    return Candidate(row.key, row.member.code, number, row.holds_place, institution, sex, grade)


def _places(call: Call, rows: Iterable[Nominee]) -> Mapping[str, int]:
    """How many persons each member may send: its principals, those among them who gave up since places were given."""
    named = Counter(row.member.code for row in rows if row.rank == Rank.PRINCIPAL)
    gone = Nominee.objects.filter(call=call, rank=Rank.PRINCIPAL).exclude(considered_at=None)
    left = gone.filter(standing__in=(Standing.DECLINED, Standing.WITHDRAWN)).values_list("member__code", flat=True)
    named.update(left)
    return {code: min(count, call.quota_of(code)) for code, count in named.items()}
