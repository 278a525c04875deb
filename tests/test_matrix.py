"""Every address, for everybody: who gets which answer, that a refused act changes nothing at all, and that what a
person may not see looks as if it were not there."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver

from matrix_hands import Hands, changed, for_a_module, is_changed, leaks, outcome, tables, told, undone, writes
from matrix_requests import of_course, of_doors, of_sign_in
from matrix_rows import DONE, PERSONS, rows
from matrix_tables import DOORS, FORMAL, MECHANISM, NETWORK, SIGN_IN
from matrix_world import whole_world

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
ALWAYS = {"pub", "XB"}
TABLES = {"network": NETWORK, "mechanism": MECHANISM, "doors": DOORS, "sign_in": SIGN_IN}
DECISION = Path(__file__).parents[1] / "docs" / "decisions" / "0020-formal-acts.md"
# What is answered, and leaves nothing behind; `seat` because the focal point sits there already.
CHANGE_NOTHING = {
    "curriculum:preview",
    "handover:preview",
    "lti:choices",
    "lti:login",
    "deliberation:table_readings",
    "desk:comparisons",
    "meetings:calendar_files",
    "meetings:preview",
    "nominations:leavings",
    "certificates:checks",
    "certificates:files",
    "records:erasing",
    "records:person",
    "certificates:leavings",
    "certificates:link",
    "certificates:names",
    "certificates:persons",
    "people:code",
    "registry:seat",
    "set_language",
    "translation:checks",
    "translation:imports",
}

# What is opened by a link without a seat, or by a token: whatever is wrong with it is said in one way of its own.
LINKS = {
    "lti:login", "lti:cookies", "lti:launches", "lti:registering", "lti:tool", "lti:outside", "lti:visit",
    "lti:passings", "lti:choices", "lti:picture",
    "api:act", "api:collection", "api:one", "api:nowhere",
    "people:link", "custody:stopping",
    "nominations:invitation", "nominations:invitation_refusals", "certificates:check",
    "certificates:link",
    "certificates:names", "alumni:link", "alumni:departures",
}  # fmt: skip  # one list

# The protocol of libraries: the same question by either way.
READ_BY_BOTH = {"public:oai"}

# What is sent from pages of other sites, or inside them where no cookie of forms is: it proves itself in another way.
FROM_OUTSIDE = {
    "api:act", "api:nowhere",
    "exchange:node_acceptances", "exchange:node_parcels", "exchange:node_waiting",
    "experience:statements", "experience:state", "experience:activity_profile", "experience:agent_profile",
    "lti:login", "lti:launches", "lti:passings", "lti:choices", "lti:registering",
    "exchange:inbox", "exchange:tellings",
    "digest:ending",
}  # fmt: skip  # one list


@pytest.fixture(scope="module")
def hands(django_db_setup, django_db_blocker) -> Iterator[Hands]:
    """The world is made once for all tests of this module, and each of them leaves it as it was."""
    with for_a_module(django_db_blocker):
        yield Hands(whole_world())


def asks_of(hands, where):
    world = hands.world
    match where:
        case "doors":
            return of_doors(world)
        case "sign_in":
            return of_sign_in(world)
    return of_course(world.network if where == "network" else world.mechanism)


def names(resolver, space=""):
    """The name of every address, with its name space."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"
        else:
            yield from names(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)


def test_every_address_has_its_row():
    assert {row.url for table in TABLES.values() for row in rows(table)} == set(names(get_resolver()))


def test_the_matrix_of_the_mechanism_has_every_row_of_the_network_s():
    own = [(row.method, row.name) for row in rows(NETWORK) if row.url != "curriculum:new"]
    assert [(row.method, row.name) for row in rows(MECHANISM)] == own


@pytest.mark.parametrize("where", TABLES)
def test_everybody_gets_the_answer_of_the_table_and_who_is_refused_changes_nothing(hands, where):
    aside = "django_session" if where == "sign_in" else ""  # what signing in is about
    asks, wrong, before = asks_of(hands, where), {}, tables(leaving_out=aside)
    for place, row in enumerate(rows(TABLES[where])):
        found = {who: answered(hands, who, row, asks[row.name], before) for who in seated(place, row)}
        if others := {who: cell for who, cell in found.items() if cell != row.expected[who]}:
            wrong[row.method, row.name] = {who: f"{cell}, not {row.expected[who]}" for who, cell in others.items()}
    assert wrong == {}
    assert changed(before, tables(leaving_out=aside)) == []


def seated(place, row):
    """Who asks at an address: everybody with TEJIDO_EVERY_SEAT (make thorough), otherwise the public, the other state,
    and of those who are told the same one by turns, so that every answer of the table is seen at every address."""
    if "TEJIDO_EVERY_SEAT" in os.environ:
        return list(row.expected)
    told_alike = defaultdict(list)
    for who, cell in row.expected.items():
        told_alike[cell].append(who)
    turns = {alike[place % len(alike)] for alike in told_alike.values()}
    return [who for who in row.expected if who in ALWAYS | turns]


def answered(hands, who, row, ask, before):
    """The cell that is found for this person, and what is wrong with it. What the table says is done has to change
    something; it is taken back."""
    if row.method == "POST" and row.expected[who] in DONE:
        with undone():
            answer = hands.send(who, row.method, row, ask)
            is_wrong = row.url not in CHANGE_NOTHING and not is_sign_in(row) and not is_changed(before)
            wrong = " and nothing done" if is_wrong else ""
    else:
        written = writes()
        answer = hands.send(who, row.method, row, ask)
        wrong = " and something done" if writes() != written and is_changed(before) else ""
        is_told = answer.status_code == 404 and told(answer) != hands.not_found(who, row, ask)
        wrong += " told apart" if is_told else ""
    is_kept = "Content-Disposition" in answer and answer.get("Cache-Control") != "private, no-store"
    kept = " may be kept on the way" if is_kept else ""
    told_on = " told what is Aldea's" if PERSONS[who][:2] != "XA" and leaks(answer) else ""
    return f"{outcome(answer)}{wrong}{kept}{told_on}"


def is_sign_in(row):
    return row.url.startswith(("account_", "mfa_"))


def walked(hands, *where):
    """The rows of these tables with what is sent to them."""
    return [(row, asks[row.name]) for name in where for asks in [asks_of(hands, name)] for row in rows(TABLES[name])]


def test_a_key_that_nobody_has_is_answered_like_any_other_address_that_leads_nowhere(hands):
    wrong = []
    for row, ask in walked(hands, "network", "doors"):
        is_link = row.url in LINKS  # it asks before it looks, so that nothing that follows links uses one up
        if ask.named and not is_link and hands.nowhere("fp", row, ask) != hands.not_found("fp", row, ask):
            wrong.append(row.name)
    assert wrong == []


def test_what_is_sent_is_not_read_and_what_is_read_is_not_sent(hands):
    wrong, before, both = [], tables(), walked(hands, "network", "doors")
    answering = {(row.method, row.url) for row, _ in both}
    for row, ask in both:
        other = "POST" if row.method == "GET" else "GET"
        if (other, row.url) not in answering and row.url not in READ_BY_BOTH:
            statuses = {hands.send(who, other, row, ask).status_code for who in ("pub", "fp")}
            wrong += [] if statuses == {405} else [(other, row.url, statuses)]
    assert wrong == []
    assert changed(before, tables()) == []


def test_nothing_is_taken_that_was_not_sent_from_a_page_of_this_house(hands):
    wrong, before = [], tables()
    for row, ask in walked(hands, "network", "doors", "sign_in"):
        who = next(iter(row.accepted or row.expected))
        is_guarded = row.method == "POST" and row.url not in FROM_OUTSIDE
        if is_guarded and hands.send(who, "POST", row, ask, csrf=True).status_code != 403:
            wrong.append(row.name)
    assert wrong == []
    assert changed(before, tables()) == []


def test_every_formal_act_asks_for_a_fresh_second_factor_and_changes_nothing_without_one(hands):
    wrong, asked, before = [], set(), tables()
    for row, ask in walked(hands, "network", "mechanism", "doors"):
        if row.method == "POST" and row.url in FORMAL.values():
            asked.add(row.url)
            answers = {who: hands.send(who, "POST", row, ask, fresh=False) for who in row.accepted}
            wrong += [(row.name, who, found.status_code) for who, found in answers.items() if not is_asked(found)]
    assert wrong == []
    assert asked == set(FORMAL.values())
    assert changed(before, tables()) == []


def is_asked(answer):
    return answer.status_code == 403 and "/confirmations/" in answer.content.decode()


def test_the_formal_acts_are_those_of_the_decision():
    decided = DECISION.read_text(encoding="utf-8").split("## Decision")[1].split("A passkey at sign-in counts")[0]
    assert set(re.findall(r"`(\w+)`", decided)) == set(FORMAL)
