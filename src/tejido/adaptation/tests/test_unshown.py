"""What only the seats of a version see of it is marked as such, in words, wherever versions are laid side by side."""

import csv
import io
import re
from datetime import timedelta

import pytest

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A, SECTION_B, TITLE
from tejido.adaptation import queries
from tejido.adaptation.views import taking

from .doings import ADDED, OURS, adapt, adopt, approve, declare, derive, show, take_up

pytestmark = pytest.mark.django_db
OWN, OTHER = "XA/focal_point", "XB/focal_point"
AT = "/texts/texto/versions/"


@pytest.fixture
def version(cast, text):
    adopt(cast, text)
    made = derive(cast, text)
    adapt(cast, made, {FIRST: OURS})
    return made


def column(cast, text, who=OWN):
    found = queries.matrix(cast.actor(who), text, NOW.date())
    return next(column for column in found.columns if column.code == "XA")


def said(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def table(client, name):
    return list(csv.reader(io.StringIO(client.get(f"{AT}files/{name}").content.decode("utf-8-sig"))))


def test_a_version_that_nobody_else_sees_is_marked_as_a_whole(cast, text, version):
    assert column(cast, text).unshown.whole
    client = cast.client(OWN)
    assert "XA Aldea not shown yet" in said(client.get(AT))
    assert "Aldea: Adapted, reason missing, not shown to others yet" in said(client.get(AT))
    assert "Aldea not shown to others yet" in said(client.get(f"{AT}{TITLE}/"))
    rows = table(client, "matrix.csv")
    assert rows[0][2] == "XA (not shown to others yet)"
    assert ["", "Prevención temprana", "Adapted", "Not yet", "Not yet"] in rows
    assert table(client, "departures.csv")[1][-1] == "not shown to others yet"
    other = cast.client(OTHER)
    assert "not shown" not in other.get(AT).content.decode()
    assert table(other, "departures.csv")[1:] == []


def test_once_it_is_shown_only_what_differs_from_that_is_marked(cast, text, version):
    show(cast, version)
    before = said(cast.client(OTHER).get(AT))
    client = cast.client(OWN)
    assert "not shown" not in client.get(AT).content.decode()
    assert column(cast, text).unshown == queries.SHOWN
    adapt(cast, version, {SECOND: "Otra cosa."})
    own = column(cast, text).unshown
    assert (own.sections, own.passages) == ({SECTION_A}, {SECOND})
    page = client.get(AT).content.decode()
    assert page.count(", not shown to others yet</span>") == 1
    assert "A°" in page
    rows = table(client, "matrix.csv")
    assert rows[0][2] == "XA"
    assert ["1", "Factores de riesgo", "Adapted (not shown to others yet)", "Not yet", "Not yet"] in rows
    assert [row[-1] for row in table(client, "departures.csv")[1:]] == ["is shown", "not shown to others yet"]
    assert "not shown to others yet" in said(client.get(f"{AT}{SECTION_A}/"))
    assert "not shown" not in said(client.get(f"{AT}{TITLE}/"))
    assert said(cast.client(OTHER).get(AT)) == before
    show(cast, version)
    assert column(cast, text).unshown == queries.SHOWN


def test_a_reason_and_an_approval_that_came_since_are_not_yet_shown(cast, text, version):
    show(cast, version)
    declare(cast, version)
    assert column(cast, text).unshown.passages == {FIRST}
    show(cast, version)
    assert column(cast, text).unshown == queries.SHOWN
    approve(cast, version, at=NOW + timedelta(hours=1))
    assert column(cast, text).unshown.passages == {FIRST}


def test_what_departs_no_longer_and_what_was_taken_up_since_are_not_yet_shown(cast, text, version):
    adapt(cast, version, {}, added="Aquí.")
    show(cast, version)
    adapt(cast, version, {ADDED: None})
    own = column(cast, text).unshown
    assert (own.sections, own.passages) == ({SECTION_B}, set())
    show(cast, version)
    adopt(cast, text, **{ITEM: "El lugar."})
    take_up(cast, version)
    assert column(cast, text).unshown.sections == {SECTION_A}


def test_many_changes_are_read_page_by_page_and_taken_from_the_page_that_is_read(cast, text, version, monkeypatch):
    monkeypatch.setattr(taking, "MOST", 2)
    adopt(cast, text, **{FIRST: "Otra.", SECOND: "Otra cosa.", ITEM: "El lugar.", "000000000p04": "La respuesta."})
    client, at = cast.client(OWN), f"/versions/{version.key}/uptakes/"
    first = client.get(at).content.decode()
    assert "These are 1 to 2 of 4" in first
    assert [f'id="p-{id}"' in first for id in (FIRST, SECOND, ITEM)] == [True, True, False]
    second = client.get(f"{at}?page=2").content.decode()
    assert [f'id="p-{id}"' in second for id in (FIRST, SECOND, ITEM)] == [False, False, True]
    fields = dict(re.findall(r'<input type="hidden" name="(base|ours|theirs)" value="([0-9a-f]+)"', second))
    ways = dict(re.findall(r'name="(way-[0-9a-z]+)" value="(join)" checked', second))
    answer = client.post(f"{at}?page=2", {**fields, **ways}, follow=True)
    assert "What you left stays on offer." in said(answer)
    left = answer.content.decode()
    assert [f'id="p-{id}"' in left for id in (FIRST, SECOND, ITEM)] == [True, True, False]
    assert "Pages of changes" not in left
