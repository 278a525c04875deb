"""The pages of reviews: what a member reads, what a peer is opened, and what everybody else is not."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import NOW
from cast import seen as stands
from tejido.indicators.tests.doings import define, initiative
from tejido.mechanisms.commands.writing import File
from tejido.people.models import Letter
from tejido.programmes.models import Area
from tejido.reviews.jobs import run_due
from tejido.reviews.models import Finding, FollowUp, Invitation, Recommendation, Review
from tejido.reviews.names import Audience, Scope, State

from .doings import (
    DAY,
    FOCAL_POINT,
    JUSTICE,
    OTHER,
    SECRETARIAT,
    TODAY,
    ask,
    begin,
    close,
    find,
    follow,
    hand_over,
    invite,
    recommend,
    release,
    uninvite,
)

pytestmark = pytest.mark.django_db
FILE = File("acta.pdf", "application/pdf", b"%PDF")
EVERYBODY_ELSE = ["XB/alternate", SECRETARIAT, "network/observer"]


@pytest.fixture(autouse=True)
def _now(at_now):
    """It is NOW on every page."""


def page(cast, who, name, *keys, **query):
    return cast.client(who).get(reverse(f"reviews:{name}", args=keys), query)


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def post(cast, who, name, *keys, **sent):
    return cast.client(who).post(reverse(f"reviews:{name}", args=keys), sent)


def test_a_review_goes_round_on_its_pages(cast):
    """From its beginning to the beginning of the next one, by hand."""
    area = Area.objects.create(member=cast.members["XA"], kind="memory", at=NOW, office="")
    began = {"name_es": "Revisión", "since": "2027-02-01", "object": f"area:{area.key}"}
    assert post(cast, FOCAL_POINT, "new", **began).status_code == 302
    row = Review.objects.get()
    assert row.area == area
    assert post(cast, FOCAL_POINT, "questions", row.key, words_es=" ").status_code == 422
    assert post(cast, FOCAL_POINT, "questions", row.key, words_es="¿Se forma?").status_code == 302
    found = {"words": "Falta la mitad.", "language": "es", "indicator": define(cast).key}
    assert post(cast, JUSTICE, "findings", row.key, **found).status_code == 302
    advised = {"words": "Formar.", "language": "es", "by": "2027-02-20", "institution": cast.institutions["XA/JUS"].key}
    assert post(cast, FOCAL_POINT, "recommendations", row.key, **advised).status_code == 302
    recommendation = Recommendation.objects.get()
    said = words(page(cast, JUSTICE, "review", row.key))
    seen = ("Memory, truth", "¿Se forma?", "On no question", "Falta la mitad.", "Persons trained", "overdue", "Formar.")
    assert [part for part in seen if part not in said] == []
    told = {"state": "promised", "language": "es", "words": "En abril"}
    assert post(cast, JUSTICE, "follow_up", recommendation.key, **told).status_code == 302
    changed = {"name_es": "Otra", "since": "2027-02-01", "until": "2027-05-01", "seen": stands(row)}
    assert [post(cast, FOCAL_POINT, "changes", row.key, **changed).status_code for _ in "12"] == [302, 422]
    assert post(cast, FOCAL_POINT, "closings", row.key, next_on="nunca").status_code == 422
    assert post(cast, FOCAL_POINT, "closings", row.key, next_on="2027-03-10").status_code == 302
    assert "The next one begins on" in words(page(cast, FOCAL_POINT, "review", row.key))
    again = page(cast, FOCAL_POINT, "new", earlier=row.key)
    assert again.context["form"].initial["earlier"] == row.key
    begun = {"name_es": "Segunda", "since": "2027-03-01", "earlier": row.key}
    assert post(cast, FOCAL_POINT, "new", **begun).status_code == 302
    second = words(page(cast, FOCAL_POINT, "review", Review.objects.get(earlier=row).key))
    assert [part for part in ("¿Se forma?", "Still open from the review before") if part not in second] == []
    assert "The next review" in words(page(cast, FOCAL_POINT, "review", row.key))


def test_findings_and_questions_are_struck_out_and_stay_readable(cast):
    row = begin(cast)
    question = ask(cast, row)
    finding = find(cast, row, question=question)
    assert post(cast, FOCAL_POINT, "finding_strikings", finding.key).status_code == 302
    assert post(cast, FOCAL_POINT, "strikings", question.key).status_code == 302
    assert words(page(cast, FOCAL_POINT, "review", row.key)).count("struck out</span>") == 2


## Peers


def private_review(cast):
    """A review with something in every part of it."""
    row = begin(cast, title={"es": "Secreta T"}, initiative=initiative(cast, title="Secreta I"))
    question = ask(cast, row, words="Secreta Q")
    find(cast, row, question=question, words="Secreta F", evidence="Secreta E", file=FILE)
    follow(cast, recommend(cast, row, words="Secreta R"), words="Secreta U", file=FILE)
    return row


def secrets_in(answer) -> set[str]:
    said = words(answer)
    return {letter for letter in "TIQFERU" if f"Secreta {letter}" in said}


def test_who_was_not_invited_sees_nothing_at_all(cast):
    row = private_review(cast)
    invite(cast, row)
    for who in EVERYBODY_ELSE:
        assert page(cast, who, "review", row.key).status_code == 404
        assert secrets_in(page(cast, who, "home")) == secrets_in(cast.client(who).get("/")) == set()


@pytest.mark.parametrize(("scope", "seen"), [(Scope.QUESTIONS, set("TQ")), (Scope.WHOLE, set("TQFERU"))])
def test_an_invited_peer_reads_what_was_opened_to_it_and_nothing_else(cast, scope, seen):
    row = private_review(cast)
    invite(cast, row, "XC/validating_authority/MRE")
    third = Invitation.objects.get()
    hand_over(cast, third, "XC/validating_authority", words="De Cumbre")
    invite(cast, row, scope=scope)
    answer = page(cast, OTHER, "review", row.key)
    assert secrets_in(answer) == seen
    assert [
        part for part in ("De Cumbre", "Invite a peer", "Peers", "Release a summary") if part in words(answer)
    ] == []
    for name in ("changes", "questions", "recommendations", "invitations", "summaries"):
        assert page(cast, OTHER, name, row.key).status_code == 404
    files = [page(cast, OTHER, "file", one.key).status_code for one in Finding.objects.filter(invitation=None)]
    assert files == [200 if scope == Scope.WHOLE else 404]
    other = begin(cast, title={"es": "Otra"})
    assert page(cast, OTHER, "review", other.key).status_code == 404


def test_a_peer_hands_over_findings_that_only_the_member_and_it_read(cast):
    row = private_review(cast)
    invite(cast, row, scope=Scope.QUESTIONS)
    assert "You are invited as a peer to a review" in words(cast.client(OTHER).get("/"))
    sent = {"words": "Visto por Brisa", "language": "es"}
    assert post(cast, OTHER, "findings", row.key, **sent).status_code == 302
    assert "initiative" not in page(cast, OTHER, "findings", row.key).context["form"].fields
    for who in (OTHER, FOCAL_POINT, JUSTICE):
        assert "Visto por Brisa" in words(page(cast, who, "review", row.key))
    made = Finding.objects.get(words="Visto por Brisa")
    assert post(cast, "XB/alternate", "finding_strikings", made.key).status_code == 404
    assert post(cast, OTHER, "finding_strikings", made.key).status_code == 302
    own = Finding.objects.get(words="Secreta F")
    assert post(cast, OTHER, "finding_strikings", own.key).status_code == 404


@pytest.mark.parametrize("how", ["withdrawn", "closed"])
def test_after_the_end_a_peer_sees_nothing(cast, how):
    row = private_review(cast)
    made = hand_over(cast, invite(cast, row), file=FILE)
    own, told = Finding.objects.exclude(key=made.key).get(), Recommendation.objects.get()
    assert page(cast, OTHER, "file", own.key).status_code == 200
    if how == "closed":
        close(cast, row)
    else:
        uninvite(cast, Invitation.objects.get())
    gone = [("review", row.key), ("findings", row.key), ("file", own.key), ("file", made.key), ("follow_up", told.key)]
    assert {page(cast, OTHER, name, key).status_code for name, key in gone} == {404}
    assert secrets_in(page(cast, OTHER, "home")) == secrets_in(cast.client(OTHER).get("/")) == set()
    assert "Se ve bien." in words(page(cast, FOCAL_POINT, "review", row.key))


def test_a_whole_review_opens_the_files_of_its_follow_up_as_well(cast):
    row = private_review(cast)
    told = FollowUp.objects.get(recommendation__review=row)
    assert page(cast, OTHER, "follow_up_file", told.key).status_code == 404
    invite(cast, row)
    assert page(cast, OTHER, "follow_up_file", told.key).status_code == 200
    without = follow(cast, Recommendation.objects.get(), State.RUNNING)
    assert page(cast, FOCAL_POINT, "follow_up_file", without.key).status_code == 404
    assert page(cast, FOCAL_POINT, "file", find(cast, row).key).status_code == 404


def test_a_peer_is_invited_and_the_invitation_taken_back_on_the_page(cast, django_capture_on_commit_callbacks):
    row = private_review(cast)
    seat = cast.seats["XB/focal_point/MRE"]
    assert "Persona" not in words(page(cast, FOCAL_POINT, "invitations", row.key)).partition("<main")[2]
    with django_capture_on_commit_callbacks(execute=True):
        sent = {"seat": seat.key, "scope": "questions"}
        assert post(cast, FOCAL_POINT, "invitations", row.key, **sent).status_code == 302
    letter = Letter.objects.get(to=cast.account(OTHER))
    assert ("Aldea" in letter.subject, "Secreta" in letter.body) == (True, False)
    assert post(cast, FOCAL_POINT, "invitations", row.key, seat="x", scope="questions").status_code == 422
    made = Invitation.objects.get()
    assert post(cast, FOCAL_POINT, "invitation_withdrawals", made.key).status_code == 302
    assert "withdrawn" in words(page(cast, FOCAL_POINT, "review", row.key))


## Summaries


def test_a_summary_is_read_by_whom_it_was_released_to_and_by_nobody_else(cast, client):
    row = private_review(cast)
    sent = {"words_es": "En suma, se avanza.", "audience": "network"}
    assert post(cast, FOCAL_POINT, "summaries", row.key, **sent).status_code == 302
    standing = release(cast, row, "Otra suma.")
    here = reverse("reviews:summary", args=[standing.key])
    assert "Otra suma." in words(cast.client(OTHER).get(here))
    assert secrets_in(cast.client(OTHER).get(here)) == {"T"}
    assert client.get(here).status_code == 404
    shown = release(cast, row, audience=Audience.PUBLIC)
    assert client.get(here).status_code == 404
    assert client.get(reverse("reviews:summary", args=[shown.key])).status_code == 200
    assert "Secreta T" in words(client.get("/reviews/"))
    assert post(cast, FOCAL_POINT, "summary_withdrawals", row.key).status_code == 302
    assert client.get(reverse("reviews:summary", args=[shown.key])).status_code == 404
    assert "Secreta T" not in words(client.get("/reviews/"))


def test_the_reviews_of_an_initiative_stand_beside_it_for_its_own_seats(cast):
    row = private_review(cast)
    assert secrets_in(page(cast, JUSTICE, "initiative", row.initiative_id)) == {"T", "I"}
    assert page(cast, OTHER, "initiative", row.initiative_id).status_code == 404


## What waits, and letters


def test_the_desk_says_what_is_to_begin_and_what_was_recommended(cast):
    row = begin(cast)
    recommend(cast, row, institution=cast.institutions["XA/JUS"], by=TODAY, words="Formar más. " * 20)
    close(cast, row, next_on=TODAY + 3 * DAY)
    assert "Begin the next review" in words(cast.client(FOCAL_POINT).get("/"))
    said = words(cast.client(JUSTICE).get("/"))
    assert ("A recommendation of a review" in said, "Begin the next review" in said) == (True, False)
    for who in ("XA/representative/DEF", OTHER, SECRETARIAT):
        assert "Formar más" not in words(cast.client(who).get("/"))


def test_letters_remind_once_of_the_next_review_and_of_a_day_that_passed(cast):
    row = begin(cast)
    recommend(cast, row, institution=cast.institutions["XA/JUS"], by=TODAY)
    recommend(cast, row, by=TODAY)
    assert run_due(NOW) == 0
    after = datetime(2027, 3, 4, 12, tzinfo=UTC)
    assert run_due(after) == 1 + 2
    assert run_due(after) == 0
    close(cast, row, next_on=after.date())
    assert run_due(after) == 2
    begin(cast, earlier=row)
    assert run_due(after + timedelta(days=1)) == 0


## How much is asked of the database


def test_a_review_asks_as_much_of_the_database_for_three_of_each_as_for_one(cast):
    row = private_review(cast)
    invite(cast, row)

    def asked(who: str) -> int:
        client = cast.client(who)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("reviews:review", args=[row.key])).status_code == 200
            assert client.get(reverse("reviews:home")).status_code == 200
        return len(queries)

    before = [asked(who) for who in (FOCAL_POINT, OTHER)]
    for _time in range(2):
        question = ask(cast, row)
        find(cast, row, question=question, initiative=row.initiative, indicator=define(cast))
        follow(cast, recommend(cast, row, institution=cast.institutions["XA/JUS"]))
        invite(cast, begin(cast))
    assert [asked(who) for who in (FOCAL_POINT, OTHER)] == before
