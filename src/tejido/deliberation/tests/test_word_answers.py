"""An institution answers a round in Word: the file out, the file back, the preview, and the remarks."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from cast import FIRST, NOW, SECOND, Cast
from tejido.curriculum.papers import word_paper
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands
from tejido.deliberation.commands import BroughtRemark
from tejido.deliberation.imports.word import FoundAll, found_from, read_word_answer
from tejido.deliberation.models import Remark, Round, WordAnswer
from tejido.deliberation.names import Act, No
from tejido.deliberation.queries.word import revision_named
from tejido.formats.word.answers.tests.editor import ANA, LUIS, Edited
from tejido.formats.word.writing import MEDIA_TYPE, write
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused

from .browsing import get, of, post
from .doings import DAY, HOUR, revise

JUSTICE = "XA/representative/JUS"


@pytest.fixture
def raw(round_: Round) -> bytes:
    return write(word_paper(round_.revision, ("es",)))


def edit(raw: bytes, *ids: str) -> Edited:
    """A comment with a reply on one passage, and an edit of another."""
    found = Edited(raw)
    first, second = ids or (FIRST, SECOND)
    number = found.comment(first, "¿Quién decide?", author=ANA)
    found.reply(number, first, "La secretaría.", LUIS)
    words = found.words(found.paragraph(second))
    return found.replace(second, words.split()[0], "Cada", LUIS)


def send(client, round_: Round, raw: bytes, name: str = "respuesta.docx", status: int = 200) -> str:
    file = SimpleUploadedFile(name, raw, content_type=MEDIA_TYPE)
    return post(client, of(round_, "word/"), file=file, status=status)


def only() -> WordAnswer:
    return WordAnswer.objects.get()


def test_the_file_is_offered_in_every_language_and_says_where_it_comes_from(sit, round_):
    client = sit(JUSTICE)
    page = get(client, of(round_, "word/"))
    address = f"/texts/{round_.text.slug}/papers/es.docx?revision={round_.revision.number}"
    assert address in page
    found = client.get(address)
    assert found["Content-Type"] == MEDIA_TYPE
    assert "attachment" in found["Content-Disposition"]
    assert round_.revision.digest.encode() in BytesIO(found.content).getvalue() or found.content[:2] == b"PK"


def test_what_comes_back_is_previewed_and_becomes_remarks_by_one_act(sit, round_, raw):
    client = sit(JUSTICE)
    page = send(client, round_, edit(raw).bytes())
    assert "¿Quién decide?" in page
    assert "La secretaría." in page
    assert "AI" in page
    assert not Remark.objects.exists()
    answer = only()
    taken = {"take": [item.key for item in found_from(answer.found).remarks]}
    assert "2 remarks were made of the file." in post(client, f"/word/{answer.key}/takings/", **taken)
    comment, wording = Remark.objects.order_by("wording")
    assert (comment.passage, wording.passage) == (FIRST, SECOND)
    assert "¿Quién decide?\n\n– La secretaría." in comment.body
    assert wording.wording.startswith("Cada ")
    assert "taken" in get(client, f"/word/{answer.key}/")
    assert "Make the remarks" not in get(client, f"/word/{answer.key}/")


def test_the_same_file_makes_its_remarks_once(sit, round_, raw):
    client, sent = sit(JUSTICE), edit(raw).bytes()
    send(client, round_, sent)
    answer = only()
    taken = {"take": [item.key for item in found_from(answer.found).remarks]}
    post(client, f"/word/{answer.key}/takings/", **taken)
    assert "among yours already" in post(client, f"/word/{answer.key}/takings/", **taken)
    send(client, round_, sent, name="otra.docx")
    assert only().name == "respuesta.docx"
    assert Remark.objects.count() == 2


def test_a_later_file_does_not_say_the_same_again(sit, round_, raw):
    client = sit(JUSTICE)
    later = edit(raw)
    for sent in (edit(raw).bytes(), later.bytes() + b""):
        send(client, round_, sent)
    later.comment(SECOND, "Otra cosa.")
    send(client, round_, later.bytes())
    for answer in WordAnswer.objects.order_by("at", "key"):
        post(client, f"/word/{answer.key}/takings/", take=[i.key for i in found_from(answer.found).remarks])
    assert Remark.objects.count() == 3


def test_only_what_is_ticked_becomes_a_remark(sit, round_, raw):
    client = sit(JUSTICE)
    send(client, round_, edit(raw).bytes())
    [comment] = [item for item in found_from(only().found).remarks if item.what == "comment"]
    post(client, f"/word/{only().key}/takings/", take=[comment.key])
    assert [remark.wording for remark in Remark.objects.all()] == [""]


def test_nothing_ticked_is_refused_and_nothing_is_taken(sit, round_, raw):
    client = sit(JUSTICE)
    send(client, round_, edit(raw).bytes())
    assert str(No.NOTHING_CHOSEN.label) in post(client, f"/word/{only().key}/takings/", status=409).replace(
        "&quot;", '"'
    )
    assert only().taken_at is None


def test_a_key_that_is_none_is_an_error_and_keeps_what_was_ticked(sit, round_, raw):
    client = sit(JUSTICE)
    send(client, round_, edit(raw).bytes())
    page = post(client, f"/word/{only().key}/takings/", take=["c99"], status=422)
    assert "checked" not in page
    assert not Remark.objects.exists()


def loose(raw: bytes) -> bytes:
    """A comment on the network's name, which is no passage, and a change of the header."""
    found = Edited(raw)
    found._commented([next(found.body[0].iter("{*}r"))], "", "¿Quién firma esto?", ANA)
    change = b'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Reservado *</w:t></w:r></w:ins></w:p></w:hdr>'
    found.parts["word/header1.xml"] = found.parts["word/header1.xml"].replace(b"</w:hdr>", change)
    return found.bytes()


def test_what_has_no_passage_is_placed_by_hand(sit, round_, raw):
    client = sit(JUSTICE)
    page = send(client, round_, loose(raw))
    assert "¿Quién firma esto?" in page
    assert "Outside of the text" in page
    keys = {item.words: item.key for item in found_from(only().found).loose}
    sent = {keys["¿Quién firma esto?"]: "text", keys["Reservado *"]: FIRST}
    assert "2 remarks" in post(client, f"/word/{only().key}/takings/", **sent)
    by_place = {remark.passage: (remark.body, remark.wording) for remark in Remark.objects.all()}
    assert by_place == {"": ("¿Quién firma esto?", ""), FIRST: ("", "Reservado \\*")}


def test_what_is_placed_by_hand_is_in_the_language_of_the_file(sit, round_):
    client = sit(JUSTICE)
    send(client, round_, loose(write(word_paper(round_.revision, ("pt",)))))
    taken = {item.key: FIRST for item in found_from(only().found).loose}
    post(client, f"/word/{only().key}/takings/", **taken)
    assert {remark.language for remark in Remark.objects.all()} == {"pt"}


def test_every_kind_of_proposal_says_what_it_wants(sit, round_, raw):
    ids = [p.id for p in document_of(round_.revision)]
    found = Edited(raw).delete(ids[1]).move(ids[-1], ids[0]).add(ids[2], "Palabras nuevas.")
    client = sit(JUSTICE)
    page = send(client, round_, found.bytes())
    assert {"To be deleted", "To be moved", "New words after this passage"} <= {
        label for label in ("To be deleted", "To be moved", "New words after this passage") if label in page
    }
    post(client, f"/word/{only().key}/takings/", take=[i.key for i in found_from(only().found).remarks])
    said = {(remark.passage, remark.wording): remark.body for remark in Remark.objects.all()}
    assert said[ids[1], ""] == "Suprimir este pasaje."
    assert said[ids[2], "Palabras nuevas."].startswith("Agregar")
    assert said[ids[-1], ""].startswith("Trasladar este pasaje")


def test_a_broken_file_is_one_sentence_that_names_it(sit, round_):
    page = send(sit(JUSTICE), round_, b"hola", name="nota.docx", status=422)
    assert "nota.docx" in page
    assert "is not a Word document" in page
    assert not WordAnswer.objects.exists()


def test_a_file_that_is_too_large_is_refused(sit, round_, raw, settings):
    settings.MAX_UPLOAD = 100
    assert "is larger than" in send(sit(JUSTICE), round_, raw, status=422)


def test_a_file_of_another_text_is_refused(cast: Cast, round_, raw):
    with pytest.raises(Refused) as refused:
        keep(cast, round_, named="another")
    assert refused.value.refusal.code == No.ANOTHER_TEXT


def test_a_closed_round_reads_no_more_files_and_takes_none(cast: Cast, at_now, round_):
    late = round_.deadline + HOUR
    answer = keep(cast, round_)
    for act in (
        lambda: keep(cast, round_, at=late),
        lambda: take(cast, answer, BroughtRemark(FIRST, "es", "Bien."), at=late),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.refusal.code == No.ROUND_CLOSED
    at_now(late)
    client = cast.client(JUSTICE)
    assert "no more files are read" in get(client, of(round_, "word/"))


def test_an_older_revision_is_brought_to_that_of_the_round(cast: Cast, text, round_, raw):
    """The round's revision is the base; a file made from a later one is recognised by its digest."""
    revise(cast, text)
    latest = latest_revision(text)
    assert latest.digest != round_.revision.digest
    found = read_word_answer(round_.revision, edit(write(word_paper(latest, ("es",)))).bytes(), "a.docx", "es").found
    assert (found.base, found.is_of_round) == (latest.number, False)
    assert {item.what for item in found.remarks} >= {"comment"}


def test_a_file_without_ids_is_understood_and_says_so(sit, round_, raw):
    page = send(sit(JUSTICE), round_, edit(raw).without_ids().bytes())
    assert "does not say which revision" in page
    assert "lost on the way" in page
    assert "¿Quién decide?" in page


def test_a_revision_is_found_by_the_beginning_of_its_digest(round_):
    assert revision_named(round_.text, round_.revision.digest[:32]) == round_.revision
    assert revision_named(round_.text, "0" * 64) is None
    assert revision_named(round_.text, "") is None


def test_what_was_understood_survives_its_way_through_json(round_, raw):
    found = read_word_answer(round_.revision, loose(edit(raw).bytes()), "a.docx", "es").found
    assert found_from(json.loads(json.dumps(found.data()))) == found
    assert isinstance(found, FoundAll)


## Who sees it


def keep(
    cast: Cast, round_: Round, *, who: str = JUSTICE, named: str = "", digest: str = "0" * 64, at=NOW + HOUR
) -> WordAnswer:
    return commands.keep_word_answer(
        actor=cast.actor(who), round_=round_, name="a.docx", digest=digest, named=named,
        found={"account": {}, "remarks": [], "loose": []}, at=at,
    )  # fmt: skip  # one act


def test_nobody_but_the_institution_sees_its_file(sit, round_, raw):
    client = sit(JUSTICE)
    send(client, round_, edit(raw).bytes())
    address = f"/word/{only().key}/"
    get(client, address)
    others: tuple[str, ...] = (
        "XA/focal_point",
        "XA/validating_authority",
        "XB/focal_point",
        "network/secretariat",
        "network/chair",
    )
    for other in others:
        get(sit(other), address, status=404)
        assert sit(other).post(f"{address}takings/", {"take": ["c0"]}).status_code == 404
    assert "respuesta.docx" not in get(sit("XA/focal_point"), of(round_, "word/"))
    get(sit("XB/focal_point"), of(round_, "word/"))
    get(sit("network/secretariat"), of(round_, "word/"), status=404)


def test_initials_are_in_no_remark_and_in_no_ledger(sit, round_, raw):
    client = sit(JUSTICE)
    send(client, round_, edit(raw).bytes())
    post(client, f"/word/{only().key}/takings/", take=[i.key for i in found_from(only().found).remarks])
    for row in Remark.objects.all():
        assert ANA not in row.body + row.wording
        assert LUIS not in row.body + row.wording
    for entry in Line.objects.all():
        assert ANA not in json.dumps([bytes(entry.canonical).decode(), entry.details], default=str, ensure_ascii=False)
    [entry] = Line.objects.filter(act=Act.WORD_ANSWER_TAKEN)
    assert entry.tree_id == "member:XA"


## The act itself


def take(cast: Cast, answer: WordAnswer, *remarks: BroughtRemark, who: str = JUSTICE, at=NOW + HOUR) -> int:
    return commands.take_word_answer(actor=cast.actor(who), answer=answer, remarks=remarks, at=at)


def test_one_bad_passage_and_nothing_is_made(cast: Cast, round_):
    answer = keep(cast, round_)
    with pytest.raises(Refused):
        take(cast, answer, BroughtRemark(FIRST, "es", "Bien."), BroughtRemark("000000000zzz", "es", "Mal."))
    answer.refresh_from_db()
    assert (answer.taken_at, Remark.objects.count()) == (None, 0)


def test_one_file_is_one_row_per_institution(cast: Cast, round_):
    first = keep(cast, round_)
    assert keep(cast, round_).key == first.key
    assert keep(cast, round_, who="XA/focal_point").key != first.key
    with pytest.raises(IntegrityError):
        WordAnswer.objects.create(
            round=round_, party_id=first.party_id, institution_id=first.institution_id, name="", digest=first.digest,
            found={}, at=NOW,
        )  # fmt: skip  # one row


def test_a_file_that_was_taken_stays_as_it_was(cast: Cast, round_):
    answer = keep(cast, round_)
    assert take(cast, answer, BroughtRemark(FIRST, "es", "Bien.")) == 1
    commands.keep_word_answer(
        actor=cast.actor(JUSTICE), round_=round_, name="b.docx", digest=answer.digest, named=round_.text_id, found={},
        at=NOW + DAY,
    )  # fmt: skip  # one act
    answer.refresh_from_db()
    assert (answer.name, answer.found["remarks"]) == ("a.docx", [])
    assert take(cast, answer, BroughtRemark(FIRST, "es", "Otra.")) == 0
