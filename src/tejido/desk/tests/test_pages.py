"""The desk, the front door, the memory of a seat and the proof, as their readers find them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cast import NOW, ZONE, Cast
from tejido.curriculum.models import Edition
from tejido.deliberation import commands
from tejido.deliberation.tests.doings import (
    DAY,
    HOUR,
    SILENCE_ENDS,
    TICK,
    agree,
    declare,
    fill_cumbre,
    object_to,
    propose,
    released,
    remark,
)
from tejido.desk import queries
from tejido.desk.acts import OF_PERSONS, WORDS, words
from tejido.desk.forms import LIMIT
from tejido.desk.proof import OUTCOMES, trees_of
from tejido.desk.trials import trials
from tejido.engine.proof import Verdict, fingerprint, read_receipt
from tejido.handover.commands import Successor, add_matter, ask_replacement, leave_note
from tejido.ledger.actors import CONSOLE, PUBLIC, Actor
from tejido.ledger.models import Line, Tree
from tejido.ledger.queries import node_key, size_of
from tejido.meetings import commands as commands_of_meetings
from tejido.meetings.tests.doings import circulated, first_item
from tejido.people.commands import make_link
from tejido.people.models import Account
from tejido.registry.commands import begin_mandate, create_committee, end_mandate, join_committee
from tejido.registry.models import Mandate, Network
from tejido.registry.queries import actor_of, demonstration_seats
from tejido.schools.tests.doings import school
from tejido.web.addresses import whole


@pytest.fixture
def sit(cast: Cast, at_now):
    """The browser of whoever holds an office, an hour after NOW."""
    at_now(NOW + HOUR)
    return cast.client


def get(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


## The desk


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_seat_has_a_desk_in_its_language(sit, cast, text, round_, language):
    propose(cast, text)
    for office in cast.mandates:
        for address in ("/", "/memory/", "/proof/"):
            html = get(sit(office, language=language), address)
            assert f'<html lang="{language}"' in html
            assert "%(" not in html


def test_a_desk_without_work_says_so(sit, cast):
    Account.objects.update(is_demonstration=True)  # and so without a second factor to set up
    html = get(sit("XA/focal_point"), "/")
    assert "Nothing waits for you now." in html
    assert "First steps" not in html
    assert "No text is in a round or in adoption." in html


def test_in_the_first_thirty_days_the_way_into_the_seat_stands_above_everything(sit, cast, at_now):
    Mandate.objects.filter(pk=cast.mandates["XA/focal_point/MRE"].pk).update(since=NOW)
    html = get(sit("XA/focal_point"), "/")
    content, aside = html.split("<aside")
    for address in ("/accounts/2fa/", "/brief/", "/memory/"):
        assert content.index(f'href="{address}"', content.index("<h1>")) < content.index('id="open"')
        assert f'href="{address}"' not in aside
    assert "Nothing waits for you now." not in html
    at_now(NOW + 31 * DAY)
    content, aside = get(sit("XA/focal_point"), "/").split("<aside")
    assert "First steps" not in content
    assert 'href="/brief/"' in aside


def steps_of(who, cast, at=NOW, *, lacks_factor=False):
    return [step.url for step in queries.first_steps(cast.actor(who), at, lacks_factor=lacks_factor)]


def test_the_secretariat_of_a_network_with_members_seats_and_texts_has_no_first_steps(cast, text):
    assert steps_of("network/secretariat", cast) == []


def test_what_an_empty_network_lacks_is_named_until_it_is_there(cast):
    by, factor = "network/secretariat", "/accounts/2fa/"
    assert steps_of(by, cast, lacks_factor=True) == [factor, "/texts/new/"]
    before = NOW - 3650 * DAY  # when nobody held a seat yet
    assert steps_of(by, cast, before) == ["/members/", "/texts/new/"]
    assert steps_of("XA/focal_point", cast, before, lacks_factor=True) == [factor]


def test_a_network_just_founded_is_told_to_enter_its_members(db):
    alone = Actor(account="", office="network/secretariat/ST", role="secretariat")
    assert [step.url for step in queries.first_steps(alone, NOW, lacks_factor=False)] == [
        "/members/new/",
        "/texts/new/",
    ]


def test_what_waits_leads_to_the_page_where_it_is_done(sit, cast, text, round_):
    html = get(sit("XA/focal_point"), "/")
    assert f'href="/rounds/{round_.key}/position/"' in html
    assert "One national position to prepare and release" in html


@pytest.mark.parametrize("address", ["/", "/brief/", "/handover/", "/memory/", "/meetings/"])
def test_the_bodies_of_a_seat_are_loaded_once(sit, cast, text, round_, address):
    client = sit("XA/focal_point")
    with CaptureQueriesContext(connection) as asked:
        get(client, address)
    of_bodies = [query["sql"] for query in asked.captured_queries if query["sql"].startswith('SELECT "registry_body"')]
    assert len(of_bodies) == 1, of_bodies


def test_what_is_overdue_says_so(sit, cast, at_now, round_):
    assert "Overdue" not in get(sit("XA/focal_point"), "/")
    at_now(round_.deadline + DAY)
    assert "Overdue" in get(sit("XA/focal_point"), "/")


def test_what_waits_stands_under_how_near_it_is_and_nothing_is_left_out():
    moments = [NOW - DAY, NOW, NOW + 7 * DAY, NOW + 8 * DAY, None]
    waiting = [queries.Waiting(str(place), "", "/", until, "UTC") for place, until in enumerate(moments)]
    found = {stretch.code: [item.what for item in stretch.items] for stretch in queries.stretches(waiting, NOW)}
    assert found == {"overdue": ["0"], "soon": ["1", "2"], "later": ["3"], "undated": ["4"]}
    assert queries.stretches([], NOW) == []


def begun(client: Client) -> list[str]:
    """Where the shortcuts of a desk lead, each of which opens."""
    shown = get(client, "/").partition('class="shortcuts"')[2].partition("</nav>")[0]
    found = re.findall('<a href="([^"]*)">', shown)
    assert [client.get(url).status_code for url in found] == [200] * len(found)
    return found


@pytest.mark.parametrize("office", ["XA/focal_point", "network/secretariat", "network/translator"])
def test_what_a_seat_often_begins_is_one_press_away_and_opens(sit, cast, text, office):
    assert begun(sit(office))


def test_only_who_represents_a_school_is_led_to_its_courses_and_records(sit, cast, text):
    assert begun(sit("XA/representative/JUS")) == ["/en/"]
    school(cast)
    assert begun(sit("XA/representative/JUS")) == ["/courses/", "/records/", "/course-certificates/", "/en/"]


def test_who_presides_begins_with_what_waits_and_sees_the_network_at_a_glance(sit, cast, text):
    assert begun(sit("network/chair")) == ["/en/"]


def test_the_desk_shows_how_every_party_of_an_open_text_stands(sit, cast, text, round_):
    html = get(sit("XA/focal_point"), "/")
    assert html.count('class="strip"') == 1
    assert re.findall('title="([A-Z][a-z]+): Nothing yet"', html) == ["Aldea", "Brisa", "Cumbre"]


def test_what_changed_is_told_by_office_and_nothing_of_what_is_private(sit, cast, round_):
    remark(cast, round_, "XB/representative/JUS")
    released(cast, round_, "XB")
    acts = {line.act for line in queries.recent(cast.actor("XA/focal_point"), NOW + HOUR)}
    assert {"round-opened", "position-released"} <= acts
    assert not {"remark-made", "answer-given", "position-cleared"} & acts


def test_when_a_person_came_in_or_took_a_receipt_is_nobody_elses_business(sit, cast):
    make_link(actor=cast.secretariat, account=cast.account("XB/focal_point"), at=NOW + HOUR)
    sit("XB/focal_point").post("/proof/receipts/")
    in_ledger = set(Line.objects.filter(tree="network").values_list("act", flat=True))
    assert {"link-made", "receipt-handed", "account-opened"} <= in_ledger
    acts = {line.act for line in queries.recent(cast.actor("XA/focal_point"), NOW + HOUR)}
    assert acts
    assert not acts & OF_PERSONS


def test_what_the_networks_own_seats_hand_over_or_set_for_later_is_nobody_elses_news(sit, cast):
    by = cast.secretariat
    leave_note(actor=by, markdown="Léame.", language="es", at=NOW)
    add_matter(actor=by, code="", words="Llamar.", until=None, at=NOW)
    eva = Successor("eva@example.org", "Eva", "es", ZONE)
    local = (NOW + 2 * DAY).replace(tzinfo=None)
    ask_replacement(actor=by, seat=cast.seats["network/chair/PRE"], local=local, zone=ZONE, successor=eva, at=NOW)
    quiet = {"note-left", "matter-added", "end-set", "mandate-set"}
    assert quiet <= set(Line.objects.filter(tree="network").values_list("act", flat=True))
    acts = {line.act for line in queries.recent(cast.actor("XA/focal_point"), NOW + HOUR)}
    assert "mandate-begun" in acts
    assert not acts & quiet


def test_what_goes_on_in_a_committee_is_told_to_its_parties_and_others_learn_that_it_met(cast):
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    join_committee(actor=cast.actor("XA/focal_point"), body=committee, at=NOW)
    meeting = circulated(cast, committee)
    commands_of_meetings.enter_decision(
        actor=cast.secretariat, item=first_item(meeting), texts={"es": "Se decide."}, at=meeting.ends_at
    )
    at = meeting.ends_at + DAY
    told = {
        who: {line.act for line in queries.recent(cast.actor(who), at) if line.object == meeting.key}
        for who in ("XA/focal_point", "network/secretariat", "XB/focal_point", "network/observer")
    }
    inside = {"meeting-convened", "meeting-opened", "meeting-closed", "minutes-circulated", "decision-entered"}
    assert told["XA/focal_point"] == told["network/secretariat"] == inside - {"meeting-convened"}
    assert told["XB/focal_point"] == told["network/observer"] == {"meeting-opened", "meeting-closed"}


def test_what_happened_more_than_thirty_days_ago_is_not_news(sit, cast, at_now):
    assert queries.recent(cast.actor("XA/focal_point"), NOW + 30 * DAY)
    assert queries.recent(cast.actor("XA/focal_point"), NOW + 30 * DAY + TICK) == []
    at_now(NOW + 31 * DAY)
    assert "Nothing in the last thirty days." in get(sit("XA/focal_point"), "/")


def test_every_act_has_its_words():
    assert words("round-opened") == str(WORDS["round-opened"])
    assert words("an-act-of-tomorrow") == "an-act-of-tomorrow"


## The memory of a seat


def test_a_newcomer_finds_what_was_said_and_promised_from_the_seat(sit, cast, text, round_):
    released(cast, round_, at=NOW)
    old = cast.mandates["XA/focal_point/MRE"]
    end_mandate(actor=CONSOLE, mandate=old, until=NOW + TICK, at=NOW)
    newcomer = begin_mandate(
        actor=CONSOLE, seat=old.seat, account=cast.account("XA/representative/DEF"), since=NOW + TICK, at=NOW
    )
    found = queries.memory_of(actor_of(newcomer))
    assert [row.position.round for row in found.positions] == [round_]
    assert {line.act for line in found.acts} == {"answer-given", "position-released"}
    cast.mandates[old.seat.office] = newcomer
    html = get(sit("XA/focal_point"), "/memory/")
    assert "Round 1" in html
    assert "National position released" in html


def test_the_memory_holds_objections_and_standing_declarations(sit, cast, text):
    procedure = propose(cast, text)
    declare(cast, procedure, es="Con esta reserva.")
    taken_back = declare(cast, procedure, es="Sin esta otra.")
    commands.withdraw_declaration(actor=cast.actor("XA/focal_point"), declaration=taken_back, at=NOW + 2 * HOUR)
    object_to(cast, procedure, reason="No corresponde.", at=NOW + 2 * HOUR)
    html = get(sit("XA/focal_point"), "/memory/")
    assert "Con esta reserva." in html
    assert "Sin esta otra." not in html
    assert "No corresponde." in html
    assert "No corresponde." not in get(sit("XB/focal_point"), "/memory/")


def test_a_seat_that_speaks_for_nobody_remembers_its_own_acts(sit, cast, text, round_):
    html = get(sit("network/secretariat"), "/memory/")
    assert "Consultation round opened" in html
    assert "No position was released yet." in html


def test_the_public_has_no_memory_and_is_asked_to_sign_in(cast):
    assert Client().get("/memory/")["Location"].startswith("/accounts/login/")
    for address in ("/proof/receipts/", "/proof/comparisons/"):
        assert Client().post(address)["Location"].startswith("/accounts/login/")


## The front door


def test_the_public_finds_its_own_front_page_in_its_language(cast, at_now):
    at_now(NOW)
    for tag in ("es", "fr"):
        html = get(Client(headers={"accept-language": tag}), "/")
        assert f'<html lang="{tag}"' in html
        assert f'<link rel="canonical" href="{whole(f"/{tag}/")}">' in html
    assert "Try this as" not in html


def test_who_is_signed_in_without_a_seat_is_told_whom_to_ask(sit, cast, at_now):
    client = sit("XA/focal_point")
    end_mandate(actor=CONSOLE, mandate=cast.mandates["XA/focal_point/MRE"], until=NOW, at=NOW)
    page = get(client, "/")
    assert "hold no seat now" in page
    assert "What everybody may read" in page
    assert client.get("/memory/").status_code == 302


def test_seats_to_try_are_offered_in_a_demonstration_and_nowhere_else(sit, cast, at_now):
    Account.objects.update(is_demonstration=True)
    at_now(NOW)
    public = Client(headers={"accept-language": "en"})
    assert "Try this as" not in get(public, "/")
    assert public.get("/trying/").status_code == 404
    Network.objects.update(is_demonstration=True)
    assert "/trying/" in get(public, "/")
    html = get(public, "/trying/")
    assert "Try this as" in html
    assert "The demonstration leaves the second factor out" in html
    assert "departs and why, and draft a letter to the other network" in html
    assert "Try this as" in get(sit("XA/focal_point"), "/trying/")
    offered = [trial.seat.office for trial in trials(demonstration_seats(NOW))]
    assert offered == ["network/secretariat/SEC", "network/chair/PRE", "network/translator/SEC"]


## Proof


def test_anybody_finds_the_key_of_the_network(cast, at_now):
    at_now(NOW + HOUR)
    html = get(Client(headers={"accept-language": "en"}), "/proof/")
    assert fingerprint(node_key()) in html
    assert "Download a receipt" not in html


def test_a_seat_may_know_the_ledger_of_the_network_and_of_its_own_member_only(sit, cast, round_):
    remark(cast, round_)
    assert trees_of(PUBLIC) == []
    assert trees_of(cast.secretariat) == ["network"]
    assert trees_of(cast.actor("XA/representative/JUS")) == ["network", "member:XA"]
    html = get(sit("XB/focal_point"), "/proof/")
    assert "Your member’s own ledger (XB)" in html
    assert "(XA)" not in html
    assert re.search(rf"The network’s ledger</dt><dd>{size_of('network')} lines", html)


def receipt_of(client: Client) -> bytes:
    answer = client.post("/proof/receipts/")
    assert answer["Content-Disposition"].endswith('.receipt.json"')
    return answer.content


def compared(client: Client, content: bytes, status: int = 200) -> str:
    file = SimpleUploadedFile("mine.receipt.json", content)
    answer = client.post("/proof/comparisons/", {"file": file})
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_a_receipt_is_kept_by_the_member_and_compared_later(sit, cast, text):
    client = sit("XA/focal_point")
    content = receipt_of(client)
    receipt = read_receipt(content)
    assert (receipt.member, [head.head.tree for head in receipt.heads]) == ("XA", ["network", "member:XA"])
    assert Line.objects.get(act="receipt-handed").office == "XA/focal_point/MRE"
    assert compared(client, content).count("Nothing was added and nothing was changed since the receipt.") == 2
    propose(cast, text)
    html = compared(client, content)
    assert "Lines were added since the receipt; none of the earlier ones was changed." in html
    assert "Nothing was added" in html


def test_a_ledger_that_was_cut_is_found_out(sit, cast, text):
    client = sit("XA/focal_point")
    content = receipt_of(client)
    Tree.objects.filter(name="network").update(size=3)
    assert "the ledger was cut" in compared(client, content)


def test_a_receipt_of_another_member_says_only_what_this_seat_may_know(sit, cast):
    foreign = receipt_of(sit("XB/focal_point"))
    html = compared(sit("XA/focal_point"), foreign)
    assert "<b>The network’s ledger</b>" in html
    assert "(XB)" not in html


def test_the_secretariats_receipt_is_of_the_network_alone(sit, cast):
    assert [head.head.tree for head in read_receipt(receipt_of(sit("network/secretariat"))).heads] == ["network"]


@pytest.mark.parametrize("content", [b"{}", b"not a receipt", b"\xff\xfe", b" " * (LIMIT + 1)])
def test_what_is_no_receipt_is_refused_in_words(sit, cast, content):
    assert "This file is not a receipt of a Tejido ledger." in compared(sit("XA/focal_point"), content, 422)


def test_a_comparison_without_a_file_asks_for_one(sit, cast):
    assert sit("XA/focal_point").post("/proof/comparisons/").status_code == 422


def test_every_verdict_has_its_words():
    assert set(OUTCOMES) == set(Verdict)


def test_the_proof_page_leads_to_the_files_of_every_edition(sit, cast, text, at_now):
    fill_cumbre(cast)
    procedure = propose(cast, text)
    agree(cast, procedure)
    commands.conclude_silence(procedure=procedure, at=SILENCE_ENDS + TICK)
    assert Edition.objects.get().number == 1
    html = get(sit("XA/focal_point"), "/proof/")
    assert "Adoption record" in html
    assert "Canonical text" in html
