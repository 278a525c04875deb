"""The pages of a risk analysis, for whoever is admitted and for everybody else."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import NOW, ZONE
from matrix_hands import bare, said_in
from tejido.desk.queries.sealed import sealed_analyses
from tejido.registry.queries import end_of
from tejido.risk import commands
from tejido.risk.models import Analysis, Asking, Summary
from tejido.risk.tests.made import ALT, FP, JUS, VA, admitted, begun
from tejido.risk.tests.test_access import LATER, followed

pytestmark = pytest.mark.django_db
OTHERS = (VA, "XB/focal_point", "network/secretariat")  # everybody stands in the permission matrix


def begin(client, **more):
    sent = {"title": "Título privado", "scope": "Todo", "language": "es", "years": "3", "passphrase": "", "again": ""}
    answer = client.post("/risk/beginnings/", sent | more)
    assert answer.status_code == 302, answer.content.decode()
    return Analysis.objects.latest("at")


def said(answer) -> str:
    return bare(answer.content.decode())


def part(client, row, number=3):
    found = re.findall(rf"/risk/{row.key}/parts/(\w+)/", client.get(f"/risk/{row.key}/").content.decode())
    return f"/risk/{row.key}/parts/{found[number - 1]}/"


def test_an_analysis_is_begun_filled_in_and_read(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    page = client.get(f"/risk/{row.key}/")
    assert page.status_code == 200
    assert "Título privado" in page.content.decode()
    places = re.findall(rf"/risk/{row.key}/parts/(\w+)/", page.content.decode())
    assert len(places) == 14
    here = f"/risk/{row.key}/parts/{places[2]}/"
    assert client.get(here).status_code == 200
    answer = client.post(here, {"found": "present", "words": "Lo que vemos", "base": "1"})
    assert answer.status_code == 302
    assert "Lo que vemos" in client.get(here).content.decode()
    assert client.get(f"{here}evidence/").status_code == 200
    answer = client.post(
        f"{here}evidence/", {"what": "Una nota", "day": "2026-05", "reliability": "B", "credibility": "2", "base": "2"}
    )
    assert answer.status_code == 302
    page = client.get(here).content.decode()
    assert "Una nota" in page
    entry = re.search(r"entry=(\w+)", page)[1]
    assert "Una nota" in client.get(f"{here}evidence/?entry={entry}").content.decode()
    for path in ("access/", "frame/", "summary/", "summary/preview/"):
        assert client.get(f"/risk/{row.key}/{path}").status_code == 200, path
    assert client.get(f"/risk/comparison/?with={row.key}").status_code == 200
    assert client.get("/risk/").status_code == 200
    answer = client.post(f"/risk/{row.key}/exports/")
    assert answer["Content-Type"].startswith("application/vnd")


## Whoever is not admitted


def test_for_everybody_else_nothing_changes_anywhere(cast, at_now):
    """Every page that others open is the same, byte by byte, with an analysis of Aldea's and without."""
    paths = ("/risk/", "/", "/memory/", "/proof/", "/search/?q=privado", "/members/XA/")
    clients = {who: cast.client(who) for who in OTHERS}
    before = {(who, path): said(client.get(path)) for who, client in clients.items() for path in paths}
    row = begin(cast.client(FP))
    client = cast.client(FP)
    client.post(f"/risk/{row.key}/openings/")
    client.post(part(client, row), {"words": "Lo que vemos", "base": "1"})
    commands.admit(actor=cast.actor(FP), analysis=row, seat=cast.seats[cast.office(ALT)], at=NOW)
    for (who, path), page in before.items():
        assert said(clients[who].get(path)) == page, (who, path)


def test_every_address_of_it_is_unknown_to_others_and_to_the_public(cast, client, at_now):
    own = cast.client(FP)
    row = begin(own)
    addresses = [
        part(own, row),
        *(f"/risk/{row.key}/{page}" for page in ("", "openings/", "access/", "summary/", "frame/")),
    ]
    for who in OTHERS:
        other = cast.client(who)
        for address in addresses:
            found, unknown = other.get(address), other.get(address.replace(row.key, "000000000000"))
            assert found.status_code == unknown.status_code == 404
            assert said(found).replace(row.key, "") == said(unknown).replace("000000000000", "")
    assert {client.get(address).status_code for address in (*addresses, "/risk/", "/risk/beginnings/")} == {404}


def test_a_removed_seat_with_an_open_page_is_a_stranger_at_once(cast, at_now):
    row = begin(cast.client(FP))
    admitted(cast, row)
    other = cast.client(ALT)
    other.post(f"/risk/{row.key}/openings/")
    here = part(other, row)
    commands.remove(actor=cast.actor(FP), analysis=row, seat=cast.seats[cast.office(ALT)].key, at=NOW)
    assert other.get(here).status_code == 404
    assert other.post(here, {"words": "x", "base": "1"}).status_code == 404
    assert Analysis.objects.get().version == 1


def test_another_browser_of_the_same_person_has_it_not_open(cast, at_now):
    row = begin(cast.client(FP))
    other = cast.client(FP)
    answer = other.get(f"/risk/{row.key}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/risk/{row.key}/openings/")
    assert "Título privado" not in said(other.get("/risk/"))


def test_the_secret_of_the_browser_goes_to_the_browser_alone(cast, at_now):
    client = cast.client(FP)
    begin(client)
    cookie = client.cookies["tejido_risk_key"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"], cookie["max-age"]) == ("/risk/", "Strict", True, "")
    client.cookies["tejido_risk_key"] = "not base 64!"
    assert client.get(f"/risk/{Analysis.objects.get().key}/").status_code == 302


def test_nothing_of_it_is_kept_on_the_way(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    for path in ("/risk/", f"/risk/{row.key}/", f"/risk/{row.key}/openings/", "/risk/000000000000/"):
        assert client.get(path)["Cache-Control"] == "private, no-store"


def test_pages_that_are_for_seats_of_members_are_for_them_alone(cast, at_now):
    assert cast.client("network/secretariat").get("/risk/beginnings/").status_code == 404
    assert cast.client("XB/focal_point").get("/risk/comparison/")["Location"] == "/risk/"


def test_whoever_follows_in_the_seat_is_told_who_admits_them_and_takes_over_where_nobody_is(cast, at_now):
    row = begun(cast)
    admitted(cast, row)
    followed(cast, FP, by=JUS)
    at_now(LATER)
    client = cast.client(FP)
    assert f"/risk/{row.key}/takings/" in said(client.get("/risk/"))
    assert "It admits you: ask its holder." in said(client.get(f"/risk/{row.key}/takings/"))
    assert client.post(f"/risk/{row.key}/takings/").status_code == 409
    followed(cast, ALT, by=VA)
    assert "Take it over" in said(client.get(f"/risk/{row.key}/takings/"))
    assert client.post(f"/risk/{row.key}/takings/")["Location"] == f"/risk/{row.key}/openings/"
    client.post(f"/risk/{row.key}/openings/")
    assert "other holder since: not admitted" in said(client.get(f"/risk/{row.key}/access/"))


## Writing


def test_what_was_typed_while_it_was_closed_is_not_lost(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    here = part(client, row)
    at_now(NOW + timedelta(hours=3))
    answer = client.post(here, {"words": "Lo que escribí en tres horas", "base": "1"})
    assert answer.status_code == 409
    assert "Lo que escribí en tres horas" in said(answer)
    client.post(f"/risk/{row.key}/openings/")
    assert client.post(here, {"words": "Lo que escribí en tres horas", "base": "1"}).status_code == 302
    assert "Lo que escribí en tres horas" in said(client.get(here))


def test_a_passphrase_is_never_shown_again(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    phrase = "una frase de paso larga"
    answer = client.post(f"/risk/{row.key}/renewals/", {"passphrase": phrase, "again": "otra"})
    assert answer.status_code == 422
    assert phrase not in said(answer)
    at_now(NOW + timedelta(hours=3))
    answer = client.post(f"/risk/{row.key}/renewals/", {"passphrase": phrase, "again": phrase})
    assert answer.status_code == 409
    assert phrase not in said(answer)


def test_after_new_keys_it_is_open_here_and_the_old_passphrase_is_none(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    phrase = "una frase de paso larga"
    assert client.post(f"/risk/{row.key}/renewals/", {"passphrase": phrase, "again": phrase}).status_code == 302
    assert client.get(f"/risk/{row.key}/").status_code == 200
    client.post(f"/risk/{row.key}/closings/")
    assert client.post(f"/risk/{row.key}/openings/").status_code == 422
    assert client.post(f"/risk/{row.key}/openings/", {"passphrase": "no es la frase"}).status_code == 409
    assert client.post(f"/risk/{row.key}/openings/", {"passphrase": phrase}).status_code == 302


@pytest.mark.parametrize(
    ("page", "first", "second", "kept"),
    [
        ("", {"words": "De una"}, {"words": "De otro", "groups": "Grupo"}, ("De una", "De otro", "Grupo")),
        ("frame/", {"title": "Uno"}, {"title": "Otro", "told": "A nadie"}, ("Uno", "Otro", "A nadie")),
        ("summary/", {"title": "Uno"}, {"title": "Otro"}, ("Uno", "Otro")),
    ],
)
def test_two_who_save_at_once_see_three_versions_and_lose_nothing(cast, at_now, page, first, second, kept):
    client = cast.client(FP)
    row = begin(client)
    here = f"/risk/{row.key}/{page}" if page else part(client, row)
    assert client.post(here, first | {"base": "1"}).status_code == 302
    answer = client.post(here, second | {"base": "1"})
    assert answer.status_code == 409
    assert all(words in said(answer) for words in kept)
    assert 'name="base" value="2"' in said(answer)
    assert client.post(here, second | {"base": "2"}).status_code == 302


def test_a_piece_of_evidence_changed_by_two_is_told_in_words(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    here = part(client, row)
    client.post(f"{here}evidence/", {"what": "Uno", "base": "1"})
    entry = re.search(r"entry=(\w+)", said(client.get(here)))[1]
    client.post(f"{here}evidence/", {"what": "Dos", "reliability": "B", "entry": entry, "base": "2"})
    answer = client.post(f"{here}evidence/", {"what": "Tres", "entry": entry, "base": "2"})
    assert answer.status_code == 409
    assert "Reliability of the source: B: has mostly been right" in said(answer)
    assert client.post(f"{here}evidence/", {"what": "Tres", "entry": entry, "base": "3"}).status_code == 302
    assert client.post(f"{here}removals/", {"entry": entry}).status_code == 302
    assert client.post(f"{here}removals/", {"entry": entry}).status_code == 409
    assert client.post(f"{here}removals/", {"entry": "x" * 99}).status_code == 404
    assert client.get(f"{here}evidence/?entry={entry}").status_code == 404


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("frame/", {"title": ""}),
        ("summary/", {"title": ""}),
    ],
)
def test_what_cannot_be_read_is_said_by_its_field(cast, at_now, page, sent):
    client = cast.client(FP)
    row = begin(client)
    answer = client.post(f"/risk/{row.key}/{page}", sent)
    assert answer.status_code == 422
    assert 'class="errors"' in said(answer)


def test_a_factor_has_words_for_faults_too(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    here = part(client, row)
    assert client.post(here, {"found": "enormous", "base": "1"}).status_code == 422
    assert client.post(f"{here}evidence/", {"what": "", "base": "1"}).status_code == 422
    assert client.get(f"/risk/{row.key}/parts/00000000000000000000/").status_code == 404
    assert client.post("/risk/beginnings/", {"title": ""}).status_code == 422
    assert client.get("/risk/beginnings/").status_code == 200


## Access


def test_the_page_of_access_admits_hands_over_and_removes(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    seats = {who: cast.seats[cast.office(who)].key for who in (FP, ALT, JUS)}
    here = f"/risk/{row.key}/"
    assert client.post(f"{here}admissions/", {"seat": seats[ALT]}).status_code == 302
    assert client.post(f"{here}admissions/", {"seat": "000000000000"}).status_code == 404
    assert client.post(f"{here}last-days/", {"day": "2029-01-01"}).status_code == 302
    assert client.post(f"{here}forgettings/").status_code == 302
    for name in ("admissions", "removals", "leads", "last-days"):
        assert client.post(f"{here}{name}/").status_code == 302
    page = said(client.get(f"{here}access/"))
    assert "Risk analysis begun" in page
    assert "Hand the lead over" in page
    assert client.post(f"{here}leads/", {"seat": seats[ALT]}).status_code == 302
    assert client.post(f"{here}removals/", {"seat": seats[FP]}).status_code == 302
    assert client.get(here).status_code == 404


def test_it_is_destroyed_by_the_page_and_the_first_page_says_so(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    assert client.post(f"/risk/{row.key}/destructions/").status_code == 302
    page = said(client.get("/risk/"))
    assert "Destroyed" in page
    assert client.get(f"/risk/{row.key}/").status_code == 404


def test_the_whole_of_it_as_word_says_that_it_is_not_sealed(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    here = part(client, row)
    client.post(here, {"words": "Lo que vemos", "found": "present", "base": "1"})
    client.post(f"{here}evidence/", {"what": "Una nota", "base": "2"})
    answer = client.post(f"/risk/{row.key}/exports/")
    words = said_in(answer.content)
    assert all(each in words for each in ("Lo que vemos", "Una nota", "There, and steady", "This file is not sealed"))


## Summaries


@pytest.fixture
def shared(cast, at_now):
    """A summary that was asked for, and the browsers of who asked and of the second person."""
    first, second = cast.client(FP), cast.client(ALT)
    row = begin(first)
    admitted(cast, row)
    second.post(f"/risk/{row.key}/openings/")
    sent = {"title": "Resumen", "introduction": "Intro", "words_3": "Una frase.", "found_3": "on", "confidence_3": "on"}
    first.post(part(first, row), {"found": "present", "confidence": "low", "words": "PRIVADO", "base": "1"})
    assert first.post(f"/risk/{row.key}/summary/", sent | {"base": "2"}).status_code == 302
    return row, first, second


def ask(client, row, **sent):
    page = said(client.get(f"/risk/{row.key}/summary/preview/"))
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    answer = client.post(f"/risk/{row.key}/summary/askings/", {"seen": seen} | sent)
    assert answer.status_code == 302, said(answer)
    return f"/risk/{row.key}/summary/askings/{Asking.objects.get(settled_at=None).key}/"


def test_a_summary_is_seen_as_its_readers_see_it_and_released_by_two(cast, shared):
    row, first, second = shared
    preview = said(first.get(f"/risk/{row.key}/summary/preview/"))
    assert "Una frase." in preview
    assert "PRIVADO" not in preview
    here = ask(first, row, readers="members", codes=["XB"])
    assert "Take the request back" in said(first.get(here))
    assert "waits for a second person" in said(first.get(f"/risk/{row.key}/summary/"))
    (waiting,) = sealed_analyses(cast.actor(ALT), NOW)
    assert waiting.url == here
    assert list(sealed_analyses(cast.actor(FP), NOW)) == []
    assert second.post(f"{here}agreements/").status_code == 302
    released = f"/risk/summaries/{Summary.objects.get().key}/"
    reader = cast.client("XB/focal_point")
    page = said(reader.get(released))
    assert all(words in page for words in ("Resumen", "Una frase.", "There, and steady", "Low: few sources"))
    assert "PRIVADO" not in page
    assert "Resumen" in said(reader.get("/risk/"))
    assert cast.client(VA).get(released).status_code == 404
    assert cast.client(VA).get(f"{released}docx").status_code == 404
    assert reader.get(f"{released}exe").status_code == 404


def test_a_summary_is_taken_along_without_who_made_it_and_withdrawn(cast, shared):
    row, first, second = shared
    here = ask(first, row, readers="network")
    second.post(f"{here}agreements/")
    released = f"/risk/summaries/{Summary.objects.get().key}/"
    reader = cast.client("XB/focal_point")
    answer = reader.get(f"{released}docx")
    words = said_in(answer.content)
    assert "Una frase." in words
    assert "PRIVADO" not in words
    assert "focal_point" not in words
    assert cast.account(FP).email not in words
    assert "Withdraw it" not in said(reader.get(released))
    assert first.post(f"{released}withdrawals/").status_code == 302
    assert reader.get(released).status_code == 404
    assert "Withdrawn on" in said(first.get(released))
    assert first.get(f"{released}docx").status_code == 404
    assert "Withdrawn summary" in said(first.get(f"/risk/{row.key}/summary/"))


def test_as_a_file_it_is_handed_on_by_the_admitted_alone(cast, shared):
    row, first, second = shared
    here = ask(first, row, readers="file")
    assert first.get(f"{here}docx").status_code == 404
    second.post(f"{here}agreements/")
    assert first.get(f"{here}docx").status_code == 200
    assert "Agreed by a second person" in said(first.get(here))
    assert cast.client(VA).get(f"{here}docx").status_code == 404


def test_refused_or_taken_back_nothing_is_released(cast, shared, at_now):
    row, first, second = shared
    second.post(f"{ask(first, row, readers='network')}refusals/")
    here = ask(first, row, readers="network")
    first.post(f"{here}takings-back/")
    assert not Summary.objects.exists()
    here = ask(first, row, readers="network")
    at_now(NOW + timedelta(days=8))
    first = cast.client(FP)
    first.post(f"/risk/{row.key}/openings/")
    assert "Its week is over" in said(first.get(here))


def test_an_empty_summary_says_what_to_do_next(cast, at_now):
    client = cast.client(FP)
    row = begin(client)
    assert "Nothing is chosen yet" in said(client.get(f"/risk/{row.key}/summary/preview/"))


## How much is asked of the database


@pytest.mark.parametrize("path", ["/risk/", "/risk/comparison/", "access/", "summary/"])
def test_a_page_asks_the_same_number_of_questions_however_much_there_is(cast, at_now, path):
    client = cast.client(FP)
    numbers = []
    for _size in (1, 3):
        while Analysis.objects.count() < _size:
            rows = [begin(client)]
        client.post(part(client, rows[0]), {"words": "x", "base": "1"})
        key = Analysis.objects.first().key
        several = list(Analysis.objects.values_list("key", flat=True))
        chosen = {"with": several[:1]} if path == "/risk/comparison/" else {}
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path if path.startswith("/") else f"/risk/{key}/{path}", chosen).status_code == 200
        numbers.append(len(asked))
    assert len(set(numbers)) == 1


def test_the_desk_is_told_of_a_last_day_that_is_near(cast):
    row = begun(cast)
    near = NOW.replace(year=2030) - timedelta(days=20)
    assert list(sealed_analyses(cast.actor(FP), NOW)) == []
    (waiting,) = sealed_analyses(cast.actor(FP), near)
    assert waiting.url == f"/risk/{row.key}/openings/"
    assert waiting.until == end_of(row.ends_on)
    assert waiting.zone == ZONE
    assert list(sealed_analyses(cast.actor(ALT), near)) == []


def test_every_seat_reaches_it_from_the_other_programmes(cast):
    for who in (FP, "network/secretariat"):
        html = cast.client(who).get("/risk/").content.decode()
        assert '<a href="/risk/" aria-current="page">Risk analysis</a>' in html
        assert '<a href="/risk/">Risk analysis</a>' in cast.client(who).get("/initiatives/").content.decode()
