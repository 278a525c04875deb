"""Whom Aldea nominates, and how many, is on no page, in no file, mail or ledger of anybody else: these are the same
before and after. Once the list is shown, only what each person shows is there."""

import re
from datetime import timedelta

import pytest
from django.test import Client, TestCase

from cast import NOW
from tejido.ledger.models import Line
from tejido.nominations import commands
from tejido.nominations.models import Nominee
from tejido.nominations.names import Rank, Standing
from tejido.people.models import Letter
from tejido.people.queries import guest_token
from tejido.seminars.tests.made import announced

from .doings import AFTER, change, enter, extend, give, open_call, submit

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
CANARY = "canario-xa-8d2"
WATCHING = (
    "XB/focal_point",
    "XB/validating_authority",
    "XA/representative/JUS",
    "network/chair",
    "network/observer",
    "",
)
LATE = AFTER + timedelta(days=15)  # when Aldea's own time has ended too
TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken[^}]*')


@pytest.fixture
def call(cast):
    return open_call(cast, announced(cast))


def pages(cast, call, watching=WATCHING):
    """Every page and file of nominations that there could be for somebody else, and where acts are told."""
    at = f"/seminars/{call.seminar_id}/"
    rows = [f"/nominees/{row.key}/" for row in Nominee.objects.filter(name__startswith=CANARY)]
    several = (
        "/", "/calls/", "/memory/", "/alumni/", at, f"{at}call/", f"{at}nominations/", f"{at}places/",
        f"{at}participants/", f"{at}participants/files/nominations.csv", f"{at}participants/files/participants.csv",
        f"{at}call/letter.docx", f"{at}call/deadline.ics",
    )  # fmt: skip  # one list
    found = {}
    for who in watching:
        client = cast.client(who) if who else Client(headers={"accept-language": "en"})
        found |= {(who, a): TOKEN.sub("", client.get(a).content.decode(errors="replace")) for a in several}
        assert all(client.get(address).status_code == 404 for address in rows)
    return found


def work_in_aldea(cast, call):
    """Persons entered, changed, submitted and withdrawn, with more time for Aldea alone."""
    first = enter(cast, call, name=f"{CANARY} Uno", post=f"{CANARY} cargo", email=f"{CANARY}@example.org")
    enter(cast, call, number=2, name=f"{CANARY} Dos", rank=Rank.ALTERNATE)
    change(cast, first, post=f"{CANARY} otro")
    extend(cast, call, "XA", reason=f"{CANARY} motivo")
    submit(cast, call)
    third = enter(cast, call, number=3, name=f"{CANARY} Tres")
    submit(cast, call)
    commands.withdraw_nominee(actor=cast.actor("XA/focal_point"), nominee=third, reason=CANARY, at=NOW)
    return first


def network_lines():
    return list(Line.objects.filter(tree="network").order_by("place"))


def test_nobody_else_can_tell_whom_aldea_nominates_nor_that_it_does(cast, call, at_now):
    at_now(NOW)
    before, lines = pages(cast, call), len(network_lines())
    with TestCase.captureOnCommitCallbacks(execute=True):
        first = work_in_aldea(cast, call)
    after = pages(cast, call)
    assert [at for at, page in after.items() if page != before[at] and not at[0].startswith("XA")] == []
    assert [at for at, page in after.items() if CANARY in page.lower()] == []
    assert len(network_lines()) == lines
    with TestCase.captureOnCommitCallbacks(execute=True):
        give(cast, call, at=LATE)
        first.refresh_from_db()
        given = {"access": f"{CANARY} rampa", "language": "es", "withheld": ["name"]}
        commands.confirm_place(token=guest_token(first.seed), given=given, at=LATE)
    admitted = pages(cast, call, WATCHING[:1])
    assert [at for at, page in admitted.items() if CANARY in page.lower()] == []
    only_own_mails_and_lines()
    commands.list_participants(actor=cast.secretariat, call=call, at=LATE)
    shown = pages(cast, call, WATCHING[:1])
    telling = [at for at, page in shown.items() if CANARY in page.replace(f"{CANARY} otro", "").lower()]
    assert telling == []
    assert f"{CANARY} otro" in shown["XB/focal_point", f"/seminars/{call.seminar_id}/participants/"]


def only_own_mails_and_lines():
    own = {f"{CANARY}@example.org"}
    told = [letter for letter in Letter.objects.select_related("to") if CANARY in f"{letter.subject}{letter.body}"]
    assert told == []
    people = {letter.address for letter in Letter.objects.exclude(page="")}
    assert own <= people
    assert {letter.to.email[:2] for letter in Letter.objects.exclude(to=None)} <= {"xa", "xb"}
    of_others = [line for line in Line.objects.all() if line.tree_id != "member:XA"]
    assert [line.act for line in of_others if CANARY in f"{line.facts}{line.details}".lower()] == []
    assert [line.act for line in Line.objects.all() if CANARY in bytes(line.canonical).decode().lower()] == []
    assert Nominee.objects.filter(standing=Standing.CONFIRMED).count() == 1
