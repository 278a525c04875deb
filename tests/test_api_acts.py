"""Every act of the house, by a program: who may do it on the page may do it here and nobody else, the table names the
form that the view reads, and who is refused changes nothing."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from django.forms.forms import BaseForm
from django.urls import reverse
from django.utils.http import urlencode

from matrix_hands import Browser, Hands, for_a_module, is_changed, leaks, tables, undone, writes
from matrix_requests import of_course, of_doors
from matrix_rows import DONE, PERSONS, SEATLESS, rows
from matrix_tables import DOORS, FORMAL, MECHANISM, NETWORK, SIGN_IN
from matrix_world import AT, whole_world
from tejido.api import callers
from tejido.api.acts import ACTS, is_without
from tejido.api.commands import make_token
from tejido.api.names import Scope
from tejido.api.openapi import described
from tejido.api.views import acting

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
TABLES = {"network": NETWORK, "mechanism": MECHANISM, "doors": DOORS}
SEATED = [who for who, office in PERSONS.items() if office not in {"", SEATLESS}]
# Of several forms of an act the one that the world of the matrix does not come to.
OTHERS = {
    "programmes:new": {"ReportForm"},
    "programmes:step": {"WhereStep", "WhenStep", "LinksStep"},
    "regional:field": {"InstitutionForm", "OwnInitiativeForm", "StateForm", "DatesForm"},
}


class Programs:
    """A program in the hands of everybody who has a seat. `forms` are those that were filled with what was sent."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.world = hands, hands.world
        self.tokens = {who: self._token(who) for who in SEATED}
        self.forms: set[type[BaseForm]] = set()

    def _token(self, who: str) -> str:
        actor = self.world.cast.actor(PERSONS[who])
        until = AT + timedelta(days=9)
        made = make_token(actor=actor, name="matrix", scope=Scope.ACT, areas=(), expires_at=until, at=AT)
        made.token.last_used = AT.date()
        made.token.save()
        return made.shown

    def send(self, who, row, ask):
        address = f"/api/v1/acts{reverse(row.url, kwargs=ask.named)}"
        address += f"?{urlencode(ask.query, doseq=True)}" if ask.query else ""
        browser = Browser(self.hands._known[who, True])
        browser.cookies.clear()
        head = {"Authorization": f"Bearer {self.tokens[who]}"}
        if any(isinstance(value, BytesIO) for value in ask.sent.values()):
            for value in ask.sent.values():
                if isinstance(value, BytesIO):
                    value.seek(0)
            return browser.post(address, ask.sent, headers=head)
        body = json.dumps(ask.sent, default=str)
        return browser.post(address, body, content_type="application/json", headers=head)


@pytest.fixture(scope="module")
def programs(django_db_setup, django_db_blocker) -> Iterator[Programs]:
    with for_a_module(django_db_blocker), pytest.MonkeyPatch.context() as patch:
        hands = Programs(Hands(whole_world()))
        patch.setattr(type(callers.OF_A_TOKEN), "wait", lambda *_: 0)  # a walk is quicker than any program
        patch.setattr(acting, "has_confirmed", lambda *_: True)
        yield hands


def acts(programs):
    """The rows of acts, and what is sent to them."""
    for where, table in TABLES.items():
        asks = of_doors(programs.world) if where == "doors" else of_course(getattr(programs.world, where))
        yield from ((row, asks[row.name]) for row in rows(table) if row.method == "POST" and row.url in ACTS)


def seated(place, row):
    """Everybody with TEJIDO_EVERY_SEAT (make thorough), otherwise by turns one of those who may and one who may not."""
    if "TEJIDO_EVERY_SEAT" in os.environ:
        return SEATED
    may = [who for who in SEATED if row.expected[who] in DONE]
    may_not = [who for who in SEATED if row.expected[who] not in DONE]
    return [alike[place % len(alike)] for alike in (may, may_not) if alike]


def test_every_address_to_which_something_is_sent_is_an_act_or_is_kept_from_programs_for_a_reason():
    sent = {row.url for table in (*TABLES.values(), SIGN_IN) for row in rows(table) if row.method == "POST"}
    assert {url for url in sent if is_without(url)} == sent - set(ACTS)
    assert set(ACTS) <= sent
    assert [url for url in ACTS if is_without(url)] == []


def test_every_act_is_described():
    described_as = {op["operationId"] for path in described()["paths"].values() for op in path.values()}
    assert {url.replace(":", "_") for url in ACTS} <= described_as


def test_a_program_does_what_its_person_does_on_the_page_and_nothing_else(programs):
    wrong, before = {}, tables()
    for place, (row, ask) in enumerate(acts(programs)):
        for who in seated(place, row):
            if found := told(programs, who, row, ask, before):
                wrong[row.name, who] = found
    assert wrong == {}


def told(programs, who, row, ask, before):
    """What is wrong with the answer; empty where it is that of the table."""
    expected = row.expected[who]
    written = writes()
    with undone():
        answer = programs.send(who, row, ask)
        has_changed = writes() != written and is_changed(before)
    status = str(answer.status_code)
    expected = "200" if expected in DONE else expected
    wrong = "" if status == expected else f"{status}, not {expected}: {answer.content.decode(errors='replace')[:200]}"
    if status != "200" and has_changed:
        wrong += " and something done"
    if not PERSONS[who].startswith("XA") and leaks(answer):
        wrong += " told what is Aldea's"
    return wrong


def test_the_table_names_the_forms_that_the_views_read(programs, monkeypatch):
    made = BaseForm.__init__

    def watched(form, *args, **more):
        made(form, *args, **more)
        if form.is_bound:
            programs.forms.add(type(form))

    monkeypatch.setattr(BaseForm, "__init__", watched)
    read: dict[str, set[type[BaseForm]]] = {}
    for row, ask in acts(programs):
        programs.forms.clear()
        for who in [who for who in SEATED if row.expected[who] != "404"][:1]:
            with undone():
                programs.send(who, row, ask)
        read.setdefault(row.url, set()).update(programs.forms)
    named = {url: {each for each in asks if not isinstance(each, str)} for url, asks in ACTS.items()}
    wrong = {url: (read[url] - forms, forms - read[url]) for url, forms in named.items() if read[url] != forms}
    left = {
        url: {form.__name__ for form in missing} - OTHERS.get(url, set()) for url, (_more, missing) in wrong.items()
    }
    assert {url: more for url, (more, _missing) in wrong.items() if more} == {}
    assert {url: names for url, names in left.items() if names} == {}


def test_every_formal_act_asks_a_program_for_a_code(programs, monkeypatch):
    monkeypatch.setattr(acting, "has_confirmed", lambda *_: False)
    wrong, asked, before = {}, set(), tables()
    for row, ask in acts(programs):
        if row.url in FORMAL.values():
            for who in [who for who in row.accepted if who in SEATED][:1]:
                asked.add(row.url)
                with undone():
                    answer = programs.send(who, row, ask)
                    is_done = is_changed(before)
                if answer.status_code != 403 or json.loads(answer.content)["code"] != "second_factor" or is_done:
                    wrong[row.name, who] = (answer.status_code, answer.content[:200], is_done)
    assert wrong == {}
    assert len(asked) > 100
