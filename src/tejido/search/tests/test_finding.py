"""Who finds what. The index is kept by the acts of the curriculum."""

from datetime import timedelta

import pytest

from cast import FIRST, NOW, SECTION_A, SECTION_B, make_text
from counting import queries_of
from tejido.curriculum.commands import release_edition, save_section, seal_edition, withdraw_edition
from tejido.curriculum.names import Readers
from tejido.curriculum.queries import latest_revision
from tejido.ledger.actors import PUBLIC
from tejido.search.commands import index_everything, index_text
from tejido.search.models import Entry
from tejido.search.names import Version
from tejido.search.queries import Asked, find

pytestmark = pytest.mark.django_db


def places(actor, words, **narrowed):
    return [(hit.entry.place, hit.entry.language) for hit in find(actor, Asked(words, **narrowed)).hits]


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
    save_section(
        actor=cast.secretariat,
        text=indexed,
        section=SECTION_B,
        language="es",
        markdown="## Respuesta del Estado\n\nUna frase nueva sobre memoria.\n",
        base=latest_revision(indexed),
        reason="",
        at=NOW,
    )
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
    save_section(
        actor=cast.secretariat,
        text=text,
        section=SECTION_B,
        language="es",
        markdown=f"## Respuesta del Estado\n\n{long}",
        base=latest_revision(text),
        reason="larga",
        at=NOW,
    )
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
        base = latest_revision(indexed)
        if marks:
            save_section(
                actor=cast.secretariat,
                text=indexed,
                section=SECTION_B,
                language="es",
                markdown=f"## Respuesta del Estado\n\nLa respuesta es civil.{marks}\n",
                base=base,
                reason="",
                at=NOW,
            )
        seal_edition(actor=cast.secretariat, revision=latest_revision(indexed), at=NOW)
        index_text(indexed)
    found = find(PUBLIC, Asked("empieza")).hits
    assert [hit.entry.number for hit in found] == [2]
    assert [hit.entry.number for hit in find(PUBLIC, Asked("empieza", version=Version.EARLIER)).hits] == [1]


def test_a_mechanism_is_found_by_its_member_and_its_released_edition_by_the_others(cast, mechanism):
    own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    index_text(own)
    ours, theirs = cast.actor("XA/focal_point"), cast.actor("XB/focal_point")
    assert places(ours, "empieza") == places(ours, "empieza", own=True) == [(FIRST, "es")]
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


def test_only_what_was_changed_is_written_again(cast, indexed):
    save_section(
        actor=cast.secretariat,
        text=indexed,
        section=SECTION_B,
        language="es",
        markdown="## Respuesta del Estado\n\nLa respuesta es civil y **oportuna**.\n",
        base=latest_revision(indexed),
        reason="",
        at=NOW,
    )
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
    assert "Only our own" not in cast.client("network/secretariat").get("/search/").content.decode()


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
    assert "More than 2 passages" in client.get("/search/", {"q": "a"}).content.decode()
