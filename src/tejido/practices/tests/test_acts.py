"""Telling a practice, letting peers read it, publishing and withdrawing it: who may, what happens, what is recorded."""

import pytest

from cast import NOW
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.mechanisms.commands.writing import File
from tejido.mechanisms.models import Paper
from tejido.mechanisms.names import Audience
from tejido.people.models import Letter
from tejido.practices import commands, rules
from tejido.practices.lines import empty_content
from tejido.practices.models import Enquiry, Practice, Proof, Readiness, Remark, Reply, Review, Submission, Version
from tejido.practices.names import Act, Field, No, Outcome, Recommendation, Theme
from tejido.practices.queries import own_practice

from .doings import (
    ALDEA,
    ALTERNATE,
    BRISA,
    CUMBRE,
    DAY,
    JUSTICE,
    SEC,
    WORDS,
    again,
    ask,
    begun,
    give,
    publish,
    published,
    reply,
    say_facts,
    submit,
    told,
    withdraw,
    write,
)

pytestmark = pytest.mark.django_db


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def trees(act):
    return sorted(Line.objects.filter(act=act).values_list("tree", flat=True))


## Drafts


def test_any_seat_of_a_member_begins_and_writes_a_draft_and_no_other_seat_does(cast):
    row = begun(cast, JUSTICE)
    assert (row.member.code, row.draft, trees(Act.BEGUN)) == ("XA", empty_content(), ["member:XA"])
    write(cast, row, who=JUSTICE)
    assert again(row).draft["title"] == {"es": "Mesas de barrio"}
    for who in (BRISA, SEC):
        actor = cast.actor(who)
        refused(Shared.NOT_YOURS, lambda a=actor: commands.begin_practice(actor=a, member=row.member, at=NOW))
        refused(Shared.NOT_YOURS, lambda w=who: write(cast, row, who=w))
    refused(Shared.NOT_YOURS, lambda: commands.begin_practice(actor=PUBLIC, member=row.member, at=NOW))


def test_two_seats_write_in_two_languages_at_once_and_never_past_one_another_in_the_same(cast):
    row = begun(cast)
    write(cast, row, "es")
    write(cast, row, "pt", title="Mesas de bairro")
    assert again(row).draft["title"] == {"es": "Mesas de barrio", "pt": "Mesas de bairro"}
    refused(Shared.STALE, lambda: write(cast, row, "pt", seen="another", title="Outra"))
    write(cast, row, "pt", title=" ")
    assert again(row).draft["title"] == {"es": "Mesas de barrio"}


def test_evidence_and_sections_are_added_to_a_draft_and_taken_out_again(cast):
    row = begun(cast)
    file = File("informe.pdf", "application/pdf", b"bytes")
    given = {"actor": cast.actor(ALDEA), "practice": row, "at": NOW}
    commands.add_proof(**given, words="Informe", language="es", file=file)
    commands.add_proof(**given, words="Nota", language="es", address="https://example.org")
    with_file, without = again(row).draft["proofs"]
    assert (with_file["name"], with_file["paper"], without["paper"]) == ("informe.pdf", Paper.objects.get().key, "")
    commands.remove_proof(**given, id=with_file["id"])
    assert [proof["id"] for proof in again(row).draft["proofs"]] == [without["id"]]
    assert Proof.objects.count() == 1  # copies that were made before keep their file
    passage = {"text": "t", "slug": "texto", "edition": 1, "passage": "p", "title": {"es": "A"}}
    for _ in range(2):
        commands.add_passage(**given, passage=passage)
    assert again(row).draft["passages"] == [passage]
    commands.remove_passage(**given, passage="p")
    assert again(row).draft["passages"] == []


def test_only_what_nobody_else_ever_saw_is_dropped_and_by_a_keeper(cast):
    row = told(cast)
    refused(Shared.NOT_YOURS, lambda: commands.drop_practice(actor=cast.actor(JUSTICE), practice=row, at=NOW))
    submit(cast, row)
    refused(No.WITH_PEERS, lambda: commands.drop_practice(actor=cast.actor(ALDEA), practice=row, at=NOW))
    other = begun(cast)
    commands.drop_practice(actor=cast.actor(ALTERNATE), practice=other, at=NOW)
    assert (again(other).dropped_at, trees(Act.DROPPED)) == (NOW, ["member:XA"])
    refused(Shared.NOT_YOURS, lambda: write(cast, other))


## Peers


def test_a_practice_is_submitted_once_others_could_use_it_and_exactly_as_it_was_read(cast):
    row = begun(cast)
    with pytest.raises(Refused) as problem:
        submit(cast, row)
    assert problem.value.refusal.code == No.LACKS
    missing = problem.value.refusal.values["what"]
    assert missing == "Title, The problem, What was done, What it needs elsewhere, The seat that answers for it"
    write(cast, row)
    say_facts(cast, row)
    refused(No.CHANGED_SINCE, lambda: submit(cast, row, seen="0" * 64))
    refused(Shared.NOT_YOURS, lambda: submit(cast, row, JUSTICE))
    refused(Shared.NOT_YOURS, lambda: commands.submit(actor=CONSOLE, practice=row, seen="", at=NOW))
    made = submit(cast, row)
    assert (made.number, made.content, made.closed_at) == (1, again(row).draft, None)
    assert trees(Act.SUBMITTED) == ["member:XA"]
    refused(No.AS_SUBMITTED, lambda: submit(cast, row))
    write(cast, row, **{**WORDS, "title": "Otra"})
    second = submit(cast, row)
    made.refresh_from_db()
    assert (second.number, made.closed_at, made.content["title"]) == (2, NOW, {"es": "Mesas de barrio"})


def test_the_secretariat_asks_seats_of_other_members_each_member_once(cast):
    made = submit(cast, told(cast))
    refused(Shared.NOT_YOURS, lambda: ask(cast, made, who=BRISA))
    refused(No.OWN_PRACTICE, lambda: ask(cast, made, JUSTICE))
    refused(No.NO_REVIEWER, lambda: ask(cast, made, "network/chair"))
    row = ask(cast, made)
    assert (row.member.code, trees(Act.REVIEW_ASKED)) == ("XB", ["member:XA", "member:XB"])
    refused(No.ASKED_ALREADY, lambda: ask(cast, made, "XB/alternate"))
    commands.decline_review(actor=cast.actor(BRISA), review=row, at=NOW)
    ask(cast, made, "XB/alternate")
    commands.take_back(actor=cast.actor(ALDEA), practice=made.practice, at=NOW)
    refused(No.NOT_SUBMITTED, lambda: ask(cast, made, CUMBRE))
    refused(No.NOT_SUBMITTED, lambda: commands.take_back(actor=cast.actor(ALDEA), practice=made.practice, at=NOW))


def test_a_practice_that_never_went_out_is_not_taken_back(cast):
    row = begun(cast)
    refused(No.NOT_SUBMITTED, lambda: commands.take_back(actor=cast.actor(ALDEA), practice=row, at=NOW))


def test_a_seat_says_once_that_it_would_read_and_may_end_that(cast):
    actor = cast.actor(BRISA)
    commands.be_ready(actor=actor, themes=[Theme.MEMORY], at=NOW)
    refused(No.READY_SO, lambda: commands.be_ready(actor=actor, themes=[], at=NOW))
    commands.end_readiness(actor=actor, at=NOW + DAY)
    assert Readiness.objects.get().ended_at == NOW + DAY
    for outsider in (PUBLIC, cast.secretariat):
        refused(Shared.NOT_YOURS, lambda a=outsider: commands.be_ready(actor=a, themes=[], at=NOW))
        refused(Shared.NOT_YOURS, lambda a=outsider: commands.end_readiness(actor=a, at=NOW))


def test_the_seat_that_was_asked_keeps_gives_or_declines_and_nobody_else_does(cast):
    row = ask(cast, submit(cast, told(cast)))
    commands.keep_review(actor=cast.actor(BRISA), review=row, draft={"summary": "Aún no"})
    row.refresh_from_db()
    assert (row.draft, row.given_at) == ({"summary": "Aún no"}, None)
    refused(Shared.NOT_YOURS, lambda: give(cast, row, "XB/alternate"))
    refused(Shared.NOT_YOURS, lambda: commands.decline_review(actor=PUBLIC, review=row, at=NOW))
    refused(No.REVIEW_EMPTY, lambda: give(cast, row, summary="  "))
    give(cast, row, problem="¿Dónde?", cost=" ")
    row.refresh_from_db()
    assert (row.given_at, row.recommendation, row.draft) == (NOW, Recommendation.REVISE, {})
    assert [(remark.field, remark.body) for remark in Remark.objects.all()] == [("problem", "¿Dónde?")]
    assert trees(Act.REVIEW_GIVEN) == ["member:XA", "member:XB"]
    line = Line.objects.filter(act=Act.REVIEW_GIVEN).first()
    assert "Sirve." not in str(line.facts)
    assert line.details["summary"] == "Sirve."
    refused(No.REVIEW_CLOSED, lambda: give(cast, row))
    refused(No.REVIEW_CLOSED, lambda: commands.decline_review(actor=cast.actor(BRISA), review=row, at=NOW))


def test_the_member_answers_every_remark_with_a_reason_before_it_goes_on(cast):
    practice = told(cast)
    made = submit(cast, practice)
    row = ask(cast, made)
    give(cast, row, problem="¿Dónde?")
    remark = Remark.objects.get()
    refused(No.UNANSWERED, lambda: publish(cast, practice))
    write(cast, practice, **{**WORDS, "problem": "En los barrios del norte."})
    refused(No.UNANSWERED, lambda: submit(cast, practice))
    refused(Shared.NOT_YOURS, lambda: reply(cast, remark, BRISA))
    refused(No.NO_REASON, lambda: reply(cast, remark, reason=" "))
    reply(cast, remark)
    reply(cast, remark, outcome=Outcome.PARTLY)
    assert Reply.objects.get().outcome == Outcome.PARTLY
    assert trees(Act.REMARK_ANSWERED) == ["member:XA"] * 2 + ["member:XB"] * 2
    assert publish(cast, practice).submission == made
    assert rules.may_answer(cast.actor(ALDEA), practice, Review(given_at=None), "x").code == No.NOT_GIVEN


## Out, and away


def test_a_version_is_a_formal_act_of_the_member_after_peers_could_read_it(cast):
    row = told(cast)
    refused(No.NEVER_SUBMITTED, lambda: publish(cast, row))
    made = submit(cast, row)
    for who, code in ((JUSTICE, Shared.NOT_YOURS), (SEC, Shared.NOT_YOURS), (BRISA, Shared.NOT_YOURS)):
        refused(code, lambda w=who: publish(cast, row, who=w))
    refused(No.CHANGED_SINCE, lambda: publish(cast, row, seen="0" * 64))
    refused(Shared.NOT_FRESH, lambda: publish(cast, row, fresh=False))
    version = publish(cast, row)
    made.refresh_from_db()
    assert (version.number, version.digest, version.submission, made.closed_at) == (1, made.digest, made, NOW)
    assert trees(Act.PUBLISHED) == ["network"]
    refused(No.AS_PUBLISHED, lambda: publish(cast, row))
    assert publish(cast, row, Audience.PUBLIC).number == 2


def test_what_is_published_never_changes_with_the_draft(cast):
    version = published(cast)
    write(cast, version.practice, title="Otra cosa")
    version.refresh_from_db()
    assert version.content["title"] == {"es": "Mesas de barrio"}
    assert own_practice(cast.actor(ALDEA), version.practice_id).is_changed


def test_a_practice_is_withdrawn_with_a_reason_and_may_come_back_as_a_new_version(cast):
    version = published(cast)
    row = version.practice
    publish(cast, row, Audience.PUBLIC)
    refused(No.NO_WITHDRAWAL_REASON, lambda: withdraw(cast, row, reason=" "))
    refused(Shared.NOT_FRESH, lambda: withdraw(cast, row, fresh=False))
    refused(Shared.NOT_YOURS, lambda: withdraw(cast, row, BRISA))
    withdraw(cast, row)
    assert {v.withdrawn_at for v in Version.objects.all()} == {NOW + DAY}
    assert Version.objects.first().reason == {"es": "Ya no es así."}
    line = Line.objects.get(act=Act.WITHDRAWN)
    assert (line.tree_id, line.facts) == ("network", {"versions": [1, 2]})
    refused(No.NOT_PUBLISHED, lambda: withdraw(cast, row))
    assert publish(cast, row, at=NOW + 2 * DAY).number == 3


def test_a_submission_that_is_read_by_nobody_binds_nobody(cast):
    row = told(cast)
    submit(cast, row)
    review = ask(cast, Submission.objects.get())
    publish(cast, row)
    refused(No.REVIEW_CLOSED, lambda: give(cast, review))


## Letters


def test_a_letter_goes_from_office_to_office_and_is_kept_for_both(cast):
    version = published(cast)
    given = {"language": "es", "words": "¿Cuántas mesas?", "at": NOW}
    refused(Shared.NOT_YOURS, lambda: commands.ask_contact(actor=PUBLIC, version=version, **given))
    refused(No.OWN_CONTACT, lambda: commands.ask_contact(actor=cast.actor(JUSTICE), version=version, **given))
    commands.ask_contact(actor=cast.actor(BRISA), version=version, **given)
    letter = Letter.objects.get()
    assert letter.to == cast.account(ALDEA)
    assert "¿Cuántas mesas?" in letter.body
    assert "XB/focal_point/MRE" in letter.body
    assert cast.account(BRISA).email not in letter.body
    assert trees(Act.CONTACT_ASKED) == ["member:XA", "member:XB"]
    seat = cast.seats[cast.office(BRISA)]
    back = {"practice": version.practice, "seat": seat, "language": "es", "words": "Doce.", "at": NOW + DAY}
    refused(Shared.NOT_YOURS, lambda: commands.answer_enquiry(actor=cast.actor(SEC), **back))
    commands.answer_enquiry(actor=cast.actor(JUSTICE), **back)
    assert Letter.objects.get(to=cast.account(BRISA)).body.count("Doce.") == 1
    assert [row.is_answer for row in Enquiry.objects.all()] == [False, True]


def test_the_secretariat_may_write_too_and_a_contact_that_nobody_holds_gets_nothing(cast):
    version = published(cast)
    commands.ask_contact(actor=cast.secretariat, version=version, language="es", words="¿?", at=NOW)
    assert trees(Act.CONTACT_ASKED) == ["member:XA"]
    for contact in (cast.seats["XC/focal_point/MRE"].key, "gone"):
        version.content["contact"] = contact
        given = {"language": "es", "words": "¿?", "at": NOW}
        refused(No.NO_CONTACT, lambda g=given: commands.ask_contact(actor=cast.actor(BRISA), version=version, **g))


def test_letters_tell_the_peer_what_it_is_asked_and_the_member_that_it_was_read(cast):
    row = ask(cast, submit(cast, told(cast)))
    asked = Letter.objects.get(to=cast.account(BRISA))
    assert f"/practices/reviews/{row.key}/" in asked.body
    give(cast, row)
    told_ = Letter.objects.get(to=cast.account(ALDEA))
    assert f"/practices/{row.submission.practice_id}/draft/" in told_.body
    assert "Sirve." not in told_.body
    for letter in (asked, told_):
        assert WORDS[Field.TITLE] not in letter.subject + letter.body


def test_nobody_writes_to_invented_persons_or_to_empty_seats(cast):
    account = cast.account(BRISA)
    account.is_demonstration = True
    account.save()
    made = submit(cast, told(cast))
    ask(cast, made)
    ask(cast, made, "XC/focal_point")
    commands.answer_enquiry(
        actor=cast.actor(ALDEA), practice=made.practice, seat=cast.seats[cast.office(BRISA)], language="es",
        words="Doce.", at=NOW,
    )  # fmt: skip  # one act, read as one
    assert not Letter.objects.exists()


def test_every_field_that_others_need_is_one_that_can_be_written(cast):
    assert set(rules.NEEDED) <= set(Field)
    assert Practice.objects.count() == 0
