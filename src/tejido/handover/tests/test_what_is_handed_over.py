"""The note, what is open, what the new holder says to it, and the brief."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cast import NOW, ZONE, Cast, make_text
from counting import queries_of
from tejido.deliberation.tests.doings import (
    agree,
    answer,
    clear,
    dispose,
    lines,
    object_to,
    propose,
    release,
    remark,
    reply,
)
from tejido.deliberation.tests.stage import opened
from tejido.handover.commands import (
    Successor,
    add_matter,
    agree_to_replacement,
    ask_replacement,
    keep_draft,
    leave_note,
    respond,
)
from tejido.handover.models import Note, Response
from tejido.handover.names import Answer, No
from tejido.handover.queries.brief import brief_of, notice_for
from tejido.handover.queries.matters import matters_of, open_for
from tejido.handover.queries.notes import leaving
from tejido.ledger.actors import PUBLIC, Actor
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.meetings.models import Commitment, Meeting
from tejido.meetings.queries.commitments import own_open_commitments
from tejido.registry.commands import appoint, begin_mandate, end_mandate
from tejido.registry.models import Mandate, Party
from tejido.registry.queries import actor_of

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FP, ALT, VA, JUS, SEC = (
    "XA/focal_point", "XA/alternate", "XA/validating_authority", "XA/representative/JUS", "network/secretariat",
)  # fmt: skip


def code(call, **values) -> str:
    with pytest.raises(Refused) as refused:
        call(**values)
    return str(refused.value.refusal.code)


def follow(cast: Cast, who: str = FP, at=NOW + HOUR) -> Actor:
    """Somebody else holds the seat from then on; the actor of the new mandate."""
    eva = Successor("eva@example.org", "Eva", "es", ZONE)
    by = cast.actor(ALT if who != ALT else FP)
    row = ask_replacement(actor=by, seat=cast.seats[cast.office(who)], local=None, zone=ZONE, successor=eva, at=at)
    if row.incoming is None:
        agree_to_replacement(actor=cast.actor(VA), replacement=row, at=at)
        row.refresh_from_db()
    return actor_of(row.incoming, is_fresh=True)


def whats(cast: Cast, who: str, at=NOW) -> list[str]:
    return sorted(m.code.partition(":")[0] for m in matters_of(cast.actor(who), at))


## What is open


def test_what_is_open_depends_on_what_the_seat_does_in_the_round(cast, round_):
    assert [whats(cast, who) for who in (FP, ALT, VA, JUS, SEC, "network/observer")] == [
        ["position"], ["position"], ["position"], ["institution"], [], [],
    ]  # fmt: skip
    remark(cast, round_)
    assert whats(cast, FP) == ["position", "remarks"]
    answer(cast, round_)
    assert "A position in preparation" in [m.what for m in matters_of(cast.actor(FP), NOW)]
    clear(cast, round_)
    release(cast, round_)
    assert [whats(cast, who) for who in (FP, VA, JUS, SEC)] == [[], [], [], ["answering"]]
    comment = next(iter(lines(round_).values())).comment
    dispose(cast, round_, comment)
    assert [whats(cast, who) for who in (FP, VA, SEC)] == [["replies"], [], []]
    reply(cast, comment)
    assert whats(cast, FP) == []


def test_what_is_open_in_an_adoption(cast, text):
    procedure = propose(cast, text)
    assert [whats(cast, who) for who in (FP, "XB/focal_point", SEC)] == [["adoption"], ["adoption"], []]
    agree(cast, procedure)
    object_to(cast, procedure, "XB/focal_point")
    assert [whats(cast, who) for who in (FP, "XB/focal_point")] == [["agreement"], ["objection"]]


def commitment(cast: Cast, *, due: date | None = None, **by) -> Commitment:
    meeting = Meeting.objects.first() or Meeting.objects.create(body=cast.body, **MEETING)
    number = Commitment.objects.count() + 1
    return Commitment.objects.create(
        meeting=meeting, number=number, texts={"es": f"Promesa {number}"}, due=due, at=NOW, office="x", **by
    )


MEETING = {
    "kind": "ordinary",
    "starts_at": NOW,
    "ends_at": NOW,
    "zone": "Asia/Tokyo",
    "prepared_at": NOW,
    "office": "x",
}


def test_promises_of_meetings_are_open_for_the_member_or_the_seat_that_made_them(cast):
    party = Party.objects.get(body=cast.body, code="XA")
    promise = commitment(cast, party=party, due=date(2027, 4, 1))
    commitment(cast, seat=cast.seats[cast.office(JUS)])
    found = {who: [m.text for m in matters_of(cast.actor(who), NOW)] for who in (FP, VA, JUS, "XB/focal_point", SEC)}
    assert found == {FP: ["Promesa 1"], VA: [], JUS: ["Promesa 2"], "XB/focal_point": [], SEC: []}
    for who, texts in found.items():
        assert texts == [line.commitment.texts["es"] for line in own_open_commitments(cast.actor(who))]
    (matter,) = matters_of(cast.actor(FP), NOW)
    assert (matter.url, matter.until) == (
        f"/commitments/{promise.key}/", datetime(2027, 4, 1, 23, 59, tzinfo=ZoneInfo("Asia/Tokyo")),
    )  # fmt: skip


## What is left


def test_a_draft_is_no_act_and_a_note_is(cast):
    before = Line.objects.count()
    keep_draft(actor=cast.actor(FP), markdown="Aún no", at=NOW)
    assert Line.objects.count() == before
    leave_note(actor=cast.actor(FP), markdown="  # Léame\n", language="es", at=NOW)
    note = Note.objects.get()
    assert (note.markdown, note.draft, note.left_at) == ("# Léame", "", NOW)
    line = Line.objects.get(act="note-left")
    assert (str(line.tree_id), line.facts) == ("member:XA", {"seat": cast.seats[cast.office(FP)].key})


def test_words_need_words_an_open_matter_and_a_seat(cast, round_):
    values = {"actor": cast.actor(FP), "until": None, "at": NOW}
    assert code(leave_note, actor=cast.actor(FP), markdown=" ", language="es", at=NOW) == No.NOTHING_SAID
    assert code(add_matter, code="", words=" ", **values) == No.NOTHING_SAID
    assert code(add_matter, code="position:nothing", words="x", **values) == No.NO_SUCH_MATTER
    add_matter(code=f"position:{round_.key}", words="Falta Justicia.", **values)
    found = leaving(cast.actor(FP), NOW)
    assert [[a.words for a in left.words] for left in found.lines] == [["Falta Justicia."]]
    for call, sent in (
        (keep_draft, {"markdown": "x"}),
        (leave_note, {"markdown": "x", "language": "es"}),
        (add_matter, {"code": "", "words": "x", "until": None}),
        (respond, {"code": "x", "answer": Answer.ACCEPTED, "words": ""}),
    ):
        assert code(call, actor=PUBLIC, at=NOW, **sent) == Shared.NO_SEAT


## What is taken over


def test_the_new_holder_answers_line_by_line_and_a_question_stays(cast, round_):
    add_matter(actor=cast.actor(FP), code="", words="Llamar a Brisa.", until=date(2027, 4, 1), at=NOW)
    add_matter(actor=cast.actor(FP), code=f"position:{round_.key}", words="Falta Justicia.", until=None, at=NOW)
    leave_note(actor=cast.actor(FP), markdown="Léame.", language="es", at=NOW)
    eva, later = follow(cast), NOW + 2 * HOUR
    taking = brief_of(eva, later).taking
    assert taking.note is not None
    assert [(line.text, [w.words for w in line.words]) for line in taking.lines] == [
        ("Texto · Round 1", ["Falta Justicia."]),
        ("Llamar a Brisa.", []),
    ]
    first, promise = (line.code for line in taking.lines)
    assert code(respond, actor=eva, code=first, answer=Answer.QUESTION, words="", at=later) == No.NOTHING_SAID
    assert code(respond, actor=eva, code="position:x", answer=Answer.ACCEPTED, words="", at=later) == No.NO_SUCH_MATTER
    respond(actor=eva, code=first, answer=Answer.QUESTION, words="¿Desde cuándo?", at=later)
    respond(actor=eva, code=promise, answer=Answer.NOT_MINE, words="", at=later)
    assert brief_of(eva, later).taking.unsettled == 1
    respond(actor=eva, code=first, answer=Answer.ACCEPTED, words="", at=later + HOUR)
    assert [brief_of(eva, later).taking.unsettled, Response.objects.count()] == [0, 3]
    assert Line.objects.filter(act="matter-answered", tree="member:XA", mandate=eva.mandate).count() == 3


def again(cast: Cast, mandate: Mandate, at=NOW + 3 * HOUR) -> Actor:
    """The same person is named for the seat once more, a day after the first mandate ended."""
    end_mandate(actor=cast.actor(ALT), mandate=mandate, until=at, at=at)
    later = at + timedelta(days=1)
    return actor_of(
        begin_mandate(actor=cast.actor(ALT), seat=mandate.seat, account=mandate.account, since=later, at=later),
        is_fresh=True,
    )


def test_who_is_named_anew_keeps_what_was_handed_over_and_what_they_said_to_it(cast, round_):
    leave_note(actor=cast.actor(FP), markdown="Léame.", language="es", at=NOW)
    add_matter(actor=cast.actor(FP), code="", words="Llamar a Brisa.", until=None, at=NOW)
    eva, later = follow(cast), NOW + 2 * HOUR
    promise = brief_of(eva, later).taking.lines[-1].code
    respond(actor=eva, code=promise, answer=Answer.ACCEPTED, words="", at=later)
    other = opened(cast, make_text(cast, slug="otro"))
    type(other).objects.filter(key=other.key).update(opened_at=later)  # while Eva holds the seat
    eva = again(cast, Mandate.objects.get(key=eva.mandate))
    taking = brief_of(eva, NOW + timedelta(days=2)).taking
    assert (taking.note.markdown, taking.predecessor.name, taking.own.since) == (
        "Léame.", "Persona de XA/focal_point/MRE", NOW + HOUR,
    )  # fmt: skip
    assert [(line.text, line.is_settled) for line in taking.lines] == [
        ("Texto · Round 1", False), ("Llamar a Brisa.", True),
    ]  # fmt: skip
    assert not notice_for(eva, open_for(eva, NOW + 31 * DAY), NOW + 31 * DAY).is_new


def test_what_was_left_before_being_named_anew_is_still_left(cast, round_):
    leave_note(actor=cast.actor(FP), markdown="Léame.", language="es", at=NOW)
    add_matter(actor=cast.actor(FP), code="", words="Llamar a Brisa.", until=None, at=NOW)
    renewed = again(cast, cast.mandates[cast.office(FP)], at=NOW + HOUR)
    at = NOW + timedelta(days=2)
    keep_draft(actor=renewed, markdown="Léame otra vez", at=at)
    found = leaving(renewed, at)
    assert (found.note.markdown, found.draft, [p.words for p in found.promises], found.until) == (
        "Léame.", "Léame otra vez", ["Llamar a Brisa."], None,
    )  # fmt: skip
    eva = follow(cast, at=at)
    taking = brief_of(eva, at + HOUR).taking
    assert (taking.note.markdown, [line.text for line in taking.lines if not line.url]) == (
        "Léame.", ["Llamar a Brisa."],
    )  # fmt: skip
    leave_note(actor=eva, markdown="Ahora yo.", language="es", at=at + HOUR)
    assert leaving(eva, at + HOUR).note.markdown == "Ahora yo."


def test_who_comes_back_after_somebody_else_takes_over_from_them(cast, round_):
    eva = follow(cast)
    leave_note(actor=eva, markdown="De Eva.", language="es", at=NOW + 2 * HOUR)
    first = cast.mandates[cast.office(FP)]
    at = NOW + 3 * HOUR
    end_mandate(actor=cast.actor(ALT), mandate=Mandate.objects.get(key=eva.mandate), until=at, at=at)
    back = begin_mandate(actor=cast.actor(ALT), seat=first.seat, account=first.account, since=at, at=at)
    taking = brief_of(actor_of(back), at + HOUR).taking
    assert (taking.note.markdown, taking.own.since) == ("De Eva.", at)


def test_who_was_named_and_never_came_is_nobody_s_predecessor(cast, round_):
    leave_note(actor=cast.actor(FP), markdown="Léame.", language="es", at=NOW)
    never = follow(cast)
    Mandate.objects.filter(key=never.mandate).update(until=NOW + HOUR)
    values = {"email": "otra@example.org", "name": "Otra", "language": "es", "zone": ZONE}
    other = appoint(actor=cast.actor(ALT), seat=cast.seats[cast.office(FP)], at=NOW + 2 * HOUR, **values)
    assert brief_of(actor_of(other), NOW + 3 * HOUR).taking.note.markdown == "Léame."


def test_what_arose_after_the_change_was_not_handed_over(cast, text):
    eva = follow(cast)
    later = opened(cast, text)
    type(later).objects.filter(key=later.key).update(opened_at=NOW + 2 * HOUR)
    brief = brief_of(eva, NOW + 3 * HOUR)
    assert ([m.code for m in brief.matters], list(brief.taking.lines)) == ([f"position:{later.key}"], [])


def test_the_first_holder_of_a_seat_takes_over_nothing(cast, round_):
    taking = brief_of(cast.actor(FP), NOW).taking
    assert (taking.predecessor, taking.note, list(taking.lines)) == (None, None, [])


def test_a_note_that_was_not_left_is_not_read(cast, round_):
    keep_draft(actor=cast.actor(FP), markdown="Aún no", at=NOW)
    assert brief_of(follow(cast), NOW + 2 * HOUR).taking.note is None


def test_the_desk_says_who_is_new_and_what_waits(cast, round_):
    eva = follow(cast)
    notice = lambda actor, at: notice_for(actor, open_for(actor, at), at)  # noqa: E731  # short, and used below only
    assert (notice(eva, NOW + 2 * HOUR).is_new, notice(eva, NOW + 2 * HOUR).unsettled) == (True, 1)
    assert not notice(eva, NOW + timedelta(days=31, hours=2)).is_new
    assert not notice(cast.actor(ALT), NOW).is_new


## The brief


def test_the_brief_tells_positions_with_their_reasons_replies_people_and_the_year(cast, round_):
    answer(cast, round_, reason="Porque sí.")
    clear(cast, round_)
    release(cast, round_)
    comment = next(iter(lines(round_).values())).comment
    dispose(cast, round_, comment)
    reply(cast, comment)
    object_to(cast, propose(cast, make_text(cast, slug="otro")))
    eva = follow(cast)
    brief = brief_of(eva, NOW + 2 * HOUR)
    assert [a.reason for stand in brief.stands for a in stand.answers] == ["Porque sí."]
    assert [len(brief.replies), len(brief.objections)] == [1, 1]
    told = {news.what for month in brief.year for news in month.news}
    assert {"Consultation round opened", "National position released", "Objection raised", "Mandate ended"} <= told
    names = {person.name for _, persons in brief.people for person in persons}
    assert {"Persona de XA/alternate/MRE", "Persona de network/secretariat/SEC"} <= names
    assert not any("XB" in name or name == "Eva" for name in names)


def reached_by(cast, who):
    """Office, name and address of those whom the brief of this seat names."""
    persons = [person for _, several in brief_of(cast.actor(who), NOW).people for person in several]
    return {person.mandate.seat.office: (person.name, person.email) for person in persons}


def test_people_to_call_are_written_to_by_those_who_keep_their_house_and_named_once(cast):
    own, network = "XA/alternate/MRE", "network/secretariat/SEC"
    assert reached_by(cast, FP)[own] == (f"Persona de {own}", cast.mandates[own].account.email)
    assert reached_by(cast, FP)[network] == (f"Persona de {network}", "")
    assert reached_by(cast, "XA/representative/JUS")[own][1] == ""
    Mandate.objects.filter(pk=cast.mandates[own].pk).update(name=f"{cast.seats[own].title['es']} · Aldea")
    assert reached_by(cast, FP)[own][0] == ""


def test_the_brief_costs_the_same_however_much_was_said(cast):
    def cost(rounds: int) -> int:
        while (made := cost.__dict__.setdefault("made", 0)) < rounds:
            row = opened(cast, make_text(cast, slug=f"t{made}"))
            answer(cast, row)
            clear(cast, row)
            release(cast, row)
            dispose(cast, row, next(iter(lines(row).values())).comment)
            cost.__dict__["made"] = made + 1
        return queries_of(lambda: brief_of(eva, NOW + 2 * HOUR))

    eva = follow(cast)
    assert cost(1) == cost(3)
