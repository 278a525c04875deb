"""Whom members are told to have nominated for the invented seminars: for the first part, which was held, and for the
second, whose call is open. Every person is invented and is called so; none is anybody's."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from tejido.alumni.commands import stay
from tejido.alumni.names import Audience, Field
from tejido.ledger.actors import Actor
from tejido.nominations import commands
from tejido.nominations.commands import Terms
from tejido.nominations.lines import list_digest
from tejido.nominations.models import Call, Nominee
from tejido.nominations.names import Grade, Rank, Sex, Standing
from tejido.nominations.queries.nominations import own_nominations
from tejido.nominations.queries.places import places_of
from tejido.people.queries import guest_token
from tejido.registry.models import Institution

from .seminars_story import first_part, second_part
from .stage import ZONE, Stage, Step

WISHES = {"women": 50, "spread": True, "grades": [Grade.DIRECTING, Grade.TEACHING]}
FIRST = Terms(quota=3, alternates=1, wishes=WISHES)
SECOND = Terms(quota=2, alternates=2, wishes=WISHES)
MEMBERS = ("AR", "BR", "CL", "CO", "EC", "MX", "PY", "UY")
POSTS = ("Asesora (demostración)", "Director (demostración)", "Docente (demostración)")
SEXES = (Sex.FEMALE, Sex.MALE, Sex.FEMALE, Sex.MALE)
GRADES = (Grade.MIDDLE, Grade.DIRECTING, Grade.TEACHING, Grade.OPERATING)
TOPICS = ("Memoria (demostración)", "Formación policial (demostración)", "Alerta temprana (demostración)")
NEEDS = (
    {"interpretation": "pt"},
    {"access": "Rampa de acceso (demostración)", "diet": "Sin gluten"},
    {"needs_visa": True, "arrival_by": "Vuelo de demostración 100"},
)


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(140), partial(_call, stage, 1))
    yield Step(stage.ago(120), partial(_nominate_first, stage))
    yield Step(stage.ago(85), partial(_give, stage))
    yield Step(stage.ago(70), partial(_answer, stage))
    yield Step(stage.ago(55), partial(_list, stage))
    yield Step(stage.ago(35), partial(_stay, stage))
    yield Step(stage.ago(10), partial(_call, stage, 2))
    yield Step(stage.ago(4), partial(_nominate_second, stage))


def first_call(stage: Stage) -> Call:
    return Call.objects.select_related("seminar__cycle").get(seminar=first_part(stage))


def second_call(stage: Stage) -> Call:
    return Call.objects.select_related("seminar__cycle").get(seminar=second_part(stage))


def _call(stage: Stage, part: int, at: datetime) -> None:
    """Called for three weeks, or for three weeks from now on."""
    seminar = first_part(stage) if part == 1 else second_part(stage)
    end = at + timedelta(days=40) if part == 1 else stage.now + timedelta(days=21)
    local = end.astimezone(ZoneInfo(ZONE)).replace(hour=18, minute=0, second=0, microsecond=0, tzinfo=None)
    commands.open_call(
        actor=stage.secretariat, seminar=seminar, terms=FIRST if part == 1 else SECOND, local=local, zone=ZONE, at=at
    )


def _nominate_first(stage: Stage, at: datetime) -> None:
    call = first_call(stage)
    for number, code in enumerate(MEMBERS):
        for place in range(FIRST.quota + 1):
            rank = Rank.PRINCIPAL if place < FIRST.quota else Rank.ALTERNATE
            _enter(stage, call, code, number * 4 + place, rank, at)
        _submit(stage.focal_point(code), call, at)


def _enter(stage: Stage, call: Call, code: str, number: int, rank: Rank, at: datetime) -> None:
    """One invented person. Somebody in nine is of a security force, and one of all is at risk."""
    institutions = list(Institution.objects.filter(member__code=code, until=None).order_by("code"))
    given = {
        "rank": rank,
        "name": f"Participante de demostración {number + 1:02}",
        "post": POSTS[number % len(POSTS)],
        "institution": institutions[number % len(institutions)],
        "email": f"participante-{call.seminar.part}-{number + 1:02}@example.org",
        "sex": SEXES[number % len(SEXES)],
        "grade": GRADES[number % len(GRADES)],
        "is_security": number % 9 == 5,
        "is_at_risk": number == 6,
    }
    commands.enter_nominee(actor=stage.focal_point(code), call=call, given=given, at=at)


def _submit(actor: Actor, call: Call, at: datetime) -> None:
    seen = list_digest(own_nominations(call, actor.member).standing)
    commands.submit_nominations(actor=actor, call=call, seen=seen, at=at)


def _give(stage: Stage, at: datetime) -> None:
    call = first_call(stage)
    commands.give_places(actor=stage.secretariat, call=call, seen=places_of(call).digest, at=at)


def _answer(stage: Stage, at: datetime) -> None:
    """All confirm but one, for whom the alternate of the same member comes and confirms as well."""
    call = first_call(stage)
    admitted = Nominee.objects.filter(call=call, standing=Standing.ADMITTED).order_by("email")
    commands.decline_by_link(token=guest_token(admitted[3].seed), at=at)
    for number, row in enumerate(admitted.all()):
        given = {"language": "es", **NEEDS[number % len(NEEDS)]}
        commands.confirm_place(token=guest_token(row.seed), given=given, at=at)


def _list(stage: Stage, at: datetime) -> None:
    commands.list_participants(actor=stage.secretariat, call=first_call(stage), at=at)


def _stay(stage: Stage, at: datetime) -> None:
    """Every third participant stays reachable, and shows more or less."""
    rows = Nominee.objects.filter(call=first_call(stage), standing=Standing.CONFIRMED, is_at_risk=False)
    several = rows.select_related("call__seminar__cycle", "member", "institution").order_by("email")
    for number, row in enumerate(several[::3]):
        given = {
            "audience": Audience.NETWORK if number % 2 else Audience.MEMBER,
            "shows": Field.values if number % 3 else [Field.TOPIC],
            "topic": TOPICS[number % len(TOPICS)],
            "languages": ["es", "pt"] if number % 2 else ["es"],
        }
        stay(nominee=row, agrees=True, given=given, at=at)


def _nominate_second(stage: Stage, at: datetime) -> None:
    """Two members have nominated, and a third has a draft that nobody else knows of."""
    call, several = second_call(stage), ("BR", "MX", "PY")
    for number, code in enumerate(several):
        _enter(stage, call, code, 40 + 2 * number, Rank.PRINCIPAL, at)
        _enter(stage, call, code, 41 + 2 * number, Rank.ALTERNATE, at)
        if code != "MX":
            _submit(stage.focal_point(code), call, at)
