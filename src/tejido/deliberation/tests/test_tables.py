"""Comment tables: out for whoever may read what is in them, and back row by row, all of them or none."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cast import FIRST, NOW, SECOND, Cast
from tejido.deliberation.commands import (
    BroughtDisposition,
    BroughtRemark,
    bring_dispositions,
    bring_remarks,
    give_answer,
)
from tejido.deliberation.imports.tables import observations_in, opened, outcome_in, remarks_in, sealed
from tejido.deliberation.models import Comment, Disposition, Remark, Round
from tejido.deliberation.queries.comments import comments_of
from tejido.formats.child import parse_comments
from tejido.ledger.refusals import Refused

from .doings import answer, clear, dispose, release, released

pytestmark = pytest.mark.django_db
OURS, THEIRS = "CANARY-nuestra-posicion", "CANARY-de-otros"


def get(cast: Cast, who: str, round_: Round, name: str) -> bytes:
    answer = cast.client(who, language="es").get(f"/rounds/{round_.key}/tables/{name}?language=es")
    assert answer.status_code == 200
    return answer.content


def rows_of(raw: bytes) -> list[tuple[str, str, str]]:
    return [(row.id, row.comment, row.proposal) for row in parse_comments(raw, name="a")]


def say(cast: Cast, who: str, round_: Round, reason: str) -> None:
    give_answer(
        actor=cast.actor(who), round_=round_, passage=FIRST, covers_section=False, stance="amend", type="technical",
        language="es", wording="=1+1", reason=reason, at=cast.now,
    )  # fmt: skip  # one sentence


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_an_own_table_holds_the_own_position_and_nothing_of_others(cast: Cast, round_: Round, ending: str) -> None:
    say(cast, "XA/focal_point", round_, OURS)
    say(cast, "XB/focal_point", round_, THEIRS)
    made = get(cast, "XA/focal_point", round_, f"own.{ending}")
    assert rows_of(made) == [(FIRST, OURS, "=1+1")]
    for name in (f"released.{ending}", f"blank.{ending}"):
        assert not [row for row in rows_of(get(cast, "XB/focal_point", round_, name)) if OURS in row[1]]
    with ZipFile(BytesIO(made)) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist())
    assert THEIRS.encode() not in inside
    assert b"<f>" not in inside


@pytest.mark.parametrize("name", ["own.pdf", "all.xlsx"])
def test_other_tables_are_not_there(cast: Cast, round_: Round, name: str) -> None:
    browser = cast.client("XA/focal_point", language="es")
    assert browser.get(f"/rounds/{round_.key}/tables/{name}").status_code == 404


def upload(browser: Client, round_: Round, raw: bytes, name: str = "tabla.csv"):
    file = BytesIO(raw)
    file.name = name
    return browser.post(f"/rounds/{round_.key}/tables/readings/", {"file": file})


TABLE = "MB;Clause;Paragraph;Comments;Proposed change\nXA;1;¶ 1;Falta la fuente;Nueva redacción\n;;;Sin lugar;\n"


def test_a_filled_table_is_shown_and_then_kept_as_remarks(cast: Cast, round_: Round) -> None:
    browser = cast.client("XA/focal_point", language="es")
    page = upload(browser, round_, TABLE.encode())
    assert page.status_code == 200
    assert Remark.objects.count() == 0
    told = page.content.decode()
    assert "Falta la fuente" in told
    assert "Sin lugar" in told
    sent = {"rows": page.context["sealed"], "leave-1": "on"}
    assert browser.post(f"/rounds/{round_.key}/tables/rows/", sent).status_code == 302
    (remark,) = Remark.objects.all()
    assert (remark.body, remark.wording) == ("Falta la fuente", "Nueva redacción")


def test_a_table_that_was_kept_is_not_kept_twice_and_says_so(cast: Cast, round_: Round) -> None:
    browser = cast.client("XA/focal_point", language="en")
    raw = (TABLE + "XA;1;¶ 1;Falta la fuente;Nueva redacción\n").encode()
    first = upload(browser, round_, raw).context["sealed"]
    for sent, said in ((first, "Said already: 1"), (first, "Said already: 3"), ("again", "Said already: 3")):
        page = upload(browser, round_, raw)
        rows = page.context["sealed"] if sent == "again" else sent
        told = browser.post(f"/rounds/{round_.key}/tables/rows/?language=pt", {"rows": rows}, follow=True)
        assert said in told.content.decode()
        assert Remark.objects.count() == 2
    assert page.content.decode().count("among your remarks already") == 3


def test_remarks_and_observations_cost_the_same_besides_the_ledger_however_many(cast: Cast, round_: Round) -> None:
    def asked(call: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as made:
            call()
        return sum("ledger_" not in query["sql"] for query in made.captured_queries)

    def bring(*words: str) -> int:
        remarks = [BroughtRemark(FIRST, "es", said) for said in words]
        return asked(lambda: bring_remarks(actor=cast.actor("XA/focal_point"), round_=round_, remarks=remarks, at=NOW))

    bring("the text is read once and kept in memory")
    assert bring("a") == bring("b", "c", "d")
    for place in (FIRST, SECOND, ""):
        answer(cast, round_, passage=place)
    clear(cast, round_)
    release(cast, round_)
    keys = list(Comment.objects.values_list("key", flat=True))

    def observe(reason: str, *comments: str) -> int:
        given = [BroughtDisposition(key, "noted", reason) for key in comments]
        act = {"actor": cast.secretariat, "round_": round_, "dispositions": given, "language": "es", "revision": None}
        return asked(lambda: bring_dispositions(**act, at=NOW))

    observe("each has an answer before", *keys)
    assert observe("a", *keys[:1]) == observe("b", *keys)
    assert Disposition.objects.count() == 7


def test_a_broken_file_is_one_sentence_and_a_foreign_field_is_not_found(cast: Cast, round_: Round) -> None:
    browser = cast.client("XA/focal_point", language="es")
    assert upload(browser, round_, b"PK\x03\x04 nada", "x.docx").status_code == 302
    assert browser.post(f"/rounds/{round_.key}/tables/readings/", {}).status_code == 302
    assert browser.post(f"/rounds/{round_.key}/tables/rows/", {"rows": "x"}).status_code == 404


def test_a_table_that_is_too_large_is_refused_before_it_is_read(cast: Cast, round_: Round, settings) -> None:
    settings.MAX_UPLOAD = 10
    browser = cast.client("XA/focal_point", language="en")
    file = BytesIO(TABLE.encode())
    file.name = "tabla.csv"
    told = browser.post(f"/rounds/{round_.key}/tables/readings/", {"file": file}, follow=True)
    assert "tabla.csv is larger than" in told.content.decode()


def test_rows_come_back_with_what_the_person_chose(cast: Cast, round_: Round) -> None:
    from tejido.curriculum.queries import document_of

    rows = remarks_in("a.csv", b"MB,Clause,Comments\nXA,9.9,a\nXA,9.9,b\nXA,1,c\n", document_of(round_.revision))
    kept, left = opened(sealed(rows), {"place-0": SECOND, "leave-2": "on"})
    assert ([(row.place, row.body) for row in kept], left) == ([(SECOND, "a")], 2)
    assert all(row.how_words for row in rows)
    assert opened(sealed(rows), {"place-1": "text"})[0][0].place == ""


def test_remarks_are_brought_all_or_none(cast: Cast, round_: Round) -> None:
    rows = [BroughtRemark(FIRST, "es", "a"), BroughtRemark("nowhere", "es", "b")]
    with pytest.raises(Refused):
        bring_remarks(actor=cast.actor("XA/focal_point"), round_=round_, remarks=rows, at=cast.now)
    assert Remark.objects.count() == 0


@pytest.mark.parametrize(
    ("observation", "wanted"),
    [
        ("[No aceptado] Ya está dicho.", ("not_accepted", "Ya está dicho.")),
        ("[Accepted] Yes", ("accepted", "Yes")),
        ("[x] y", ("noted", "[x] y")),
        ("", ("noted", "")),
    ],
)
def test_outcomes_are_read_in_every_language(observation: str, wanted: tuple[str, str]) -> None:
    assert outcome_in(observation) == wanted


def test_observations_become_dispositions_once(cast: Cast, round_: Round) -> None:
    released(cast, round_)
    comment = Comment.objects.get()
    label = f"{comment.party.code}-{comment.number}"
    browser = cast.client("network/secretariat", language="es")
    raw = f"MB,Comments,Observations of the secretariat\n{label},x,Se toma nota\nXX-9,y,z\n".encode()
    page = upload(browser, round_, raw)
    sent = {"rows": page.context["sealed"], "outcome-0": "not_accepted"}
    assert browser.post(f"/rounds/{round_.key}/tables/rows/", sent).status_code == 302
    (given,) = Disposition.objects.all()
    assert (given.outcome, given.reason, given.comment_id) == ("not_accepted", "Se toma nota", comment.key)
    again = get(cast, "network/secretariat", round_, "released.xlsx")
    assert observations_in("a.xlsx", again, comments_of(round_)) == ()
    assert browser.post(f"/rounds/{round_.key}/tables/rows/", sent).status_code == 302
    assert Disposition.objects.count() == 1
    bad = {"rows": page.context["sealed"], "outcome-0": "perhaps"}
    assert browser.post(f"/rounds/{round_.key}/tables/rows/", bad).status_code == 404


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_an_answer_that_stands_in_the_table_as_it_was_given_is_not_given_again(
    cast: Cast, round_: Round, ending: str
) -> None:
    """A browser ends lines otherwise than a cell, and an answer given anew would take the member's reply away."""
    released(cast, round_)
    comment = Comment.objects.get()
    dispose(cast, round_, comment, reason="Se toma  nota.\r\n\r\nVéase el módulo\u00a02;\r\ngracias.")
    made = get(cast, "network/secretariat", round_, f"released.{ending}")
    assert observations_in(f"a.{ending}", made, comments_of(round_)) == ()
