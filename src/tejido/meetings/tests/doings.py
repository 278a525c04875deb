"""A meeting and everything that can be done in it, with what does not matter left to a default."""

from datetime import datetime, timedelta

import pytest

from cast import NOW, ZONE, Cast
from tejido.ledger.refusals import Refused
from tejido.meetings import commands
from tejido.meetings.models import Item, Meeting
from tejido.meetings.names import ItemKind, MeetingKind, Way
from tejido.meetings.rules.meetings import Plan
from tejido.registry.models import Body

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BEGIN = NOW + 30 * DAY
SEC, CHAIR, ALDEA, BRISA = "network/secretariat", "network/chair", "XA/focal_point", "XB/focal_point"


def plan(**changes: object) -> Plan:
    values = {
        "kind": MeetingKind.ORDINARY,
        "number": 14,
        "name": {},
        "starts_at": BEGIN,
        "ends_at": BEGIN + 8 * HOUR,
        "zone": ZONE,
        "place": "Asunción",
        "room_url": "",
        "languages": ("es", "pt"),
    }
    return Plan(**{**values, **changes})


def prepare(cast: Cast, body: Body | None = None, who: str = SEC, **changes: object) -> Meeting:
    return commands.prepare_meeting(actor=cast.actor(who), body=body or cast.body, plan=plan(**changes), at=NOW)


def add(cast: Cast, meeting: Meeting, es: str = "Informe", who: str = SEC, **values: object) -> Item:
    kind = values.pop("kind", ItemKind.DISCUSSION)
    return commands.add_item(actor=cast.actor(who), meeting=meeting, title={"es": es}, kind=str(kind), at=NOW, **values)


def convene(cast: Cast, meeting: Meeting, who: str = SEC, *, observers: bool = False) -> None:
    commands.convene_meeting(
        actor=cast.actor(who), meeting=meeting, words={"es": "Se convoca."}, with_observers=observers, at=NOW
    )


def convened(cast: Cast, body: Body | None = None, who: str = SEC, **changes: object) -> Meeting:
    meeting = prepare(cast, body, who, **changes)
    add(cast, meeting, who=who)
    convene(cast, meeting, who)
    return again(meeting)


def opened(cast: Cast, body: Body | None = None, who: str = SEC, **changes: object) -> Meeting:
    meeting = convened(cast, body, who, **changes)
    commands.open_meeting(actor=cast.actor(who), meeting=meeting, at=meeting.starts_at)
    return again(meeting)


def closed(cast: Cast, body: Body | None = None, who: str = SEC, **changes: object) -> Meeting:
    meeting = opened(cast, body, who, **changes)
    commands.close_meeting(actor=cast.actor(who), meeting=meeting, at=meeting.ends_at)
    return again(meeting)


def again(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_related("body__member").get(key=meeting.key)


def first_item(meeting: Meeting) -> Item:
    return Item.objects.filter(meeting=meeting).order_by("place").first()


def write(cast: Cast, meeting: Meeting, es: str = "Se abrió la reunión.", who: str = SEC, base: int = 0, **values):
    item = values.pop("item", None)
    return commands.save_minutes(
        actor=cast.actor(who), meeting=meeting, item=item, language=values.pop("language", "es"), markdown=es,
        base=base, at=meeting.ends_at,
    )  # fmt: skip


def circulate(cast: Cast, meeting: Meeting, who: str = SEC, days: int = 10, hours: int = 1) -> None:
    until = datetime.fromisoformat(f"{(meeting.ends_at + days * DAY):%Y-%m-%d}T18:00")
    commands.circulate_minutes(
        actor=cast.actor(who), meeting=meeting, local=until, zone=ZONE, at=meeting.ends_at + hours * HOUR
    )


def circulated(cast: Cast, body: Body | None = None, who: str = SEC, **changes: object) -> Meeting:
    meeting = closed(cast, body, who, **changes)
    write(cast, meeting, who=who)
    circulate(cast, meeting, who)
    return meeting


def approve(cast: Cast, meeting: Meeting, who: str = SEC, way: str = Way.BY_SILENCE, days: int = 20) -> None:
    commands.approve_minutes(actor=cast.actor(who), meeting=meeting, way=way, at=meeting.ends_at + days * DAY)


def approved(cast: Cast, body: Body | None = None, who: str = SEC, **changes: object) -> Meeting:
    meeting = circulated(cast, body, who, **changes)
    approve(cast, meeting, who)
    return meeting


def correct(cast: Cast, meeting: Meeting, who: str = ALDEA, **values: object):
    sent = {"item": None, "language": "es", "wording": "Se clausuró.", "reason": "Así fue.", "at": meeting.ends_at}
    sent["at"] = meeting.ends_at + 2 * HOUR
    return commands.propose_correction(actor=cast.actor(who), meeting=meeting, **{**sent, **values})


def promise(cast: Cast, meeting: Meeting, who: str = SEC, **values: object):
    sent = {"texts": {"es": "Enviar el informe."}, "at": meeting.ends_at}
    if "seat" not in values:
        sent["party"] = "XA"
    return commands.make_commitment(actor=cast.actor(who), meeting=meeting, **{**sent, **values})


def report(cast: Cast, commitment, who: str = ALDEA, **values: object):
    sent = {"kind": "note", "words": "Va bien.", "language": "es", "at": NOW + 40 * DAY}
    return commands.report_commitment(actor=cast.actor(who), commitment=commitment, **{**sent, **values})


def refused(call, *args: object, **named: object) -> str:
    """The code of the refusal with which the call ends."""
    with pytest.raises(Refused) as caught:
        call(*args, **named)
    return str(caught.value)
