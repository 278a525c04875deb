"""What programs do is done by the views of the house: the same rules, refusals and errors, each request once."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile

from cast import FIRST
from tejido.api.commands import claim
from tejido.api.models import Answer, Token
from tejido.api.names import ABANDONED, ANSWER_KEPT
from tejido.api.openapi import described
from tejido.custody.commands import ask_reset
from tejido.deliberation.models import Remark
from tejido.ledger.models import Line
from tejido.people.models import Account
from tejido.web import held

from .programs import Program, outcome, token_for
from .schemas import misfits

pytestmark = pytest.mark.django_db
FP = "XA/focal_point"
SAID = {"passage": FIRST, "body": "Falta la fuente.", "type": "technical", "language": "es"}


@pytest.fixture
def remarks(round_):
    """Where remarks on the open round are sent."""
    return f"rounds/{round_.key}/remarks/"


def test_an_act_is_done_and_told_with_what_it_put_into_the_ledger(program, remarks, round_):
    answer = program.do(remarks, SAID)
    said = answer.json()
    row = Remark.objects.get()
    assert (answer.status_code, said["done"], row.body) == (200, True, "Falta la fuente.")
    assert said["address"].startswith(f"/rounds/{round_.key}/reading/")
    assert said["messages"][0]["level"] == "success"
    line = Line.objects.order_by("at", "place").filter(kind="remark").get()
    assert list(misfits(said, described()["components"]["schemas"]["Done"], described())) == []
    assert said["acts"] == [{"act": line.act, "kind": "remark", "key": row.key, "at": "2027-03-01T12:00:00Z"}]


def test_what_cannot_be_taken_is_told_by_field_and_nothing_is_done(program, remarks):
    answer = program.do(remarks, {**SAID, "body": "", "type": "unheard"})
    assert outcome(answer) == (422, "input")
    assert set(answer.json()["errors"]) == {"body", "type"}
    assert not Remark.objects.exists()


def test_errors_are_told_in_the_language_of_the_reader(cast, now, remarks):
    answer = Program(token_for(cast, FP), language="fr").do(remarks, {**SAID, "body": ""})
    assert answer.json()["errors"]["body"] == ["Ce champ est obligatoire."]


def test_a_refusal_has_its_own_code_and_sentence(cast, now, remarks):
    answer = Program(token_for(cast, "network/observer")).do(remarks, SAID)
    assert outcome(answer) == (403, "not_yours")
    assert answer.json()["detail"]
    assert not Remark.objects.exists()


@pytest.mark.parametrize("path", ["rounds/000000000000/remarks/", "rounds/", "accounts/login/", "tokens/", "nowhere"])
def test_what_is_no_act_or_not_there_is_not_found(program, path):
    assert outcome(program.do(path, SAID)) == (404, "not_found")


def test_nobody_acts_without_a_token_and_no_cookie_counts(cast, now, remarks):
    assert outcome(Program().do(remarks, SAID)) == (401, "token")
    client = cast.client(FP)
    answer = client.post(f"/api/v1/acts/{remarks}", SAID)
    assert outcome(answer) == (401, "token")
    assert not Remark.objects.exists()


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        ("[1]", "application/json", (400, "malformed")),
        ("{", "application/json", (400, "malformed")),
        ('{"body": "\\ud800"}', "application/json", (400, "malformed")),
        ('{"body": {"es": "x"}}', "application/json", (422, "input")),
        ("body=x", "text/plain", (415, "media")),
        ("x", "multipart/form-data", (400, "malformed")),
        ("\xff", "application/json", (400, "malformed")),
    ],
)
def test_what_cannot_be_read_is_said_so(program, remarks, body, kind, found):
    answer = program.client.post(f"/api/v1/acts/{remarks}", body.encode("latin-1"), content_type=kind)
    assert outcome(answer) == found


def test_a_body_that_is_too_large_is_not_read(program, remarks, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert outcome(program.do(remarks, {**SAID, "body": "x" * 200})) == (413, "too_large")


def test_a_nul_that_nobody_types_is_left_out(program, remarks):
    program.do(remarks, {**SAID, "body": "Falta\0 la fuente."})
    assert Remark.objects.get().body == "Falta la fuente."


def test_files_are_sent_as_a_form(cast, now, round_):
    program = Program(token_for(cast, FP))
    sent = {"file": SimpleUploadedFile("answer.docx", b"no document")}
    answer = program.client.post(f"/api/v1/acts/rounds/{round_.key}/word/", sent)
    assert outcome(answer) == (422, "input")
    assert set(answer.json()["errors"]) == {"file"}


def test_on_a_node_that_only_reads_nothing_is_done(program, remarks, settings, tmp_path):
    settings.DATA = tmp_path  # the file that says so is seen by the tests of other processes otherwise
    held.hold(held.Why.ASKED)
    assert outcome(program.do(remarks, SAID)) == (503, "read_only")
    assert program.get("/api/v1/").status_code == 200


def test_other_methods_are_not_taken(program, remarks):
    answer = program.get(f"/api/v1/acts/{remarks}")
    assert (outcome(answer), answer["Allow"]) == ((405, "method"), "POST")


## The second factor


@pytest.fixture
def secret(cast):
    """The secret of the authenticator app of Aldea's focal point, who is no account of a demonstration."""
    secret = generate_totp_secret()
    data = {"secret": get_adapter().encrypt(secret)}
    Authenticator.objects.create(user=cast.account(FP), type=Authenticator.Type.TOTP, data=data)
    cache.clear()
    return secret


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def formal(cast, now):
    """A formal act that the focal point may do, and that asks only for a fresh second factor."""
    seat = cast.seats[cast.office("XA/representative/DEF")]
    return f"seats/{seat.key}/endings/"


def test_a_formal_act_asks_for_a_code_and_takes_each_once(cast, secret, formal):
    program = Program(token_for(cast, FP))
    assert outcome(program.do(formal)) == (403, "second_factor")
    assert outcome(program.do(formal, **{"tejido-confirmation": "000"})) == (403, "second_factor")
    code = code_of(secret)
    first = program.do(formal, **{"tejido-confirmation": code})
    assert outcome(first)[1] != "second_factor"
    assert outcome(program.do(formal, **{"tejido-confirmation": code})) == (403, "second_factor")


def test_whoever_sends_a_code_has_not_lost_it(cast, secret, formal, now):
    row = ask_reset(actor=cast.actor("XA/alternate"), seat=cast.seats[cast.office(FP)], at=cast.now)
    Program(token_for(cast, FP)).do(formal, **{"tejido-confirmation": code_of(secret)})
    row.refresh_from_db()
    assert row.stopped_at == cast.now


def test_guesses_are_counted_also_with_a_key_of_the_request(cast, secret, formal):
    program = Program(token_for(cast, FP))
    headers = {"tejido-confirmation": "000000" if code_of(secret) != "000000" else "000001"}
    answers = [program.do(formal, **headers, **{"idempotency-key": str(n)}) for n in range(12)]
    assert [outcome(answer) for answer in answers][-1] == (429, "too_often")


def test_who_has_no_authenticator_app_can_send_no_code(cast, formal):
    program = Program(token_for(cast, FP))
    assert outcome(program.do(formal, **{"tejido-confirmation": "123456"})) == (403, "second_factor")


## Once


def test_the_same_request_is_done_once_and_told_alike(program, remarks):
    first = program.do(remarks, SAID, **{"idempotency-key": "one"})
    second = program.do(remarks, SAID, **{"idempotency-key": "one"})
    assert (second.status_code, second.content) == (200, first.content)
    assert (first.get("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (None, "true")
    assert Remark.objects.count() == 1


def test_another_request_of_the_same_key_is_refused_and_another_key_is_another_request(program, remarks):
    program.do(remarks, SAID, **{"idempotency-key": "one"})
    other = program.do(remarks, {**SAID, "body": "Otra."}, **{"idempotency-key": "one"})
    assert outcome(other) == (422, "key_reused")
    program.do(remarks, SAID, **{"idempotency-key": "two"})
    assert Remark.objects.count() == 2


def test_two_tokens_may_use_the_same_key(cast, now, remarks):
    for _ in range(2):
        Program(token_for(cast, FP)).do(remarks, SAID, **{"idempotency-key": "one"})
    assert Remark.objects.count() == 2


def test_of_two_at_once_the_second_waits(program, remarks):
    program.do(remarks, SAID, **{"idempotency-key": "one"})
    Answer.objects.update(status=None)
    answer = program.do(remarks, SAID, **{"idempotency-key": "one"})
    assert outcome(answer) == (409, "under_way")
    assert Remark.objects.count() == 1


def test_what_died_on_the_way_is_taken_over(cast, now):
    token_for(cast, FP)
    given = {"token": Token.objects.get(), "request_key": "one", "request_digest": "x"}
    assert claim(**given, at=now[0])[1]
    assert not claim(**given, at=now[0] + ABANDONED)[1]
    assert claim(**given, at=now[0] + ABANDONED + timedelta(seconds=1))[1]


def test_an_answer_is_kept_for_a_day(program, remarks, now):
    program.do(remarks, SAID, **{"idempotency-key": "one"})
    now[0] += ANSWER_KEPT + timedelta(seconds=1)
    answer = program.do(remarks, SAID, **{"idempotency-key": "one"})
    assert "Idempotency-Replayed" not in answer
    assert Remark.objects.count() == 2


def test_what_did_nothing_can_be_tried_again_with_the_same_key(program, remarks):
    assert outcome(program.do(remarks, {**SAID, "body": ""}, **{"idempotency-key": "one"})) == (422, "input")
    assert not Answer.objects.exists()
    assert outcome(program.do(remarks, SAID, **{"idempotency-key": "one"})) == (200, "")


def test_a_program_of_a_closed_account_does_nothing(cast, program, remarks):
    Account.objects.update(is_active=False)
    assert outcome(program.do(remarks, SAID)) == (401, "token")
