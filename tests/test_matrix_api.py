"""What programs read, for everybody: whoever gets something here gets its page as well and nobody else does, and what
is Aldea's own is in no answer to others."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from matrix_hands import Hands, for_a_module
from matrix_requests import Ask, of_course, of_doors
from matrix_rows import PERSONS, Row, rows
from matrix_tables import DOORS, MECHANISM, NETWORK
from matrix_world import AT, CANARY, whole_world
from tejido.api.resource import ROOT, Resource, Within, page
from tejido.api.resources import BY_NAME, RESOURCES
from tejido.ledger.actors import PUBLIC

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
TABLES = {"network": NETWORK, "mechanism": MECHANISM, "doors": DOORS}
IS_EVERY_SEAT = "TEJIDO_EVERY_SEAT" in os.environ  # make thorough
# Who reads each time. An account without a seat is the public, and has no token.
READERS = [who for who in PERSONS if who != "non"] if IS_EVERY_SEAT else ["pub", "fp", "XB", "sec"]
PAGES = 1000 if IS_EVERY_SEAT else 1  # so many pages of a list are opened
# Their pages show many of them.
OF_MANY = {"revisions", "sessions", "areas", "trained"}
# One of them is found by looking at the whole desk: so many are looked for.
OF_DESK = {"waiting": 3, "ledger": 3}
# What the public reads on pages that have the language in their address; and a page that says that there is no call.
ELSEWHERE = {("pub", "texts"), ("pub", "reports")}
NOBODY_CALLED = "nominations:call#new"
Said = Mapping[str, str]


@dataclass
class Programs:
    """A program in the hands of everybody. What was read once is not read again: nothing changes here."""

    hands: Hands
    things: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    opened: dict[tuple[str, str], int] = field(default_factory=dict)
    read: dict[str, list[tuple[Resource, Said, list[Any]]]] = field(default_factory=dict)

    def actor(self, who):
        return PUBLIC if who == "pub" else self.hands.world.cast.actor(PERSONS[who])

    def one(self, who, resource, key):
        """One thing as the person is told of it; None where there is nothing for them."""
        place = who, resource.name, key
        if place not in self.things:
            self.things[place] = self._told(who, resource, partial(self._one, who, resource, key))
        return self.things[place]

    def _one(self, who, resource, key):
        return resource.show(resource.one(self.actor(who), AT, key), self.actor(who), AT)

    def each(self, who, resource, several):
        """What is listed, as it is told where one is asked for."""
        asked = several[: OF_DESK.get(resource.name, len(several))]
        return {shown.key: self.one(who, resource, shown.key) for shown in asked}

    def many(self, who, resource, said):
        """A collection as the person is told of it; None where there is none for them."""
        return self._told(who, resource, partial(self._many, who, resource, said))

    def _many(self, who, resource, said):
        actor = self.actor(who)
        return [resource.show(item, actor, AT) for item in resource.many(actor, AT, Within(said))]

    def _told(self, who, resource, ask):
        if who == "pub" and not resource.is_public:
            return None
        try:
            return ask()
        except (ObjectDoesNotExist, Http404):
            return None

    def lists(self, who):
        """Every list for a person, whole, and narrowed by each thing of this world."""
        if who not in self.read:
            several = [(r, said, self.many(who, r, said)) for r in RESOURCES for said in self._narrowings(r)]
            self.read[who] = [(resource, said, found) for resource, said, found in several if found is not None]
        return self.read[who]

    def _narrowings(self, resource):
        world = self.hands.world
        courses = (world.network, world.mechanism)
        values = {
            "text": [text.slug for course in courses for text in course.texts.values()],
            "round": [row.key for course in courses for row in course.rounds.values()],
            "body": [*(course.body.key for course in courses), *world.committees.values()],
            "seminar": [world.seminars[name] for name in ("open", "shown", "preparing", "begun")],
            "member": ["XA", "XB"],
            "of": ["seat"],
        }
        whole: list[Said] = [] if resource.needs else [{}]
        return whole + [{name: value} for name in resource.filters for value in values.get(name, ())]

    def page(self, who, address):
        """The status of a page for the person."""
        if (who, address) not in self.opened:
            self.opened[who, address] = self.hands.get(who, address).status_code
        return self.opened[who, address]


@pytest.fixture(scope="module")
def programs(django_db_setup, django_db_blocker) -> Iterator[Programs]:
    with for_a_module(django_db_blocker):
        yield Programs(Hands(whole_world()))


def asked_pages(programs) -> Iterator[tuple[str, Row, Ask, Resource]]:
    """The rows of the matrix that read a page which shows one thing of a collection."""
    pages = {resource.page: resource for resource in RESOURCES if resource.page and resource.name not in OF_MANY}
    world = programs.hands.world
    for where, table in TABLES.items():
        asks = of_doors(world) if where == "doors" else of_course(getattr(world, where))
        for row in rows(table):
            if row.method == "GET" and row.url in pages and row.name != NOBODY_CALLED:
                yield where, row, asks[row.name], pages[row.url]


def test_what_is_read_here_is_what_its_page_shows_to_the_same_person(programs):
    """The rows of the matrix: the same keys, the same answers, for everybody."""
    wrong, asked = {}, set()
    for where, row, ask, resource in asked_pages(programs):
        key = ".".join(map(str, ask.named.values()))
        for who in row.expected:
            if who != "non" and (who, resource.name) not in ELSEWHERE:
                found = "404" if programs.one(who, resource, key) is None else "200"
                if found != row.expected[who]:
                    wrong[where, row.name, who] = f"{found}, not {row.expected[who]}"
                asked.add(resource.name)
    assert wrong == {}
    assert {resource.name for resource in RESOURCES if resource.page} - asked == OF_MANY


def test_whatever_is_listed_is_there_and_its_page_opens(programs):
    wrong = []
    for who in READERS:
        for resource, said, several in programs.lists(who):
            found = programs.each(who, resource, several)
            assert len({shown.key for shown in several}) == len(several), resource.name
            wrong += [(who, resource.name, said, key) for key, one in found.items() if one is None]
            several_pages = {shown.page: None for shown in several if shown.page}
            wrong += [(who, at) for at in islice(several_pages, PAGES) if programs.page(who, at) != 200]
    assert wrong == []


def test_who_does_not_find_something_finds_no_page_of_it_either(programs):
    """What is listed to one is asked for by everybody else."""
    keys = {(r.name, shown.key): r for who in READERS for r, _said, several in programs.lists(who) for shown in several}
    wrong = []
    for who in READERS:
        hidden: dict[str, list[str]] = {}
        for (name, key), resource in sorted(keys.items(), key=lambda each: each[0]):
            is_alone = resource.page and name not in OF_MANY and ".".join(resource.place(key)) == key
            if is_alone and (who, name) not in ELSEWHERE and programs.one(who, resource, key) is None:
                hidden.setdefault(name, []).append(page(resource.page, *resource.place(key)))
        wrong += [(who, at) for several in hidden.values() for at in several[:PAGES] if programs.page(who, at) == 200]
    assert wrong == []


def test_no_answer_to_others_has_anything_in_it_that_is_aldea_s(programs):
    told, by_aldea = set(), set()
    for who in READERS:
        for resource, said, several in programs.lists(who):
            whole = programs.each(who, resource, several).values()
            if any(is_leaking(shown) for shown in (*several, *whole) if shown is not None):
                (by_aldea if PERSONS[who].startswith("XA") else told).add((who, resource.name, *said))
    assert told == set()
    assert len({name for _who, name, *_said in by_aldea}) > 20  # Aldea itself reads it


def is_leaking(shown):
    return CANARY.lower() in json.dumps(asdict(shown), default=str, ensure_ascii=False).lower()


def test_every_link_leads_to_something_that_the_reader_may_read(programs):
    links = {
        (who, resource.name, name, address)
        for who in READERS
        for resource, _said, several in programs.lists(who)
        for shown in several
        for name, address in getattr(shown, "links", {}).items()
    }
    assert {link for link in links if not leads_somewhere(programs, link[0], link[-1])} == set()


def leads_somewhere(programs, who, address):
    if not address.startswith(ROOT):
        return programs.page(who, address) == 200
    collection, _, rest = address.removeprefix(ROOT).partition("/")
    if not rest.startswith("?"):
        return programs.one(who, BY_NAME[collection], rest.strip("/")) is not None
    name, _, value = rest.removeprefix("?").partition("=")
    return programs.many(who, BY_NAME[collection], {name: value}) is not None
