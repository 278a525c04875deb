"""A round on paper: the own position for its own seats, in preparation or released."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from cast import FIRST, NOW, SECOND
from tejido.curriculum.queries import document_of
from tejido.deliberation.models import Comment, CommentGroup, Release, Reply
from tejido.formats import pdf

from .doings import HOUR, answer, correct, dispose, lines, released, remark, reply, withdraw

pytestmark = pytest.mark.django_db
OURS, THEIRS, MINISTRY = "CANARIO-nuestra", "CANARIO-ajena", "CANARIO-ministerio"


def inside(raw: bytes) -> str:
    """Everything in a Word file, its properties too, and its words without what stands between them."""
    with ZipFile(BytesIO(raw)) as archive:
        parts = [archive.read(name).decode(errors="replace") for name in archive.namelist()]
    return unescape(re.sub(r"<[^>]+>", "", "\n".join(parts))) + "\n".join(parts)


@pytest.fixture
def paper(cast, at_now):
    """The position of a seat on paper, as its words; "" for who may not have it."""
    at_now(NOW + HOUR)

    def read(who, round_, address="position/paper.docx"):
        reply = cast.client(who, language="es").get(f"/rounds/{round_.key}/{address}?language=es")
        assert reply.status_code in {200, 404}
        if reply.status_code == 200:
            assert reply["Cache-Control"] == "private, no-store"
        return inside(reply.content) if reply.status_code == 200 else ""

    return read


def test_a_position_in_preparation_is_for_its_own_seats_and_says_so(cast, round_, paper):
    remark(cast, round_, body=MINISTRY)
    answer(cast, round_, wording=f"{OURS} redacción", reason=f"{OURS} motivo")
    answer(cast, round_, "XB/focal_point", passage=SECOND, wording=THEIRS, reason=THEIRS)
    ours, theirs = paper("XA/focal_point", round_), paper("XB/focal_point", round_)
    assert {f"{OURS} redacción" in ours, f"{OURS} motivo" in ours, "En preparación" in ours} == {True}
    assert {word in ours for word in (THEIRS, MINISTRY)} == {False}
    assert THEIRS in theirs
    assert OURS not in theirs
    assert not paper("network/secretariat", round_)


def test_what_others_released_is_not_in_it_either(cast, round_, paper):
    released(cast, round_, "XB", wording=THEIRS, reason=THEIRS)
    ours = paper("XA/focal_point", round_)
    assert "La posición todavía no tiene respuestas." in ours
    assert THEIRS not in ours
    assert THEIRS in paper("XB/focal_point", round_)


def test_a_released_position_has_date_and_digest_and_no_mark(cast, round_, paper):
    released(cast, round_)
    said = paper("XA/focal_point", round_)
    assert Release.objects.get().digest in said
    assert "En preparación" not in said
    correct(cast, round_)
    said = paper("XA/focal_point", round_)
    assert "En preparación" in said
    assert Release.objects.get().digest not in said


def test_a_late_or_withdrawn_position_says_so(cast, round_, paper):
    released(cast, round_)
    Release.objects.update(is_late=True)
    assert "Comunicada fuera de plazo el" in paper("XA/focal_point", round_)
    withdraw(cast, round_)
    assert "Retirada el" in paper("XA/focal_point", round_)


def test_each_passage_has_address_text_stance_type_wording_and_reason(cast, round_, paper):
    answer(cast, round_, language="pt", wording="Em português.", reason="Razão.", passage=FIRST)
    answer(cast, round_, passage="", stance="agree", wording="", reason="")
    said = paper("XA/focal_point", round_)
    document_texts = dict(document_of(round_.revision).passage(FIRST).texts)
    wanted = [
        *document_texts.values(),
        "Redacción propuesta",
        "Em português.",
        "Razão.",
        "Enmienda · Técnico",
        "El texto en su conjunto",
    ]
    assert [word for word in wanted if word not in said] == []


def round_document(round_):
    from tejido.curriculum.queries import document_of

    return document_of(round_.revision)


def test_the_pdf_is_set_and_what_cannot_be_set_leads_back(cast, round_, at_now, monkeypatch):
    at_now(NOW + HOUR)
    answer(cast, round_)
    client, address = cast.client("XA/focal_point", language="es"), f"/rounds/{round_.key}/position/paper"
    assert client.get(f"{address}.pdf").content.startswith(b"%PDF")
    assert client.get(f"{address}.odt").status_code == 404

    def fails(book):
        raise pdf.NotSet

    monkeypatch.setattr(pdf, "typeset", fails)
    assert client.get(f"{address}.pdf")["Location"] == f"/rounds/{round_.key}/position/"


COMMENTS = "comments/paper.docx"


def test_the_comments_hold_what_was_released_answered_and_replied_and_nothing_in_preparation(cast, round_, paper):
    answer(cast, round_, wording=OURS, reason=OURS)
    assert "Todavía no se comunicó ningún comentario." in paper("XA/focal_point", round_, COMMENTS)
    released(cast, round_, "XB", wording="Palabras de Brisa.")
    row = lines(round_)["XB-1"].comment
    assert "sin respuesta" in paper("XA/focal_point", round_, COMMENTS)
    (given,) = dispose(cast, round_, row)
    assert "Se espera el pronunciamiento de XB." in paper("XA/focal_point", round_, COMMENTS)
    reply(cast, row, "XB/focal_point", kind="maintains")
    Reply.objects.update(reason="Se mantiene por esto.")
    for who in ("XA/focal_point", "XB/representative/JUS", "network/secretariat"):
        said = paper(who, round_, COMMENTS)
        wanted = ["XB-1", "Palabras de Brisa.", given.reason, "XB mantiene su comentario.", "Se mantiene por esto."]
        assert [word for word in wanted if word not in said] == []
        assert OURS not in said


def test_a_withdrawn_or_grouped_comment_is_marked_and_a_missing_reply_is_silence(cast, round_, paper, at_now):
    released(cast, round_)
    dispose(cast, round_, lines(round_)["XA-1"].comment)
    Comment.objects.update(group=CommentGroup.objects.create(round=round_, label="Lo mismo"))
    at_now(round_.reply_until + HOUR)
    said = paper("XB/focal_point", round_, COMMENTS)
    assert "Lo mismo" in said
    assert "XA no se pronunció" in said
    withdraw(cast, round_)
    said = paper("XB/focal_point", round_, COMMENTS)
    assert "Este comentario fue retirado el" in said
    assert "XA no se pronunció" not in said


def test_what_asks_for_nothing_waits_for_nothing(cast, round_, paper):
    released(cast, round_, stance="agree", wording="", reason="")
    assert "sin respuesta" not in paper("XB/focal_point", round_, COMMENTS)
