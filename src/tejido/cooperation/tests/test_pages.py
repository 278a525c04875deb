"""The pages of the South-South desk: from a request to a result by forms, and what each of them costs."""

import pytest

from cast import NOW
from counting import queries_of
from tejido.cooperation.commands import hide_posting
from tejido.cooperation.models import Posting, Project
from tejido.desk.queries.elsewhere import SOURCES
from tejido.desk.queries.together import at_the_south_south_desk
from tejido.meetings.tests.doings import convened

from .doings import (
    ALDEA,
    BRISA,
    CUMBRE,
    DAY,
    SEC,
    accept,
    agreed,
    ask_for,
    completed,
    confirm,
    context,
    dated,
    end,
    evaluate,
    offer,
    propose,
    result,
    show,
    show_result,
)

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
ASKED = {
    "kind": "expert", "title_es": "Formar a la policía", "says_es": "Treinta personas.", "words_es": "cárceles",
    "tasks": ["training"], "languages": ["es"], "since": "2027-04-01", "until": "2027-05-01",
}  # fmt: skip  # one form
TERMS = {"title_es": "Un curso", "says_es": "Dos docentes.", "conditions_es": "Aldea paga.", "since": "2027-04-01"}


@pytest.fixture(autouse=True)
def _now(at_now):
    """Views read the clock of the cast."""


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def sent(client, address, **values):
    """Where an act leads."""
    answer = client.post(address, values)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer["Location"].partition("#")[0]


def hidden(name, html):
    """The value of the first hidden field of this name."""
    return html.split(f'name="{name}" value="')[1].split('"')[0]


def test_from_a_request_to_a_shown_result_by_forms(cast):
    aldea, brisa, cumbre = cast.client(ALDEA), cast.client(BRISA), cast.client(CUMBRE)
    assert "Nothing that is shown to you matches" in page(aldea, "/cooperation/")
    posting = sent(aldea, "/cooperation/postings/new/request/", **ASKED)
    assert "A draft" in page(aldea, posting)
    sent(
        aldea,
        f"{posting}words/",
        **{**ASKED, "title_pt": "Formar", "seen": hidden("seen", page(aldea, f"{posting}words/"))},
    )
    sent(aldea, f"{posting}showings/", reach="network", seen=hidden("seen", page(aldea, posting)))
    show(cast, offer(cast))
    assert "the same task of a mechanism: Training of public officials" in page(brisa, "/cooperation/")
    key = posting.split("/")[-2]
    form = page(brisa, f"/cooperation/projects/new/?other={key}")
    assert "Treinta personas." in form
    project = sent(brisa, "/cooperation/projects/new/", **TERMS, other=key, partners=["XA"])
    assert Project.objects.get().request == Posting.objects.get(key=key)
    assert "Still to accept: Aldea, Brisa." in page(aldea, project)
    other = page(aldea, f"{project}terms/")
    sent(aldea, f"{project}terms/", **{**TERMS, "title_es": "Un curso breve"}, seen=hidden("seen", other))
    for client in (aldea, brisa):
        sent(client, f"{project}acceptances/", seen=hidden("seen", page(client, project)))
    assert "Agreed by every member" in page(aldea, project)
    sent(aldea, f"{project}talks/", words="¿Cuándo?", language="es")
    sent(brisa, f"{project}steps/", what="Programa", whose="XB", language="es")
    step = page(brisa, project).split(f'action="{project}steps/')[2].split('"')[0]
    sent(brisa, f"{project}steps/{step}", how="done")
    meeting = convened(cast)
    sent(aldea, f"{project}meetings/", meeting=meeting.key)
    assert "¿Cuándo?" in page(brisa, project)
    sent(aldea, f"{project}results/", says_es="Se dictó.")
    for client in (aldea, brisa):
        digest = context(cast, Project.objects.get()).result.digest
        sent(client, f"{project}confirmations/", seen=digest)
        page(cumbre, project, 404)
    assert "/practices/" in sent(aldea, f"{project}practices/")
    assert "The good practice that our member made of it" in page(aldea, project)
    assert "The good practice that our member made of it" not in page(brisa, project)
    for client in (aldea, brisa):
        sent(client, f"{project}releases/", seen=digest)
        sent(client, f"{project}evaluations/", worth="fully", heard="network" if client is brisa else "own")
    read = page(cumbre, project)
    assert "Se dictó." in read
    assert "¿Cuándo?" not in read
    assert "Un curso breve" in page(cumbre, "/cooperation/")
    sent(aldea, f"{project}release-withdrawals/")
    page(cumbre, project, 404)
    assert "History" in page(aldea, project)


def test_a_match_that_has_led_to_a_project_leads_to_it_instead_of_to_another_proposal(cast):
    aldea, asked, offered = cast.client(ALDEA), ask_for(cast), offer(cast)
    show(cast, offered)
    again = f"/cooperation/projects/new/?other={offered.key}"
    assert again in page(aldea, "/cooperation/")
    row = propose(cast, postings=[asked, offered])
    for address in ("/cooperation/", f"/cooperation/postings/{asked.key}/"):
        html = page(aldea, address)
        assert (f'href="/cooperation/projects/{row.key}/">Open the project' in html, again in html) == (True, False)


def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_is_kept(cast):
    aldea = cast.client(ALDEA)
    wrong = aldea.post("/cooperation/postings/new/offer/", {"title_es": "Taller", "until": "1"})
    assert wrong.status_code == 422
    assert b"Taller" in wrong.content
    nameless = aldea.post("/cooperation/postings/new/offer/", {"kind": "training"})
    assert '<a href="#id_title_en">Title (English)</a>: Give a title in' in nameless.content.decode()
    alone = aldea.post("/cooperation/projects/new/", {"title_es": "Curso"}).content.decode()
    assert '<a href="#id_partners_0">With these members</a>: Choose at least one other member.' in alone
    assert '<a href="#id_says_en">' in alone
    project = f"/cooperation/projects/{agreed(cast).key}/"
    for address, values in (
        ("showings", None),
        ("talks", {}),
        ("steps", {"what": ""}),
        ("endings", {}),
        ("results", {"says_es": "x" * 4001}),
        ("evaluations", {}),
    ):
        if values is not None:
            assert "message error" in page(aldea, sent(aldea, f"{project}{address}/", **values)), address
    posting = f"/cooperation/postings/{ask_for(cast).key}/"
    assert "message error" in page(aldea, sent(aldea, f"{posting}showings/", reach="nobody"))
    assert aldea.post(f"{project}terms/", {"since": "x"}).status_code == 422
    assert aldea.post("/cooperation/projects/new/", {"since": "x"}).status_code == 422
    assert aldea.post(f"{posting}words/", {"kind": "x"}).status_code == 422
    assert aldea.post(f"{project}meetings/", {"meeting": "x"}).status_code == 404
    assert aldea.post(f"{project}steps/000000000000/", {"how": "done"}).status_code == 404
    page(aldea, "/cooperation/postings/new/gift/", 404)
    page(aldea, "/cooperation/projects/new/?other=000000000000", 404)


def test_a_project_shows_no_title_of_what_was_shown_to_others(cast):
    given = offer(cast, title={"es": "Oferta reservada"})
    show(cast, given, "XA")
    row = propose(cast, "XB", "XC", postings=[given])
    address = f"/cooperation/projects/{row.key}/"
    assert "Oferta reservada" in page(cast.client(ALDEA), address)
    assert "Oferta reservada" not in page(cast.client(CUMBRE), address)
    hide_posting(actor=cast.actor(BRISA), posting=given, at=NOW)
    assert "Oferta reservada" not in page(cast.client(ALDEA), address)


def test_a_posting_is_hidden_closed_and_its_history_stays_with_its_member(cast):
    aldea, row = cast.client(ALDEA), ask_for(cast, contact=cast.seats[cast.office(ALDEA)].key)
    address = f"/cooperation/postings/{row.key}/"
    sent(aldea, f"{address}showings/", reach="chosen", members=["XB"], seen=hidden("seen", page(aldea, address)))
    assert "Brisa" in page(aldea, address)
    assert "Contact" in page(cast.client(BRISA), address)
    sent(aldea, f"{address}withdrawals/")
    page(cast.client(BRISA), address, 404)
    sent(aldea, f"{address}closings/", reason="Resuelto")
    assert "Resuelto" in page(aldea, address)
    assert "When it was shown" in page(aldea, address)
    assert "Closed" in page(aldea, "/cooperation/")


def test_how_a_project_stands_is_said_in_one_sentence(cast):
    aldea = cast.client(ALDEA)

    def says(row):
        return page(aldea, f"/cooperation/projects/{row.key}/")

    row = propose(cast, "XB")
    accept(cast, row, ALDEA)
    assert "Brisa has still to accept." in says(row)
    end(cast, row)
    assert "one side declined it" in says(row)
    row = agreed(cast)
    result(cast, row)
    assert "Not confirmed yet by: Aldea, Brisa." in says(row)
    confirm(cast, row)
    assert "every member has confirmed the result" in says(row)
    evaluate(cast, row)
    broken = agreed(cast)
    end(cast, broken)
    assert "Broken off by one side." in says(broken)
    assert "Project declined or broken off" in says(broken)


def test_a_seat_of_the_network_reads_what_is_shown_and_has_nothing_of_its_own_here(cast):
    sec = cast.client(SEC)
    show(cast, offer(cast, title={"es": "Para todos"}))
    offer(cast, title={"es": "Borrador"})
    read = page(sec, "/cooperation/")
    assert "Para todos" in read
    assert "Borrador" not in read
    assert "Our projects" not in read
    sent(cast.client(ALDEA), "/cooperation/wishes/", is_wished="on")
    assert 'id="id_is_wished" checked' in page(cast.client(ALDEA), "/cooperation/")


def waiting(cast, who, at=NOW):
    return [line.what for line in at_the_south_south_desk(cast.actor(who), at)]


def test_what_waits_stands_on_the_desk_of_who_speaks_for_the_member(cast):
    assert at_the_south_south_desk in SOURCES
    row = propose(cast, data=dated(NOW.date(), (NOW + 9 * DAY).date()))
    assert waiting(cast, BRISA) == ["Terms of a project wait for your member"]
    assert waiting(cast, CUMBRE) == waiting(cast, SEC) == waiting(cast, "XB/representative/JUS") == []
    accept(cast, row)
    assert waiting(cast, BRISA) == []
    assert waiting(cast, BRISA, NOW + 11 * DAY) == ["Write down what the project delivered"]
    result(cast, row)
    assert waiting(cast, BRISA) == ["A result of a project waits for your member"]
    end(cast, row)
    assert waiting(cast, BRISA) == []
    show(cast, ask_for(cast))
    offer(cast)
    assert waiting(cast, BRISA) == []
    sent(cast.client(BRISA), "/cooperation/wishes/", is_wished="on")
    assert waiting(cast, BRISA) == ["It matches what your member offers or asks for"]


def test_the_home_page_and_a_project_cost_the_same_however_much_there_is(cast):
    aldea, row = cast.client(ALDEA), completed(cast)
    addresses = ("/cooperation/", f"/cooperation/projects/{row.key}/")

    def costs():
        for address in addresses:
            page(aldea, address)
        lines = queries_of(lambda: waiting(cast, ALDEA))
        return [queries_of(lambda address=address: page(aldea, address)) for address in addresses], lines

    ask_for(cast)
    show(cast, offer(cast))
    show_result(cast, row)
    one = costs()
    for _ in range(2):
        ask_for(cast)
        show(cast, offer(cast))
        show_result(cast, completed(cast))
        result(cast, agreed(cast))
        evaluate(cast, row)
    assert costs() == one
