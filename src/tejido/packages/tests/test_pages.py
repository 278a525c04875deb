"""The pages of packages and the files behind them, as each person gets them."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from cast import FIRST, ITEM, SECOND, SECTION_A, SECTION_B
from counting import queries_of
from tejido.adaptation.tests.doings import adapt, adopt, derive
from tejido.adaptation.tests.doings import show as show_version
from tejido.curriculum.queries import latest_revision
from tejido.packages.names import Format
from tejido.training.lines import Thing
from tejido.training.tests.doings import begin, plan

pytestmark = pytest.mark.django_db
OTHER = "f" * 64


@pytest.fixture
def edition(cast, text):
    return adopt(cast, text)


@pytest.fixture
def version(cast, text, edition):
    made = derive(cast, text)
    adapt(cast, made, {ITEM: None}, added="Aquí, en Aldea.")
    return made


@pytest.fixture
def course(cast, version):
    made = begin(cast, version)
    plan(cast, made, Thing(SECTION_A), title={"es": "Riesgos"})
    plan(cast, made, Thing(FIRST), title={"es": "Comienzo"}, minutes=45)
    plan(cast, made, title={"es": "Examen"}, method="examination", treats=())
    return made


@pytest.fixture
def anybody(cast):
    """A reader without a seat, in English."""
    return Client(headers={"accept-language": "en"})


def said(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def parts(answer):
    assert answer.status_code == 200
    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def lessons(found):
    return [words for name, words in found.items() if name.startswith("lesson-")]


def test_everybody_takes_an_adopted_edition_in_every_format_and_language(edition, text, anybody):
    at = f"/texts/{text.slug}/editions/1/packages/"
    page = said(anybody.get(at))
    for format in Format:
        assert str(format.label) in page
        for language in ("es", "pt"):
            answer = anybody.get(f"{at}{language}/{format}/")
            assert "attachment" in answer["Content-Disposition"]
            assert answer["Cache-Control"] == "private, no-store"
            assert parts(answer)
    assert at in anybody.get("/packages/").content.decode()
    assert at in anybody.get(f"/texts/{text.slug}/editions/1/").content.decode()


def test_the_file_is_called_by_what_it_holds(edition, text, anybody):
    at = f"/texts/{text.slug}/editions/1/packages/"
    names = [anybody.get(f"{at}es/{format}/")["Content-Disposition"] for format in Format]
    assert names == [
        f'attachment; filename="texto-1.es.{ending}"'
        for ending in ("imscc", "scorm.zip", "scorm-single.zip", "cmi5.zip", "epub")
    ]


@pytest.mark.parametrize("wrong", ["fr/cartridge/", "es/word/", "es-x/scorm/"])
def test_what_is_no_language_and_no_format_of_it_is_not_there(edition, text, anybody, wrong):
    assert anybody.get(f"/texts/{text.slug}/editions/1/packages/{wrong}").status_code == 404


def test_the_front_page_says_which_text_it_is_and_how_to_check_it(edition, text, anybody):
    at = f"/texts/{text.slug}/editions/1/packages/"
    found = parts(anybody.get(f"{at}pt/cartridge/"))
    front, digest = found["about.html"], latest_revision(text).digest
    assert '<html lang="pt">' in front
    assert "Edição 1" in front
    assert digest in front
    assert f"{at}?since={digest}" in front
    assert f"{at}?since={digest}" in found["check/link.xml"]
    assert "EUPL-1.2" in front
    assert "EUPL-1.2" in found["imsmanifest.xml"]


def test_the_same_text_gives_the_same_file(edition, text, anybody):
    at = f"/texts/{text.slug}/editions/1/packages/es/"
    for format in Format:
        assert anybody.get(f"{at}{format}/").content == anybody.get(f"{at}{format}/").content


def test_a_version_is_for_its_own_seats_until_it_is_shown(cast, version, anybody):
    at = f"/versions/{version.key}/packages/"
    own, other = cast.client("XA/focal_point"), cast.client("XB/focal_point")
    assert "Packages" in said(own.get(at))
    for reader in (other, anybody):
        assert reader.get(at).status_code == 404
        assert reader.get(f"{at}es/scorm/").status_code == 404
    assert at in own.get("/packages/").content.decode()
    show_version(cast, version, "network")
    adapt(cast, version, {SECOND: "Aún no se muestra."})
    assert "Aún no se muestra" in "".join(parts(own.get(f"{at}es/scorm/")).values())
    shown = parts(other.get(f"{at}es/scorm/"))
    assert "Aquí, en Aldea." in "".join(shown.values())
    assert "Aún no se muestra" not in "".join(shown.values())
    assert "Tal como se mostró el" in shown["about.html"]
    assert "Texto en preparación" not in shown["about.html"]
    assert at in other.get("/packages/").content.decode()
    assert anybody.get(at).status_code == 404


def test_a_course_is_packed_session_by_session(cast, course):
    own, at = cast.client("XA/focal_point"), f"/courses/{course.key}/packages/"
    page = said(own.get(at))
    assert "EPUB" not in page
    assert own.get(f"{at}es/epub/").status_code == 404
    found = parts(own.get(f"{at}es/scorm/"))
    first, second, third = lessons(found)
    assert ">Riesgos</h1>" in first
    assert "1 h 30 min" in first
    assert f'id="p-{SECOND}"' in first
    assert f'id="p-{SECTION_B}"' not in first
    assert "Prevención temprana" in second  # the heading that the passage stands under
    assert "no trata ningún pasaje" in third
    assert found["imsmanifest.xml"].count('scormType="sco"') == 3
    assert "3 h 45 min" in found["about.html"]
    assert cast.client("XB/focal_point").get(at).status_code == 404
    assert cast.client("XB/focal_point").get(f"{at}es/scorm/").status_code == 404
    assert at in own.get("/packages/").content.decode()
    assert at in own.get(f"/courses/{course.key}/").content.decode()


def test_a_passage_keeps_the_address_that_it_has_in_the_whole_text(cast, course):
    found = parts(cast.client("XA/focal_point").get(f"/courses/{course.key}/packages/es/cartridge/"))
    assert '<span class="address">1 ¶ 1</span>' in lessons(found)[0]


def test_the_page_says_what_is_new_since_a_package(cast, text, edition, anybody):
    first = latest_revision(text).digest
    at = f"/texts/{text.slug}/editions/1/packages/"
    assert "nothing to do" in said(anybody.get(at, {"since": first}))
    adopt(cast, text, **{SECOND: "Los factores se estudian juntos.", ITEM: None})
    newer = f"/texts/{text.slug}/editions/2/packages/"
    for address in (at, newer):  # a package of the first edition leads to the page of the first
        page = said(anybody.get(address, {"since": first}))
        assert "New or changed passages: 1. Passages taken out: 1." in page
        assert "1 Factores de riesgo" in page
    assert "Edition 2 is newer." in said(anybody.get(at))
    assert newer in anybody.get(at).content.decode()
    assert "is newer" not in said(anybody.get(newer))
    assert "No package with this digest" in said(anybody.get(at, {"since": OTHER}))
    assert "A digest has 64 signs" in said(anybody.get(at, {"since": "abc"}))


def test_what_was_never_shown_is_no_package_for_others(cast, version, anybody):
    at, own = f"/versions/{version.key}/packages/", cast.client("XA/focal_point")
    hidden = latest_revision(version.text).digest
    adapt(cast, version, {SECOND: "Otra."})
    show_version(cast, version, "public")
    shown = latest_revision(version.text).digest
    adapt(cast, version, {SECOND: "Otra más."})
    show_version(cast, version, "public")
    assert "No package with this digest" in said(anybody.get(at, {"since": hidden}))
    assert "New or changed passages: 1." in said(anybody.get(at, {"since": shown}))
    assert "New or changed passages: 1." in said(own.get(at, {"since": hidden}))


def test_a_course_says_that_its_sessions_changed(cast, course):
    own, at = cast.client("XA/focal_point"), f"/courses/{course.key}/packages/"
    front = parts(own.get(f"{at}es/cmi5/"))["about.html"]
    since, planned = (re.search(rf"{name}=([0-9a-f]{{64}})", front)[1] for name in ("since", "plan"))
    asked = {"since": since, "plan": planned}
    assert "nothing to do" in said(own.get(at, asked))
    plan(cast, course, title={"es": "Otra sesión"})
    assert "The sessions of the course are not" in said(own.get(at, asked))


def test_what_lacks_a_language_is_said(cast, version):
    page = said(cast.client("XA/focal_point").get(f"/versions/{version.key}/packages/?language=pt"))
    assert "1 of 10 passages have no text in Portuguese" in page


def test_lists_ask_the_same_however_long(cast, text, edition, version):
    own = cast.client("XA/focal_point")
    begin(cast, version)
    one = queries_of(lambda: own.get("/packages/"))
    for _ in range(2):
        begin(cast, version)
    assert queries_of(lambda: own.get("/packages/")) == one
