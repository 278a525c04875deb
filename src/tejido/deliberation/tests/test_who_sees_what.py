"""Who may open which page and do which act; and nothing private of one member is anywhere else."""

import re
from collections.abc import Mapping

import pytest
from django.test import Client

from cast import FIRST, NOW, Cast, make_text
from tejido.curriculum.queries import canonical_file, latest_revision
from tejido.deliberation.models import Remark
from tejido.deliberation.queries.memory import memory_of_parties
from tejido.deliberation.queries.rounds import party_tree
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.people.models import Letter
from tejido.registry.commands import begin_mandate, end_mandate
from tejido.registry.models import Party, Seat
from tejido.registry.names import Role

from .doings import HOUR, answer, propose, remark
from .stage import SECRET, Stage, opened, set_up

OWN = ("focal_point", "alternate", "validating_authority", "representative/JUS", "representative/DEF")
ALDEA = tuple(f"XA/{role}" for role in OWN)
BRISA = tuple(f"XB/{role}" for role in OWN)
PARTIES = (*ALDEA, *BRISA)
SERVING = ("network/secretariat", "network/translator", "network/chair", "network/observer")
SEATS = (*PARTIES, *SERVING)
NOBODY = ""


def client_of(cast: Cast, who: str, language: str = "en") -> Client:
    if who == NOBODY:
        return Client(headers={"accept-language": language})
    return cast.client(who, language=language)


def pages_of(stage: Stage) -> dict[str, tuple[str, ...]]:
    """Every page to read, and whose it is."""
    round_, procedure = f"/rounds/{stage.round.key}/", f"/procedures/{stage.procedure.key}/"
    return {
        round_: SEATS,
        f"{round_}calendar.ics": SEATS,
        f"{round_}reading/": PARTIES,
        f"{round_}reading/?at={FIRST}": PARTIES,
        f"{round_}reading/?at=text": PARTIES,
        f"{round_}reading/{FIRST}/": PARTIES,
        f"{round_}reading/text/": PARTIES,
        f"{round_}position/": PARTIES,
        f"{round_}comments/": SEATS,
        f"{round_}comments/{FIRST}/": SEATS,
        f"{round_}comments/text/": SEATS,
        f"/comments/{stage.comment.key}/": SEATS,
        procedure: SEATS,
        f"{procedure}calendar.ics": SEATS,
        f"{procedure}changes/": SEATS,
        f"/texts/{stage.text.slug}/course/": SEATS,
        f"/texts/{stage.tabled.slug}/course/": SEATS,
        f"/texts/{stage.text.slug}/rounds/": ("network/secretariat",),
        f"/texts/{stage.text.slug}/procedures/": ("network/secretariat",),
    }


def bare(html: str) -> str:
    """The page without the tokens that are new each time."""
    return re.sub(r'csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken": "[^"]*"', "", html)


def answered(cast, addresses, seats):
    return {(who, address): client_of(cast, who).get(address).status_code for who in seats for address in addresses}


@pytest.fixture
def stage(cast, at_now) -> Stage:
    made = set_up(cast)
    at_now(NOW + 4 * HOUR)
    return made


def test_each_page_opens_for_those_whose_it_is_and_for_nobody_else(cast, stage):
    pages = pages_of(stage)
    everybody = (*SEATS, NOBODY)
    expected = {(who, at): 200 if who in seats else 404 for at, seats in pages.items() for who in everybody}
    assert answered(cast, pages, everybody) == expected


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_page_is_whole_in_the_language_of_its_reader(cast, stage, language):
    for who in ("XA/focal_point", "XB/validating_authority", "XA/representative/JUS", *SERVING):
        client = client_of(cast, who, language)
        for address, seats in pages_of(stage).items():
            if who not in seats or address.endswith(".ics"):
                continue
            html = client.get(address).content.decode()
            assert f'<html lang="{language}"' in html or address.endswith(("/text/", f"/{FIRST}/")), (who, address)
            assert "%(" not in html, (who, address)
            assert "{{" not in html, (who, address)


def test_what_is_hidden_looks_exactly_like_what_does_not_exist(cast, stage):
    unknown = "0" * 12

    def body(client, address, *names):
        answer = client.get(address)
        assert answer.status_code == 404
        html = bare(answer.content.decode())
        for name in (*names, unknown):
            html = html.replace(name, "…")
        return html

    secretariat, public = client_of(cast, "network/secretariat"), client_of(cast, NOBODY)
    hidden = {
        secretariat: [f"/rounds/{{}}/{page}/" for page in ("reading", "position")],
        public: ["/rounds/{}/", "/rounds/{}/comments/", "/procedures/{}/", "/comments/{}/"],
    }
    keys = (stage.round.key, stage.procedure.key, stage.comment.key)
    for client, addresses in hidden.items():
        for address in addresses:
            for key in keys:
                assert body(client, address.format(key), key) == body(client, address.format(unknown), key)


def acts_of(stage: Stage) -> Mapping[str, tuple[str, ...]]:
    """Every act, and whose seats may try it (the command still asks); for the others its object does not exist."""
    round_, procedure = f"/rounds/{stage.round.key}/", f"/procedures/{stage.procedure.key}/"
    return {
        f"/remarks/{stage.remark.key}/withdrawals/": ALDEA,
        f"/remarks/{stage.remark.key}/copies/": ALDEA,
        f"/answers/{stage.answer.key}/removals/": ALDEA,
        f"{round_}position/answers/": PARTIES,
        f"{round_}position/clearances/": PARTIES,
        f"{round_}position/returns/": PARTIES,
        f"{round_}position/releases/": PARTIES,
        f"{round_}position/withdrawals/": PARTIES,
        f"{round_}position/corrections/": PARTIES,
        f"{round_}remarks/": SEATS,
        f"{round_}contributions/": SEATS,
        f"{round_}extensions/": SEATS,
        f"{round_}dispositions/": SEATS,
        f"{round_}groups/": SEATS,
        f"/comments/{stage.comment.key}/replies/": SEATS,
        f"{procedure}agreements/": SEATS,
        f"{procedure}objections/": SEATS,
        f"{procedure}requests/": SEATS,
        f"{procedure}extensions/": SEATS,
        f"{procedure}declarations/": SEATS,
        f"{procedure}texts/": SEATS,
        f"{procedure}meetings/": SEATS,
        f"/objections/{stage.objection.key}/liftings/": SEATS,
        f"/declarations/{stage.declaration.key}/withdrawals/": SEATS,
    }


def test_an_act_is_never_a_page_to_read(cast, stage):
    client = client_of(cast, "XA/focal_point")
    assert {client.get(address).status_code for address in acts_of(stage)} == {405}


def test_who_only_watches_can_do_nothing_and_what_is_not_theirs_does_not_exist(cast, stage):
    """The observer, and the public: no act of theirs changes anything, whatever they send."""
    sent = {
        "passage": FIRST, "body": "x", "wording": "x", "reason": "x", "type": "technical", "language": "es",
        "stance": "agree", "seen": "0" * 64, "kind": "satisfied", "scope": "whole", "outcome": "noted", "label": "x",
        "comments": [stage.comment.key], "deadline_0": "2027-09-09", "deadline_1": "10:00", "zone": "America/Asuncion",
        "present": ["XA"], "text_es": "x",
    }  # fmt: skip  # everything that any of the forms could ask for
    before = Line.objects.count()
    for who in ("network/observer", NOBODY):
        client = client_of(cast, who)
        for address, seats in acts_of(stage).items():
            kind = "reservation" if "declarations" in address else "satisfied"
            status = client.post(address, sent | {"kind": kind}).status_code
            assert status == (403 if who in seats else 404), (who, address)
    assert Line.objects.count() == before


def test_nothing_private_of_a_member_is_on_any_page_of_another_seat(cast, stage):
    pages = {*pages_of(stage), "/", "/memory/", "/proof/", "/texts/", "/members/XA/", f"/texts/{stage.text.slug}/"}
    own = client_of(cast, "XA/focal_point").get(f"/rounds/{stage.round.key}/position/").content.decode()
    assert own.count(SECRET) > 3  # so that not finding it elsewhere says something
    for who in (*BRISA, *SERVING, NOBODY):
        client = client_of(cast, who)
        for address in sorted(pages):
            assert SECRET not in client.get(address, follow=True).content.decode(), (who, address)


def test_an_observer_among_a_members_own_seats_sees_nothing_of_its_preparation(cast, stage):
    # The register makes no such seat today; a row of an earlier day must not see more for that.
    seat = Seat.objects.create(institution=cast.institutions["XA/JUS"], role=Role.OBSERVER)
    account = cast.account("XA/representative/JUS")
    end_mandate(actor=CONSOLE, mandate=cast.mandates["XA/representative/JUS"], until=NOW + HOUR, at=NOW)
    mandate = begin_mandate(actor=CONSOLE, seat=seat, account=account, since=NOW + HOUR, at=NOW)
    cast.seats[seat.office], cast.mandates[seat.office] = seat, mandate
    client = client_of(cast, seat.office)
    for address, seats in pages_of(stage).items():
        found = client.get(address)
        assert found.status_code == (200 if seats == SEATS else 404), address
        assert SECRET not in found.content.decode(), address


def test_nothing_private_of_a_member_is_in_the_shared_ledger_a_letter_or_a_file(cast, stage):
    assert SECRET in str(list(Line.objects.filter(tree="member:XA").values_list("details", flat=True)))
    others = Line.objects.exclude(tree="member:XA")
    assert SECRET not in str(list(others.values_list("facts", "details", "office")))
    assert all(SECRET not in letter.subject + letter.body for letter in Letter.objects.all())
    assert SECRET.encode() not in canonical_file(latest_revision(stage.text))


def test_no_count_of_another_member_gives_preparation_away(cast, stage):
    """The pages of Brisa and of the secretariat are the same before and after Aldea works on its position."""

    def seen(who):
        client = client_of(cast, who)
        addresses = [f"/rounds/{stage.round.key}/", f"/rounds/{stage.round.key}/comments/", "/", "/memory/", "/proof/"]
        return bare("".join(client.get(address).content.decode() for address in addresses))

    watching = ("XB/focal_point", "network/secretariat", "network/observer")
    before = {who: seen(who) for who in watching}
    remark(cast, stage.round, passage="")
    answer(cast, stage.round, passage="")
    assert {who: seen(who) for who in watching} == before


def test_the_memory_of_a_seat_is_of_its_own_member(cast, stage):
    released, objections, declarations = memory_of_parties([Party.objects.get(body__member=None, code="XB")])
    assert [row.position.party.code for row in released] == ["XB"]
    assert objections == [stage.objection]
    assert declarations == []
    assert memory_of_parties([]) == ([], [], [])


## A National Mechanism


@pytest.fixture
def inner(cast, mechanism, at_now):
    """A round and a procedure among the institutions of Aldea. Justice prepares, Defence watches."""
    policy = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    round_ = opened(cast, policy, who="XA/focal_point")
    remark(cast, round_, "XA/representative/JUS", body=f"{SECRET} 0")
    answer(cast, round_, "XA/representative/JUS", reason=f"{SECRET} 1")
    tabled = make_text(cast, mechanism, by="XA/focal_point", slug="reglamento")
    procedure = propose(cast, tabled, who="XA/focal_point")
    at_now(NOW + HOUR)
    return round_, procedure


def test_the_mechanism_works_in_its_members_space_alone(cast, inner):
    round_, procedure = inner
    shared = [f"/rounds/{round_.key}/", f"/rounds/{round_.key}/comments/", f"/procedures/{procedure.key}/"]
    shared += ["/texts/politica/course/", f"/procedures/{procedure.key}/calendar.ics"]
    everybody = (*SEATS, NOBODY)
    expected = {(who, at): 200 if who in ALDEA else 404 for at in shared for who in everybody}
    assert answered(cast, shared, everybody) == expected


def test_the_parties_of_a_mechanism_are_its_institutions(cast, inner):
    round_, _ = inner
    own = [f"/rounds/{round_.key}/reading/", f"/rounds/{round_.key}/position/"]
    expected = {(who, at): 200 if "representative" in who else 404 for at in own for who in ALDEA}
    assert answered(cast, own, ALDEA) == expected


def test_an_institution_of_the_mechanism_prepares_unseen_by_the_others(cast, inner):
    round_, procedure = inner
    own = client_of(cast, "XA/representative/JUS").get(f"/rounds/{round_.key}/position/").content.decode()
    assert SECRET in own
    pages = [f"/rounds/{round_.key}/{page}" for page in ("", "reading/", "position/", "comments/")]
    pages += [f"/procedures/{procedure.key}/", "/", "/memory/", "/texts/politica/course/"]
    for who in (*(seat for seat in SEATS if seat != "XA/representative/JUS"), NOBODY):
        client = client_of(cast, who)
        for address in pages:
            assert SECRET not in client.get(address, follow=True).content.decode(), (who, address)
    tree = party_tree(round_.text.body, Remark.objects.get().party)
    assert tree == "member:XA/JUS"
    assert {line.tree_id for line in Line.objects.filter(act__in=["remark-made", "answer-given"])} == {tree}


def test_preparing_for_a_mechanism_says_nothing_to_the_network(cast, inner):
    assert not Line.objects.filter(
        tree="network", act__in=["round-opened", "procedure-opened", "text-created"]
    ).exists()
