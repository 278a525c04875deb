"""Fills a node with a seminar of 500 participants and an open questionnaire of ten questions, and prints its key and
the keys of the participants' sessions. Run by bench/evaluation.py, with TEJIDO_DATA set to an empty folder.
"""

import sys
from datetime import UTC, date, datetime, timedelta

from prepared import prepare

PARTICIPANTS = 500
KINDS = ("scale",) * 5 + ("one",) * 2 + ("several",) + ("open",) * 2
AT = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


def main() -> None:
    prepare()
    print(_questionnaire(), *_sessions())


def _questionnaire() -> str:
    """The key of an open questionnaire of a seminar with its participants."""
    from tejido.evaluation import commands
    from tejido.ledger.actors import Actor
    from tejido.registry.names import Role

    secretariat = Actor(account="a", seat="s", office="network/secretariat/SEC", role=Role.SECRETARIAT, is_fresh=True)
    row = commands.begin_questionnaire(
        actor=secretariat, seminar=_seminar(), occasion="after", title={"es": "Final"}, at=AT
    )
    options = [{"es": "Sí"}, {"es": "No"}, {"es": "No sé"}]
    for number, kind in enumerate(KINDS):
        wording = {"es": f"Pregunta {number}"}
        commands.put_question(actor=secretariat, questionnaire=row, kind=kind, wording=wording, options=options, at=AT)
    commands.open_questionnaire(actor=secretariat, questionnaire=row, at=AT)
    return str(row.key)


def _seminar() -> object:
    from tejido.ledger.actors import CONSOLE
    from tejido.nominations.models import Call, Nominee
    from tejido.nominations.names import Grade, Sex, Standing
    from tejido.registry.commands import enter_institution, enter_sourced_member, found_network
    from tejido.registry.names import Branch
    from tejido.seminars.models import Cycle, Seminar

    zone, office = "America/Asuncion", "network/secretariat/SEC"
    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone=zone, at=AT)
    member = enter_sourced_member(
        actor=CONSOLE, code="XA", name={"es": "Aldea"}, since=date(2006, 1, 1), source="acta", at=AT
    )
    houses = [
        enter_institution(
            actor=CONSOLE, member=member, code=f"I{number}", name={"es": f"Casa {number}"}, branch=branch, at=AT
        )
        for number, branch in enumerate(Branch)
    ]
    cycle = Cycle.objects.create(number=1, at=AT, office=office)
    seminar = Seminar.objects.create(
        cycle=cycle, part=1, since="2027-03-01", until="2027-03-05", zone=zone, languages=["es"], state="announced",
        at=AT, office=office,
    )  # fmt: skip  # one row of a table, read as one
    call = Call.objects.create(
        seminar=seminar, quota=PARTICIPANTS, deadline=AT + timedelta(days=1), zone=zone, at=AT, office=office
    )
    Nominee.objects.bulk_create(
        Nominee(
            call=call, member=member, institution=houses[n % len(houses)], rank="principal", place=n,
            standing=Standing.CONFIRMED, sex=Sex.values[n % 4], grade=Grade.values[n % 3], name=f"Persona {n}", at=AT,
            office="XA/focal_point/I0",
        )
        for n in range(PARTICIPANTS)
    )  # fmt: skip  # one row of a table, read as one
    return seminar


def _sessions() -> list[str]:
    """Of each participant, as their link left it in their browser."""
    from django.contrib.sessions.backends.db import SessionStore

    from tejido.nominations.guests import REMEMBERED
    from tejido.nominations.models import Nominee

    found = []
    for key in Nominee.objects.values_list("key", flat=True):
        session = SessionStore()
        session[REMEMBERED] = key
        session.save()
        found.append(str(session.session_key))
    return found


if __name__ == "__main__":
    sys.exit(main())
