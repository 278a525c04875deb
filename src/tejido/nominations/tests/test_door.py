"""The participant's door: a link is looked at first and used once, whatever is wrong with it is answered alike, and
nobody learns whom an address belongs to."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from cast import NOW
from counting import queries_of
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.nominations import commands
from tejido.nominations.commands.passing import give_link
from tejido.nominations.guests import REMEMBERED
from tejido.nominations.models import Needs, Nominee, SupportingLetter
from tejido.nominations.names import Rank, Standing
from tejido.people.models import Letter
from tejido.people.queries import guest_token
from tejido.seminars.tests.made import announced

from .made import called, participant

pytestmark = pytest.mark.django_db
SECRET = "Persona Canario 9f1"
GIVEN = {"language": "es", "access": f"{SECRET} rampa", "diet": "sin gluten", "withheld": ["post"]}


@pytest.fixture
def call(cast):
    made = called(cast, announced(cast))
    made.given_at = NOW
    made.save()
    return made


@pytest.fixture
def invited(cast, call):
    """Somebody of Aldea who was admitted and has a link."""
    return with_link(participant(cast, call, standing=Standing.ADMITTED, name=SECRET, email="canario-9f1@example.org"))


def with_link(row, until=None):
    give_link(row, until or NOW + timedelta(days=60))
    row.save()
    return row


@pytest.fixture
def anybody():
    return Client(headers={"accept-language": "en"})


def at_door(row):
    return f"/invitations/{guest_token(row.seed)}/"


def said(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_link_is_looked_at_without_anything_done_and_confirmed_by_a_button(at_now, invited, anybody):
    at_now(NOW)
    assert "you were admitted" in said(anybody.get(at_door(invited)))
    anybody.head(at_door(invited))
    invited.refresh_from_db()
    assert invited.standing == Standing.ADMITTED
    assert "The departure comes after the arrival" in said(
        anybody.post(
            at_door(invited), {"language": "es", "arrival": "2027-05-08T10:00", "departure": "2027-05-02T10:00"}
        ),
        422,
    )
    answer = anybody.post(at_door(invited), {**GIVEN, "arrival": "2027-05-02T14:30"}, follow=True)
    assert "Welcome. This browser remembers you." in said(answer)
    assert answer["Cache-Control"] == "private, no-store"
    invited.refresh_from_db()
    needs = Needs.objects.get(nominee=invited)
    assert (invited.standing, invited.withheld, needs.arrival) == (Standing.CONFIRMED, ["post"], "2027-05-02 14:30")
    assert Line.objects.get(act="place-confirmed").tree_id == "member:XA"
    assert not [line for line in Line.objects.all() if SECRET in f"{line.facts}{line.details}"]


def test_whatever_is_wrong_with_a_link_is_answered_alike(at_now, cast, call, invited, anybody):
    at_now(NOW)
    over = with_link(participant(cast, call, number=2, standing=Standing.ADMITTED), until=NOW)
    gone = with_link(participant(cast, call, number=3, standing=Standing.WITHDRAWN))
    used = with_link(participant(cast, call, number=4, standing=Standing.ADMITTED))
    commands.confirm_place(token=guest_token(used.seed), given={}, at=NOW)
    for place in ("", "refusals/"):
        for address in ("/invitations/nobody/", at_door(over), at_door(gone), at_door(used)):
            assert "This link opens nothing" in said(anybody.post(f"{address}{place}", {"language": "es"}), 404)
    pages = {re.sub(r'csrf\w*"[^>]*|X-CSRF[^}]*', "", anybody.get(a).content.decode()).replace(a, "") for a in (
        "/invitations/nobody/", at_door(over), at_door(gone), at_door(used))}  # fmt: skip
    assert len(pages) == 1
    with pytest.raises(Refused):
        commands.confirm_place(token="nobody", given={}, at=NOW)


def test_two_who_use_one_link_at_once_come_in_once(monkeypatch, invited):
    """The second one has read the link before the first one used it up."""
    token = guest_token(invited.seed)
    monkeypatch.setattr("tejido.nominations.commands.answering.locked", lambda row: (_use_up(row), row)[1])
    with pytest.raises(Refused):
        commands.confirm_place(token=token, given={}, at=NOW)


def _use_up(row):
    Nominee.objects.filter(key=row.key).update(token_digest="")


def test_a_browser_that_was_let_in_is_remembered_and_forgets_when_told_to(at_now, invited, anybody):
    at_now(NOW)
    assert anybody.get("/taking-part/").status_code == 302
    before = anybody.session.session_key
    anybody.post(at_door(invited), {"language": "es"})
    assert anybody.session.session_key != before
    assert anybody.session.get_expiry_age() > timedelta(days=29).total_seconds()
    assert SECRET in said(anybody.get("/taking-part/"))
    assert "Saved." in said(anybody.post("/taking-part/details/", {**GIVEN, "badge": "P. C."}, follow=True))
    assert "rampa" in said(anybody.get("/taking-part/details/"))
    anybody.post("/taking-part/details/", {"language": "xx"})
    invited.refresh_from_db()
    assert (invited.badge, invited.language) == ("P. C.", "es")
    anybody.post("/taking-part/leavings/")
    assert REMEMBERED not in anybody.session
    assert anybody.get("/taking-part/details/").status_code == 404
    assert anybody.post("/taking-part/leavings/").status_code == 302


def test_the_session_of_a_seat_stays_as_short_as_it_was(at_now, cast, invited):
    at_now(NOW)
    client = cast.client("XA/focal_point")
    client.post(at_door(invited), {"language": "es"})
    assert client.session.get_expiry_age() <= timedelta(hours=12).total_seconds()
    assert SECRET in said(client.get("/taking-part/"))


def test_a_new_link_is_asked_for_by_address_and_nobody_learns_whose_it_is(at_now, invited, anybody, mailoutbox):
    at_now(NOW)
    first = invited.seed
    pages = [said(anybody.post("/invitations/", {"email": email}, follow=True)) for email in
             ("CANARIO-9f1@example.org", "nobody@example.org")]  # fmt: skip
    assert pages[0] == pages[1]
    assert "valid email" in said(anybody.post("/invitations/", {"email": "x"}), 422)
    invited.refresh_from_db()
    assert invited.seed != first
    [letter] = Letter.objects.all()
    assert (letter.address, letter.page) == (invited.email, "/invitations/{token}/")
    assert guest_token(invited.seed) not in f"{letter.body}{letter.subject}"


def test_links_that_are_asked_for_again_and_again_are_not_sent(monkeypatch, invited):
    email = invited.email
    for minutes in (0, 5, 9):
        commands.ask_for_link(email=email, at=NOW + timedelta(minutes=minutes))
    assert Letter.objects.count() == 1
    commands.ask_for_link(email=email, at=NOW + timedelta(minutes=10))
    assert Letter.objects.count() == 2
    monkeypatch.setattr("tejido.nominations.rules.HOURLY", 2)
    commands.ask_for_link(email=email, at=NOW + timedelta(minutes=30))
    commands.ask_for_link(email="", at=NOW + timedelta(minutes=90))
    assert Letter.objects.count() == 2


def test_who_confirmed_comes_in_again_by_a_new_link_and_loses_nothing(at_now, invited, anybody):
    at_now(NOW)
    commands.confirm_place(token=guest_token(invited.seed), given=GIVEN, at=NOW)
    commands.ask_for_link(email=invited.email, at=NOW)
    invited.refresh_from_db()
    assert "Welcome back" in said(anybody.get(at_door(invited)))
    assert "You take part" in said(anybody.post(at_door(invited), follow=True))
    assert Needs.objects.get().diet == "sin gluten"


def test_who_declines_gives_the_place_to_the_next_of_the_same_member_who_is_written_to(at_now, cast, call, anybody):
    at_now(NOW)
    call.seminar.capacity = 2
    call.seminar.save()
    first = with_link(participant(cast, call, standing=Standing.ADMITTED, considered_at=NOW))
    participant(cast, call, "XB", standing=Standing.CONFIRMED)
    waiting = participant(cast, call, "XB", 2, standing=Standing.WAITING)
    spare = participant(cast, call, "XA", 1, standing=Standing.WAITING, rank=Rank.ALTERNATE, email="spare@example.org")
    assert "You are not coming" in said(anybody.post(f"{at_door(first)}refusals/"))
    found = {row.key: row.standing for row in Nominee.objects.all()}
    assert (found[first.key], found[spare.key], found[waiting.key]) == ("declined", "admitted", "waiting")
    assert [letter.address for letter in Letter.objects.all()] == ["spare@example.org"]
    anybody.post(at_door(Nominee.objects.get(key=spare.key)), {"language": "fr"})
    assert "You are not coming" in said(anybody.post("/taking-part/refusals/"))
    assert Nominee.objects.get(key=waiting.key).standing == Standing.ADMITTED
    assert anybody.get("/taking-part/").status_code == 302


def test_once_the_seminar_has_begun_nobody_gives_up_a_place_by_a_button(at_now, call, invited, anybody):
    at_now(call.begins_at)
    with_link(invited, until=call.ends_at)
    anybody.post(at_door(invited), {"language": "es"})
    assert "Give up my place" not in said(anybody.get("/taking-part/"))
    assert anybody.post("/taking-part/refusals/").status_code == 409


def everything():
    """Every byte of every table."""
    with connection.cursor() as cursor:
        found = []
        for name in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608  # a name of our own
            found += [repr(row) for row in cursor.fetchall()]
    return "\n".join(found).lower()


def test_of_somebody_whose_data_are_deleted_no_byte_is_left_in_any_table(at_now, call, invited, anybody):
    at_now(NOW)
    SupportingLetter.objects.create(nominee=invited, name=f"{SECRET}.pdf", media_type="x", data=SECRET.encode(), at=NOW)
    anybody.post(at_door(invited), GIVEN)
    commands.ask_for_link(email=invited.email, at=NOW)
    words = (SECRET.lower(), "canario-9f1", "sin gluten")
    assert all(word in everything() for word in words)
    assert "Your data are deleted." in said(anybody.post("/taking-part/erasures/", follow=True))
    assert [word for word in words if word in everything()] == []
    invited.refresh_from_db()
    kept = (invited.member.code, invited.branch, invited.institution, invited.standing)
    assert kept == ("XA", "executive", None, Standing.DECLINED)
    assert anybody.get("/taking-part/").status_code == 302


def test_the_clock_deletes_the_data_of_a_call_once_and_leaves_the_standing(cast, call):
    participant(cast, call, name=SECRET)
    participant(cast, call, "XB", standing=Standing.DRAFT, institution=None, email="")
    late = call.is_kept_until
    assert (commands.erase_call(call=call, at=late), commands.erase_call(call=call, at=late)) == (2, 0)
    assert SECRET.lower() not in everything()
    assert [row.standing for row in Nominee.objects.all()] == ["confirmed"]


def test_a_letter_of_the_same_address_for_another_seminar_stays(cast, call):
    row = participant(cast, call, standing=Standing.ADMITTED)
    participant(cast, called_again(cast), standing=Standing.ADMITTED, email=row.email)
    commands.ask_for_link(email=row.email, at=NOW)
    commands.erase_call(call=call, at=call.is_kept_until)
    assert Letter.objects.count() == 1


def called_again(cast):
    return called(cast, announced(cast))


def test_who_is_not_let_in_erases_nobody(cast, call):
    row = participant(cast, call)
    for who in ("XB/focal_point", "XA/representative/JUS", "network/chair"):
        with pytest.raises(Refused):
            commands.erase_person(actor=cast.actor(who), nominee=row, at=NOW)
    commands.erase_person(actor=cast.actor("network/secretariat"), nominee=row, at=NOW)
    with pytest.raises(Refused):
        commands.erase_person(actor=cast.actor("XA/focal_point"), nominee=row, at=NOW)


def test_the_pages_of_a_participant_cost_the_same_however_many_there_are(at_now, cast, call, invited, anybody):
    at_now(NOW)
    anybody.post(at_door(invited), {"language": "es"})
    pages = ("/taking-part/", "/taking-part/details/")
    first = [queries_of(lambda page=page: anybody.get(page)) for page in pages]
    for number in (2, 3):
        participant(cast, call, number=number)
    assert [queries_of(lambda page=page: anybody.get(page)) for page in pages] == first


def test_somebody_without_an_address_or_an_institution_is_deleted_as_well(cast, call):
    row = participant(cast, call, email="", institution=None)
    commands.erase_person(actor=cast.secretariat, nominee=row, at=call.ends_at)
    row.refresh_from_db()
    assert (row.name, row.branch, row.standing) == ("", "", "confirmed")
