"""The pages of the lineage: as many queries for three trainers as for one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import NOW
from tejido.curriculum.models import Edition
from tejido.lineage import commands
from tejido.records.tests.doings import REPRESENTATIVE, cohort, course, space

pytestmark = pytest.mark.django_db


def teach(cast, group, number):
    given = {"actor": cast.actor(REPRESENTATIVE), "at": NOW}
    row = commands.enter_trainer(space=space(cast), name=f"Persona {number}", number=f"7{number}", **given)
    commands.authorise_trainer(
        trainer=row, edition=Edition.objects.get(), ground="document", document="Acta", since=date(2026, 1, 1), **given
    )
    return row.key


def asked(client, address):
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_lineage_takes_as_many_queries_for_three_trainers_as_for_one(cast, text):
    group = cohort(cast, course(cast, text))
    client = cast.client(REPRESENTATIVE)
    keys, counts = [], []
    for number in range(3):
        keys.append(teach(cast, group, number))
        commands.set_trainers(actor=cast.actor(REPRESENTATIVE), cohort=group, trainers=keys, at=NOW)
        client.get("/lineage/")
        counts.append([asked(client, address) for address in ("/lineage/", f"/lineage/cohorts/{group.key}/")])
    assert counts[0] == counts[2]
    page = client.get("/lineage/").content.decode()
    assert page.count("Persona 0") == 2  # in the tree and in the table
    assert "Persona 0" not in cast.client("XA/focal_point").get("/lineage/").content.decode()
