"""What is entered in the register: dated, sourced, in the ledger by its codes, and one network per data folder."""

import json

import pytest
from django.db import IntegrityError, transaction

from cast import FOUNDED, NOW, SOURCE, STATES, ZONE
from tejido.ledger.actors import CONSOLE
from tejido.ledger.audit import audit
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.people.models import Account
from tejido.registry.commands import found_network, name_network
from tejido.registry.models import Body, Network
from tejido.registry.names import Act, BodyKind, No
from tejido.registry.queries import network, network_body, parties_of, seat_names
from tejido.registry.words import seat_words

pytestmark = pytest.mark.django_db


def found(name: str = "Red") -> Network:
    return found_network(actor=CONSOLE, name={"es": name}, languages=["es", "pt"], zone=ZONE, at=NOW)


def lines(act: Act) -> list[Line]:
    return list(Line.objects.filter(act=act).order_by("place"))


def test_a_data_folder_without_a_network_has_none():
    assert network() is None
    with pytest.raises(Body.DoesNotExist):
        network_body()


def test_a_network_is_founded_with_the_body_of_its_members():
    row = found()
    assert (row.negotiated_language, row.is_demonstration, network_body().requires_clearance) == ("es", False, True)
    assert [line.facts for line in lines(Act.NETWORK_FOUNDED)] == [{"languages": ["es", "pt"]}]


def test_a_second_founder_is_told_which_network_is_there_already():
    found("La primera")
    with pytest.raises(Refused) as refused:
        found("La segunda")
    assert refused.value.refusal.code == No.NETWORK_EXISTS
    assert "La primera" in refused.value.refusal.sentence
    assert (Network.objects.count(), Line.objects.count()) == (1, 1)


def test_of_two_founders_at_once_the_database_lets_one_in():
    found()
    with pytest.raises(IntegrityError), transaction.atomic():
        Body.objects.create(kind=BodyKind.NETWORK)
    assert Body.objects.count() == 1


def test_a_network_that_was_founded_without_a_name_gets_one_later():
    row = found("")
    name_network(actor=CONSOLE, network=row, name={"fr": "Réseau"}, languages=["fr", "es"], zone="Europe/Paris", at=NOW)
    named = network()
    assert (named.name, named.negotiated_language, named.zone) == ({"fr": "Réseau"}, "fr", "Europe/Paris")
    assert network_body().name == {"fr": "Réseau"}
    assert len(lines(Act.NETWORK_NAMED)) == 1


def test_a_member_is_a_party_of_the_network_from_its_day_on(cast):
    assert [(p.code, p.since, p.until) for p in parties_of(cast.body)] == [(code, FOUNDED, None) for code in STATES]


def test_a_mechanism_is_written_in_its_member_s_own_ledger(mechanism):
    assert (mechanism.tree, mechanism.requires_clearance, network_body().tree) == ("member:XA", False, "network")
    assert [party.code for party in parties_of(mechanism)] == ["DEF", "JUS"]
    for act in (Act.MECHANISM_CONVENED, Act.PARTY_JOINED):
        assert {line.tree_id for line in lines(act)} == {"member:XA"}


def test_everything_entered_is_a_line_of_the_ledger_and_the_ledger_is_whole(cast, mechanism):
    acts = {line.act for line in Line.objects.filter(office="console")}
    not_told = {Act.NETWORK_NAMED, Act.PARTY_LEFT, Act.COMMITTEE_CREATED}
    not_told |= {Act.MANDATE_ENDED, Act.MANDATE_SET, Act.END_SET, Act.EVENT_ENTERED, Act.EVENT_CORRECTED}
    not_told |= {Act.SECTOR_ENTERED, Act.MEMBER_LEFT, Act.INSTITUTION_RENAMED, Act.INSTITUTION_CLOSED, Act.SEAT_CLOSED}
    not_told |= {Act.FACT_CORRECTED, Act.REGISTER_APPLIED, Act.OFFICE_OPENED, Act.INITIATIVE_CREATED}
    not_told |= {Act.COMMUNITY_ENTERED, Act.LOCAL_CONVENED, Act.NETWORK_RULED, Act.NODE_BEGUN, Act.NODE_ENDED}
    assert set(Act) - acts == not_told
    assert audit().ok


def test_no_hashed_byte_holds_a_person_s_name_or_address_or_a_word_that_somebody_wrote(cast, mechanism):
    told = b"".join(bytes(line.canonical) for line in Line.objects.all()).decode()
    people = [word for account in Account.objects.all() for word in (account.name, account.email)]
    written = [SOURCE, "Mecanismo Nacional de Aldea", "Test network", *STATES.values()]
    assert [word for word in people + written if word in told] == []


def test_a_status_is_entered_by_code_and_date_and_its_source_is_sealed(cast):
    line = lines(Act.STATUS_ENTERED)[0]
    assert line.facts == {"member": "XA", "status": "member", "since": FOUNDED.isoformat()}
    assert line.details == {"source": SOURCE}
    assert SOURCE not in json.dumps(json.loads(bytes(line.canonical)))


def test_seats_are_found_by_their_keys(cast):
    seat = cast.seats["XA/focal_point/MRE"]
    assert {key: found.office for key, found in seat_names({seat.key, "unknown"}).items()} == {seat.key: seat.office}


def test_a_seat_is_told_by_its_title_and_its_state_and_never_by_a_person(cast):
    told = [seat_words(cast.seats[office]) for office in ("XA/focal_point/MRE", "network/chair/PRE")]
    assert told == ["focal_point MRE XA, Aldea", "chair PRE network"]
    assert seat_words(None) == ""
