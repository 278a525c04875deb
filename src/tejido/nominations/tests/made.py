"""A call and participants, as tests of this and of higher apps need them."""

from typing import Any

from cast import NOW, ZONE, Cast
from tejido.nominations.models import Call, Nominee
from tejido.nominations.names import Rank, Standing
from tejido.seminars.models import Seminar


def called(cast: Cast, seminar: Seminar) -> Call:
    office = cast.actor("network/secretariat").office
    return Call.objects.create(
        seminar=seminar, quota=2, alternates=1, deadline=cast.now, zone=ZONE, at=NOW, office=office
    )


def participant(cast: Cast, call: Call, member: str = "XA", number: int = 1, **fields: Any) -> Nominee:
    """Somebody of this member who is confirmed."""
    given: dict[str, Any] = {
        "institution": cast.institutions[f"{member}/JUS"],
        "rank": Rank.PRINCIPAL,
        "place": number,
        "standing": Standing.CONFIRMED,
        "name": f"Participant {member} {number:02}",
        "email": f"participant-{member.lower()}-{number:02}@example.org",
        "submitted_at": NOW,
        "at": NOW,
        "office": f"{member}/focal_point/MRE",
    }
    return Nominee.objects.create(call=call, member=cast.members[member], **{**given, **fields})
