"""The pages of meetings: what they cost, what they keep when something is not clear yet, and what they show to whom."""

import pytest
from django.urls import reverse

from cast import NOW, ZONE, convene
from counting import queries_of
from tejido.meetings import commands
from tejido.meetings.models import Attendance, Item, Meeting, MinutesDraft, MinutesText
from tejido.meetings.names import Audience, Part
from tejido.registry.commands import create_committee, join_committee
from tejido.registry.models import Body, Seat

from .doings import (
    ALDEA,
    BRISA,
    CHAIR,
    DAY,
    SEC,
    add,
    approved,
    circulated,
    closed,
    convened,
    correct,
    first_item,
    opened,
    prepare,
    promise,
    report,
    write,
)

PLAN = {
    "kind": "ordinary", "number": "9", "starts_0": "2027-06-01", "starts_1": "09:00", "ends_0": "2027-06-01",
    "ends_1": "17:00", "zone": ZONE, "place": "Aquí", "languages": ["es"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def now(at_now):
    at_now(NOW + 3 * DAY)


def get(cast, name, *args, who=SEC, **query):
    return cast.client(who).get(reverse(f"meetings:{name}", args=args), query)


def post(cast, name, *args, who=SEC, **sent):
    return cast.client(who).post(reverse(f"meetings:{name}", args=args), sent)


def fill(cast, meeting, times):
    """Items, documents, decisions, commitments and corrections, so many of each."""
    for number in range(times):
        item = add(cast, meeting, f"Punto {number}", presenter=cast.seats["XA/focal_point/MRE"].key)
        commands.add_file(actor=cast.secretariat, item=item, name="a.txt", data=f"Nota {number}".encode(), at=NOW)
    commands.close_meeting(actor=cast.secretariat, meeting=meeting, at=NOW)
    for item in meeting_items(meeting):
        write(cast, meeting, item=item)
        commands.enter_decision(actor=cast.secretariat, item=item, texts={"es": "Se decide."}, at=NOW)
        promise(cast, meeting, item=item)
        promise(cast, meeting, item=item, seat=cast.seats["network/secretariat/SEC"].key)
        report(cast, promise(cast, meeting), kind="note")


def meeting_items(meeting):
    from tejido.meetings.queries.agenda import items_of

    return items_of(meeting)


@pytest.mark.parametrize("who", [SEC, ALDEA])
@pytest.mark.parametrize("page", ["home", "body", "commitments", "meeting", "agenda", "attendance", "minutes"])
def test_a_page_costs_the_same_however_much_there_is(cast, page, who):
    counts = []
    for times in (1, 3):
        meeting = opened(cast, number=times)
        fill(cast, meeting, times)
        circulate_and_correct(cast, meeting, times)
        create_committee(actor=cast.secretariat, name={"es": f"Comité {times}"}, at=NOW)
        key = () if page == "home" else (cast.body.key,) if page in {"body", "commitments"} else (meeting.key,)
        client = cast.client(who)
        client.get(reverse(f"meetings:{page}", args=key))
        counts.append(queries_of(lambda c=client, k=key: c.get(reverse(f"meetings:{page}", args=k))))
    assert counts[0] == counts[1]


def circulate_and_correct(cast, meeting, times):
    from .doings import circulate

    circulate(cast, meeting)
    for _ in range(times):
        correct(cast, meeting)


def test_an_unclear_plan_is_shown_again_with_what_was_typed(cast):
    sent = {**PLAN, "place": "Un lugar", "ends_1": "08:00"}
    answer = post(cast, "preparation", cast.body.key, **sent)
    assert answer.status_code == 422
    assert "Un lugar" in answer.content.decode()
    assert Meeting.objects.count() == 0
    skipped = post(cast, "preparation", cast.body.key, **{**PLAN, "zone": "America/New_York", "starts_0": "2027-03-14",
                   "starts_1": "02:30"})  # fmt: skip
    assert "clocks are put forward" in skipped.content.decode()
    nameless = post(cast, "preparation", cast.body.key, **{**PLAN, "number": ""})
    assert nameless.status_code == 422
    plain = post(cast, "preparation", cast.body.key, **{**PLAN, "room_url": "http://video.example.org"})
    assert "begins with https://" in plain.content.decode()


def test_the_form_of_a_plan_shows_the_local_time(cast):
    page = get(cast, "details", prepare(cast).key).content.decode()
    assert 'value="2027-03-31"' in page
    assert 'value="09:00"' in page  # 12:00 in UTC is nine o'clock in Asunción


@pytest.mark.parametrize(
    ("name", "made", "sent"),
    [
        ("items", convened, {"kind": "discussion"}),
        ("postponements", convened, {"reason": "Sede.", "starts_0": "2027-06-01", "starts_1": "09:00"}),
        ("cancellations", convened, {"reason": ""}),
        ("replies", convened, {"says": "represented"}),
        ("arrivals", opened, {"presence": "absent"}),
        ("circulations", closed, {"zone": ZONE}),
        ("corrections", circulated, {"language": "es", "wording": "Otra."}),
        ("promises", closed, {"text_es": "Hacer."}),
        ("attendance", opened, {"presence_XA": "represented", "by_XA": "XB"}),
    ],
)
def test_every_unclear_form_is_shown_again(cast, name, made, sent):
    who = ALDEA if name in {"replies", "arrivals", "corrections"} else SEC
    assert post(cast, name, made(cast).key, who=who, **sent).status_code == 422


def test_unclear_forms_of_parts_are_shown_again(cast):
    meeting = circulated(cast)
    item, correction, own = first_item(meeting), correct(cast, meeting), promise(cast, meeting)
    assert post(cast, "decisions", item.key, text_es="").status_code == 422
    assert post(cast, "papers", item.key).status_code == 422
    assert post(cast, "files", item.key).status_code == 422
    assert post(cast, "item", item.key, text_es="").status_code == 422
    assert post(cast, "verdicts", correction.key).status_code == 422
    assert post(cast, "reports", own.key, who=ALDEA, kind="renewed", words="Más.").status_code == 422
    assert post(cast, "moves", item.key, to="sideways").status_code == 404
    assert get(cast, "writing", meeting.key, "000000000000").status_code == 404


def test_two_who_write_at_once_lose_nothing(cast):
    meeting = opened(cast)
    write(cast, meeting, "Lo de otra persona.")
    answer = post(cast, "writing", meeting.key, "general", markdown="Lo mío.", base="0", language="es")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lo mío." in page
    assert "Lo de otra persona." in page
    assert 'name="base" value="1"' in page
    post(cast, "writing", meeting.key, "general", markdown="Lo mío.", base="1", language="es")
    assert MinutesText.objects.get(number=2).markdown == "Lo mío."


def test_a_draft_is_kept_shown_and_gone_when_it_is_saved(cast):
    meeting = opened(cast)
    kept = post(cast, "draft", meeting.key, "general", markdown="Borrador.", base="0", language="es").json()
    assert kept["kept"]
    assert "Borrador." in get(cast, "writing", meeting.key, "general", language="es").content.decode()
    fresh = get(cast, "writing", meeting.key, "general", language="es", fresh="1")
    assert "Borrador." not in fresh.content.decode()
    post(cast, "writing", meeting.key, "general", markdown="Listo.", base="0", language="es")
    assert not MinutesDraft.objects.exists()
    assert post(cast, "draft", meeting.key, "general", markdown="x", base="-1").status_code == 422


def test_minutes_are_on_no_page_of_the_body_before_they_are_circulated(cast):
    meeting = closed(cast)
    write(cast, meeting, "Todavía nada para nadie.")
    commands.enter_decision(actor=cast.secretariat, item=first_item(meeting), texts={"es": "Decisión secreta."}, at=NOW)
    for name in ("meeting", "minutes", "agenda"):
        page = get(cast, name, meeting.key, who=ALDEA).content.decode()
        assert "Todavía nada" not in page
        assert "Decisión secreta" not in page
    assert "Todavía nada" in get(cast, "minutes", meeting.key, who=CHAIR).content.decode()


def test_a_file_is_saved_and_never_shown(cast):
    meeting = convened(cast)
    item = first_item(meeting)
    data = "<script>alert(1)</script>"
    paper = commands.add_file(actor=cast.secretariat, item=item, name="a.html", data=data.encode(), at=NOW)
    answer = get(cast, "file", meeting.key, paper.file.digest, who=ALDEA)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.content.decode() == data


def test_the_public_reads_what_was_released_and_nothing_else(cast, client):
    meeting = approved(cast)
    assert client.get(reverse("meetings:meeting", args=[meeting.key])).status_code == 404
    for part in (Part.AGENDA, Part.MINUTES, Part.DECISIONS):
        commands.release_part(actor=cast.secretariat, meeting=meeting, part=part, audience=Audience.PUBLIC, at=NOW)
    page = client.get(reverse("meetings:meeting", args=[meeting.key])).content.decode()
    assert "Se abrió la reunión." in page
    assert "focal_point" not in page
    assert meeting.key in client.get(reverse("meetings:home")).content.decode()
    for name in ("agenda", "minutes", "attendance"):
        assert client.get(reverse(f"meetings:{name}", args=[meeting.key])).status_code == 404


def test_who_takes_no_part_in_a_committee_learns_that_it_met_and_no_more(cast):
    committee = create_committee(actor=cast.secretariat, name={"es": "Comité"}, at=NOW)
    join_committee(actor=cast.actor(ALDEA), body=committee, at=NOW)
    meeting = convened(cast, committee, name={"es": "Primera"})
    page = get(cast, "meeting", meeting.key, who=BRISA).content.decode()
    assert "Primera" in page
    assert "Informe" not in page
    assert get(cast, "agenda", meeting.key, who=BRISA).status_code == 404
    assert get(cast, "commitments", committee.key, who=BRISA).status_code == 404
    assert "Primera" in get(cast, "body", committee.key, who=BRISA).content.decode()


def test_a_mechanism_is_known_to_nobody_else(cast):
    mechanism = convene(cast)
    meeting = convened(cast, mechanism, ALDEA)
    for who in (BRISA, SEC):
        assert get(cast, "meeting", meeting.key, who=who).status_code == 404
        assert get(cast, "body", mechanism.key, who=who).status_code == 404
        assert mechanism.key not in get(cast, "home", who=who).content.decode()
    assert Body.objects.filter(key=mechanism.key).exists()


@pytest.mark.parametrize("made", [prepare, convened, opened, closed, circulated, approved])
def test_the_page_says_where_the_meeting_stands(cast, made):
    meeting = made(cast)
    page = get(cast, "meeting", meeting.key).content.decode()
    assert 'class="sentence' in page
    assert get(cast, "minutes", meeting.key).status_code == 200
    if made is not prepare:
        assert get(cast, "item", first_item(meeting).key).status_code == 200


def test_a_postponed_and_a_cancelled_meeting_say_so(cast):
    meeting = convened(cast)
    post(cast, "postponements", meeting.key, reason="Sede.")
    assert "There is no new date yet" in get(cast, "meeting", meeting.key).content.decode()
    post(cast, "cancellations", meeting.key, reason="Sin sede.")
    assert "was cancelled" in get(cast, "meeting", meeting.key).content.decode()


def test_a_ticked_seat_says_that_its_party_is_present_and_is_one_person(cast):
    meeting, seat = opened(cast), cast.seats["XA/focal_point/MRE"].key
    answer = post(cast, "attendance", meeting.key, seats_XA=[seat], presence_XB="excused")
    assert answer.status_code == 302
    row = Attendance.objects.get(party__code="XA")
    assert (row.presence, row.persons, row.seats) == ("present", 1, [seat])
    wrong = post(cast, "attendance", meeting.key, seats_XA=[seat], presence_XA="excused")
    assert wrong.status_code == 422
    assert f'value="{seat}"' in wrong.content.decode()


def test_offices_are_said_in_words(cast):
    meeting = opened(cast)
    write(cast, meeting)
    promised = promise(cast, meeting)
    report(cast, promised)
    for page in (get(cast, "writing", meeting.key, "general"), get(cast, "commitment", promised.key)):
        assert "/focal_point/" not in page.content.decode()
        assert "network/secretariat" not in page.content.decode()


def test_a_release_is_withdrawn_on_the_page_and_asked_for_its_reason(cast):
    meeting = convened(cast)
    part = {"part": Part.AGENDA, "audience": Audience.PUBLIC}
    assert post(cast, "releases", meeting.key, **part).status_code == 302
    assert "is read now" in get(cast, "meeting", meeting.key).content.decode()
    asked = post(cast, "withdrawals", meeting.key, **part, reason="")
    assert asked.status_code == 422
    assert 'value="public"' in asked.content.decode()
    assert post(cast, "withdrawals", meeting.key, part="all", audience="public", reason="x").status_code == 404
    assert post(cast, "withdrawals", meeting.key, **part, reason="Un error.").status_code == 302
    page = get(cast, "meeting", meeting.key).content.decode()
    assert "Un error." in page
    assert "is read now" not in page


def test_what_others_released_is_found_at_the_entrance(cast, mechanism):
    meeting = convened(cast, mechanism, ALDEA)
    for when in (False, True):
        assert (meeting.key in get(cast, "home", who=BRISA).content.decode()) is when
        if not when:
            commands.release_part(
                actor=cast.actor(ALDEA), meeting=meeting, part=Part.AGENDA, audience=Audience.NETWORK, at=NOW
            )


def test_who_presents_an_item_stays_though_that_seat_has_ended_meanwhile(cast):
    meeting = convened(cast)
    seat = cast.seats["XA/focal_point/MRE"]
    item = add(cast, meeting, "Informe", presenter=seat.key)
    Seat.objects.filter(key=seat.key).update(until=NOW.date())
    assert f'<option value="{seat.key}" selected>' in get(cast, "item", item.key).content.decode()
    sent = {"text_es": "Informe nuevo", "kind": "discussion", "presenter": seat.key}
    assert post(cast, "item", item.key, **sent).status_code == 302
    assert Item.objects.get(key=item.key).presenter == seat
