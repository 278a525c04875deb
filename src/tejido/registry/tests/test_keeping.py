"""Who keeps the register: the secretariat the members and the network's own seats, each member its own house."""

from datetime import timedelta

import pytest
from django.core import mail

from cast import FOUNDED, NOW, SOURCE
from tejido.ledger.actors import CLOCK, CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.people.commands import send_queued, use_link
from tejido.people.models import Account, Letter, SignInLink
from tejido.registry.commands import (
    appoint,
    begin_mandate,
    create_seat,
    end_mandate,
    enter_institution,
    enter_member,
    enter_sourced_member,
    enter_standing,
)
from tejido.registry.models import Institution, Member, Party, Seat, Standing
from tejido.registry.names import Act, No, Role, Status
from tejido.registry.queries import is_manned, mandate_of, seat_for
from tejido.registry.rules import MEMBER_ROLES, NETWORK_ROLES, is_seat_of, may_keep, may_keep_network

pytestmark = pytest.mark.django_db
EMAIL = "eva@example.org"
SECRETARIAT = "network/secretariat"
KEEPERS = ["XA/focal_point", "XA/alternate", "XA/validating_authority"]
STRANGERS = ["XA/representative/JUS", "XB/focal_point", "network/chair", "network/translator", "network/observer"]


def refusal_of(call, **values):
    with pytest.raises(Refused) as refused:
        call(**values)
    return refused.value.refusal


def codes(*refusals) -> list[str]:
    return [str(refusal.code) if refusal else "" for refusal in refusals]


@pytest.mark.parametrize("who", [*KEEPERS, *STRANGERS])
def test_the_network_is_kept_by_its_secretariat_and_the_console_alone(cast, who):
    assert may_keep_network(cast.secretariat) is None
    assert may_keep_network(CONSOLE) is None
    assert (
        codes(may_keep_network(cast.actor(who)), may_keep_network(PUBLIC), may_keep_network(CLOCK))
        == [Shared.NOT_YOURS] * 3
    )


@pytest.mark.parametrize("is_manned", [True, False])
def test_a_member_s_house_is_kept_by_the_member(cast, is_manned):
    assert [may_keep(cast.actor(who), "XA", is_manned) for who in KEEPERS] == [None] * 3
    assert {may_keep(cast.actor(who), "XA", is_manned) is None for who in STRANGERS} == {False}
    assert [may_keep(actor, "XA", is_manned) is None for actor in (CONSOLE, PUBLIC, CLOCK)] == [True, False, False]


def test_the_secretariat_helps_a_member_until_somebody_acts_for_it_and_not_a_moment_longer(cast):
    assert may_keep(cast.secretariat, "XC", False) is None
    assert may_keep(cast.secretariat, "XC", True).values["who"] == Role.FOCAL_POINT.label
    assert [is_manned(cast.members[code], NOW) for code in ("XA", "XC")] == [True, False]
    Account.objects.filter(pk__in=[cast.account(f"XA/{r}").pk for r in ("focal_point", "alternate")]).update(
        is_active=False
    )
    assert not is_manned(cast.members["XA"], NOW)


@pytest.mark.parametrize("role", Role)
def test_a_seat_of_a_member_is_none_of_the_network_and_the_other_way_round(role):
    assert (is_seat_of(role, "XA") is None) == (role in MEMBER_ROLES)
    assert (is_seat_of(role, "") is None) == (role in NETWORK_ROLES)
    assert (role in MEMBER_ROLES) != (role in NETWORK_ROLES)


def enter(cast, who: str = SECRETARIAT, code: str = "XD"):
    return {"actor": cast.actor(who), "code": code, "name": {"es": "Delta"}, "since": FOUNDED, "at": NOW}


def test_a_member_is_entered_together_with_the_source_that_says_so(cast):
    member = enter_sourced_member(**enter(cast), source=SOURCE)
    standing = Standing.objects.get(member=member)
    assert (standing.status, standing.since, standing.source) == (Status.MEMBER, FOUNDED, SOURCE)
    assert (member.languages, Party.objects.filter(code="XD").count()) == (["es", "pt"], 1)


def test_a_code_that_is_taken_is_refused_and_nothing_is_entered(cast):
    before = (Member.objects.count(), Party.objects.count(), Line.objects.count())
    refusal = refusal_of(enter_sourced_member, **enter(cast, code="XA"), source=SOURCE)
    assert (refusal.code, refusal.values) == (No.CODE_TAKEN, {"code": "XA"})
    assert (Member.objects.count(), Party.objects.count(), Line.objects.count()) == before


@pytest.mark.parametrize("who", [*KEEPERS, *STRANGERS])
def test_nobody_but_the_secretariat_enters_members_or_what_sources_say_of_them(cast, who):
    assert refusal_of(enter_member, **enter(cast, who), languages=["es"]).code == Shared.NOT_YOURS
    values = {"status": Status.MEMBER, "since": FOUNDED, "source": SOURCE}
    said = {"actor": cast.actor(who), "member": cast.members["XA"], "at": NOW, **values}
    assert refusal_of(enter_standing, **said).code == Shared.NOT_YOURS


def institution(cast, who: str, code: str = "SAL", member: str | None = "XA"):
    owner = cast.members[member] if member else None
    actor = cast.actor(who)
    return {"actor": actor, "member": owner, "code": code, "name": {"es": "Salud"}, "branch": "executive", "at": NOW}


@pytest.mark.parametrize("who", KEEPERS)
def test_a_member_enters_its_own_institutions_and_seats(cast, who):
    row = enter_institution(**institution(cast, who))
    values = {"actor": cast.actor(who), "title": {"es": "Enlace"}, "at": NOW, "institution": row}
    assert create_seat(**values, role=Role.REPRESENTATIVE).office == "XA/representative/SAL"
    assert refusal_of(create_seat, **values, role=Role.SECRETARIAT).code == No.WRONG_ROLE


@pytest.mark.parametrize("who", [SECRETARIAT, *STRANGERS])
def test_nobody_else_enters_anything_in_the_house_of_a_member_that_acts(cast, who):
    assert refusal_of(enter_institution, **institution(cast, who)).code == Shared.NOT_YOURS
    row = cast.institutions["XA/MRE"]
    values = {"actor": cast.actor(who), "title": {"es": "X"}, "at": NOW, "institution": row, "role": Role.ALTERNATE}
    assert refusal_of(create_seat, **values).code == Shared.NOT_YOURS
    assert not Institution.objects.filter(code="SAL").exists()


def test_the_secretariat_enters_the_first_institution_of_a_member_for_which_nobody_acts_yet(cast):
    assert enter_institution(**institution(cast, SECRETARIAT, member="XC")).member == cast.members["XC"]


@pytest.mark.parametrize(("who", "member"), [("XA/focal_point", "XA"), (SECRETARIAT, None)])
def test_the_code_of_an_institution_is_one_in_its_house_and_in_the_network(cast, who, member):
    enter_institution(**institution(cast, who, member=member))
    assert refusal_of(enter_institution, **institution(cast, who, member=member)).code == No.CODE_TAKEN


def naming(cast, office: str = "XC/focal_point/MRE", who: str = SECRETARIAT, *, fresh: bool = True, email: str = EMAIL):
    actor = cast.actor(who, fresh=fresh)
    person = {"email": email, "name": "Eva", "language": "pt", "zone": "America/Asuncion"}
    return {"actor": actor, "seat": cast.seats[office], "at": NOW, **person}


def test_naming_somebody_opens_their_account_and_invites_them_by_a_link_that_only_their_mail_holds(cast):
    mandate = appoint(**naming(cast))
    assert (mandate.since, mandate.until, mandate.account.email) == (NOW, None, EMAIL)
    letter = Letter.objects.get()
    assert (letter.to, letter.carries_link, "{link}" in letter.body) == (mandate.account, True, True)
    assert not SignInLink.objects.exists()
    assert send_queued(at=NOW) == 1
    token = mail.outbox[0].body.split("/links/")[1].split("/")[0]
    assert token not in str([*Letter.objects.values(), *SignInLink.objects.values(), *Line.objects.values()])
    assert use_link(token=token, at=NOW + timedelta(days=6)) == mandate.account


def test_a_letter_of_invitation_is_in_the_language_of_the_person_and_is_sent_once(cast):
    appoint(**naming(cast))
    assert (send_queued(at=NOW), send_queued(at=NOW)) == (1, 0)
    assert "focal_point MRE XC" in mail.outbox[0].subject
    assert mail.outbox[0].to == [EMAIL]


def test_who_has_a_password_gets_no_link(cast):
    account = cast.account("XB/representative/JUS")
    account.set_password("una frase larga y propia")
    account.save()
    mandate = appoint(**naming(cast, email=account.email.upper()))
    assert mandate.account == account
    assert Account.objects.filter(email__iexact=account.email).count() == 1
    send_queued(at=NOW)
    assert "/links/" not in mail.outbox[0].body
    assert not SignInLink.objects.exists()


def test_naming_and_ending_are_formal_acts(cast):
    assert refusal_of(appoint, **naming(cast, fresh=False)).code == Shared.NOT_FRESH
    values = {"mandate": cast.mandates["XA/representative/JUS"], "until": NOW, "at": NOW}
    assert refusal_of(end_mandate, actor=cast.actor("XA/focal_point", fresh=False), **values).code == Shared.NOT_FRESH
    end_mandate(actor=cast.actor("XA/focal_point"), **values)


def test_a_seat_that_somebody_holds_is_not_given_to_another_and_nobody_is_written_to(cast):
    refusal = refusal_of(appoint, **naming(cast, "XA/representative/JUS", "XA/focal_point"))
    assert refusal.code == No.SEAT_TAKEN
    assert not Account.objects.filter(email=EMAIL).exists()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("who", [SECRETARIAT, *STRANGERS])
def test_nobody_names_or_ends_in_the_house_of_another(cast, who):
    seat, mandate = cast.seats["XA/representative/DEF"], cast.mandates["XA/representative/DEF"]
    actor = cast.actor(who)
    assert refusal_of(end_mandate, actor=actor, mandate=mandate, until=NOW, at=NOW).code == Shared.NOT_YOURS
    assert refusal_of(appoint, **naming(cast, seat.office, who)).code == Shared.NOT_YOURS
    values = {"actor": actor, "seat": seat, "account": cast.account(who), "since": NOW, "at": NOW}
    assert refusal_of(begin_mandate, **values).code == Shared.NOT_YOURS
    assert mandate_of(seat, NOW) == mandate


def test_the_members_do_not_name_the_network_s_own_seats(cast):
    refusal = refusal_of(appoint, **naming(cast, "network/chair/PRE", "XA/focal_point"))
    assert (refusal.code, refusal.values["who"]) == (Shared.NOT_YOURS, Role.SECRETARIAT.label)


def test_who_holds_a_seat_is_found_for_the_instant_that_is_asked_for(cast):
    seat = seat_for(cast.actor("XB/focal_point"), cast.seats["XA/representative/DEF"].key)
    end_mandate(actor=CONSOLE, mandate=mandate_of(seat, NOW), until=NOW, at=NOW)
    assert mandate_of(seat, NOW - timedelta(microseconds=1)).account == cast.account("XA/representative/DEF")
    assert mandate_of(seat, NOW) is None
    assert Seat.objects.filter(key=seat.key).exists()
    assert Line.objects.filter(act=Act.MANDATE_ENDED).count() == 1
