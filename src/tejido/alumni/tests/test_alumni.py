"""Who stays reachable said so, is seen as far as they said, and is gone the moment they leave."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, TestCase

from cast import NOW
from counting import queries_of
from tejido.alumni import commands
from tejido.alumni.jobs import run_due
from tejido.alumni.models import Alumnus
from tejido.alumni.names import No
from tejido.alumni.rules import sees
from tejido.ledger.actors import PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.nominations import commands as nominations
from tejido.nominations.commands.passing import give_link
from tejido.nominations.models import Nominee
from tejido.nominations.tests.made import called, participant
from tejido.people.models import Letter
from tejido.people.queries import guest_token
from tejido.seminars.tests.made import announced

pytestmark = pytest.mark.django_db
SECRET = "Alumna Canario 3c8"
ALL = {
    "audience": "network",
    "shows": ["name", "institution", "topic", "languages"],
    "topic": "Memoria",
    "languages": ["es"],
}
LITTLE = {"audience": "member", "shows": [], "topic": "Archivos", "languages": []}


@pytest.fixture
def call(cast):
    return called(cast, announced(cast))


@pytest.fixture
def at(call):
    return call.begins_at + timedelta(days=4)


@pytest.fixture
def row(cast, call):
    return participant(cast, call, name=SECRET, email="alumna-3c8@example.org")


@pytest.fixture
def stayed(row, at):
    return commands.stay(nominee=row, agrees=True, given=ALL, at=at)


def said(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def refused(code, do):
    with pytest.raises(Refused) as problem:
        do()
    assert problem.value.refusal.code == code


def guest_of(row, at):
    give_link(row, at + timedelta(days=7))
    row.save()
    guest = Client(headers={"accept-language": "en"})
    guest.post(f"/invitations/{guest_token(row.seed)}/", {"language": "es"})
    return guest


def test_nothing_is_kept_without_a_consent_nor_before_the_seminar(call, row, at):
    refused(No.NO_CONSENT, lambda: commands.stay(nominee=row, agrees=False, given=ALL, at=at))
    refused(
        No.NOT_YET, lambda: commands.stay(nominee=row, agrees=True, given=ALL, at=call.begins_at - timedelta(hours=1))
    )
    assert not Alumnus.objects.exists()


def test_a_participant_is_asked_and_nothing_is_ticked_by_itself(at_now, call, row, at):
    at_now(NOW)
    assert "once the seminar has begun" in said(guest_of(row, at).get("/taking-part/alumni/"))
    at_now(at)
    guest = guest_of(row, at)
    page = guest.get("/taking-part/alumni/").content.decode()
    assert not re.search(r'type="checkbox"[^>]*checked', page)
    assert "person at risk" not in page
    assert guest.post("/taking-part/alumni/", LITTLE).status_code == 409
    assert "Who may see" in said(guest.post("/taking-part/alumni/", {**ALL, "audience": "all"}), 422)
    assert "You stay reachable." in said(guest.post("/taking-part/alumni/", {**ALL, "agrees": "on"}, follow=True))
    guest.post("/taking-part/alumni/", {**LITTLE, "agrees": "on"})
    kept = Alumnus.objects.get()
    assert (kept.audience, kept.topic, kept.name) == ("member", "Archivos", SECRET)
    [line] = Line.objects.filter(act="alumnus-stayed")
    assert (line.tree_id, line.facts, line.details) == ("member:XA", {}, None)
    assert Client().get("/taking-part/alumni/").status_code == 404


def test_a_person_at_risk_is_warned(at_now, row, at):
    row.is_at_risk = True
    row.save()
    at_now(at)
    assert "Think twice" in said(guest_of(row, at).get("/taking-part/alumni/"))


def test_each_is_seen_as_far_as_they_said_and_by_whom_they_said(cast, call, stayed, at):
    commands.stay(nominee=participant(cast, call, number=2, name="Otra Secreta"), agrees=True, given=LITTLE, at=at)
    other = said(cast.client("XB/representative/JUS").get("/alumni/"))
    assert SECRET in other
    assert "Memoria" in other
    for words in ("Otra", "a former participant of Aldea", "alumna-3c8", "Archivos"):
        assert words not in other
    own = said(cast.client("XA/representative/DEF").get("/alumni/"))
    assert "a former participant of Aldea" in own
    assert "Archivos" not in own
    assert Client().get("/alumni/").status_code == 404


def test_a_focal_point_writes_to_its_member_s_and_never_learns_an_address(cast, call, stayed, at, mailoutbox):
    client = cast.client("XA/focal_point")
    assert "Write to our 1 former participant" in said(client.get("/alumni/"))
    assert "You do not see the address" in said(client.get("/alumni/letters/"))
    assert "Subject" in said(client.post("/alumni/letters/", {"subject": "", "body": "x"}), 422)
    page = said(client.post("/alumni/letters/", {"subject": "Curso", "body": "Enseñe con nosotros."}, follow=True))
    assert "The letter goes to 1 person." in page
    letter = Letter.objects.get(subject="Curso")
    assert (letter.address, letter.page) == (stayed.email, "/alumni/links/{token}/")
    assert "alumna-3c8" not in page
    assert cast.client("XA/representative/JUS").get("/alumni/letters/").status_code == 403
    assert Client().get("/alumni/letters/").status_code == 404
    assert client.get("/alumni/letters/").status_code == 200


def test_one_person_is_written_to_by_those_to_whom_they_show_themselves(cast, call, stayed, at):
    here = f"/alumni/{stayed.key}/letters/"
    words = {"subject": "Consulta", "body": "¿Puede venir?"}
    client = cast.client("XB/focal_point")
    assert f"Write to {SECRET}" in said(client.get(here))
    assert "The letter is on its way." in said(client.post(here, words, follow=True))
    assert "Text" in said(client.post(here, {**words, "body": ""}), 422)
    assert cast.client("network/secretariat").post(here, words).status_code == 302
    assert cast.client("XB/representative/JUS").get(here).status_code == 403
    Alumnus.objects.update(audience="member", shows=[])
    assert client.get(here).status_code == cast.client("network/secretariat").get(here).status_code == 404
    assert "Write to a former participant of Aldea" in said(cast.client("XA/alternate").get(here))
    refused(
        Shared.NOT_YOURS,
        lambda: commands.write(actor=cast.actor("XA/representative/JUS"), alumnus=stayed, at=at, **words),
    )


def test_a_letter_has_words_and_readers_and_there_is_an_end_to_them(cast, stayed, at, monkeypatch):
    write = lambda subject="S", alumni=(stayed,): commands.write_to_own(  # noqa: E731  # one act
        actor=cast.actor("XA/focal_point"), alumni=alumni, subject=subject, body="T", at=at
    )
    refused(No.NO_WORDS, lambda: write(" "))
    refused(No.NOBODY, lambda: write(alumni=()))
    monkeypatch.setattr("tejido.alumni.rules.DAILY", 1)
    write()
    refused(No.ENOUGH, write)
    authority = cast.actor("XA/validating_authority")
    refused(Shared.NOT_YOURS, lambda: commands.write_to_own(actor=authority, alumni=[], subject="S", body="T", at=at))


def test_the_link_shows_changes_and_ends_it_and_then_no_byte_is_left(call, row, stayed, at, at_now):
    at_now(at)
    nominations.erase_call(call=call, at=call.is_kept_until)
    assert Alumnus.objects.get().name == SECRET
    guest, here = Client(headers={"accept-language": "en"}), f"/alumni/links/{guest_token(stayed.seed)}/"
    assert SECRET in said(guest.get(here))
    assert "Who may see" in said(guest.post(here, {"audience": "all"}), 422)
    assert "Saved." in said(guest.post(here, LITTLE, follow=True))
    assert "You have left" in said(guest.post(f"{here}departures/"))
    for place in ("", "departures/"):
        assert "This link opens nothing" in said(guest.post(f"{here}{place}"), 404)
    assert [word for word in (SECRET.lower(), "alumna-3c8") if word in everything()] == []


def everything():
    with connection.cursor() as cursor:
        found = []
        for name in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608  # a name of our own
            found += [repr(each) for each in cursor.fetchall()]
    return "\n".join(found).lower()


def test_whoever_has_their_data_deleted_is_not_reachable_any_more(cast, row, stayed, at):
    with TestCase.captureOnCommitCallbacks(execute=True):
        nominations.erase_person(actor=cast.secretariat, nominee=row, at=at)
    assert not Alumnus.objects.exists()
    with TestCase.captureOnCommitCallbacks(execute=True):
        nominations.erase_person(actor=cast.secretariat, nominee=participant(cast, row.call, number=5), at=at)


def test_whose_data_were_deleted_meanwhile_does_not_stay(cast, row, at):
    before = participant(cast, row.call, number=5)
    stale = Nominee.objects.get(key=before.key)
    nominations.erase_person(actor=cast.secretariat, nominee=before, at=at)
    with pytest.raises(Refused) as problem:
        commands.stay(nominee=stale, agrees=True, given=ALL, at=at)
    assert problem.value.refusal.code == "person_is_erased"
    assert not Alumnus.objects.exists()


def test_letters_to_a_former_participant_go_with_them_and_no_others_to_that_address(cast, call, row, stayed, at):
    other = participant(cast, call, number=5, email=row.email)
    commands.stay(nominee=other, agrees=True, given=LITTLE, at=at)
    commands.leave(alumnus=stayed, at=at)
    kept = Alumnus.objects.get()
    assert [letter.occasion.split(":")[1] for letter in Letter.objects.all()] == [kept.key]


def test_the_consent_outlives_what_the_clock_deletes(call, stayed):
    with TestCase.captureOnCommitCallbacks(execute=True):
        nominations.erase_call(call=call, at=call.is_kept_until)
    assert Alumnus.objects.count() == 1


def test_the_clock_lets_leave_whom_the_signal_did_not(cast, call, row, stayed, at):
    kept = commands.stay(nominee=participant(cast, call, number=6), agrees=True, given=ALL, at=at)
    assert run_due(at) == 0
    nominations.erase_person(actor=cast.secretariat, nominee=row, at=at)  # no signal: nothing is committed
    nominations.erase_call(call=call, at=call.is_kept_until)
    assert (run_due(at), run_due(at)) == (1, 0)
    assert Alumnus.objects.get() == kept


def test_to_the_public_nobody_shows_themselves(stayed):
    assert not sees(PUBLIC, stayed)


def test_nobody_is_written_to_in_a_demonstration(cast, call, row, at):
    call.seminar.is_demonstration = True
    call.seminar.save()
    row.call.seminar.is_demonstration = True
    made = commands.stay(nominee=row, agrees=True, given=ALL, at=at)
    commands.write(actor=cast.actor("XA/focal_point"), alumnus=made, subject="S", body="T", at=at)
    assert not Letter.objects.exists()


def test_the_directory_costs_the_same_at_every_size(cast, call, stayed, at):
    client = cast.client("XA/focal_point")
    client.get("/alumni/")
    first = queries_of(lambda: client.get("/alumni/"))
    for number in (2, 3):
        commands.stay(nominee=participant(cast, call, number=number), agrees=True, given=LITTLE, at=at)
    assert queries_of(lambda: client.get("/alumni/")) == first
