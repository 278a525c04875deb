"""What people do with calls and nominations, so that tests read as sentences about them."""

from datetime import datetime
from typing import Any

from cast import NOW, ZONE, Cast
from tejido.nominations import commands
from tejido.nominations.commands import Terms
from tejido.nominations.lines import list_digest, nominee_digest
from tejido.nominations.models import Call, Nominee
from tejido.nominations.queries.nominations import own_nominations
from tejido.nominations.queries.places import places_of
from tejido.seminars.models import Seminar

LOCAL = datetime(2027, 3, 31, 18, 0)  # noqa: DTZ001  # on the clocks of ZONE, as a person types it
LATER = datetime(2027, 4, 10, 18, 0)  # noqa: DTZ001  # the same
AFTER = datetime.fromisoformat("2027-04-01T12:00:00+00:00")


def open_call(cast: Cast, seminar: Seminar, by: str = "network/secretariat", fresh: bool = True, **terms: Any) -> Call:
    given = Terms(**{"quota": 2, "alternates": 1, **terms})
    actor = cast.actor(by, fresh=fresh)
    return commands.open_call(actor=actor, seminar=seminar, terms=given, local=LOCAL, zone=ZONE, at=NOW)


def extend(cast: Cast, call: Call, member: str = "", by: str = "network/secretariat", **given: Any) -> Any:
    values = {"local": LATER, "zone": ZONE, "reason": "Faltó una firma.", "at": NOW, **given}
    fresh = values.pop("fresh", True)
    row = cast.members[member] if member else None
    return commands.extend_call(actor=cast.actor(by, fresh=fresh), call=call, member=row, **values)


def person(cast: Cast, member: str = "XA", number: int = 1, **given: Any) -> dict[str, Any]:
    """Everything that is asked of a person."""
    return {
        "rank": "principal",
        "name": f"Persona {member} {number:02}",
        "post": "Directora",
        "institution": cast.institutions[f"{member}/JUS"],
        "email": f"persona-{member.lower()}-{number:02}@example.org",
        **given,
    }


def enter(
    cast: Cast,
    call: Call,
    member: str = "XA",
    number: int = 1,
    *,
    by: str = "focal_point",
    at: datetime = NOW,
    **given: Any,
) -> Nominee:
    actor = cast.actor(f"{member}/{by}")
    return commands.enter_nominee(actor=actor, call=call, given=person(cast, member, number, **given), at=at)


def change(
    cast: Cast, row: Nominee, seen: str = "", by: str = "XA/focal_point", at: datetime = NOW, **given: Any
) -> None:
    row.refresh_from_db()
    digest = seen or nominee_digest(row)
    commands.change_nominee(actor=cast.actor(by), nominee=row, given=given, seen=digest, at=at)


def submit(
    cast: Cast,
    call: Call,
    member: str = "XA",
    *,
    seen: str = "",
    fresh: bool = True,
    by: str = "focal_point",
    at: datetime = NOW,
) -> None:
    digest = seen or list_digest(own_nominations(call, member).standing)
    commands.submit_nominations(actor=cast.actor(f"{member}/{by}", fresh=fresh), call=call, seen=digest, at=at)


def nominate(cast: Cast, call: Call, member: str = "XA", count: int = 1, **given: Any) -> list[Nominee]:
    rows = [enter(cast, call, member, number, **given) for number in range(1, count + 1)]
    submit(cast, call, member)
    return rows


def give(
    cast: Cast, call: Call, *, seen: str = "", at: datetime = AFTER, fresh: bool = True, by: str = "network/secretariat"
) -> None:
    digest = seen or places_of(call).digest
    commands.give_places(actor=cast.actor(by, fresh=fresh), call=call, seen=digest, at=at)


def standings(call: Call) -> dict[str, str]:
    return {row.name: str(row.standing) for row in Nominee.objects.filter(call=call)}
