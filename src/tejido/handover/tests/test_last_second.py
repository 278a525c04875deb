"""An expired seat's open session can do nothing in the next second, and the successor acts from that second on."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cast import FIRST, NOW, ZONE, Cast, show_second_factor
from tejido.deliberation.models import Answer, Contribution, Remark
from tejido.handover.commands import Successor, ask_replacement, tell_due
from tejido.handover.models import Note
from tejido.handover.queries.replacements import planned_for
from tejido.ledger.audit import audit
from tejido.ledger.models import Line
from tejido.people.models import Account
from tejido.registry.commands import end_mandate
from tejido.registry.models import Mandate, Seat
from tejido.registry.queries import actor_for, mandates_of

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
FP = "XA/focal_point"
LOCAL = (NOW + timedelta(days=2)).replace(tzinfo=None)
PAGES = (
    "/memory/",
    "/handover/",
    "/brief/",
    "/texts/texto/",
    "/texts/texto/files/es.md",
    "/rounds/{}/position/",
    f"/rounds/{{}}/reading/{FIRST}/",
    "/rounds/{}/comments/",
)


@pytest.fixture
def change(cast: Cast, round_):
    """The focal point of Aldea is followed in two days, in a minute of Asunción."""
    eva = Successor("eva@example.org", "Eva", "es", ZONE)
    return ask_replacement(
        actor=cast.actor("XA/alternate"),
        seat=cast.seats[cast.office(FP)],
        local=LOCAL,
        zone=ZONE,
        successor=eva,
        at=NOW,
    )


@pytest.fixture
def browsers(cast: Cast, change, at_now):
    """The outgoing holder's session, and the incoming one's, both open since an hour before the change."""
    at_now(change.ends_at - timedelta(hours=1))
    old = cast.client(FP)
    new = cast.client("XA/alternate")  # a browser; it is signed in as the successor instead
    eva = Account.objects.get(email="eva@example.org")
    new.force_login(eva)
    show_second_factor(new)
    return old, new


def reads(browser, round_) -> list[bool]:
    """Which pages of a seat this browser still gets."""
    return [browser.get(page.format(round_.key), headers={"hx-request": "true"}).status_code == 200 for page in PAGES]


def writes(browser, round_) -> list[int]:
    where = {"passage": FIRST, "type": "technical", "language": "es"}
    said = {**where, "stance": "amend", "wording": "No.", "reason": "No."}
    posts = {
        "/rounds/{}/remarks/": {**where, "body": "Tarde."},
        "/rounds/{}/answers/": said,
        "/rounds/{}/contributions/": {},
        "/handover/drafts/": {"markdown": "tarde"},
        "/handover/notes/": {"markdown": "tarde"},
        "/handover/matters/": {"words": "tarde"},
        "/proof/receipts/": {},
    }
    return [browser.post(page.format(round_.key), sent).status_code for page, sent in posts.items()]


def test_the_old_session_works_until_the_last_second_and_not_in_the_next(cast, round_, change, browsers, at_now):
    old, new = browsers
    at_now(change.ends_at - SECOND)
    assert all(reads(old, round_))
    assert not any(reads(new, round_))  # the successor is nobody yet
    for at in (change.ends_at, change.ends_at + SECOND):
        at_now(at)
        lines = Line.objects.count()
        assert not any(reads(old, round_))
        assert set(writes(old, round_)) <= {302, 403, 404, 409}
        assert (Line.objects.count(), Remark.objects.count(), Answer.objects.count()) == (lines, 0, 0)
        assert not Contribution.objects.exists()
        assert not Note.objects.exists()
        assert all(reads(new, round_))


def test_the_successor_s_first_act_can_be_in_the_first_second(cast, round_, change, browsers, at_now):
    old, new = browsers
    at_now(change.ends_at - SECOND)
    assert writes(old, round_)[0] == 302
    at_now(change.ends_at)
    assert writes(new, round_)[0] == 302
    assert list(Line.objects.filter(act="remark-made").order_by("at").values_list("mandate", flat=True)) == [
        change.outgoing_id,
        change.incoming_id,
    ]


def test_names_of_the_own_house_are_gone_with_the_seat(cast, round_, change, browsers, at_now):
    old, _ = browsers
    at_now(change.ends_at - SECOND)
    assert "Persona de XA/alternate" in old.get("/members/XA/").content.decode()
    at_now(change.ends_at)
    assert "Persona de XA/alternate" not in old.get("/members/XA/").content.decode()


def test_the_change_is_told_to_all_in_its_minute_and_once(cast, round_, change):
    def shared() -> list[str]:
        told = Line.objects.filter(tree="network", act__in=["mandate-ended", "mandate-begun"], office="clock")
        return sorted(told.values_list("act", flat=True))

    assert [tell_due(at=change.ends_at - SECOND), shared()] == [0, []]
    assert tell_due(at=change.ends_at + SECOND) == 1
    assert tell_due(at=change.ends_at + SECOND) == 0
    assert shared() == ["mandate-begun", "mandate-ended"]
    assert audit().ok


def told() -> list[tuple[str, str]]:
    """What the clock has written for all, and of which mandate."""
    lines = Line.objects.filter(tree="network", office="clock").order_by("act")
    return list(lines.values_list("act", "object"))


def test_an_end_that_came_earlier_is_not_told_a_second_time_for_another_minute(cast, change):
    outgoing = Mandate.objects.get(key=change.outgoing_id)
    end_mandate(actor=cast.actor("XA/alternate"), mandate=outgoing, until=NOW + SECOND, at=NOW + SECOND)
    assert planned_for(change.seat, NOW + SECOND) is None
    assert tell_due(at=change.ends_at) == 1
    assert told() == [("mandate-begun", change.incoming_id)]


@pytest.mark.parametrize("later", [{"since": NOW + timedelta(days=3)}, {"until": NOW + timedelta(days=2)}])
def test_a_beginning_that_was_moved_or_never_came_is_not_told(cast, change, later):
    Mandate.objects.filter(key=change.incoming_id).update(**later)
    tell_due(at=change.ends_at)
    assert told() == [("mandate-ended", change.outgoing_id)]


def test_a_change_without_a_successor_tells_the_end_alone(cast):
    seat = cast.seats[cast.office(FP)]
    by = cast.actor("XA/alternate")
    change = ask_replacement(actor=by, seat=seat, local=LOCAL, zone=ZONE, successor=None, at=NOW)
    assert planned_for(seat, NOW) == change
    tell_due(at=change.ends_at)
    assert told() == [("mandate-ended", change.outgoing_id)]


## At any instant exactly the mandates valid then act

instants = st.integers(0, 40)
spans = st.lists(st.tuples(instants, st.none() | instants), min_size=1, max_size=6)


@given(spans=spans, probe=st.integers(-2, 42))
@settings(max_examples=40, deadline=None)
def test_exactly_the_mandates_valid_at_an_instant_act(spans, probe):
    """Open, future, ended, overlapping and empty mandates of one person in several seats."""
    made = [
        Mandate(seat=Seat(), since=NOW + a * SECOND, until=None if b is None else NOW + b * SECOND) for a, b in spans
    ]
    at = NOW + probe * SECOND
    expected = [m.since <= at and (m.until is None or at < m.until) for m in made]
    assert [m.is_valid_at(at) for m in made] == expected


def test_the_actor_is_made_of_the_mandates_valid_then_and_no_other(cast):
    account, seats = cast.account(FP), [cast.seats[cast.office(o)] for o in (FP, "XB/alternate", "XC/alternate")]
    Mandate.objects.filter(account=account).delete()
    bounds = [(0, 10), (10, None), (5, 15)]
    rows = [
        Mandate.objects.create(
            seat=seat, account=account, since=NOW + a * SECOND, until=None if b is None else NOW + b * SECOND
        )
        for seat, (a, b) in zip(seats, bounds, strict=True)
    ]
    for second in range(-1, 18):
        at = NOW + second * SECOND
        valid = {row.key for row in rows if row.is_valid_at(at)}
        assert {m.key for m in mandates_of(str(account.pk), at)} == valid
        actors = {actor_for(str(account.pk), seat.key, at)[0].mandate for seat in seats}
        assert actors == (valid or {""})
