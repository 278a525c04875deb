"""Counts of training of another member: what a school counted and did not release, and a group that is too small, are
on no page and in no file of counts of anybody else.

The same pages are read before the school counts, when it has counted and prepared, when it has released to its member,
and when its member has published.
"""

import json
import re

import pytest

from cast import NOW
from matrix_hands import bare, browser_of, said_in
from tejido.figures.names import Audience
from tejido.figures.tests import doings
from tejido.formats.roster.values import columns
from tejido.records.tests.doings import REPRESENTATIVE, enter

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
CANARY = "canaria-de-cuentas"
WATCHING = ("XB/focal_point", "XB/representative/JUS", "network/secretariat", "network/observer", "")
COLLEAGUE, OWN = "XA/representative/DEF", "XA/focal_point"
FILES = tuple(f"/figures/{of}trained.{ending}" for of in ("", "XA/") for ending in ("csv", "json", "xlsx"))
ADDRESSES = (
    "/figures/",
    "/figures/?year=2026",
    "/figures/XA/",
    "/figures/XA/?year=2026",
    "/figures/received/",
    "/figures/received/preview/?year=2026&audience=public",
    "/figures/school/",
    "/lineage/",
    "/reports/",
    *FILES,
)
# So many of each sex; of the last too few to be told, so that it is joined with another one.
PERSONS = {"female": 67, "male": 73, "other": 3}


def read(cast, who):
    browser = browser_of(cast, who)
    return {address: bare(said_in(browser.get(address).content)) for address in ADDRESSES}


def counted(cast, group):
    who = [f"{sex}{place}" for sex, size in PERSONS.items() for place in range(size)]
    sexes = [sex for sex, size in PERSONS.items() for _place in range(size)]
    told = columns(
        [f"national:{name}" for name in who], [f"{CANARY} {name}" for name in who], ["2026-03-10"] * len(who),
        sexes=sexes, institutions=[CANARY] * len(who), provinces=["XA-9"] * len(who),
    )  # fmt: skip  # one list
    enter(cast, group, columns=told, by=REPRESENTATIVE)


def is_said(number, pages):
    return [address for address, page in pages.items() if re.search(rf"(?<![\w.#-]){number}(?![\w.%-])", page)]


def test_what_was_not_released_and_who_are_too_few_are_on_no_page_of_counts(cast, text, at_now):
    at_now(NOW)
    group = doings.cohort(cast, text)
    everybody = (*WATCHING, COLLEAGUE)
    before = {who: read(cast, who) for who in everybody}
    counted(cast, group)
    draft = doings.prepare(cast, group.space, dimensions=["sex", "institution", "province"])
    assert {who: read(cast, who) for who in everybody} == before
    doings.release(cast, draft)
    assert {who: read(cast, who) for who in WATCHING} == {who: before[who] for who in WATCHING}
    assert CANARY in read(cast, OWN)["/figures/received/"]
    for audience in (Audience.NETWORK, Audience.PUBLIC):
        doings.publish(cast, audience=audience, keep=("sex",))
    only_whole_groups({who: read(cast, who) for who in WATCHING})


def only_whole_groups(pages):
    """Everybody reads how many there are; nobody how many of a group that is joined with another."""
    for who, of in pages.items():
        data = json.loads(of["/figures/XA/trained.json"])["data"]
        told = {each["persons"] for each in data["groups"]}
        assert sum(told) == sum(PERSONS.values())
        assert min(told) >= 5
        hidden = set(PERSONS.values()) - told
        assert len(hidden) == 2
        for number in hidden - {PERSONS["other"]}:  # a three may stand for anything
            assert is_said(number, of) == [], (who, number)
        assert is_said(sum(PERSONS.values()), of)
        assert [address for address, page in of.items() if CANARY in page or "XA-9" in page] == []
