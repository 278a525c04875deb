"""A certificate says what was so, is checked by whoever holds its code, and outlives the data of its holder."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db.models import QuerySet

from cast import NOW, Cast
from tejido.engine.proof import canonical_digest
from tejido.formats.badge import LENGTH, examine
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.nominations.models import Nominee
from tejido.presence import commands
from tejido.presence.jobs import run_due
from tejido.presence.models import Certificate, IssuingKey, Wording
from tejido.presence.names import Act, No, State
from tejido.presence.proof import canonical, code_digest, is_name
from tejido.presence.queries import as_read, certificate_for, certificates_of, checked, earned, revoked_places
from tejido.presence.records import named_credential, page_of
from tejido.presence.rules import state_of

from .doings import AFTER, completed, end, enter, erase, issue, revoke, seminar, set_rule, word


def refused(code: object):
    return pytest.raises(Refused, match=str(code))


def test_a_rule_is_set_by_the_secretariat_and_does_not_move_once_it_was_applied(cast: Cast):
    held = seminar(cast)
    set_rule(held, 80, 1)
    with refused(No.COMPLETION_SO):
        set_rule(held, 80, 1)
    with refused(No.BAD_SHARE):
        set_rule(held, 0)
    with refused(No.NO_SUCH_SESSION):
        commands.set_completion(actor=cast.secretariat, seminar=held.seminar, share=80, obligatory=["nothing"], at=NOW)
    with refused(Shared.NOT_YOURS):
        commands.set_completion(
            actor=cast.actor("XA/focal_point"), seminar=held.seminar, share=50, obligatory=[], at=NOW
        )
    completed(held, "XA1")
    with refused(No.ALREADY_ISSUED):
        set_rule(held, 10)


def test_the_wording_has_a_title_and_an_office(cast: Cast):
    held = seminar(cast)
    word(held)
    with refused(No.WORDED_SO):
        word(held)
    with refused(No.NO_WORDS):
        word(held, signatory={})
    with refused(Shared.NOT_YOURS):
        commands.word_certificates(
            actor=cast.actor("XA/focal_point"), seminar=held.seminar, title={"es": "x"}, words={},
            signatory={"es": "x"}, years=None, at=NOW,
        )  # fmt: skip  # one act, read as one


def test_certificates_are_issued_in_one_formal_act_to_those_who_met_the_rule(cast: Cast):
    held = seminar(cast)
    enter(held, 1, XA1="present", XB1="present", XB2="present")
    enter(held, 2, XA1="present", XB1="present")
    with refused(No.NOT_HELD):
        issue(held, "XA1")
    end(held)
    with refused(No.NO_RULE):
        issue(held, "XA1")
    set_rule(held)
    with refused(No.NO_WORDING):
        issue(held, "XA1")
    word(held)
    assert sorted(earned(held.seminar, _rule(held))) == sorted(held.people[who].key for who in ("XA1", "XB1"))
    with refused(No.NOBODY):
        issue(held)
    with refused(No.NOT_EARNED):
        issue(held, "XA1", "XB2")
    with refused(Shared.NOT_FRESH):
        issue(held, "XA1", fresh=False)
    with refused(Shared.NOT_YOURS):
        commands.issue_certificates(
            actor=cast.actor("XA/focal_point"), seminar=held.seminar, nominees=[], seen="", at=AFTER
        )
    made = issue(held, "XA1", "XB1")
    assert [row.number for row in made] == [1, 2]
    with refused(No.NOT_EARNED):
        issue(held, "XA1")


def _rule(held):
    from tejido.presence.queries import completion_of

    return completion_of(held.seminar)


def test_nothing_is_issued_on_what_changed_since_it_was_read(cast: Cast):
    held = seminar(cast)
    for number in held.sessions:
        enter(held, number, XA1="present")
    set_rule(held)
    word(held)
    end(held)
    seen = as_read(held.seminar)
    word(held, years=3)
    with refused(No.LIST_MOVED):
        issue(held, "XA1", seen=seen)


def test_the_credential_is_whole_and_names_nobody(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    raw = canonical(row.credential)
    report = examine(raw, AFTER)
    assert report.ok
    assert held.people["XA1"].name not in raw.decode()
    assert report.shown.title == "Certificado de participación, Ciclo 1, Primera parte"
    assert report.shown.id == page_of(row.code)
    assert canonical_digest(row.credential) == row.digest


def test_the_holder_may_have_the_name_in_clear(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    made = named_credential(row, held.people["XA1"].name)
    report = examine(json.dumps(made).encode(), AFTER)
    assert (report.ok, report.shown.name) == (True, "Participante de Aldea 01")
    assert made["id"] == row.credential["id"]


def test_a_code_is_found_however_it_is_typed_and_others_are_unknown(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    for typed in (row.code, row.code.upper(), row.code.replace("-", " ")):
        assert checked(typed, AFTER).state == State.VALID
    assert len(row.code.replace("-", "")) == 20
    assert row.code_digest == code_digest(row.code)
    assert checked("0000-0000-0000-0000-0000", AFTER) == checked("", AFTER)
    assert checked("", AFTER).state == State.UNKNOWN


def test_a_name_that_is_shown_fits_whatever_its_capitals_and_accents(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    assert is_name("  participante de ALDÉA  01", row.code, row.name_digest)
    assert not is_name("Participante de Brisa 01", row.code, row.name_digest)
    assert not is_name("Participante de Aldea 01", "0000", row.name_digest)


def test_a_revoked_certificate_says_so_everywhere_and_its_holder_can_get_another(cast: Cast):
    held = seminar(cast)
    row, other = completed(held, "XA1", "XB1")
    with refused(No.NO_REASON):
        revoke(held, row, words=" ")
    with refused(No.NO_REASON):
        revoke(held, row, reason="whim")
    with refused(Shared.NOT_YOURS):
        commands.revoke_certificate(
            actor=cast.actor("XA/focal_point"), certificate=row, reason="mistake", words="x", at=AFTER
        )
    with refused(Shared.NOT_FRESH):
        commands.revoke_certificate(
            actor=cast.actor("network/secretariat", fresh=False), certificate=row, reason="mistake", words="x", at=AFTER
        )
    revoke(held, row)
    assert (checked(row.code, AFTER).state, checked(other.code, AFTER).state) == (State.REVOKED, State.VALID)
    assert revoked_places() == [row.place]
    with refused(No.IS_REVOKED):
        revoke(held, Certificate.objects.get(key=row.key))
    (again,) = issue(held, "XA1")
    assert (again.number, checked(again.code, AFTER).state) == (3, State.VALID)


def test_a_certificate_can_expire(cast: Cast):
    held = seminar(cast)
    for number in held.sessions:
        enter(held, number, XA1="present")
    set_rule(held)
    word(held, years=2)
    end(held)
    (row,) = issue(held, "XA1", at=datetime(2028, 2, 29, 12, 0, tzinfo=UTC))
    assert row.until == datetime(2030, 2, 28, 12, 0, tzinfo=UTC)
    assert state_of(None, AFTER) == State.UNKNOWN
    assert state_of(row, row.until) == State.VALID
    assert state_of(row, row.until + timedelta(seconds=1)) == State.EXPIRED
    assert row.credential["validUntil"] == "2030-02-28T12:00:00Z"


def test_a_certificate_outlives_the_data_of_its_holder(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    name, code = held.people["XA1"].name, row.code
    assert commands.forget_holder(nominee=held.people["XA1"].key, at=AFTER) == 0
    erase(held, "XA1")
    kept = Certificate.objects.get(key=row.key)
    assert (kept.code, kept.credential) == ("", None)
    found = checked(code, AFTER)
    assert found.state == State.VALID
    assert is_name(name, code, found.name_digest)
    told = json.dumps(Certificate.objects.values().get(), default=str)
    assert name not in told
    assert code not in told
    revoke(held, kept)
    assert checked(code, AFTER).state == State.REVOKED


def test_the_act_of_erasing_is_what_makes_it_forget(cast: Cast, django_capture_on_commit_callbacks):
    from django.db import transaction

    from tejido.ledger.actors import CLOCK
    from tejido.ledger.commands import record
    from tejido.nominations.names import Act as NominationAct

    held = seminar(cast)
    (row,) = completed(held, "XA1")
    Nominee.objects.filter(key=held.people["XA1"].key).update(name="", erased_at=AFTER)
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        record(
            actor=CLOCK, act=NominationAct.PERSON_ERASED, tree="member:XA", kind="nominee",
            object=held.people["XA1"].key, at=AFTER,
        )  # fmt: skip  # one line
    assert Certificate.objects.get(key=row.key).code == ""


def test_the_clock_makes_forget_what_the_signal_did_not(cast: Cast):
    held = seminar(cast)
    row, other = completed(held, "XA1", "XB1")
    assert run_due(AFTER) == 0
    Nominee.objects.filter(key=held.people["XA1"].key).update(name="", erased_at=AFTER)
    assert (run_due(AFTER), run_due(AFTER)) == (1, 0)
    assert Certificate.objects.get(key=row.key).code == ""
    assert Certificate.objects.get(key=other.key).code == other.code


def test_the_words_of_a_revocation_go_with_the_data_of_the_holder(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    revoke(held, row, words="Pidió corregir su nombre.")
    erase(held, "XA1")
    assert Certificate.objects.get(key=row.key).reason_words == ""
    assert Line.objects.get(act=Act.CERTIFICATE_REVOKED).details is None


def test_whoever_was_erased_gets_no_certificate(cast: Cast):
    held = seminar(cast)
    for number in held.sessions:
        enter(held, number, XA1="present")
    set_rule(held)
    erase(held, "XA1")
    assert earned(held.seminar, _rule(held)) == []


def test_another_key_ends_the_one_before_and_what_that_signed_stays_valid(cast: Cast, settings):
    held = seminar(cast)
    for number in held.sessions:
        enter(held, number, XA1="present", XB1="present")
    set_rule(held)
    word(held)
    end(held)
    (first,) = issue(held, "XA1")
    settings.CERTIFICATE_KEY = bytes(range(32))
    (second,) = issue(held, "XB1", at=AFTER + timedelta(days=1))
    old, new = IssuingKey.objects.all()
    assert (old.until, new.until) == (AFTER + timedelta(days=1), None)
    assert (first.issuer, second.issuer) == (old, new)
    assert all(examine(canonical(row.credential), AFTER + timedelta(days=2)).ok for row in (first, second))
    assert [line.facts["key"] for line in Line.objects.filter(act=Act.KEY_BEGUN).order_by("place")] == [
        old.did,
        new.did,
    ]


def test_a_key_that_nobody_knows_is_recorded_before_it_signs_a_certificate(cast: Cast, settings):
    held = seminar(cast)
    completed(held, "XA1")
    first = IssuingKey.objects.get()
    kept, settings.CERTIFICATE_KEY = settings.CERTIFICATE_KEY, bytes(range(32))
    assert (run_due(AFTER), run_due(AFTER)) == (1, 0)
    assert IssuingKey.objects.exclude(key=first.key).count() == 1
    settings.CERTIFICATE_KEY = kept
    assert run_due(AFTER) == 0


def test_whoever_is_erased_while_certificates_are_issued_gets_none(cast: Cast, monkeypatch):
    """Issuing waits for the lock that erasing holds, and asks only then."""
    held = seminar(cast)
    for number in held.sessions:
        enter(held, number, XA1="present", XB1="present")
    set_rule(held)
    word(held)
    end(held)
    seen, locked = as_read(held.seminar), QuerySet.select_for_update

    def wait(rows, *args, **kwargs):
        if rows.model is Nominee:
            Nominee.objects.filter(key=held.people["XA1"].key).update(name="", erased_at=AFTER)
        return locked(rows, *args, **kwargs)

    monkeypatch.setattr(QuerySet, "select_for_update", wait)
    with refused(No.LIST_MOVED):
        issue(held, "XA1", "XB1", seen=seen)
    assert not Certificate.objects.exists()


def test_places_in_the_list_are_given_by_chance_and_once(cast: Cast, monkeypatch):
    held = seminar(cast)
    several = iter([5, 5, 9])
    monkeypatch.setattr("tejido.presence.commands.certificates.secrets.randbelow", lambda _most: next(several))
    assert [row.place for row in completed(held, "XA1", "XB1")] == [5, 9]
    assert LENGTH > 9


def test_the_ledger_holds_the_digests_and_no_name(cast: Cast):
    held = seminar(cast)
    (row,) = completed(held, "XA1")
    line = Line.objects.get(act=Act.CERTIFICATES_ISSUED)
    assert line.facts["digests"] == [row.digest]
    told = json.dumps([line.facts for line in Line.objects.all()], default=str)
    assert row.code not in told
    assert held.people["XA1"].name not in told


def test_a_member_knows_of_its_own_certificates_alone(cast: Cast):
    held = seminar(cast)
    mine, other = completed(held, "XA1", "XB1")
    assert certificates_of(cast.actor("XA/focal_point"), held.seminar) == [mine]
    assert certificates_of(cast.actor("network/observer"), held.seminar) == []
    assert len(certificates_of(cast.secretariat, held.seminar)) == 2
    with pytest.raises(Certificate.DoesNotExist):
        certificate_for(cast.actor("XA/focal_point"), held.seminar, other.key)


def test_the_key_of_the_node_is_its_own_and_no_other(cast: Cast):
    assert settings.CERTIFICATE_KEY != settings.LEDGER_KEY
    assert len(settings.CERTIFICATE_KEY) == 32
    assert Wording.objects.count() == 0
