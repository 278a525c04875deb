"""The public pages as people find them: one address per language, the same for everybody, nothing that was not
released."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

import tejido
from cast import FOUNDED, NOW, SOURCE
from tejido.curriculum.commands import seal_edition
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.tests.doings import DAY
from tejido.public.terms import CHAPTERS
from tejido.registry.commands import begin_mandate
from tejido.registry.models import Institution
from tejido.registry.names import Status
from tejido.web.addresses import whole

from .visiting import LANGUAGES, PAGES, adopt, enter, event, get, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_is_one_page_in_one_language_and_names_the_others(cast, page, language):
    adopt(cast)
    html = read(f"/{language}/{page}")
    assert f'<html lang="{language}" dir="ltr">' in html
    assert f'<link rel="canonical" href="{whole(f"/{language}/{page}")}">' in html
    for other in LANGUAGES:
        assert f'<link rel="alternate" hreflang="{other}" href="{whole(f"/{other}/{page}")}">' in html
        assert f'<a href="/{other}/{page}" hreflang="{other}"' in html
    assert f'hreflang="x-default" href="{whole("/" if not page else f"/es/{page}")}"' in html
    assert html.count("<h1") == 1
    assert "<script src" not in html
    assert "style=" not in html
    description = re.search(r'<meta name="description" content="([^"]+)">', html)
    assert description
    assert f'property="og:description" content="{description[1]}"' in html


def test_the_reader_s_own_settings_do_not_change_the_page(cast):
    adopt(cast)
    plain = get("/pt/").content
    assert get("/pt/", headers={"accept-language": "fr"}).content == plain
    for who in ("XA/focal_point", "network/secretariat"):
        assert cast.client(who, language="en").get("/pt/").content == plain


def test_there_is_no_page_in_a_language_of_which_there_are_no_words(cast):
    assert get("/xx/").status_code == 404
    assert get("/xx/feeds/texts.atom").status_code == 404


def test_what_is_only_written_to_is_not_read(cast):
    assert Client().post("/es/").status_code == 405
    assert Client().head("/es/").status_code == 200


## Members


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ([{"status": Status.MEMBER}], "stands member"),
        ([{"status": Status.OBSERVER}], "stands observer"),
        ([{"status": Status.PARTNER}], "stands partner"),
        ([{"status": Status.FORMER}], "stands former"),
        ([{"status": Status.UNLISTED}], "stands none"),
        ([], "stands none"),
        ([{"status": Status.MEMBER}, {"status": Status.UNLISTED}], "stands disputed"),
        ([{"status": Status.MEMBER, "is_disputed": True}], "stands disputed"),
    ],
)
def test_a_status_is_one_word_only_where_all_sources_say_the_same(cast, sources, words):
    enter("BO", *sources)
    html = read("/es/members/")
    row = html.partition('href="/es/members/BO/">BO</a>')[2].partition("</tr>")[0]
    assert words in row
    assert [f"fuente {n}" in row for n in range(1, len(sources) + 1)] == [words != "stands none"] * len(sources)


def test_a_disputed_status_is_shown_with_both_sources_and_counted_as_nothing_else(cast):
    enter("BO", {"status": Status.MEMBER}, {"status": Status.UNLISTED})
    assert "Dicho 1" in read("/es/members/")
    page = read("/es/members/BO/")
    assert "fuente 1" in page
    assert "fuente 2" in page
    front = read("/en/")
    assert '<dt>members, by every source</dt><dd><a href="/en/members/">3</a>' in front
    assert '<dt>status that is disputed</dt><dd><a href="/en/members/">1</a>' in front


def test_a_status_that_ended_or_has_not_begun_is_not_today_s(cast):
    enter("BO", {"status": Status.MEMBER, "since": FOUNDED, "until": NOW.date()})
    enter("NI", {"status": Status.MEMBER, "since": (NOW + DAY).date()})
    html = read("/es/members/")
    assert html.count('class="stands none"') == 2


def test_the_page_of_a_member_shows_its_sources_and_institutions_and_no_seat(cast):
    html = read("/es/members/XA/")
    assert SOURCE in html
    assert "JUS de XA" in html
    assert "focal_point" not in html
    assert get("/es/members/ZZ/").status_code == 404
    assert get("/es/members/xa/").status_code == 404


def test_an_institution_is_there_from_its_first_day_to_its_last(cast):
    row, today = cast.institutions["XA/JUS"], NOW.date()
    for since, until, is_there in (
        (None, None, True),
        (today, today + DAY, True),
        (today + DAY, None, False),
        (None, today, False),
    ):
        Institution.objects.filter(key=row.key).update(since=since, until=until)
        html = read("/es/members/XA/")
        assert ("JUS de XA" in html, "DEF de XA" in html) == (is_there, True), (since, until)


def test_who_sits_where_changes_no_public_page(cast):
    before = {page: read(f"/es/{page}") for page in ("", "members/", "members/XC/", "meetings/")}
    seat = cast.seats["XC/focal_point/MRE"]
    begin_mandate(
        actor=cast.secretariat, seat=seat, account=cast.account("XB/focal_point"), since=cast.now, at=cast.now
    )
    assert {page: read(f"/es/{page}") for page in before} == before


## Texts


def test_a_text_is_there_from_its_first_edition_on_and_not_a_minute_before(cast, text):
    assert get("/es/texts/texto/").status_code == 404
    assert "/es/texts/texto/" not in read("/es/texts/")
    nothing = read("/en/")
    assert "No text has been adopted yet." in nothing
    seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=cast.now)
    html = read("/es/texts/texto/")
    assert Edition.objects.get().revision.digest in html
    assert 'href="/texts/texto/editions/1/?language=pt"' in html
    assert "/es/texts/texto/" in read("/es/")


## Meetings


def test_a_dated_event_is_as_exact_as_its_source_and_names_it(cast):
    event(28, since="2016-11", source="dpe.example")
    html = read("/es/meetings/")
    assert "noviembre de 2016" in html
    assert "dpe.example" in html
    assert "Quito" in html


def test_the_first_page_says_how_the_network_began_where_a_source_says_so(cast):
    assert 'class="begun"' not in read("/es/")
    event(1, kind="launch", since="2012-03-29", until="2012-03-30")
    assert "29</time>–" in read("/es/")


def test_the_menu_is_the_same_on_the_public_pages_and_beside_them(cast):
    def menu(address):
        html = Client(headers={"accept-language": "es"}).get(address).content.decode()
        return re.findall(r'<a href="([^"]*)"', html.split("<nav")[1].split("</nav>")[0])

    assert menu("/es/members/") == menu("/proof/") == menu("/texts/")
    assert menu("/proof/")[0] == "/es/"


## The words of procedure, and the statement of accessibility


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_procedure_has_a_place_a_sentence_and_its_names_in_the_other_languages(cast, language):
    words = [word for chapter in CHAPTERS for word in chapter.words]
    html = read(f"/{language}/procedure/")
    assert len({word.code for word in words}) == len(words) > 25
    with translation.override(language):
        for word in words:
            assert f'<div id="{word.code}"><dt>{word.name}</dt><dd>{word.meaning}' in html
            assert str(word.meaning).endswith(".")
    assert html.count('<span lang="') >= 3 * len(words)


def test_pages_lead_to_words_of_procedure_that_are_there():
    codes = {word.code for chapter in CHAPTERS for word in chapter.words}
    pages = (path.read_text("utf-8") for path in Path(tejido.__file__).parent.glob("*/templates/**/*.html"))
    led = [code for page in pages for code in re.findall(r"(?:public:procedure[^#]*|\{\{ words \}\})#([\w-]+)", page)]
    assert set(led) >= {"formal-act", "round", "procedure"}
    assert set(led) - codes == set()


@pytest.mark.parametrize("contact", ["", "acceso@example.org"])
def test_the_statement_of_accessibility_names_whom_to_write_to_or_that_nobody_is_named(cast, settings, contact):
    settings.ACCESS_CONTACT = contact
    html = read("/en/accessibility/")
    assert ("mailto:acceso@example.org" in html) == bool(contact)
    assert ("has not named an address" in html) == (not contact)
    assert '<a href="/en/accessibility/">' in read("/en/members/")
