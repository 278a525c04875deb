"""How a file that came back is read: identity, threads, edits, what has no place, and files that are none."""

import copy
import json
import random
from contextlib import suppress
from io import BytesIO

import pytest
from docx import Document as WordDocument

from tejido.formats import BadFile, Code
from tejido.formats.child import parse_answer
from tejido.formats.frames import request_to_bytes
from tejido.formats.sandbox import answer as answer_of_child
from tejido.formats.word.answers.frames import from_bytes, to_bytes
from tejido.formats.word.answers.proposals import Loose, What
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.understanding import understood
from tejido.formats.word.tests.hostile import READ, REFUSED

from .base import digest, document, echo, file, key, understanding
from .corpus import EDITS, edited
from .editor import ANA, LUIS, Edited, element, w
from .test_corpus import assert_accounts

k = key


def test_an_untouched_file_says_nothing():
    found = understanding(file())
    assert (found.proposals, found.said, found.unplaced, found.missing) == ((), (), (), ())
    assert found.with_ids


def test_a_file_says_which_revision_it_was_made_from():
    found = read_answer(file())
    assert found.identity == ("text-key", "revision-key", digest(document()))
    assert digest(document()).startswith(found.digest)
    assert found.languages == ("es",)


def test_a_file_without_ids_says_nothing_of_where_it_comes_from():
    found = read_answer(Edited(file()).without_ids().bytes())
    assert (found.identity, found.digest, found.languages) == (None, "", ())


def test_the_core_properties_name_the_revision_where_the_custom_ones_are_gone():
    edit = Edited(file())
    edit.parts["docProps/custom.xml"] = b"<Properties/>"
    assert read_answer(edit.bytes()).identity == ("text-key", "revision-key", digest(document()))


def test_a_thread_keeps_its_order_and_says_that_it_is_settled():
    edit = edited("a thread that is settled")
    first, second, third = understanding(edit.bytes()).said
    assert (first.parent, second.parent, third.parent) == (-1, 0, 0)
    assert (first.is_resolved, second.is_resolved) == (True, False)
    assert [first.author, second.author, first.initials] == [ANA, LUIS, "AI"]
    assert first.quoted == "una vez al año"


def test_the_pieces_of_one_edit_are_one():
    found = understanding(edited("a word replaced by pieces").bytes())
    [proposal] = found.proposals
    assert (proposal.edits, proposal.authors) == (1, (ANA,))
    assert found.account.edits == 1
    assert found.account.changes == proposal.changes > 5


def test_edits_of_two_people_are_two():
    found = understanding(edited("two authors").bytes())
    [proposal] = found.proposals
    assert (proposal.edits, proposal.authors) == (2, (ANA, LUIS))


def test_bold_and_notes_survive_in_the_wording():
    [proposal] = understanding(Edited(file()).replace(k("alcance"), "Los Estados", "Los miembros").bytes()).proposals
    assert proposal.wording == document().passage(k("alcance")).text("es").replace("Los Estados", "Los miembros")


def test_a_table_comes_back_as_a_table():
    [proposal] = understanding(Edited(file()).cell(k("tabla"), "12", "16").bytes()).proposals
    assert proposal.wording == document().passage(k("tabla")).text("es").replace("12", "16")


def test_an_activity_comes_back_with_its_list():
    [proposal] = understanding(edited("an activity edited").bytes()).proposals
    before = document().passage(k("actividad")).text("es")
    assert proposal.wording == before.replace("una medida", "dos medidas")


def test_a_pasted_section_is_one_proposal_in_its_order():
    [proposal] = understanding(edited("a section pasted").bytes()).proposals
    assert proposal.wording == "Cooperación entre escuelas\n\nLas escuelas comparten docentes."
    assert (proposal.what, proposal.passage, proposal.is_tracked) == (What.ADD, k("cierre"), False)


def test_a_change_of_quotation_marks_that_nobody_tracked_is_the_programs():
    edit = Edited(file()).overwrite(k("cierre"), "revelar información", "revelar  información")
    assert understanding(edit.bytes()).proposals == ()


def test_what_stands_in_the_papers_own_front_has_no_place():
    edit = Edited(file())
    network = edit.body[0]
    edit._commented([network.find(w("r"))], "", "¿Quién firma?", ANA)
    edit._wrapped(edit._run_with(network, "inventada"), "del", LUIS)
    found = understanding(edit.bytes())
    assert (found.proposals, found.said) == ((), ())
    assert {item.kind for item in found.unplaced} == {Loose.COMMENT, Loose.CHANGE}
    assert all(item.below == k("titulo") for item in found.unplaced)
    assert_accounts(edit.bytes(), found)


def test_a_change_in_a_header_has_no_place_and_is_counted():
    edit = Edited(file())
    change = b'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Nuevo</w:t></w:r></w:ins></w:p></w:hdr>'
    edit.parts["word/header1.xml"] = edit.parts["word/header1.xml"].replace(b"</w:hdr>", change)
    found = understanding(edit.bytes())
    [item] = found.unplaced
    assert (item.place, item.words, item.author) == ("header", "Nuevo", "x")
    assert_accounts(edit.bytes(), found)


def test_a_change_in_a_note_belongs_to_the_passage_that_calls_it():
    edit = Edited(file())
    notes = edit.parts["word/footnotes.xml"]
    words = "Véase el marco de análisis.".encode()
    assert words in notes
    edit.parts["word/footnotes.xml"] = notes.replace(
        b'<w:t xml:space="preserve">' + words,
        b'<w:t xml:space="preserve">'
        + words
        + b'</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t> (2024)</w:t></w:r></w:ins>'
        b"<w:r><w:t>",
    )
    found = understanding(edit.bytes())
    [proposal] = found.proposals
    assert (proposal.passage, proposal.is_tracked) == (k("alcance"), True)
    assert "(2024)" in proposal.wording
    assert_accounts(edit.bytes(), found)


def test_a_comment_in_the_contents_has_no_place():
    edit = Edited(file())
    entry = next(p for p in edit.body if p.find(f"{w('pPr')}/{w('pStyle')}") is not None
                 and p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "TOC1")  # fmt: skip  # one question
    number = edit._new_comment("Falta un capítulo.", ANA)
    edit._anchor([next(entry.iter(w("r")))], number)
    found = understanding(edit.bytes())
    assert (found.said, [item.kind for item in found.unplaced]) == ((), [Loose.COMMENT])


def test_words_beside_a_tracked_change_of_form_are_found_unmarked():
    edit = Edited(file()).paste(k("cierre"), [("BodyText", "Las escuelas comparten docentes.")])
    bold = edit.block(k("cierre")).getnext()
    front = edit.body[0]
    front.addnext(copy.deepcopy(bold))
    for paragraph in (bold, front.getnext()):
        run = paragraph.find(w("r"))
        run.insert(0, element("rPr"))
        run[0].append(edit._change("rPrChange", ANA))
        run[0][0].append(element("rPr"))
    edit.embolden(k("revision"), "tres").overwrite(k("revision"), "años o cuando", "años, o cuando")
    found = understanding(edit.bytes())
    assert [(p.passage, p.what, p.is_tracked) for p in found.proposals] == [
        (k("revision"), What.AMEND, False), (k("cierre"), What.ADD, False)]  # fmt: skip  # one table, read as one
    assert [(item.kind, item.words) for item in found.unplaced] == [
        (Loose.WORDS, "Las escuelas comparten docentes.")]  # fmt: skip  # one table, read as one
    assert_accounts(edit.bytes(), found)


def test_an_excerpt_deletes_nothing():
    edit = Edited(file())
    for passage in document().passages[6:]:
        edit.drop(passage.id)
    found = understanding(edit.bytes())
    assert found.proposals == ()
    assert found.missing == tuple(passage.id for passage in document().passages[6:])


def test_a_strange_file_proposes_nothing_of_ours():
    other = WordDocument()
    other.add_paragraph("Una receta de cocina, que nada tiene que ver con lo anterior.")
    raw = BytesIO()
    other.save(raw)
    found = understanding(raw.getvalue())
    assert all(proposal.what is What.ADD for proposal in found.proposals)
    assert len(found.missing) == len(document())


def test_a_copy_of_a_paragraph_is_new_where_it_stands():
    edit = Edited(file())
    edit.block(k("cierre")).addnext(copy.deepcopy(edit.block(k("sitios"))))
    [proposal] = understanding(edit.bytes()).proposals
    assert (proposal.what, proposal.passage) == (What.ADD, k("cierre"))


def test_a_bookmark_that_slid_to_a_new_paragraph_goes_back():
    edit = Edited(file()).add(k("sitios"), "Otro asunto completamente distinto se trata aquí.", before=True)
    own = edit.paragraph(k("sitios"))
    new = own.getprevious()
    for mark in [e for e in own if e.tag in {w("bookmarkStart"), w("bookmarkEnd")}]:
        new.append(mark)
    [proposal] = understanding(edit.bytes()).proposals
    assert (proposal.what, proposal.passage) == (What.ADD, k("archivos"))


def test_an_answer_is_the_same_after_the_way_from_the_child():
    found = read_answer(edited("everything at once").bytes())
    assert from_bytes(to_bytes(found)) == found


def test_the_child_answers_like_the_reader():
    raw = edited("everything at once").bytes()
    assert parse_answer(raw, name="respuesta.docx") == read_answer(raw)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_or_damaged_file_is_refused_for_its_own_reason(name):
    make, code = REFUSED[name]
    with pytest.raises(BadFile) as refused:
        from_bytes(answer_of_child(request_to_bytes("answer", "", make()))[0])
    assert refused.value.code is code


@pytest.mark.parametrize("name", READ)
def test_a_strange_file_is_read(name):
    assert read_answer(READ[name]()).pieces


def test_a_file_that_is_none_is_one_sentence_with_its_name():
    with pytest.raises(BadFile, match=r"^nota\.docx: The file is not a Word document\.$") as refused:
        parse_answer(b"hola", name="nota.docx")
    assert refused.value.code is Code.NOT_WORD


@pytest.mark.parametrize("seed", range(30))
def test_a_file_with_a_few_changed_bytes_is_read_or_refused(seed):
    chance = random.Random(seed)
    raw = bytearray(edited("everything at once").bytes())
    for _ in range(chance.randrange(1, 8)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    with suppress(BadFile):
        understood(document(), ("es",), echo(), read_answer(bytes(raw)))


def test_what_the_child_says_is_not_trusted():
    good = json.loads(to_bytes(read_answer(edited("two authors").bytes())))["answer"]
    broken = [
        {**good, "comments": [["a", "b", "c", "d", 10**6, "", -1, False]]},
        {**good, "comments": [["a", "b", "c", "d", 0, "", 7, False]]},
        {**good, "changes": [["insert", "a", "b", 0.5, 1, ""]]},
        {**good, "changes": [["explode", "a", "b", 0, 1, ""]]},
        {**good, "pieces": [[[], 0, "paragraph", 0, 5, "", False, False, False]]},
        {**good, "digest": None},
        {},
    ]
    for data in broken:
        with pytest.raises(ValueError):  # noqa: PT011 - of any kind
            from_bytes(json.dumps({"answer": data}).encode())


def test_the_corpus_has_at_least_forty_files():
    assert len(EDITS) >= 40
