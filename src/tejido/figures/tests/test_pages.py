"""What the pages of counts say to whom, and what they cost."""

import json
from datetime import date

import pytest
from django.test import Client

from cast import NOW
from counting import queries_of
from tejido.engine.proof import canonical_digest
from tejido.figures import queries
from tejido.figures.lines import Sum
from tejido.figures.models import Draft
from tejido.figures.names import Audience
from tejido.figures.pages.tables import trend_of
from tejido.figures.tests import doings
from tejido.figures.words import months_words
from tejido.ledger.actors import PUBLIC
from tejido.registry.models import Body
from tejido.registry.names import BodyKind
from tejido.schools.models import Target

OTHERS = ("XB/focal_point", "network/secretariat", "")
ADDRESSES = ("/figures/", "/figures/XA/", "/figures/trained.csv", "/figures/received/", "/figures/school/")
MANY = {("female", "PY-7"): 9, ("male", "PY-7"): 8, ("female", "PY-12"): 2, ("male", "PY-12"): 6}
KEEP = ("sex", "province", "month")


@pytest.fixture
def counted(cast, text):
    found = doings.cohort(cast, text)
    doings.enter(cast, found, MANY)
    return found


@pytest.fixture(autouse=True)
def _now(at_now):
    at_now(NOW)


def read(cast, who):
    client = cast.client(who) if who else Client(headers={"accept-language": "en"})
    return {address: (page := client.get(address)).status_code * page.content.count(b"PY-7") for address in ADDRESSES}


def said(cast, who, address):
    client = cast.client(who) if who else Client(headers={"accept-language": "en"})
    page = client.get(address)
    assert page.status_code == 200, address
    return page.content.decode()


def test_a_province_is_read_outside_only_once_its_member_shows_it(cast, counted):
    draft = doings.prepare(cast, counted.space)
    assert [{*read(cast, who).values()} for who in OTHERS] == [{0}, {0}, {0}]
    doings.release(cast, draft)
    assert [{*read(cast, who).values()} for who in OTHERS] == [{0}, {0}, {0}]
    doings.publish(cast, keep=KEEP)
    assert read(cast, "XB/focal_point")["/figures/XA/"]
    assert {*read(cast, "").values()} == {0}
    doings.publish(cast, keep=KEEP, audience=Audience.PUBLIC)
    assert read(cast, "")["/figures/XA/"]


def test_the_region_names_who_released_nothing_and_in_which_edition(cast, counted):
    assert "Nothing is released yet" in said(cast, "", "/figures/")
    doings.released(cast, counted.space, dimensions=["sex", "month"])
    doings.publish(cast, keep=KEEP, audience=Audience.PUBLIC)
    page = said(cast, "", "/figures/")
    assert "Nothing is released by Brisa, Cumbre" in page or "Nothing is released by Brisa" in page
    assert "edition 1" in page
    assert ">25<" in page
    assert Client().get("/figures/?year=2020").status_code == Client().get("/figures/?year=x").status_code == 404


def test_what_stands_joined_is_said_so(cast, counted):
    doings.released(cast, counted.space, dimensions=["province", "sex"])
    doings.publish(cast, keep=("province", "sex"))
    assert "not divided" in said(cast, "XB/focal_point", "/figures/XA/")


def test_a_share_stands_with_both_numbers_and_says_where_it_is_not_exact(cast, counted):
    office = Body.objects.get(kind=BodyKind.OFFICE, member=cast.members["XA"], institution=None)
    for sex, province, number in (("male", "", 100), ("female", "PY-7", 50), ("", "", 0)):
        Target.objects.create(
            body=office, year=2026, sex=sex, province=province, number=number, source="Plan", at=NOW, office="x"
        )
    doings.released(cast, counted.space)
    doings.publish(cast, keep=("sex",), with_targets=True)
    page = said(cast, "XB/focal_point", "/figures/XA/")
    assert "14.0 % (14 of 100)" in page
    assert "At least 0.0 % (0 of 50)" in page
    assert "at most 22.0 % (11 of 50)" in page
    assert "25 of 0" in page
    doings.publish(cast, keep=("sex",), audience=Audience.PUBLIC)
    assert "no share can be" in said(cast, "", "/figures/XA/")


def test_months_without_a_release_are_gaps_and_quarters_are_told_where_months_are_not():
    def by_month(persons, *months):
        return Sum("", "trained", "month", months, persons)

    one = trend_of([by_month(5, "2026-03"), by_month(9, "2026-05")], [["2026-03", "2026-05"]], "x")
    assert [value for _label, value, _tellers in one.rows] == ["", "", "5", "", "9"]
    assert "gap" in one.chart
    quarter = trend_of([by_month(5, "2026-01", "2026-02"), by_month(9, "2026-04")],
                       [["2026-01", "2026-02", "2026-03", "2026-04"]], "x")  # fmt: skip  # one call
    assert [row[:2] for row in quarter.rows] == [("Q1", "5"), ("Q2", "")]
    assert trend_of([], [["2026-01"]], "x") is None
    assert months_words(["2026-01", "2026-02", "2026-05"]) == "Jan 2026 to Feb 2026, May 2026"


def test_the_file_of_a_release_is_what_its_digest_is_of(cast, counted):
    made = doings.released(cast, counted.space)
    page = cast.client(doings.FOCAL_POINT).get(f"/figures/releases/{made.key}/counts.json")
    found = json.loads(page.content)
    assert canonical_digest(found["data"]) == found["sha256"] == made.digest
    row = doings.publish(cast, keep=KEEP)
    found = json.loads(cast.client("XB/focal_point").get("/figures/XA/trained.json").content)
    assert canonical_digest(found["data"]) == found["sha256"] == row.digest
    for ending, code in (("xlsx", 200), ("csv", 200), ("json", 200), ("pdf", 404)):
        assert cast.client("XB/focal_point").get(f"/figures/trained.{ending}").status_code == code


def test_a_school_counts_looks_and_releases_and_its_member_shows(cast, counted):
    school, member = cast.client(doings.REPRESENTATIVE), cast.client(doings.FOCAL_POINT)
    count = f"/figures/school/{counted.space_id}/drafts/"
    assert school.post(count, {"since": "2026-01"}).status_code == 422
    done = school.post(count, {"since": "2026-01", "until": "2026-06", "least": "5", "by1": "sex", "by2": "province"})
    page = school.get(done.url).content.decode()
    assert "1 thing was joined" in page
    assert queries.drafts_to_release(cast.actor(doings.REPRESENTATIVE)) == [Draft.objects.get()]
    assert queries.drafts_to_release(cast.actor(doings.FOCAL_POINT)) == []
    assert "Counts of training: Jan 2026 to Jun 2026" in school.get("/").content.decode()
    assert "Counts are prepared and not released." in school.get("/figures/school/").content.decode()
    draft = Draft.objects.get()
    assert school.post(f"/figures/drafts/{draft.key}/releases/", {"seen": draft.digest}).status_code == 302
    assert "Jan 2026 to Jun 2026" in member.get("/figures/received/").content.decode()
    wish = {"year": "2026", "audience": "public", "keep": ["sex"]}
    shown = member.get("/figures/received/preview/", wish)
    seen = shown.context["row"].digest
    assert member.get("/figures/received/preview/", {"year": "no"}).status_code == 422
    assert member.post("/figures/publications/", {**wish, "year": "x", "seen": seen}).status_code == 302
    assert member.post("/figures/publications/", {**wish, "seen": seen}).status_code == 302
    assert queries.board_for(PUBLIC, "XA").sums


def test_what_pages_cost_does_not_hang_on_what_lies_behind(cast, counted):
    doings.released(cast, counted.space, until=doings.MARCH)
    doings.publish(cast, keep=KEEP)
    reader, own = cast.actor("XB/focal_point"), cast.actor(doings.FOCAL_POINT)

    def cost():
        return [
            queries_of(lambda: queries.region(reader)),
            queries_of(lambda: queries.board_for(reader, "XA")),
            queries_of(lambda: queries.received_for(own)),
            queries_of(lambda: queries.desks(cast.actor(doings.REPRESENTATIVE))),
        ]

    before = cost()
    doings.enter(cast, counted, MANY, day="2026-05-10", at="more")
    doings.released(cast, counted.space, until=date(2026, 5, 1))
    doings.enter(cast, counted, MANY, day="2025-05-10", at="past")
    doings.released(cast, counted.space, since=date(2025, 1, 1), until=date(2025, 12, 1))
    doings.publish(cast, keep=KEEP)
    doings.publish(cast, year=2025, keep=KEEP)
    assert cost() == before
