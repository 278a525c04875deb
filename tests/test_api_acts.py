"""Every act of the house, by a program: who may do it on the page may do it here and nobody else, the table names the
form that the view reads, and who is refused changes nothing."""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
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
from tejido.api.acts import ACTS, GIVE_FILES, is_without
from tejido.api.commands import make_token
from tejido.api.names import Scope
from tejido.api.openapi import described
from tejido.api.views import acting

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
TABLES = {"network": NETWORK, "mechanism": MECHANISM, "doors": DOORS}
SEATED = [who for who, office in PERSONS.items() if office not in {"", SEATLESS}]
# Of several forms of an act the one that the world of the matrix does not come to.
OTHERS = {
    "mechanisms:convening": {"MechanismForm"},  # it is there already
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
    told_why = [who for who in may_not if row.expected[who] != "404"]  # where nobody may, somebody fills the form
    return [alike[place % len(alike)] for alike in (may or told_why, may_not) if alike]


def test_every_address_to_which_something_is_sent_is_an_act_or_is_kept_from_programs_for_a_reason():
    sent = {row.url for table in (*TABLES.values(), SIGN_IN) for row in rows(table) if row.method == "POST"}
    assert {url for url in sent if is_without(url)} == sent - set(ACTS)
    assert set(ACTS) <= sent
    assert [url for url in ACTS if is_without(url)] == []


def test_every_act_is_described():
    described_as = {op["operationId"] for path in described()["paths"].values() for op in path.values()}
    assert {url.replace(":", "_") for url in ACTS} <= described_as


@pytest.fixture(scope="module")
def walked(programs) -> tuple[dict[tuple[str, str], str], dict[str, set[type[BaseForm]]]]:
    """What is wrong with the answers of the walk, and the forms that each act filled with what was sent."""
    wrong, read, before = {}, defaultdict(set), tables()
    with filled(programs.forms):
        for place, (row, ask) in enumerate(acts(programs)):
            programs.forms.clear()
            for who in seated(place, row):
                if found := told(programs, who, row, ask, before):
                    wrong[row.name, who] = found
            read[row.url] |= programs.forms
    return wrong, read


@contextmanager
def filled(forms: set[type[BaseForm]]) -> Iterator[None]:
    """Gathers the kinds of forms that are filled with something."""
    made = BaseForm.__init__

    def watched(form, *args, **more):
        made(form, *args, **more)
        if form.is_bound:
            forms.add(type(form))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseForm, "__init__", watched)
        yield


def test_a_program_does_what_its_person_does_on_the_page_and_nothing_else(walked):
    assert walked[0] == {}


def told(programs, who, row, ask, before):
    """What is wrong with the answer; empty where it is that of the table."""
    expected = row.expected[who]
    written = writes()
    with undone():
        answer = programs.send(who, row, ask)
        has_changed = writes() != written and is_changed(before)
    status = str(answer.status_code)
    is_file = "Content-Disposition" in answer
    expected = "200" if expected in DONE else expected
    wrong = "" if status == expected else f"{status}, not {expected}: {answer.content.decode(errors='replace')[:200]}"
    if is_file != (status == "200" and row.url in GIVE_FILES):
        wrong += " a file, or none"
    if is_file and answer["Content-Type"] not in _given(row.url):
        wrong += " of another kind than is described"
    if status != "200" and has_changed:
        wrong += " and something done"
    if not PERSONS[who].startswith("XA") and leaks(answer):
        wrong += " told what is Aldea's"
    return wrong


def _given(url):
    """The kinds of what an act answers, as they are described."""
    operations = [path["post"] for path in described()["paths"].values() if "post" in path]
    (found,) = [each for each in operations if each["operationId"] == url.replace(":", "_")]
    return found["responses"]["200"]["content"]


def test_the_table_names_the_forms_that_the_views_read(walked):
    read = walked[1]
    named = {url: {each for each in asks if not isinstance(each, str)} for url, asks in ACTS.items()}
    assert {url: read[url] - forms for url, forms in named.items() if read[url] - forms} == {}
    left = {url: {form.__name__ for form in forms - read[url]} for url, forms in named.items()}
    assert {url: names for url, names in left.items() if names - OTHERS.get(url, set())} == {}


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
