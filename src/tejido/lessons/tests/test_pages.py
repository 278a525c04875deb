"""What the pages of an evaluation show to whom, and that they cost the same at every size."""

import re
from html import unescape

import pytest
from django.test import Client

from cast import FIRST, NOW, SECOND, ZONE
from counting import queries_of
from tejido.curriculum.queries import documents, latest_revision
from tejido.deliberation.tests.doings import answer, dispose, remark, revise, withdraw
from tejido.lessons.models import Account, Case, Decision, Matter
from tejido.lessons.names import Part
from tejido.meetings.models import Meeting
from tejido.nominations.tests.made import called, participant
from tejido.people.models import Letter
from tejido.seminars.names import State

from .doings import ALDEA, BRISA, SEC, comment, decide, discussed, next_part, open_, open_round, put, tell, whole

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]


def said(answer, status=200):
    assert answer.status_code == status, answer.content.decode()[:600]
    found = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found[0] if found else answer.content.decode())))


@pytest.fixture
def client():
    """A reader without a seat, in English."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def keeper(cast):
    return cast.client(SEC)


@pytest.fixture
def delegate(cast):
    return cast.client(ALDEA)


def at(world, *rest):
    return "/".join(["/seminars", world.seminar.key, *rest, ""])


def test_before_it_is_opened_the_page_says_what_will_be_and_the_secretariat_opens_it(world, keeper, delegate):
    here = at(world, "lessons")
    assert "Nobody has opened the evaluation" in said(delegate.get(here))
    assert "Open the evaluation" not in said(delegate.get(here))
    assert "Open the evaluation" in said(keeper.get(here))
    assert delegate.get(at(world, "trace")).status_code == 404
    assert "The evaluation is open." in said(keeper.post(f"{here}openings/", follow=True))
    assert Case.objects.count() == 1
    assert "No matter is put together yet" in said(delegate.get(at(world, "trace")))
    assert "Nothing was said yet" in said(delegate.get(f"{here}sections/"))


def test_of_a_seminar_that_is_still_to_be_held_nothing_can_be_opened(world, keeper):
    world.seminar.state = State.ANNOUNCED
    world.seminar.save()
    assert "once the seminar was held" in said(keeper.get(at(world, "lessons")))


def test_the_secretariat_opens_a_round_and_members_are_led_to_their_position(world, keeper, delegate):
    open_(world)
    here = at(world, "lessons")
    assert "On which text" in said(keeper.get(f"{here}rounds/"))
    assert keeper.post(f"{here}rounds/", {"part": "text"}).status_code == 422
    sent = {"part": "text", "deadline_0": "2027-09-01", "deadline_1": "18:00", "zone": ZONE, "reply_days": "21"}
    assert "The round is open." in said(keeper.post(f"{here}rounds/", {**sent, "invitation": "Ruego."}, follow=True))
    assert delegate.get(f"{here}rounds/").status_code == 404
    page = said(delegate.get(here))
    assert "0 of 3 members have released" in page
    assert "Our position" in page


def test_rounds_and_meetings_that_are_there_already_are_taken(world, keeper, round_of):
    open_(world)
    row = round_of(world.text)
    here = at(world, "lessons")
    assert "Take a round that was opened before" in said(keeper.get(here))
    done = keeper.post(f"{here}rounds/links/", {"round": f"text:{row.key}"}, follow=True)
    assert "The round belongs to this evaluation now." in said(done)
    assert "Select a valid choice" in said(keeper.post(f"{here}rounds/links/", {"round": "text:x"}, follow=True))


def test_the_meeting_is_prepared_with_what_is_known_of_it(world, keeper):
    open_(world)
    here = at(world, "lessons")
    page = keeper.get(f"{here}meetings/").content.decode()
    assert 'value="evaluation"' in page
    assert "Aldea" in page
    assert keeper.post(f"{here}meetings/", {"zone": ZONE}).status_code == 422
    sent = {
        "kind": "evaluation", "name_es": "Evaluación", "starts_0": "2027-09-10", "starts_1": "09:00",
        "ends_0": "2027-09-10", "ends_1": "17:00", "zone": ZONE, "place": "Aldea", "languages": ["es", "en"],
    }  # fmt: skip  # what is sent
    assert "The meeting is in preparation." in said(keeper.post(f"{here}meetings/", sent, follow=True))
    row = Meeting.objects.get()
    assert said(keeper.get(here)).count("Evaluación") == 1
    assert "Select a valid choice" in said(keeper.post(f"{here}meetings/links/", {"meeting": row.key}, follow=True))


def test_what_was_said_is_put_together_by_hand(world, keeper, delegate):
    open_(world)
    made = comment(world, open_round(world))
    world.observe("o1", FIRST)
    world.observe("s1")
    here = at(world, "lessons", "sections")
    for reader in (keeper, delegate):
        page = said(reader.get(here))
        assert "XA-1" in page
        assert "Se observó o1." in page
    assert "Put it together" not in said(delegate.get(here))
    send = at(world, "lessons", "matters")
    assert "Write it in at least one language." in said(keeper.post(send, {"part": "text"}, follow=True))
    sent = {"part": "text", "name_es": "La escuela", "comments": made.key, "observations": ["o1", "o1"]}
    assert "The matter is put together." in said(keeper.post(send, sent, follow=True))
    assert delegate.post(send, sent).status_code == 404
    assert "matter 1" in said(delegate.get(here))
    assert world.traced().line.observations[0].key == "o1"


def test_what_is_left_is_gathered_by_sections(world, keeper):
    open_(world)
    world.observe("o1", SECOND)
    page = said(keeper.get(at(world, "lessons")))
    assert "1 observation belongs to no matter." in page
    done = said(keeper.post(at(world, "lessons", "matters", "gatherings"), follow=True))
    assert "Matters are put together" in done
    assert "Factores de riesgo" in done


def test_a_matter_is_changed_placed_decided_and_dissolved_from_its_page(world, keeper, delegate):
    open_(world)
    world.observe("o1", FIRST)
    row, other = put(world, FIRST, observations=("o1",)), put(world, SECOND)
    here = at(world, "lessons", "matters", "1")
    assert "An outcome follows a discussion" in said(keeper.get(here))
    assert "Acts" not in said(delegate.get(here))
    assert keeper.post(here, {"part": "text"}).status_code == 422
    sent = {"part": "text", "name_es": "Otra", "said_es": "Falta la escuela.", "passages": FIRST, "observations": "o1"}
    assert "Somebody changed this" in said(keeper.post(here, sent), 409)
    sent["seen"] = re.search(r'name="seen" value="([0-9a-f]{64})"', keeper.get(here).content.decode())[1]
    assert "Saved." in said(keeper.post(here, sent, follow=True))
    assert Matter.objects.get(key=row.key).said == {"es": "Falta la escuela."}
    assert delegate.post(here, sent).status_code == 404
    meeting = discussed(world, row)
    page = said(keeper.get(here))
    assert "Write down what became of it" in page
    assert "What belongs to it stays" in page
    form = keeper.get(here).content.decode()
    assert 'type="hidden" name="observations" value="o1"' in form
    sent["seen"] = re.search(r'name="seen" value="([0-9a-f]{64})"', form)[1]
    assert "Saved." in said(keeper.post(here, sent, follow=True))
    revision = revise(world.cast, world.text)
    assert "Reason" in said(keeper.post(f"{here}decisions/", {"outcome": "taken"}, follow=True))
    sent = {"outcome": "taken", "carrier": f"revision:{revision.key}", "reason": "Se recoge.", "language": "es"}
    assert "The outcome is written down." in said(keeper.post(f"{here}decisions/", sent, follow=True))
    page = said(delegate.get(here))
    assert "Taken up carried by: revision 2" in page
    assert "What changed in the text" in page
    assert meeting.name["es"] in page
    decide(world, row, "not_taken", at=NOW.replace(hour=20))
    assert "Earlier outcomes" in said(delegate.get(here))
    gone = at(world, "lessons", "matters", "2")
    assert "The matter is dissolved." in said(keeper.post(f"{gone}dissolutions/", follow=True))
    assert keeper.get(gone).status_code == 404
    assert keeper.post(f"{gone}decisions/", sent).status_code == 404
    assert Matter.objects.get(key=other.key).dissolved_at


def test_matters_are_put_on_the_agenda_from_the_page_of_the_evaluation(world, keeper):
    open_(world)
    put(world, FIRST)
    from .doings import prepare

    prepare(world)
    here = at(world, "lessons")
    assert "Put 1 matter on the agenda" in said(keeper.get(here))
    send = f"{here}placings/"
    assert "Select a valid choice" in said(keeper.post(send, {"matters": "9"}, follow=True))
    assert "The matters are on the agenda." in said(keeper.post(send, {"matters": "1"}, follow=True))
    assert "waits for the meeting" in said(keeper.get(here))


def test_the_whole_way_is_shown_to_every_seat_and_to_nobody_else(world, delegate, client):
    found = whole(world)
    later = next_part(world, found.revision)
    world.observe("o9", SECOND)
    for who in (ALDEA, BRISA, "network/observer"):
        page = said(world.cast.client(who).get(at(world, "trace")))
        for words in (
            "1 observation",
            "XA-1",
            "minutes not approved yet",
            "Accepted",
            "revision 2",
            "In no edition yet.",
        ):
            assert words in page
        assert "Segunda parte" in page
        assert "1 observation belongs to no matter." in page
    assert client.get(at(world, "trace")).status_code == 404
    overview = said(delegate.get(at(world, "lessons")))
    assert "discussed: 1; changed a text: 1" in overview
    assert "revision 2 · the newest" in overview
    later.revision = world.taught
    later.save()
    assert "The next seminar has an older state of the text." in said(delegate.get(at(world, "trace")))
    assert "revision 2 is newer" in said(delegate.get(at(world, "lessons")))


def test_the_trace_goes_out_as_a_table_and_on_paper(world, delegate):
    whole(world)
    put(world, SECOND)
    for ending, begins in (("xlsx", b"PK"), ("docx", b"PK"), ("pdf", b"%PDF-")):
        assert delegate.get(at(world, "trace") + f"trace.{ending}").content.startswith(begins)
    assert delegate.get(at(world, "trace") + "trace.odt").status_code == 404


def test_a_sentence_says_where_it_comes_from(world, delegate, client):
    whole(world)
    next_part(world, latest_revision(world.text))
    revise(world.cast, world.text, SECOND, "Por otra cosa.")
    listed = said(delegate.get("/texts/texto/origins/"))
    assert "La prevención empieza en la escuela." in listed
    page = said(delegate.get(f"/texts/texto/origins/{FIRST}/"))
    for words in (
        "Revision 2: changed",
        "The school",
        "1 observation",
        "XA-1",
        "Segunda parte",
        "from its first revision",
    ):
        assert words in page
    page = said(delegate.get(f"/texts/texto/origins/{SECOND}/"))
    assert "No comment and no observation is known" in page
    assert delegate.get("/texts/texto/origins/000000000zzz/").status_code == 404
    assert client.get("/texts/texto/origins/").status_code == 404
    assert "Nothing has changed yet" in said(delegate.get("/texts/estructura/origins/"))


def test_a_comment_outside_of_any_evaluation_is_a_reason_too(world, delegate, round_of):
    round_ = round_of(world.text)
    made = comment(world, round_, passage="", stance="add")
    revision = revise(world.cast, world.text)
    dispose(world.cast, round_, made, outcome="accepted", revision=revision)
    page = said(delegate.get(f"/texts/texto/origins/{FIRST}/"))
    assert "XA-1" in page
    assert "on the text as a whole" in page


def test_a_cycle_is_summed_up(world, delegate, client):
    whole(world)
    next_part(world, None)
    here = f"/cycles/{world.seminar.cycle_id}/lessons/"
    page = said(delegate.get(here))
    assert "1 observation of participants; discussed: 1; changed a text: 1." in page
    assert "This changed a text" in page
    assert "Its evaluation is not open yet." in page
    world.seminar.is_public = True
    world.seminar.save()
    assert client.get(here).status_code == 404


## You said, we changed


def test_what_changed_is_previewed_told_and_withdrawn(world, keeper, delegate, client):
    here = at(world, "changes")
    assert "Nothing was told yet" in said(delegate.get(here))
    open_(world)
    assert "nothing to tell" in said(keeper.get(f"{here}preview/"))
    found = whole_of(world)
    assert delegate.get(f"{here}preview/").status_code == 404
    page = keeper.get(f"{here}preview/").content.decode()
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)[1]
    assert "The new wording is shown once it is adopted or taught." in page
    assert "Exactly" in page
    assert keeper.post(f"{here}releases/", {}, follow=True).status_code == 200
    assert "Released." in said(keeper.post(f"{here}releases/", {"seen": seen}, follow=True))
    page = said(delegate.get(here))
    assert "This changed the text" in page
    assert "Se discutió y se recoge." in page
    assert client.get(here).status_code == 404
    next_part(world, found, state=State.HELD)
    tell(world, is_public=True)
    told = said(client.get(here))
    assert "This changed the text" in told
    assert "en la escuela" not in told
    assert "en la escuela" in said(delegate.get(here))
    for reader in (client, delegate):
        assert reader.get(f"{here}changes.docx").content.startswith(b"PK")
    assert "Reason" in said(keeper.post(f"{here}withdrawals/", {}, follow=True))
    assert "Withdrawn." in said(keeper.post(f"{here}withdrawals/", {"reason": "Un error."}, follow=True))
    assert client.get(here).status_code == 404
    assert Account.objects.filter(withdrawn_at=None).count() == 0


def whole_of(world):
    """A matter that was taken up, in an evaluation that is open already; the revision that carries it."""
    world.observe("o1", FIRST)
    matter = put(world, FIRST, observations=("o1",))
    discussed(world)
    revision = revise(world.cast, world.text, es="La prevención empieza en la escuela.")
    decide(world, matter, carrier=f"revision:{revision.key}")
    return revision


def test_participants_get_a_letter_with_a_link_of_their_own_and_read_what_changed(world, client):
    open_(world)
    whole_of(world)
    call = called(world.cast, world.seminar)
    first = participant(world.cast, call, language="pt", seed="a" * 40)
    gone = participant(world.cast, call, number=2, erased_at=NOW, email="")
    tell(world)
    letters = Letter.objects.filter(occasion__startswith="account:")
    [letter] = letters.filter(address=first.email)
    assert letter.seed != "a" * 40
    assert "La escuela" not in letter.body
    assert "{link}" in letter.body
    assert not letters.filter(address=gone.email).exclude(address="").exists()
    assert letters.filter(to__isnull=False).count() == len({row.to_id for row in letters.filter(to__isnull=False)}) > 3
    assert client.get("/taking-part/changes/").status_code == 404
    session = client.session
    session["participant"] = first.key
    session.save()
    page = said(client.get("/taking-part/changes/"))
    assert "This changed the text" in page
    assert "fewer than five observations" in page
    assert "XA" not in page
    Account.objects.update(withdrawn_at=NOW)
    assert "has not told yet" in said(client.get("/taking-part/changes/"))


def test_nobody_reads_the_mail_of_an_invented_seminar(world):
    world.seminar.is_demonstration = True
    world.seminar.save()
    open_(world)
    whole_of(world)
    tell(world)
    assert not Letter.objects.filter(occasion__startswith="account:").exists()


## What nobody else may see


def test_what_a_member_prepares_is_on_no_page_of_an_evaluation_until_it_is_released(world, delegate):
    """Two states: before Brisa says anything, and once it has prepared in private: every page is the same."""
    whole(world)
    other = open_round(world, Part.STRUCTURE)
    places = [
        at(world, *rest)
        for rest in (("lessons",), ("lessons", "sections"), ("lessons", "matters", "1"), ("trace",), ("changes",))
    ]
    places += [f"/cycles/{world.seminar.cycle_id}/lessons/", "/texts/texto/origins/", f"/texts/texto/origins/{FIRST}/"]
    before = [said(delegate.get(place)) for place in places]
    remark(world.cast, other, "XB/representative/JUS", body="CANARY palabra", wording="CANARY redacción")
    answer(world.cast, other, BRISA, wording="CANARY respuesta", reason="CANARY razón")
    assert [said(delegate.get(place)) for place in places] == before
    sheet = delegate.get(at(world, "trace") + "trace.docx").content
    assert b"CANARY" not in sheet


def test_a_withdrawn_comment_is_not_counted_and_is_said_to_be_withdrawn(world, delegate):
    found = whole(world)
    withdraw(world.cast, found.round)
    page = said(delegate.get(at(world, "lessons", "matters", "1")))
    assert "withdrawn" in page
    stage = world.traced().chain.stages[0]
    assert stage.links == ("observations",)
    assert Decision.objects.count() == 1


def test_a_meeting_that_nobody_was_told_of_is_known_only_to_who_prepares_it(world, keeper, delegate):
    open_(world)
    put(world, FIRST)
    from .doings import place, prepare

    prepare(world)
    place(world)
    assert "Evaluación" in said(keeper.get(at(world, "lessons")))
    assert "Evaluación" not in said(delegate.get(at(world, "lessons")))
    assert "the meeting is still to come" in said(keeper.get(at(world, "trace")))
    assert "it is on no agenda" in said(delegate.get(at(world, "trace")))


## The cost


def cost(client, address):
    def visit():
        documents.memory.forget()
        assert client.get(address).status_code == 200

    return queries_of(visit)


def test_the_pages_cost_the_same_at_every_size(world, keeper, delegate):
    found = whole(world)
    next_part(world, found.revision)
    tell(world)
    places = [
        at(world, *rest)
        for rest in (
            ("lessons",), ("lessons", "sections"), ("lessons", "matters", "1"), ("trace",), ("changes",),
            ("changes", "preview"),
        )
    ]  # fmt: skip  # what is looked at
    places += [
        at(world, "trace") + "trace.xlsx", f"/cycles/{world.seminar.cycle_id}/lessons/", "/texts/texto/origins/",
        f"/texts/texto/origins/{FIRST}/",
    ]  # fmt: skip  # the same
    for place in places:
        cost(keeper, place)
    first = [cost(keeper, place) for place in places]
    for number in (2, 3):
        made = comment(world, found.round, f"X{'ABC'[number - 1]}") if number < 3 else None
        world.observe(f"o{number}", SECOND)
        put(world, SECOND, observations=(f"o{number}",), comments=(made.key,) if made else ())
        revision = revise(world.cast, world.text, SECOND, f"Otra {number}.")
        next_part(world, revision, number + 1)
    assert [cost(keeper, place) for place in places] == first
    assert max(first) <= 60
