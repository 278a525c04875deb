"""What Aldea does among its own is in no letter and no receipt of others, in no line of the log or of a shared ledger,
and not at the console; and Aldea's own seats see all of it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import TestCase

from cast import NOW, SECTION_A, ZONE, Cast
from matrix_hands import addresses_of, bare, browser_of, for_a_module, said_in, send, undone
from matrix_requests import file, of_course
from matrix_rows import rows
from matrix_tables import NETWORK
from matrix_world import CANARY, RELEASED, Course, prepare_in_private, private_world, shared_world, speak
from tejido.deliberation.jobs import run_due
from tejido.deliberation.tests.doings import DAY, HOUR
from tejido.ledger.keys import new_key
from tejido.ledger.models import Line
from tejido.people.commands import send_queued
from tejido.registry.commands import create_seat
from tejido.registry.names import Role

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
# Who must see what of Aldea's own: so that not finding it elsewhere says something.
SEEN = {
    "XA/focal_point": {
        "members": ("XA/focal_point/MRE", "XA/representative/DEF"),
        "position": ("remark copied", "wording loose", "answer", "reason", "return"),
        "section": ("draft",),
        "text": ("Texto", "La prevención"),
        "history": ("Se aclaró.",),
        "objected": ("No corresponde.",),
    },
    "XA/validating_authority": {"position": ("remark loose", "answer"), "silence": ("Con reserva.",)},
    "XA/representative/JUS": {
        "own position": ("remark copied", "answer", "reason"),
        "comments": (f"{RELEASED} wording", f"{RELEASED} reason"),
        "comment": ("Se toma nota.",),
        "texts": ("Texto",),
    },
}


@dataclass(frozen=True)
class Story:
    """Aldea has prepared in the network and in its own mechanism, and everybody who had to be was written to."""

    cast: Cast
    network: Course
    mechanism: Course
    mails: list[EmailMessage]


@pytest.fixture(scope="module")
def story(django_db_setup, django_db_blocker) -> Iterator[Story]:
    """Made once: the tests of this module look at it, and leave it as it was."""
    with for_a_module(django_db_blocker):
        yield told_story()


def told_story() -> Story:
    with TestCase.captureOnCommitCallbacks(execute=True):  # which queues the letters
        cast, network = shared_world()
        speak(network)
        prepare_in_private(network)
        mechanism = private_world(cast)
    mail.outbox.clear()
    with undone():
        sent = -1
        while sent < len(mail.outbox):  # a look of the clock sends only so many
            sent = len(mail.outbox)
            run_due(NOW + 29 * DAY + HOUR)  # the reminders of every deadline
            send_queued(at=NOW + 29 * DAY + HOUR)
    return Story(cast, network, mechanism, list(mail.outbox))


def places(story: Story) -> dict[str, str]:
    own, network = story.mechanism, story.network
    return {
        "members": "/members/XA/",
        "texts": "/texts/",
        "text": f"/texts/{own.texts['open'].slug}/",
        "section": f"/texts/{own.texts['open'].slug}/sections/{SECTION_A}/?language=es",
        "history": f"/texts/{own.texts['open'].slug}/history/",
        "position": f"/rounds/{network.rounds['preparing'].key}/position/",
        "own position": f"/rounds/{own.rounds['preparing'].key}/position/",
        "comments": f"/rounds/{own.rounds['done'].key}/comments/",
        "comment": f"/comments/{own.comment.key}/",
        "silence": f"/procedures/{own.procedures['silence'].key}/",
        "objected": f"/procedures/{own.procedures['objected'].key}/",
    }


@pytest.mark.parametrize("who", SEEN)
def test_the_seats_of_aldea_see_what_is_their_own(story, who):
    client, where = browser_of(story.cast, who), places(story)
    pages = {place: said_in(client.get(where[place]).content) for place in SEEN[who]}
    missing = [
        (place, said) for place, found in SEEN[who].items() for said in found if f"{CANARY} {said}" not in pages[place]
    ]
    assert missing == []


def test_inside_the_mechanism_an_institution_s_preparation_is_its_own_and_a_draft_its_seat_s(story):
    """Justice prepares; the focal points who serve the mechanism, and Defence beside it, read nothing of that."""
    of_justice = ("remark copied", "wording loose", "answer", "reason", "cleared", "why")
    addresses = [
        at for at in addresses_of(story.mechanism) if "/rounds/" in at or "/sections/" in at or "/comments/" in at
    ]
    for who in ("XA/focal_point", "XA/alternate", "XA/validating_authority", "XA/representative/DEF"):
        client = browser_of(story.cast, who)
        pages = "".join(said_in(client.get(address).content) for address in (*addresses, "/", "/memory/"))
        assert [said for said in of_justice if f"{CANARY} {said}" in pages] == [], who
        assert (f"{CANARY} draft" in pages) == (who == "XA/focal_point"), who


def test_the_shared_ledger_holds_nothing_of_it_and_no_ledger_hashes_what_was_written(story):
    lines = list(Line.objects.all())
    assert any(CANARY in str(line.details) for line in lines if line.tree_id.startswith("member:XA"))
    shared = [line for line in lines if not line.tree_id.startswith("member:XA")]
    assert [line.act for line in shared if CANARY.lower() in f"{line.facts}{line.details}{line.office}".lower()] == []
    assert [line.act for line in lines if CANARY.lower() in bytes(line.canonical).decode().lower()] == []


def test_no_letter_to_others_tells_of_it_and_each_goes_to_one_person(story):
    assert all(len(letter.recipients()) == 1 for letter in story.mails)
    own = [letter for letter in story.mails if letter.to[0].startswith(CANARY.lower())]
    others = [letter for letter in story.mails if letter not in own]
    assert any(CANARY in letter.subject for letter in own)
    assert len(others) > 20
    assert [letter.to for letter in others if CANARY.lower() in f"{letter.subject}{letter.body}".lower()] == []


@pytest.mark.parametrize("who", ["XB/focal_point", "network/secretariat"])
def test_a_receipt_names_no_ledger_of_another_member_and_compares_with_none(story, who):
    client = browser_of(story.cast, who)
    with undone():
        assert b"member:XA" not in client.post("/proof/receipts/").content
        of_aldea = browser_of(story.cast, "XA/focal_point").post("/proof/receipts/").content
        assert b"member:XA" in of_aldea
        page = client.post("/proof/comparisons/", {"file": file("a.receipt.json", of_aldea)}).content.decode()
    assert page.count("El libro de la red") == 2
    assert not any(words in page for words in ("member:XA", "(XA)"))


def test_at_the_console_there_is_no_text_of_a_member(story, typed):
    assert CANARY.lower() not in typed("text", "list", "--json").out.lower()
    own = story.mechanism.texts["open"].slug
    said = typed("text", "export", own, "--to", "anywhere")
    assert said.code != 0
    assert CANARY not in said.out + said.err


def test_who_names_somebody_by_an_address_learns_neither_whose_it_is_nor_that_there_is_an_account(story):
    """The page says the name that was typed, whoever the address belongs to."""
    pages = []
    for address in (story.cast.account("XA/focal_point").email, "nadie@example.org"):
        with undone():
            seat = create_seat(
                actor=story.cast.actor("XB/focal_point"), institution=story.cast.institutions["XB/JUS"],
                role=Role.REPRESENTATIVE, title={"es": "Otra"}, at=NOW,
            )  # fmt: skip
            client = browser_of(story.cast, "XB/focal_point")
            sent = {"email": address, "name": "Quien sea", "language": "es", "zone": ZONE}
            assert client.post(f"/seats/{seat.key}/appointments/", sent).status_code == 302
            page = bare(client.get("/members/XB/").content.decode())
            pages.append(page.replace(seat.key, "…"))
    assert "Quien sea" in pages[1]
    assert pages[0] == pages[1]


@pytest.fixture
def log(monkeypatch) -> StringIO:
    """What the house writes down, however much it is told to."""
    root = logging.getLogger()
    handler = next(handler for handler in root.handlers if type(handler) is logging.StreamHandler)
    monkeypatch.setattr(handler, "stream", StringIO())
    monkeypatch.setattr(root, "level", logging.DEBUG)
    return handler.stream


def test_no_line_of_the_log_holds_what_was_written(story, log):
    """While Aldea does each act, and asks for an address of its own that leads nowhere."""
    for who, course in (("XA/representative/JUS", story.mechanism), ("XA/focal_point", story.network)):
        client, asks = browser_of(story.cast, who), of_course(course)
        for row in [row for row in rows(NETWORK) if row.method == "POST"]:
            with undone():
                send(client, row, asks[row.name])
    client.get(f"/texts/{story.mechanism.texts['open'].slug}/pictures/gone/")
    assert "Not Found" in log.getvalue()
    assert [line for line in log.getvalue().splitlines() if CANARY.lower() in line.lower()] == []


def test_one_key_says_nothing_of_the_next():
    """Not the order: of many pairs about half rise. Not the number: no beginning is shared."""
    keys = [new_key() for _ in range(400)]
    assert 120 < sum(first < second for first, second in pairwise(keys)) < 280
    assert len(set(keys)) == 400
    assert len({key[:2] for key in keys}) > 200
