"""Certificates of courses: issued in one act, numbered without gaps, checked by their code, revoked, issued anew."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from openvc import VerificationPolicy, verify_credential
from openvc.errors import OpenvcError

from cast import NOW
from tejido.certificates import commands, queries
from tejido.certificates.commands import issuing, series
from tejido.certificates.jobs import run_due
from tejido.certificates.models import Certificate, Issue, Revocation, RevocationList
from tejido.certificates.names import Act, No, Standing
from tejido.certificates.proof import list_of
from tejido.certificates.records import code_in, credential_of, named_credential, signed_list
from tejido.certificates.rules import standing_of
from tejido.engine.sealing import NotAuthentic
from tejido.formats.badge import LENGTH, examine
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.presence.names import State
from tejido.presence.proof import canonical, is_name
from tejido.records.commands import erase_person
from tejido.records.models import Batch, Completion
from tejido.records.names import No as RecordsNo
from tejido.records.tests import doings as records

from .doings import SIGNS, issue, issued, revoke, school, seen, until, word

pytestmark = pytest.mark.django_db


def refused(code):
    return pytest.raises(Refused, check=lambda problem: problem.refusal.code == code)


def rename(of, before, after):
    """The record of somebody bears another name, as if it had been put right; None: nobody's, as after erasing."""
    from tejido.engine.sealing import seal
    from tejido.records import keys
    from tejido.records.lines import sheet_bytes
    from tejido.records.models import Register, Sheet
    from tejido.records.queries.rolls import bound_to, unsealed

    register = Register.objects.get(body=of.space)
    key = keys.read(keys.of_space(of.space.key), register.number)
    for sheet in Sheet.objects.all():
        known = unsealed(key, sheet)
        told = [
            (id, document, after if name == before else name)
            for id, (document, name) in known.items()
            if name != before or after
        ]
        clear = sheet_bytes(*map(list, zip(*told, strict=True)))
        sheet.sealed = seal(key, clear, nonce=bytes(12), bound=bound_to(sheet.space_no, sheet.first))
        sheet.save()


def test_everybody_who_passed_gets_one_in_one_formal_act(cast, text):
    of = school(cast, text, "Ana", "Beto", "Caro")
    with refused(No.NO_WORDING):
        issue(of)
    word(of)
    with refused(Shared.NOT_FRESH):
        issue(of, fresh=False)
    with refused(No.LIST_MOVED):
        issue(of, read="x")
    act = issue(of)
    assert (act.wanted, act.done, act.finished_at) == (3, 3, NOW)
    assert [row.number for row in of.certificates()] == [1, 2, 3]
    with refused(No.NOBODY):
        issue(of)
    told = [(line.act, line.facts["count"]) for line in Line.objects.filter(act__in=(Act.ISSUED, Act.MADE))]
    assert sorted(told) == [(Act.ISSUED, 3), (Act.MADE, 3)]


@pytest.mark.parametrize("who", ["XA/focal_point", "XA/representative/DEF", "XB/focal_point", "network/secretariat"])
def test_nobody_else_issues(cast, text, who):
    of = school(cast, text, "Ana")
    word(of)
    with refused(Shared.NOT_YOURS):
        issue(of, who)
    assert not Certificate.objects.exists()


def test_a_cohort_has_to_be_over_and_whoever_only_attended_gets_none(cast, text):
    of = school(cast, text, starts=date(2027, 1, 1), ends=date(2027, 4, 1))
    records.enter(cast, of.cohort, "Ana", "Beto", results=["attended", "passed"])
    word(of)
    with refused(No.NOT_OVER):
        issue(of)
    act = issue(of, at=datetime(2027, 4, 2, tzinfo=UTC))
    assert act.wanted == 1
    assert [held.name for held in of.held()] == ["Beto, Persona"]


def test_what_changes_after_reading_is_read_again(cast, text):
    of = school(cast, text, "Ana")
    word(of)
    read = seen(of)
    records.enter(cast, of.cohort, "Beto")
    with refused(No.LIST_MOVED):
        issue(of, read=read)
    read = seen(of)
    word(of, title={"es": "Otro"})
    with refused(No.LIST_MOVED):
        issue(of, read=read)


def test_a_large_cohort_is_made_in_pieces_that_are_safe_to_cut_off(cast, text, monkeypatch):
    monkeypatch.setattr(issuing, "CHUNK", 2)
    of = school(cast, text, *"ABCDE")
    word(of)
    act = issue(of)
    assert (act.done, act.finished_at) == (2, None)
    with refused(No.BEING_MADE):
        issue(of)

    def cut(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(issuing, "own_key", cut)
        with pytest.raises(KeyboardInterrupt):
            commands.go_on(issue=act.key, at=NOW)
    assert Certificate.objects.count() == 2
    records.enter(cast, of.cohort, "Zoe")  # whoever comes while they are made is not meant
    assert run_due(NOW) == 2
    assert run_due(NOW) == 0
    act.refresh_from_db()
    assert (act.done, act.finished_at) == (5, NOW)
    assert [row.number for row in of.certificates()] == [1, 2, 3, 4, 5]
    assert not commands.go_on(issue=act.key, at=NOW)


def test_whoever_comes_later_is_in_the_next_act_and_numbers_go_on(cast, text):
    of = issued(cast, text, "Ana", "Beto")
    records.enter(cast, of.cohort, "Caro")
    issue(of)
    assert [(row.number, row.issue.wanted) for row in of.certificates()] == [(1, 2), (2, 2), (3, 1)]


def test_the_credential_is_made_once_more_as_it_was_issued_and_names_nobody(cast, text):
    of = issued(cast, text, "Ana")
    (held,) = of.held()
    raw = canonical(credential_of(held))
    report = examine(raw, NOW)
    assert report.ok
    assert report.shown.digest == bytes(held.certificate.digest).hex()
    assert code_in(report.shown.id) == held.secret.code
    assert b"Ana" not in raw
    assert examine(canonical(named_credential(held)), NOW).shown.name == "Ana, Persona"
    held.certificate.issue.data = {**held.certificate.issue.data, "title": {"es": "Otro"}}
    with pytest.raises(ValueError, match="not as it was issued"):
        credential_of(held)


def test_a_verifier_that_is_not_ours_takes_it_and_no_changed_one(cast, text):
    of = issued(cast, text, "Ana")
    (held,) = of.held()
    made = credential_of(held)
    number, index = list_of(held.certificate.place)
    listed = signed_list(number, queries.revoked_places(number), NOW)

    def verdict(credential, listed=listed):
        policy = VerificationPolicy(expected_types=["AchievementCredential"], now=NOW)
        try:
            verify_credential(credential, policy=policy, resolve_status_list=lambda _address: listed)
        except OpenvcError as problem:
            return type(problem).__name__
        return "verified"

    assert verdict(made) == "verified"
    assert verdict({**made, "name": "Otro"}) == "SignatureInvalid"
    revoke(of, held.certificate)
    assert queries.revoked_places(number) == [index]
    assert verdict(made, signed_list(number, queries.revoked_places(number), NOW)) == "CredentialRevoked"


def test_what_is_kept_tells_neither_name_nor_code(cast, text):
    of = issued(cast, text, "Ana")
    (row,), (held,) = of.certificates(), of.held()
    kept = b"".join(bytes(value) if isinstance(value, memoryview | bytes) else str(value).encode()
                    for value in Certificate.objects.values_list().get())  # fmt: skip  # one row as it lies there
    assert held.secret.code.encode() not in kept
    assert b"Ana" not in kept
    assert "Ana" not in json.dumps([line.facts for line in Line.objects.all()])
    Certificate.objects.filter(pk=row.pk).update(number=77)
    with pytest.raises(NotAuthentic):
        of.held()


def test_a_code_tells_how_the_certificate_stands(cast, text):
    of = school(cast, text, "Ana", "Beto")
    until(of, date(2027, 6, 30))
    word(of)
    issue(of)
    one, other = (held.secret.code for held in of.held())
    before, after = datetime(2027, 6, 30, 20, tzinfo=UTC), datetime(2027, 7, 1, 12, tzinfo=UTC)
    assert (queries.checked(one.upper(), before).state, queries.checked(one, after).state) == (
        State.VALID,
        State.EXPIRED,
    )
    revoke(of, of.certificates()[1])
    assert queries.checked(other, before).state == State.REVOKED
    assert queries.checked("0000-0000-0000-0000-0000", before).state == State.UNKNOWN
    found = queries.checked(one, before)
    assert is_name("ana, PERSONA", one, found.name_digest)
    assert not is_name("Beto, Persona", one, found.name_digest)
    standing = [standing_of(row, after.date()) for row in (*of.certificates(), None)]
    assert standing == [Standing.EXPIRED, Standing.REVOKED, Standing.NONE]


def test_a_revocation_has_a_reason_that_only_the_school_and_the_holder_read(cast, text):
    of = issued(cast, text, "Ana")
    (row,) = of.certificates()
    for given in ({"words": " "}, {"reason": "whim"}):
        with refused(No.NO_REASON):
            revoke(of, row, **given)
    with refused(Shared.NOT_FRESH):
        commands.revoke_course_certificate(
            actor=cast.actor(SIGNS, fresh=False), certificate=row, reason="asked", words="x", at=NOW
        )
    with refused(Shared.NOT_YOURS):
        commands.revoke_course_certificate(
            actor=cast.actor("XA/focal_point"), certificate=row, reason="asked", words="x", at=NOW
        )
    revoke(of, row, words="  Ana lo pidió. ")
    told = Revocation.objects.get()
    assert queries.reason_words(of.space, queries.revocation_of(row), row.number) == "Ana lo pidió."
    assert b"Ana" not in bytes(told.words)
    with refused(No.IS_REVOKED):
        revoke(of, row)
    with refused(No.NOBODY):  # whoever had one revoked gets no other by the next act
        issue(of)


def test_a_certificate_is_issued_anew_after_the_name_was_put_right(cast, text):
    of = issued(cast, text, "Ana", "Beto")
    row = of.certificates()[0]

    def anew(row=row, words="El nombre estaba mal.", fresh=True, by=SIGNS):
        return commands.reissue_course_certificate(
            actor=cast.actor(by, fresh=fresh), certificate=row, words=words, at=NOW
        )

    with refused(No.SAYS_SO):
        anew()
    rename(of, "Ana, Persona", "Ana María, Persona")
    assert not of.held()[0].fits
    with refused(No.NO_REASON):
        anew(words=" ")
    with refused(Shared.NOT_FRESH):
        anew(fresh=False)
    with refused(Shared.NOT_YOURS):
        anew(by="XA/focal_point")
    made = anew()
    assert (made.number, made.issue.replaces, made.completion) == (3, 1, row.completion)
    standing = [standing_of(each, NOW.date()) for each in of.certificates()]
    assert standing == [Standing.REVOKED, Standing.VALID, Standing.VALID]
    assert [held.name for held in of.held() if held.fits] == ["Beto, Persona", "Ana María, Persona"]
    with refused(No.SAYS_SO):
        anew(of.certificates()[0])
    assert Batch.objects.get().held == 2


def test_a_new_wording_or_a_revocation_allows_to_issue_anew_as_well(cast, text):
    of = issued(cast, text, "Ana")
    (row,) = of.certificates()
    word(of, title={"es": "Otro título"})
    second = commands.reissue_course_certificate(actor=of.actor, certificate=row, words="El título.", at=NOW)
    assert second.issue.data["title"] == {"es": "Otro título"}
    revoke(of, second, reason="asked")
    third = commands.reissue_course_certificate(actor=of.actor, certificate=second, words="Otra vez.", at=NOW)
    assert third.number == 3
    Completion.objects.all().delete()
    revoke(of, third)
    with refused(No.NO_RECORD):
        commands.reissue_course_certificate(actor=of.actor, certificate=third, words="Otra vez.", at=NOW)


def test_records_under_a_certificate_are_not_taken_back(cast, text):
    of = issued(cast, text, "Ana", "Beto")
    batch = Batch.objects.get()
    with refused(RecordsNo.IS_HELD):
        records.undo(cast, batch)
    for row in of.certificates():
        revoke(of, row)
    records.undo(cast, batch)
    assert not Completion.objects.exists()
    assert [held.secret for held in of.held()] == [None, None]


def test_nothing_is_issued_on_what_is_being_taken_back(cast, text):
    of = school(cast, text, "Ana")
    word(of)
    Batch.objects.update(state="undoing")
    with refused(RecordsNo.BEING_UNDONE):
        issue(of)
    assert not Issue.objects.exists()


def test_whoever_was_erased_is_forgotten_and_whoever_has_the_paper_is_still_answered(cast, text):
    of = issued(cast, text, "Ana", "Beto")
    (row, other), (held, _other) = of.certificates(), of.held()
    revoke(of, row)
    erase_person(actor=of.actor, space=of.space, document="national:Ana", at=NOW)
    assert queries.checked(held.secret.code, NOW).state == State.REVOKED
    assert [each.secret is None for each in of.held()] == [True, False]
    assert queries.reason_words(of.space, queries.revocation_of(row), row.number) == ""
    assert bytes(Certificate.objects.get(pk=other.pk).sealed)


def test_places_are_given_by_chance_and_a_full_list_is_followed_by_the_next(cast, text, monkeypatch):
    of = issued(cast, text, "Ana", "Beto")
    first, second = (row.place for row in of.certificates())
    drawn = iter([first - LENGTH, 5, 5, 6])
    monkeypatch.setattr(series.secrets, "randbelow", lambda _most: next(drawn))
    assert sorted(series.places(2)) == [LENGTH + 5, LENGTH + 6]
    monkeypatch.undo()
    assert list_of(second)[0] == 1
    RevocationList.objects.update(given=series.FULL)
    (place,) = series.places(1)
    assert (list_of(place)[0], queries.lists()) == (2, [0, 1, 2])


def test_the_registrar_prepares_and_does_not_issue(cast, text, monkeypatch):
    of = school(cast, text, "Ana")
    with refused(No.NO_WORDS):
        word(of, title={})
    with refused(Shared.NOT_YOURS):
        word(of, by="XA/focal_point")
    real, registrar = type(cast).actor, replace(of.actor, role="registrar", office="XA/registrar/JUS")
    monkeypatch.setattr(
        type(cast), "actor", lambda self, who, **given: registrar if who == "R" else real(self, who, **given)
    )
    word(of, by="R")
    with refused(No.WORDED_SO):
        word(of, by="R")
    with refused(Shared.NOT_YOURS):
        issue(of, by="R")
    issue(of)
    with refused(Shared.NOT_YOURS):
        commands.revoke_course_certificate(
            actor=registrar, certificate=of.certificates()[0], reason="asked", words="x", at=NOW
        )
    assert queries.certificate_for(registrar, of.space, 1).number == 1
