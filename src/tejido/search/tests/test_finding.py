"""Who finds what. The index is kept by the acts of the curriculum."""

import threading
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection

from cast import FIRST, NOW, SECTION_A, SECTION_B, make_text
from counting import queries_of
from tejido.curriculum.commands import release_edition, save_section, seal_edition, withdraw_edition
from tejido.curriculum.models import Revision
from tejido.curriculum.names import Readers
from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import PUBLIC
from tejido.search.commands import index_everything, index_text
from tejido.search.models import Entry
from tejido.search.names import Version
from tejido.search.queries import Asked, find
from tejido.search.queries.sources import entries_of_text
from tejido.search.terms import METHOD

pytestmark = pytest.mark.django_db


def places(actor, words, **narrowed):
    return [(hit.entry.place, hit.entry.language) for hit in find(actor, Asked(words, **narrowed)).hits]


def sources(actor, words, **narrowed):
    """The texts of what is found, the first first."""
    return list(dict.fromkeys(hit.entry.source for hit in find(actor, Asked(words, **narrowed)).hits))


def change(text, cast, said, *, at=NOW):
    """Another sentence stands in the second section."""
    save_section(
        actor=cast.secretariat,
        text=text,
        section=SECTION_B,
        language="es",
        markdown=f"## Respuesta del Estado\n\n{said}\n",
        base=latest_revision(text),
        reason="otra",
        at=at,
    )


@pytest.fixture
def indexed(text):
    index_text(text)
    return text


def test_a_word_is_found_in_its_passage_in_each_language(cast, indexed):
    assert places(cast.secretariat, "violencia") == [(FIRST, "es"), (FIRST, "pt")]
    assert places(cast.secretariat, "violência") == [(FIRST, "pt"), (FIRST, "es")]
    assert places(cast.secretariat, "riesgo")[0] == (SECTION_A, "es")


def test_every_word_has_to_be_there(cast, indexed):
    assert places(cast.secretariat, "violencia antes", language="es") == [(FIRST, "es")]
    assert places(cast.secretariat, "violencia memoria") == []


def test_the_last_word_may_be_unfinished(cast, indexed):
    assert (FIRST, "es") in places(cast.secretariat, "empie")
    assert places(cast.secretariat, "empie antes") == []


def test_what_stands_in_quotes_stands_so_in_the_passage(cast, indexed):
    assert places(cast.secretariat, '"antes de la violencia"') == [(FIRST, "es")]
    assert places(cast.secretariat, '"violencia antes"') == []


def test_the_language_and_the_state_narrow(cast, indexed):
    assert places(cast.secretariat, "empieza", language="pt") == []
    assert places(cast.secretariat, "empieza", version=Version.LATEST) == []
    assert places(cast.secretariat, "empieza", version=Version.WORK) == [(FIRST, "es")]


def test_what_is_missing_in_a_language_is_found_by_that(cast, indexed):
    change(indexed, cast, "Una frase nueva sobre memoria.")
    index_text(indexed)
    hits = find(cast.secretariat, Asked("memoria", lacks="pt")).hits
    assert [hit.entry.words for hit in hits] == ["Una frase nueva sobre memoria."]


def test_nothing_is_asked_and_nothing_found(cast, indexed):
    assert find(cast.secretariat, Asked(" … ")).total == 0
    assert find(cast.secretariat, Asked('"')).hits == ()


def test_what_was_found_is_marked(cast, indexed):
    hit = find(cast.secretariat, Asked("violencia", language="es")).hits[0]
    assert [piece for piece, is_mark in hit.parts if is_mark] == ["violencia"]
    assert "".join(piece for piece, _ in hit.parts) == "La prevención empieza antes de la violencia."


def test_a_long_passage_is_cut_around_what_was_found(cast, text):
    long = "palabra " * 60 + "hallazgo " + "después " * 60
    change(text, cast, long)
    index_text(text)
    parts = find(cast.secretariat, Asked("hallazgo")).hits[0].parts
    assert parts[0][0] == "… "
    assert parts[-1][0] == " …"
    assert ("hallazgo", True) in parts


def test_the_public_finds_editions_only(cast, indexed):
    assert places(PUBLIC, "empieza") == []
    seal_edition(actor=cast.secretariat, revision=latest_revision(indexed), at=NOW)
    index_text(indexed)
    assert places(PUBLIC, "empieza") == [(FIRST, "es")]
    assert places(PUBLIC, "empieza", version=Version.WORK) == []


def test_what_says_the_same_in_work_and_in_the_edition_is_shown_once(cast, indexed):
    seal_edition(actor=cast.secretariat, revision=latest_revision(indexed), at=NOW)
    index_text(indexed)
    assert [hit.entry.number for hit in find(cast.secretariat, Asked("empieza")).hits] == [1]
    assert [hit.entry.number for hit in find(cast.secretariat, Asked("empieza", version=Version.WORK)).hits] == [0]


def test_the_readers_language_comes_first(cast, indexed):
    assert places(cast.secretariat, "violência", reader="es") == [(FIRST, "es"), (FIRST, "pt")]


def test_an_edition_is_no_longer_the_latest_when_another_follows(cast, indexed):
    for marks in ("", " Ya."):
        if marks:
            change(indexed, cast, f"La respuesta es civil.{marks}")
        seal_edition(actor=cast.secretariat, revision=latest_revision(indexed), at=NOW)
        index_text(indexed)
    found = find(PUBLIC, Asked("empieza")).hits
    assert [hit.entry.number for hit in found] == [2]
    assert [hit.entry.number for hit in find(PUBLIC, Asked("empieza", version=Version.EARLIER)).hits] == [1]


def test_a_mechanism_is_found_by_its_member_and_its_released_edition_by_the_others(cast, mechanism):
    own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    index_text(own)
    ours, theirs = cast.actor("XA/focal_point"), cast.actor("XB/focal_point")
    assert places(ours, "empieza") == places(ours, "empieza", member="XA") == [(FIRST, "es")]
    for stranger in (theirs, cast.secretariat, PUBLIC):
        assert places(stranger, "empieza") == []
    edition = seal_edition(actor=ours, revision=latest_revision(own), at=NOW)
    index_text(own)
    assert places(theirs, "empieza") == []
    release_edition(actor=ours, edition=edition, readers=Readers.NETWORK, with_record=False, at=NOW)
    index_text(own)
    assert places(theirs, "empieza") == [(FIRST, "es")]
    assert places(PUBLIC, "empieza") == []
    withdraw_edition(actor=ours, edition=edition, at=NOW)
    index_text(own)
    assert places(theirs, "empieza") == []


def test_indexing_twice_writes_once(cast, text):
    assert index_everything() > 0
    keys = set(Entry.objects.values_list("pk", flat=True))
    assert index_everything() == 0
    assert set(Entry.objects.values_list("pk", flat=True)) == keys


def test_what_an_earlier_method_wrote_is_made_anew(cast, indexed, monkeypatch):
    index_everything()
    before = dict(Entry.objects.values_list("pk", "digest"))
    assert index_everything() == 0
    for room in ("sources", "records.values"):
        monkeypatch.setattr(f"tejido.search.queries.{room}.METHOD", METHOD + 1)
    assert index_everything() == len(before)
    after = dict(Entry.objects.values_list("pk", "digest"))
    assert after.keys() == before.keys()
    assert not set(after.values()) & set(before.values())


def test_the_newest_was_written_last_whatever_was_indexed_when(cast, monkeypatch):
    texts = [make_text(cast, slug=f"texto-{days}") for days in range(3)]
    for days, text in enumerate(texts):
        Revision.objects.filter(text=text).update(at=NOW - timedelta(days=days))
        index_text(text)
    newest_first = [text.key for text in texts]
    assert sources(cast.secretariat, "empieza") == newest_first
    monkeypatch.setattr("tejido.search.queries.finding.LIMIT", 2)
    assert sources(cast.secretariat, "empieza") == newest_first[:2]
    monkeypatch.setattr("tejido.search.queries.sources.METHOD", METHOD + 1)
    index_everything()
    assert sources(cast.secretariat, "empieza") == newest_first[:2]


def test_what_says_the_same_is_as_old_as_before_when_its_text_changes(cast, indexed, monkeypatch):
    other = make_text(cast, slug="otro")
    Revision.objects.filter(text=other).update(at=NOW + timedelta(days=1))
    index_text(other)
    change(indexed, cast, "La respuesta es oportuna.", at=NOW + timedelta(days=2))
    index_text(indexed)
    monkeypatch.setattr("tejido.search.queries.sources.METHOD", METHOD + 1)
    index_text(indexed)
    assert sources(cast.secretariat, "empieza") == [other.key, indexed.key]
    assert sources(cast.secretariat, "respuesta oportuna", language="es") == [indexed.key, other.key]


def test_the_language_of_a_passage_that_is_removed_leaves_the_index(cast, indexed):
    change(indexed, cast, "Sola.")
    index_text(indexed)
    assert places(cast.secretariat, "formación") == []


def test_of_two_at_once_the_second_sees_what_the_first_wrote(on_file, cast, text, monkeypatch):
    Entry.objects.all().delete()  # the act itself has written them
    both, done = threading.Barrier(2), []

    def slowly(text):
        """Both would have read what is there by now, if neither waited for the other."""
        with suppress(threading.BrokenBarrierError):
            both.wait(0.5)
        yield from entries_of_text(text)

    def job():
        with suppress(IntegrityError):
            done.append(index_text(text))
        connection.close()

    monkeypatch.setattr("tejido.search.commands.keeping.entries_of_text", slowly)
    threads = [threading.Thread(target=job) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, Entry.objects.count()]


@pytest.mark.parametrize("asked", [{"q": "\ufdfa" * 60}, {"q": "a\0b"}, {"q": "la", "page": "9" * 5000}])
def test_no_question_is_an_error(cast, indexed, at_now, asked):
    at_now(NOW)
    assert cast.client("XB/focal_point").get("/search/", asked).status_code == 200


def test_a_text_with_a_sign_that_stands_for_a_sentence_is_found(cast, indexed):
    said = "\ufdfa" * 60
    change(indexed, cast, f"Palabra {said}")
    index_text(indexed)
    assert [hit.entry.words for hit in find(cast.secretariat, Asked(said)).hits] == [f"Palabra {said}"]


def test_only_what_was_changed_is_written_again(cast, indexed):
    change(indexed, cast, "La respuesta es civil y **oportuna**.")
    assert 1 <= index_text(indexed) <= 3
    assert places(cast.secretariat, "obligatoria") == []


def test_an_act_keeps_the_index(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        text = make_text(cast)
    assert places(cast.secretariat, "empieza") == [(FIRST, "es")]
    with django_capture_on_commit_callbacks(execute=True):
        seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)
    assert places(PUBLIC, "empieza") == [(FIRST, "es")]


def test_a_release_and_its_withdrawal_keep_the_index(cast, mechanism, django_capture_on_commit_callbacks):
    ours, theirs = cast.actor("XA/focal_point"), cast.actor("XB/focal_point")
    with django_capture_on_commit_callbacks(execute=True):
        own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
        edition = seal_edition(actor=ours, revision=latest_revision(own), at=NOW)
        release_edition(actor=ours, edition=edition, readers=Readers.NETWORK, with_record=False, at=NOW)
    assert places(theirs, "empieza") == [(FIRST, "es")]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_edition(actor=ours, edition=edition, at=NOW + timedelta(days=1))
    assert places(theirs, "empieza") == []


def test_the_page_costs_the_same_however_much_is_found(cast, text, at_now):
    at_now(NOW)
    client = cast.client("XB/focal_point")
    index_text(text)
    one = queries_of(lambda: client.get("/search/", {"q": "violencia"}))
    for number in range(2):
        index_text(make_text(cast, slug=f"otro-{number}"))
    assert queries_of(lambda: client.get("/search/", {"q": "violencia"})) == one


def test_the_page_says_what_was_found_and_what_not(cast, indexed, at_now):
    at_now(NOW)
    client = cast.client("XB/focal_point")
    page = client.get("/search/", {"q": "violencia", "language": "xx", "page": "x"}).content.decode()
    assert "<mark>violencia</mark>" in page
    assert f"#p-{FIRST}" in page
    assert "Nothing found" in client.get("/search/", {"q": "nada\0"}).content.decode()
    part = client.get("/search/", {"q": "violencia"}, headers={"hx-request": "true"}).content.decode()
    assert part.lstrip().startswith('<p class="quiet">')
    kept = client.get("/search/", {"q": "violencia", "own": "1"}).content.decode()
    assert '<option value="XB" selected>' in kept


def test_many_hits_are_on_pages(cast, text, at_now, monkeypatch):
    at_now(NOW)
    for number in range(5):
        index_text(make_text(cast, slug=f"otro-{number}"))
    client = cast.client("XB/focal_point")
    found = find(cast.actor("XB/focal_point"), Asked("a", page=2))
    assert (found.page, found.pages) == (2, 2)
    assert 0 < len(found.hits) == found.total - 20
    page = client.get("/search/", {"q": "a", "page": "2"}).content.decode()
    assert 'aria-current="page">2<' in page
    assert 'start="21"' in page
    monkeypatch.setattr("tejido.search.queries.finding.LIMIT", 2)
    assert "More than 2 results" in client.get("/search/", {"q": "a"}).content.decode()
