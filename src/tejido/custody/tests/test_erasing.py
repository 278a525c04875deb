"""Two persons erase a third one everywhere. No table holds name or address afterwards, and every proof holds."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client

from cast import NOW, Cast
from matrix_hands import bare
from tejido.custody import rules
from tejido.custody.commands import agree_to_erasing, ask_erasing, reapply, withdraw_erasing
from tejido.custody.models import Erasing
from tejido.custody.names import Act, No
from tejido.custody.queries import erasing_for, erasures, formers, pending_for, person_for
from tejido.handover.commands import leave_note
from tejido.ledger.actors import PUBLIC
from tejido.ledger.audit import audit
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.people.commands import make_link, queue_letters
from tejido.people.models import Account, Letter
from tejido.records import keys
from tejido.records.commands import erase_person as erase_trained
from tejido.records.models import Pseudonyms
from tejido.records.models import Register as Space
from tejido.records.queries import roll_of
from tejido.records.tests import doings as school
from tejido.registry.models import Institution, Mandate
from tejido.registry.names import No as Register
from tejido.registry.queries import actor_of

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Ñandutí Canária Nombre", "canary.person@example.org"


@pytest.fixture
def person(cast: Cast) -> Account:
    """Served as Aldea's representative of Defence until yesterday, and left traces everywhere."""
    account = Account.objects.create_user(EMAIL, "a long password", name=NAME)
    seat = cast.seats[cast.office("XA/representative/DEF")]
    mandate = Mandate.objects.create(
        seat=seat, account=account, name=NAME, since=NOW - timedelta(days=90), until=NOW - timedelta(days=1)
    )
    EmailAddress.objects.create(user=account, email=EMAIL, verified=True, primary=True)
    Authenticator.objects.create(user=account, type="totp", data={"secret": "x"})
    make_link(actor=cast.secretariat, account=account, at=NOW)
    queue_letters(
        letters=[
            Letter(to=account, occasion="one", subject="x", body="x", queued_at=NOW),
            Letter(to=cast.account("XB/focal_point"), occasion="two", subject="x", body=f"Of {NAME}", queued_at=NOW),
        ]
    )
    Client().force_login(account)
    note = actor_of(mandate)
    leave_note(actor=note, markdown=f"Write to {EMAIL.upper()}. {NAME}", language="es", at=NOW - timedelta(days=2))
    return account


def asked(cast: Cast, account: Account) -> Erasing:
    return ask_erasing(actor=cast.actor("XA/focal_point"), account=account, at=NOW)


def refused(act, **arguments) -> str:
    with pytest.raises(Refused) as caught:
        act(**arguments)
    return str(caught.value.refusal.code)


def tables_with(word: str) -> list[str]:
    """Every table in which the word stands in any column, as text or as JSON writes it."""
    escaped = word.encode("ascii", "backslashreplace").decode().replace("\\x", "\\u00")
    found = []
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values_list():
            said = repr(row).lower()
            if word.lower() in said or escaped.lower() in said:
                found.append(model._meta.label)
                break
    return found


def test_nothing_of_the_person_is_left_in_any_table_and_every_proof_holds(cast, person):
    assert len(tables_with(EMAIL)) >= 4
    assert len(tables_with(NAME)) >= 4
    row = asked(cast, person)
    lines = Line.objects.count()
    agree_to_erasing(actor=cast.actor("XA/alternate"), erasing=row, at=NOW)
    assert tables_with(EMAIL) == tables_with(NAME) == []
    assert audit().ok
    assert Line.objects.count() == lines + 1
    person.refresh_from_db()
    assert (person.is_active, person.name, person.has_usable_password()) == (False, "", False)
    assert not Session.objects.exists()
    assert Mandate.objects.filter(account=person).count() == 1
    assert not Letter.objects.exists()


def test_what_a_proof_binds_stays(cast, person):
    from cast import DOCUMENT
    from tejido.curriculum.models import PassageContent

    PassageContent.objects.create(digest="f" * 64, data={"es": f"Gracias a {NAME}", "n": len(DOCUMENT.passages)})
    row = asked(cast, person)
    agree_to_erasing(actor=cast.actor("XA/alternate"), erasing=row, at=NOW)
    assert tables_with(NAME) == ["curriculum.PassageContent"]


def test_nobody_learns_how_often_a_name_stands_in_the_spaces_of_others(cast, person, at_now):
    at_now(NOW)
    row = asked(cast, person)
    client, address = cast.client("XA/alternate"), f"/erasings/{row.key}/"
    before = bare(client.get(address).content.decode())
    Institution.objects.filter(member__code="XB").update(name={"es": f"Oficina de {NAME}"})
    assert bare(client.get(address).content.decode()) == before
    agree_to_erasing(actor=cast.actor("XA/alternate"), erasing=row, at=NOW)
    assert tables_with(NAME) == []
    assert Line.objects.get(act=Act.ACCOUNT_ERASED).facts == {"account": person.pk.hex}


def test_a_name_that_is_too_short_to_be_looked_for_is_not(cast):
    from tejido.custody.queries import words_of

    short = Account.objects.create_user("s@example.org", name="Ana")
    assert words_of(short) == ["s@example.org"]


def test_who_serves_is_not_erased(cast, person):
    Mandate.objects.create(
        seat=cast.seats[cast.office("XB/focal_point")], account=person, since=NOW + timedelta(days=9)
    )
    assert refused(asked, cast=cast, account=person) == No.STILL_SERVES
    assert formers(cast.actor("XA/focal_point"), NOW) == []


def test_who_is_named_to_a_seat_meanwhile_is_not_erased(cast, person):
    row = asked(cast, person)
    Mandate.objects.create(seat=cast.seats[cast.office("XB/focal_point")], account=person, since=NOW)
    assert refused(agree_to_erasing, actor=cast.actor("XA/alternate"), erasing=row, at=NOW) == No.STILL_SERVES


def test_one_person_alone_erases_nobody(cast, person):
    row = asked(cast, person)
    assert refused(agree_to_erasing, actor=cast.actor("XA/focal_point"), erasing=row, at=NOW) == Register.SAME_PERSON
    assert refused(asked, cast=cast, account=person) == No.ERASING_OPEN
    person.refresh_from_db()
    assert person.is_active


def test_both_show_their_second_factor(cast, person):
    stale = cast.actor("XA/focal_point", fresh=False)
    assert refused(ask_erasing, actor=stale, account=person, at=NOW) == Shared.NOT_FRESH
    row = asked(cast, person)
    other = cast.actor("XA/alternate", fresh=False)
    assert refused(agree_to_erasing, actor=other, erasing=row, at=NOW) == Shared.NOT_FRESH


@pytest.mark.parametrize("who", ["XA/representative/JUS", "network/chair", "network/observer"])
def test_other_seats_ask_for_nothing(cast, person, who):
    assert refused(ask_erasing, actor=cast.actor(who), account=person, at=NOW) == Shared.NOT_YOURS
    assert formers(cast.actor(who), NOW) == []


def test_another_house_neither_finds_the_person_nor_agrees(cast, person):
    row = asked(cast, person)
    for who in ("XB/focal_point", "network/secretariat"):
        actor = cast.actor(who)
        assert formers(actor, NOW) == []
        with pytest.raises(Account.DoesNotExist):
            person_for(actor, person.pk.hex)
        assert pending_for(actor, NOW) == []
        with pytest.raises(Erasing.DoesNotExist):
            erasing_for(actor, row.key, NOW)
        assert refused(agree_to_erasing, actor=actor, erasing=row, at=NOW) == Shared.NOT_YOURS


@pytest.mark.parametrize("key", ["x", "z" * 32, "0" * 32])
def test_a_key_that_names_nobody_finds_nobody(cast, key):
    with pytest.raises(Account.DoesNotExist):
        person_for(cast.actor("XA/focal_point"), key)


def test_where_nobody_else_keeps_the_house_the_secretariat_is_the_second(cast, person):
    for who in ("XA/alternate", "XA/validating_authority"):
        Mandate.objects.filter(pk=cast.mandates[cast.office(who)].pk).update(until=NOW - timedelta(hours=1))
    row = asked(cast, person)
    [seen] = pending_for(cast.secretariat, NOW)
    assert (seen.name, seen.is_home, seen.may_agree) == ("", False, True)
    agree_to_erasing(actor=cast.secretariat, erasing=row, at=NOW)
    assert tables_with(NAME) == []


def test_the_network_s_own_are_erased_by_its_own_seats(cast):
    account = Account.objects.create_user("old.secretary@example.org", name="Old Secretary Canary")
    seat = cast.seats[cast.office("network/secretariat")]
    Mandate.objects.create(seat=seat, account=account, since=NOW - timedelta(days=9), until=NOW - timedelta(days=1))
    row = ask_erasing(actor=cast.secretariat, account=account, at=NOW)
    assert row.member is None
    assert Line.objects.get(act=Act.ERASING_ASKED).tree_id == "network"
    assert rules.may_ask(cast.actor("XA/focal_point"), "", serves=False, is_open=False).code == Shared.NOT_YOURS
    agree_to_erasing(actor=cast.actor("XB/focal_point"), erasing=row, at=NOW)
    assert tables_with("old.secretary@example.org") == []


def test_only_the_seat_that_asked_withdraws_and_nothing_is_settled_twice(cast, person):
    row = asked(cast, person)
    assert refused(withdraw_erasing, actor=cast.actor("XA/alternate"), erasing=row, at=NOW) == No.NOT_ASKED_HERE
    withdraw_erasing(actor=cast.actor("XA/focal_point"), erasing=row, at=NOW)
    assert refused(withdraw_erasing, actor=cast.actor("XA/focal_point"), erasing=row, at=NOW) == No.ERASING_SETTLED
    assert refused(agree_to_erasing, actor=cast.actor("XA/alternate"), erasing=row, at=NOW) == No.ERASING_SETTLED
    assert asked(cast, person).is_open


def test_the_ledger_tells_it_in_counts(cast, person):
    agree_to_erasing(actor=cast.actor("XA/alternate"), erasing=asked(cast, person), at=NOW)
    line = Line.objects.get(act=Act.ACCOUNT_ERASED)
    assert (line.tree_id, line.facts["account"], line.details) == ("member:XA", person.pk.hex, None)
    assert erasures() == [("account", person.pk.hex, NOW)]


def test_what_an_older_backup_brought_back_is_erased_again_and_once(cast, person):
    told = [("account", person.pk.hex), ("nominee", "0" * 12), ("alumnus", "0" * 12), ("of a later version", "x")]
    keys = [(*each, NOW) for each in told]
    assert reapply(erasures=keys, at=NOW) == 1
    assert tables_with(EMAIL) == tables_with(NAME) == []
    assert reapply(erasures=keys, at=NOW) == 0
    assert Line.objects.filter(act=Act.ERASURE_REAPPLIED).count() == 1
    assert erasures() == [("account", person.pk.hex, NOW)]


def test_a_participant_and_a_former_one_do_not_come_back_either(db):
    from matrix_world import whole_world
    from tejido.alumni.models import Alumnus
    from tejido.nominations.models import Nominee

    whole_world()
    nominee = Nominee.objects.filter(erased_at=None).first()
    former = Alumnus.objects.first()
    assert nominee is not None
    keys = [("nominee", nominee.key, NOW)] + ([("alumnus", former.key, NOW)] if former else [])
    assert reapply(erasures=keys, at=NOW) == len(keys)
    assert not Nominee.objects.filter(key=nominee.key, erased_at=None).exists()
    assert {kind for kind, _key, _at in erasures()} >= {kind for kind, _key, _at in keys}


def test_the_public_waits_for_nothing(cast, person):
    asked(cast, person)
    assert pending_for(PUBLIC, NOW) == []
    assert formers(PUBLIC, NOW) == []


def test_whom_a_school_erased_does_not_come_back_and_the_list_names_nobody(cast, text):
    """Somebody who was erased after a backup stands in what it brings back; somebody else on the list never did."""
    group = school.cohort(cast, school.course(cast, text))
    school.enter(cast, group, "1234567", "7654321")
    listed = [f"{group.space_id}:{digest_of(group, document)}" for document in ("national:1234567", "national:99999")]
    erase_trained(actor=cast.actor(school.REPRESENTATIVE), space=group.space, document="national:7654321", at=NOW)
    (row,) = [each for each in erasures() if each[0] == "trained"]
    assert row[1:] == (f"{group.space_id}:{digest_of(group, 'national:7654321')}", NOW)
    assert reapply(erasures=[("trained", key, NOW) for key in listed], at=NOW) == 1
    assert [line.name for line in roll_of(cast.actor(school.REPRESENTATIVE), group)] == ["", ""]
    assert school.is_exact()
    assert Line.objects.get(act=Act.ERASURE_REAPPLIED).facts == {"kind": "trained"}
    again = [("trained", key, NOW) for key in (*listed, "nowhere:x")]
    assert reapply(erasures=again, at=NOW) == 0
    school.enter(cast, group, "1234567", day="2026-06-30")
    assert reapply(erasures=again, at=NOW) == 0, "the backup knew of it: this is somebody who was trained again"
    assert reapply(erasures=[("trained", listed[0], NOW + timedelta(days=1))], at=NOW) == 1, "and erased once more"
    assert {key for kind, key, _at in erasures() if kind == "trained"} >= {*listed}


def digest_of(group, document):
    space_key = keys.read(keys.of_space(group.space_id), Space.objects.get().number)
    member_key = keys.read(keys.of_member("XA"), Pseudonyms.objects.get().number)
    return keys.erased(space_key, *keys.persons(member_key, [document]))
