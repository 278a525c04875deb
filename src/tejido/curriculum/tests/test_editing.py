"""The page on which a section is edited: form, preview, save, and both sides where two people wrote at once."""

import re

import pytest

from cast import DOCUMENT, FIRST, SECTION_A, SECTION_B, TITLE
from tejido.curriculum.commands import keep_draft, save_revision
from tejido.curriculum.models import Draft, Revision
from tejido.curriculum.queries import documents, latest_revision
from tejido.engine.document import Document
from tejido.web import reading

from .writing import NOW, document, save, shown

pytestmark = pytest.mark.django_db
OLD, NEW, OTHER = "nunca uno solo", "nunca uno aislado", "nunca uno aparte"


def address(text, section: str = SECTION_A, language: str = "es") -> str:
    return f"/texts/{text.slug}/sections/{section}/?language={language}"


def post(client, text, markdown: str, section: str = SECTION_A, **values):
    values = {"markdown": markdown, "base": 1, "language": "es", "reason": "", **values}
    return client.post(f"/texts/{text.slug}/sections/{section}/", values)


def form_of(answer):
    return answer.context["form"].initial


@pytest.fixture
def desk(cast, text):
    return cast.client("network/secretariat")


def test_the_form_shows_the_section_as_it_stands_and_the_revision_it_is_made_on(desk, text):
    answer = desk.get(address(text))
    assert form_of(answer) == {"markdown": shown(text, SECTION_A), "base": 1}
    assert "La memoria del lugar." in answer.content.decode()


def test_the_form_is_there_in_each_language(desk, text):
    assert "A memória do lugar." in form_of(desk.get(address(text, language="pt")))["markdown"]


def test_saving_leads_back_to_the_section_in_the_language_written(desk, text):
    answer = post(desk, text, shown(text, SECTION_A).replace(OLD, NEW), reason="más claro")
    where = f"/texts/{text.slug}/?language=es#p-{SECTION_A}"
    assert answer.headers["location"] == where
    assert f'id="p-{SECTION_A}"' in desk.get(where).content.decode()
    assert latest_revision(text).reason == "más claro"


def test_lines_that_a_browser_ends_in_two_characters_change_nothing(desk, text):
    answer = post(desk, text, shown(text, SECTION_A).replace("\n", "\r\n"))
    assert answer.status_code == 409
    assert "Nothing was changed" in answer.content.decode()


def test_what_stands_before_the_first_heading_has_an_address_of_its_own(cast, desk, text, revision):
    untitled = Document.of(passage for passage in DOCUMENT if passage.id != TITLE)
    save_revision(actor=cast.secretariat, text=text, document=untitled, base=revision, reason="", at=NOW)
    assert "/sections/start/?language=es" in desk.get(f"/texts/{text.slug}/?language=es").content.decode()
    answer = post(desk, text, "Antes de todo.\n", "start", base=2)
    assert answer.headers["location"] == f"/texts/{text.slug}/?language=es"
    assert document(text).passages[0].text("es") == "Antes de todo."


@pytest.mark.parametrize("section", ["000000000000", FIRST, "start", "%00", "x" * 400])
def test_a_section_that_is_not_there_is_not_found(desk, text, section):
    assert desk.get(address(text, section)).status_code == 404


@pytest.mark.parametrize("values", [{"base": ""}, {"base": "x"}, {"reason": "x" * 301}])
def test_an_incomplete_form_comes_back_with_what_was_written(desk, text, values):
    answer = post(desk, text, "## Lo mío\n", **values)
    assert answer.status_code == 422
    assert "## Lo mío" in answer.content.decode()
    assert latest_revision(text).number == 1


@pytest.mark.parametrize("base", [0, -1, 7, 10**30])
def test_a_base_that_was_never_there_is_not_found(desk, text, base):
    assert post(desk, text, "## Lo mío\n", base=base).status_code == 404


@pytest.mark.parametrize("who", ["XA/focal_point", "network/chair", "network/observer"])
def test_who_may_not_write_finds_no_form(cast, text, who):
    client = cast.client(who)
    assert client.get(address(text)).status_code == 404
    assert post(client, text, "## Lo mío\n").status_code == 404


def test_a_translator_finds_the_form_of_other_languages_only(cast, text):
    client = cast.client("network/translator")
    assert [client.get(address(text, language=tag)).status_code for tag in ("es", "pt")] == [404, 200]


def clash_page(cast, desk, text, theirs: str = NEW):
    """I open the section, somebody else saves, and then I save another wording of the same words."""
    mine = shown(text, SECTION_A).replace(OLD, OTHER)
    save(cast, text, SECTION_A, shown(text, SECTION_A).replace(OLD, theirs))
    return post(desk, text, mine, reason="mi razón")


def test_a_clash_shows_where_both_started_what_the_other_wrote_and_what_i_wrote(cast, desk, text):
    answer = clash_page(cast, desk, text)
    assert answer.status_code == 409
    panes = re.findall(r"<pre[^>]*>(.*?)</pre>", answer.content.decode(), re.DOTALL)
    assert [(OLD in pane, NEW in pane, OTHER in pane) for pane in panes] == [(True, False, False), (False, True, False)]
    kept = form_of(answer)
    assert OTHER in kept["markdown"]
    assert (kept["base"], kept["reason"]) == (2, "mi razón")
    assert Revision.objects.count() == 2


def test_both_sides_stay_in_their_places_whichever_of_them_is_still_in_memory(cast, desk, text, revision):
    clash_page(cast, desk, text)
    documents.memory._kept.pop(revision.digest)
    answer = post(desk, text, shown(text, SECTION_A).replace(NEW, OTHER))
    assert OLD in answer.context["base_markdown"]
    assert NEW in answer.context["their_markdown"]


def test_what_was_brought_together_is_saved_on_top_of_the_other(cast, desk, text):
    kept = form_of(clash_page(cast, desk, text))
    together = kept["markdown"].replace(OTHER, "nunca uno aislado ni aparte")
    assert post(desk, text, together, base=kept["base"]).status_code == 302
    assert "aislado ni aparte" in shown(text, SECTION_A)
    assert latest_revision(text).number == 3


def test_a_section_that_another_took_out_is_shown_as_gone_and_what_i_wrote_is_not_lost(cast, desk, text, revision):
    mine = shown(text, SECTION_B).replace("civil, legal", "civil y legal")
    without = Document.of(DOCUMENT.passages[:6])
    save_revision(actor=cast.secretariat, text=text, document=without, base=revision, reason="", at=NOW)
    answer = post(desk, text, mine, SECTION_B)
    assert answer.status_code == 409
    assert answer.context["their_markdown"] == ""
    assert "civil y legal" in form_of(answer)["markdown"]


def test_a_preview_reads_as_the_page_will_and_runs_nothing(desk, text):
    written = '**Así** y [allí](javascript:alert(1)) <script>alert(1)</script> <img src=x onerror="alert(1)">'
    page = desk.post(f"/texts/{text.slug}/previews/", {"markdown": written, "language": "es"}).content.decode()
    assert "<strong>Así</strong>" in page
    assert [piece for piece in ("<script", "<img", 'href="javascript') if piece in page] == []


def test_what_is_previewed_stays_in_no_shared_memory(desk, text):
    written = {"markdown": "Palabra sola.\n", "language": "es"}
    assert "Palabra sola." in desk.post(f"/texts/{text.slug}/previews/", written).content.decode()
    assert not any("Palabra sola." in p.html for _, made in reading._memory._kept.values() for p in made.passages)


def test_a_preview_of_nothing_is_nothing(desk, text):
    assert desk.post(f"/texts/{text.slug}/previews/").content.strip() == b""


def keep(cast, text, markdown: str, *, by: str = "network/secretariat", section: str | None = SECTION_A) -> Draft:
    return keep_draft(
        actor=cast.actor(by), text=text, section=section, language="es", markdown=markdown,
        base=latest_revision(text), at=NOW,
    )  # fmt: skip


def post_draft(client, text, section: str = SECTION_A, **values):
    values = {"markdown": "## A medias\n", "base": 1, "language": "es", **values}
    return client.post(f"/texts/{text.slug}/sections/{section}/drafts/", values)


def test_what_is_being_typed_is_kept_and_comes_back(desk, text):
    answer = post_draft(desk, text)
    assert answer.json()["kept"] is True
    assert "Draft kept at " in answer.json()["message"]
    post_draft(desk, text, markdown="## A medias, más\n")
    assert Draft.objects.count() == 1
    assert form_of(desk.get(address(text))) == {"markdown": "## A medias, más\n", "base": 1, "draft": True}
    assert form_of(desk.get(address(text) + "&fresh=1"))["markdown"] == shown(text, SECTION_A)


def test_a_draft_remembers_the_revision_it_was_begun_on(cast, desk, text):
    post_draft(desk, text)
    save(cast, text, SECTION_B, shown(text, SECTION_B).replace("civil, legal", "civil y legal"))
    assert form_of(desk.get(address(text)))["base"] == 1


def test_a_draft_is_kept_for_its_seat_its_section_and_its_language_alone(cast, desk, text):
    post_draft(desk, text)
    assert "draft" not in form_of(desk.get(address(text, SECTION_B)))
    assert "draft" not in form_of(desk.get(address(text, language="pt")))
    translator = cast.client("network/translator")
    assert "draft" not in form_of(translator.get(address(text, language="pt")))


def test_no_page_shows_a_draft_to_another_seat(cast, text, mechanism):
    from cast import make_text

    own = make_text(cast, mechanism, by="XA/focal_point", slug="politica")
    keep(cast, own, "## CANARIO\n", by="XA/focal_point")
    alternate = cast.client("XA/alternate")
    pages = [alternate.get(f"/texts/politica/{page}") for page in ("", "history/", f"sections/{SECTION_A}/")]
    assert [page.status_code for page in pages] == [200] * 3
    assert [page for page in pages if "CANARIO" in page.content.decode()] == []


def test_a_save_puts_an_end_to_the_draft_and_a_clash_does_not(cast, desk, text):
    post_draft(desk, text)
    clash_page(cast, desk, text)
    assert Draft.objects.count() == 1
    post(desk, text, shown(text, SECTION_A).replace(NEW, OTHER), base=2)
    assert not Draft.objects.exists()


def test_a_draft_is_no_act_and_leaves_no_line(cast, text):
    from tejido.ledger.models import Line

    before = Line.objects.count()
    keep(cast, text, "## A medias\n")
    keep(cast, text, "Antes.\n", section=None)
    assert Line.objects.count() == before


@pytest.mark.parametrize("section", ["000000000000", "x" * 400])
def test_no_draft_is_kept_of_a_section_that_is_not_there(desk, text, section):
    assert post_draft(desk, text, section).status_code == 409
    assert not Draft.objects.exists()


def test_a_draft_that_cannot_be_kept_says_so(cast, desk, text):
    assert (post_draft(desk, text, base="").status_code, post_draft(desk, text, base=9).status_code) == (422, 404)
    assert post_draft(cast.client("network/chair"), text).status_code == 403
    assert not Draft.objects.exists()
