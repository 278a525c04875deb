"""A token lives as long as everything it rests on, and a wrong one is told from no other."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from tejido.api import jobs
from tejido.api.commands import drop_tokens, revoke_token
from tejido.api.models import Token
from tejido.api.names import MOST, Scope
from tejido.api.queries import living_token
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.people.models import Letter
from tejido.registry.models import Mandate

from .programs import Program, outcome, token_for

pytestmark = pytest.mark.django_db
FP = "XA/focal_point"
SERVICE = "/api/v1/"


def is_let_in(shown):
    return Program(shown).get(SERVICE).status_code == 200


def test_a_token_is_kept_as_a_digest_written_down_and_told_by_letter(cast, now):
    shown = token_for(cast, FP, name="Our report")
    row = Token.objects.get()
    assert shown not in str(Token.objects.values())
    line = Line.objects.get(act="token-made")
    assert (line.tree_id, line.object) == ("member:XA", row.key)
    letter = Letter.objects.get(to=cast.account(FP))
    assert "Our report" in letter.body
    assert shown not in letter.body
    assert is_let_in(shown)


def end_mandate(row, at):
    Mandate.objects.filter(key=row.mandate_id).update(until=at)


def close_account(row, _at):
    type(row.account).objects.filter(pk=row.account_id).update(is_active=False)


def change_password(row, _at):
    row.account.set_password("otra frase larga y propia")
    row.account.save()


def lose_second_factor(row, _at):
    Authenticator.objects.filter(user=row.account).delete()


def revoke(row, at):
    Token.objects.filter(key=row.key).update(revoked_at=at)


ENDS = (end_mandate, close_account, change_password, lose_second_factor, revoke)


@pytest.mark.parametrize("end", ENDS)
def test_a_token_ends_with_what_it_rests_on(cast, now, end):
    Authenticator.objects.create(user=cast.account(FP), type=Authenticator.Type.WEBAUTHN, data={})
    shown = token_for(cast, FP)
    assert is_let_in(shown)
    end(Token.objects.get(), now[0])
    assert not is_let_in(shown)


def test_a_token_ends_with_its_last_second(cast, now):
    shown = token_for(cast, FP, life=timedelta(days=1))
    now[0] += timedelta(days=1, seconds=-1)
    assert is_let_in(shown)
    now[0] += timedelta(seconds=1)
    assert not is_let_in(shown)


def test_a_second_factor_that_is_added_later_ends_no_token(cast, now):
    shown = token_for(cast, FP)
    Authenticator.objects.create(user=cast.account(FP), type=Authenticator.Type.WEBAUTHN, data={})
    assert is_let_in(shown)


def test_a_token_acts_from_its_own_seat_whatever_its_person_has_chosen_since(cast, now):
    shown = token_for(cast, FP)
    office = Program(shown).get(SERVICE).json()["token"]["seat"]["office"]
    assert office == "XA/focal_point/MRE"


def test_whatever_is_wrong_with_a_token_is_said_in_one_way(cast, now):
    gone, revoked = token_for(cast, FP, life=timedelta(0)), token_for(cast, FP)
    Token.objects.order_by("made_at").exclude(expires_at=now[0]).update(revoked_at=now[0])
    answers = [Program(shown).get(SERVICE) for shown in (gone, revoked, "tej_" + "x" * 43, "nothing", "tej_ñ")]
    assert {(answer.status_code, answer["WWW-Authenticate"], answer.content) for answer in answers} == {
        (401, 'Bearer realm="tejido", error="invalid_token"', answers[0].content)
    }


def test_a_token_is_taken_from_the_header_alone(cast, now):
    shown = token_for(cast, FP)
    program = Program()
    program.client.cookies["token"] = shown
    answer = program.get(SERVICE, {"token": shown, "access_token": shown})
    assert answer.json()["token"] is None
    signed_in = cast.client(FP).get(SERVICE)
    assert signed_in.json()["token"] is None


def test_who_fails_too_often_waits_and_others_do_not(cast, now):
    shown = token_for(cast, FP)
    wrong = [Program("tej_" + "x" * 43).get(SERVICE).status_code for _ in range(31)]
    assert (wrong[29], wrong[30]) == (401, 429)
    assert Program(shown).client.get(SERVICE, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_each_token_has_a_pace_of_its_own(cast, now, monkeypatch):
    monkeypatch.setattr("tejido.api.callers.OF_A_TOKEN", __import__("tejido.api.pace").api.pace.Pace(2, 60))
    cache.clear()
    first, second = token_for(cast, FP), token_for(cast, FP)
    answers = [Program(first).get(SERVICE) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[2]["Retry-After"]) <= 60
    assert is_let_in(second)
    now[0] += timedelta(seconds=60)
    assert is_let_in(first)


def test_the_day_of_the_last_use_is_kept_and_not_the_hour(cast, now):
    is_let_in(token_for(cast, FP))
    assert Token.objects.get().last_used == now[0].date()


def test_making_one_is_a_formal_act(cast, now):
    with pytest.raises(Refused, match="not_fresh"):
        token_for_stale(cast)
    assert not Token.objects.exists()


def token_for_stale(cast):
    from tejido.api.commands import make_token

    actor = cast.actor(FP, fresh=False)
    make_token(actor=actor, name="x", scope=Scope.READ, areas=(), expires_at=cast.now, at=cast.now)


def test_a_person_has_a_limited_number_of_valid_ones(cast, now):
    for _ in range(MOST):
        token_for(cast, FP)
    with pytest.raises(Refused, match="too_many_tokens"):
        token_for(cast, FP)
    Token.objects.update(expires_at=now[0])
    token_for(cast, FP)


def test_revoking_is_written_down_and_done_once(cast, now):
    shown = token_for(cast, FP)
    revoke_token(actor=cast.actor(FP, fresh=False), token=Token.objects.get(), at=now[0])
    assert living_token(shown, now[0]) is None
    assert Line.objects.filter(act="token-revoked").count() == 1
    with pytest.raises(Refused, match="already_revoked"):
        revoke_token(actor=cast.actor(FP), token=Token.objects.get(), at=now[0])


def test_a_token_reads_or_acts_as_far_as_it_was_made_for(cast, now):
    reading = Program(token_for(cast, FP, scope=Scope.READ))
    assert outcome(reading.do("rounds/000000000000/remarks/", {})) == (403, "scope")
    bound = Program(token_for(cast, FP, areas=["meetings"]))
    assert outcome(bound.get("/api/v1/rounds/")) == (403, "scope")
    assert outcome(bound.do("rounds/000000000000/remarks/", {})) == (403, "scope")
    assert outcome(bound.get("/api/v1/meetings/")) == (200, "")
    collections = bound.get(SERVICE).json()["collections"]
    assert "meetings" in collections
    assert "rounds" not in collections


def test_dead_tokens_are_dropped_after_a_month_and_those_of_the_erased_at_once(cast, now):
    token_for(cast, FP, life=timedelta(0))
    assert jobs.run_due(now[0] + timedelta(days=29)) == 0
    assert jobs.run_due(now[0] + timedelta(days=31)) == 1
    token_for(cast, FP)
    drop_tokens(account=cast.account(FP).pk)
    assert not Token.objects.exists()


def test_the_page_shows_a_token_once_and_lets_its_owner_alone_revoke_it(cast, now):
    client = cast.client(FP)
    given = {"name": "Reports", "scope": "read", "areas": ["texts"], "days": "30"}
    page = client.post("/tokens/", given)
    shown = page.context["made"].shown
    assert shown in page.content.decode()
    assert is_let_in(shown)
    later = client.get("/tokens/").content.decode()
    assert "Reports" in later
    assert shown not in later
    address = f"/tokens/{Token.objects.get().key}/revocations/"
    assert cast.client("XA/alternate").post(address).status_code == 404
    assert is_let_in(shown)
    assert client.post(address).status_code == 302
    assert not is_let_in(shown)


def test_the_list_asks_as_much_for_three_tokens_as_for_one(cast, now, django_assert_num_queries):
    from tejido.api.queries import tokens_of

    account = cast.account(FP)
    for count in (1, 3):
        while Token.objects.count() < count:
            token_for(cast, FP)
        with django_assert_num_queries(2):
            assert len([each.token.mandate.seat.institution.member for each in tokens_of(account, now[0])]) == count
