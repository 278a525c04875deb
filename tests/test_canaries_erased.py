"""Somebody whom a school erases is nowhere afterwards: not in what is sealed, not on a page, not in an answer. Sealing
is switched off here, so that every table can be read as who has the keys would read it; before the act the same look
finds them everywhere where something is kept."""

import json
from types import SimpleNamespace

import pytest
from django.db import connection

from cast import NOW
from tejido.certificates.commands import give_link
from tejido.certificates.tests import doings as certificates
from tejido.engine import sealing
from tejido.experience import proof
from tejido.experience.tests.doings import System, key
from tejido.experience.tests.test_school import HOME, done, link
from tejido.formats.roster.listing import Line
from tejido.formats.roster.values import Field, Problem, columns
from tejido.lineage.commands import enter_trainer
from tejido.records import commands, queries
from tejido.records.commands.spaces import lock
from tejido.records.commands.working import _keep_troubles
from tejido.records.models import Batch

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
JUS = certificates.SIGNS
NAME, NUMBER = "Erizo Canaria", "8642097531"
SEALED = {  # what was sealed of them, by the tables where it stands
    "certificates_revocation",
    "experience_document",
    "experience_statement",
    "lineage_trainer",
    "records_paperlist",
    "records_sheet",
    "records_trouble",
}


class Clear:
    """The cipher, without its effect."""

    def __init__(self, _key):
        pass

    def encrypt(self, _nonce, clear, _bound):
        return clear

    def decrypt(self, _nonce, clear, _bound):
        return clear


@pytest.fixture
def school(cast, text, at_now, monkeypatch):
    at_now(NOW)
    monkeypatch.setattr(sealing, "AESGCM", Clear)
    same = SimpleNamespace(compress=lambda raw, _level: raw, decompress=bytes)
    monkeypatch.setattr(proof, "zlib", same)
    return certificates.school(cast, text)


def everywhere(cast, school):
    """The same person in all that a school keeps: records, a list, rows to mend, certificates, links, trainers,
    learning records."""
    actor = school.actor
    told = columns([f"national:{NUMBER}", "national:1111111"], [NAME, "Otra"], ["2026-06-30"] * 2)
    entered = commands.enter(actor=actor, cohort=school.cohort, columns=told, kind="hand", at=NOW)
    lines = [Line(1, NUMBER, NAME, done=True), Line(2, "1.111.111", "Otra")]
    given = {"cohort": school.cohort, "name": "Lista", "day": school.cohort.ends, "level": "", "empty": 0, "at": NOW}
    commands.begin_list(actor=actor, lines=lines, **given)
    wrong = [Problem(3, Field.DAY, "unreadable", NUMBER), Problem(4, Field.DAY, "unreadable", NAME),
             Problem(5, Field.DAY, "unreadable", "ayer")]  # fmt: skip  # one list
    _keep_troubles(lock(school.space), entered.batch, wrong)
    for some in (wrong[:2], wrong[2:]):
        _keep_troubles(lock(school.space), entered.batch, some)
    certificates.word(school)
    certificates.issue(school)
    (row,) = [held.certificate for held in school.held() if held.name == NAME]
    certificates.revoke(school, row, words=f"No era {NAME}")
    person = queries.person_in(school.space, f"national:{NUMBER}")
    give_link(actor=actor, space=school.space, person=person.pseudonym, at=NOW)
    enter_trainer(actor=actor, space=school.space, name=NAME, number=NUMBER, at=NOW)
    return taught(cast, school)


def taught(cast, school):
    """Statements of two persons about a linked activity and another, and a document about each of both."""
    made = key(cast)
    link(cast, made.credential.store, school.cohort)
    system = System(made)
    for number, name in ((NUMBER, NAME), ("1111111", "Otra")):
        actor = {"name": name, "account": {"homePage": HOME, "name": number}}
        system.post({**done(number), "actor": actor})
        system.post({**done(number), "actor": actor, "object": {"id": f"{HOME}/otra"}})
        agent = json.dumps({"account": actor["account"]})
        system("POST", "agents/profile", {"de": name}, agent=agent, profileId="p")
        state = {"agent": agent, "activityId": f"{HOME}/otra", "stateId": "s"}
        system("POST", "activities/state", {"de": name}, **state)
    return system


def tables(word):
    """The tables in which a word stands, also inside of bytes."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # a name of ours
            cells = [cell for row in cursor.fetchall() for cell in row]
            if any(word.encode() in _raw(cell) for cell in cells):
                found.add(table)
    return found


def _raw(cell):
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


def pages(cast, system):
    client = cast.client(JUS)
    cohort = Batch.objects.first().cohort_id
    trouble = Batch.objects.order_by("at", "no").first()
    told = [
        client.get(path).content.decode()
        for path in (f"/records/cohorts/{cohort}/", f"/records/imports/{trouble.key}/", "/lineage/")
    ]
    told.append(json.dumps(system.kept()))
    return "".join(told)


def test_whoever_was_erased_is_in_no_table_and_on_no_page(cast, school):
    system = everywhere(cast, school)
    before = queries.erasing_of(school.space, f"national:{NUMBER}")
    assert {each.count for each in before.kept} >= {1, 2}
    assert len(before.kept) == 7
    assert tables(NAME) == SEALED
    assert tables(NUMBER) >= SEALED - {"certificates_revocation", "experience_document"}
    assert NAME in pages(cast, system)
    commands.erase_person(actor=school.actor, space=school.space, document=f"national:{NUMBER}", at=NOW)
    assert tables(NAME) == tables(NUMBER) == set()
    shown = pages(cast, system)
    assert NAME not in shown
    assert NUMBER not in shown
    assert "Otra" in shown
    assert not queries.erasing_of(school.space, f"national:{NUMBER}").kept
    assert len(queries.erasing_of(school.space, "national:1111111").kept) == 5
