"""What the pages of practices show to whom, that forms keep what was typed, and that a page costs the same at every
size."""

import json
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cast import NOW, SECTION_A
from counting import queries_of
from tejido.adaptation.tests.doings import adopt
from tejido.ledger.actors import PUBLIC
from tejido.mechanisms.names import Audience
from tejido.practices import commands
from tejido.practices.lines import digest_of, facts_in
from tejido.practices.models import Adaptation, Enquiry, Practice, Readiness, Remark, Review, Version
from tejido.practices.names import Theme
from tejido.practices.queries import shown_practices, strengths, verdicts
from tejido.programmes.tests.doings import OTHER, initiative
from tejido.programmes.tests.doings import release as show

from .doings import (
    ALDEA,
    BRISA,
    CUMBRE,
    DAY,
    JUSTICE,
    SEC,
    WORDS,
    adapt,
    again,
    ask,
    begun,
    give,
    publish,
    published,
    release,
    reply,
    submit,
    tell,
    told,
    withdraw,
    write,
)

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
HOME = "/practices/"


@pytest.fixture(autouse=True)
def _at(at_now):
    at_now(NOW + DAY)


@pytest.fixture
def by(cast):
    """A browser by the office; without one the public's."""
    made = {}

    def browser(who=""):
        if who not in made:
            made[who] = cast.client(who) if who else Client(headers={"accept-language": "en"})
        return made[who]

    return browser


def said(answer, status=200):
    assert answer.status_code == status, answer.content.decode()[:600]
    found = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found[0] if found else answer.content.decode())))


def test_an_empty_house_says_what_to_do_next(by):
    assert "Tell what your member did about a problem." in said(by(ALDEA).get(HOME))
    assert "Practices that members show to everybody stand here." in said(by().get(HOME))
    assert "Once a member publishes a practice, it stands here." in said(by(SEC).get(HOME))
    assert "Begin with the problem" in said(by(ALDEA).get(f"{HOME}own/"))
    assert "No practice is with peers now." in said(by(SEC).get(f"{HOME}peers/"))
    assert by().get(f"{HOME}own/").status_code == 404
    assert by(SEC).post(f"{HOME}own/").status_code == 404


def test_a_practice_goes_from_its_first_word_to_everybody(cast, by):
    aldea = by(ALDEA)
    aldea.post(f"{HOME}own/")
    key = Practice.objects.get().key
    draft = f"{HOME}{key}/draft/"
    assert "A practice without a title yet" in said(aldea.get(draft))
    first = aldea.get(f"{draft}words/es/").content.decode()
    assert "<h1>A new practice</h1>" in first
    assert "<strong>español.</strong>" in first
    seen = re.search(r'name="seen" value="(\w+)"', first)[1]
    aldea.post(f"{draft}words/es/", {**WORDS, "seen": seen})
    seat = cast.seats[cast.office(ALDEA)].key
    facts = {"contact": seat, "magnitude": "small", "grounds": "figures", "groups": ["police"], "themes": ["memory"]}
    facts["seen"] = re.search(r'name="seen" value="(\w+)"', aldea.get(f"{draft}facts/").content.decode())[1]
    assert [aldea.post(f"{draft}facts/", facts).status_code for _ in "12"] == [302, 422]
    assert "Mesas de barrio" in said(aldea.get(draft))
    assert "Mesas de barrio" in said(aldea.get(f"{draft}words/pt/"))  # beside, for whoever translates
    seen = re.search(r'name="seen" value="(\w+)"', aldea.get(draft).content.decode())[1]
    aldea.post(f"{HOME}{key}/submissions/", {"seen": seen})
    sec = by(SEC)
    asking = re.search(rf"{HOME}peers/(\w+)/", sec.get(f"{HOME}peers/").content.decode())[0]
    assert "2 peers to ask" in said(sec.get(asking))
    sec.post(asking, {"seat": cast.seats[cast.office(BRISA)].key})
    brisa = by(BRISA)
    review = f"{HOME}reviews/{Review.objects.get().key}/"
    assert "waits for your review" in said(brisa.get(f"{HOME}peers/"))
    assert "Mesas de barrio" in said(brisa.get(review))
    given = {"recommendation": "publish", "summary": "Clara y útil.", "language": "es", "on_problem": "¿Dónde?"}
    brisa.post(review, {**given, "keeps": "1", "recommendation": ""})
    assert "¿Dónde?" in brisa.get(review).content.decode()
    brisa.post(review, given)
    assert "Not answered yet." in said(brisa.get(review))
    assert "1 remark waits for your answer." in said(aldea.get(draft))
    reply = {"outcome": "taken", "reason": "En el norte.", "language": "es"}
    aldea.post(f"{HOME}remarks/{Remark.objects.get().key}/replies/", reply)
    assert "En el norte." in said(brisa.get(review))
    aldea.post(f"{HOME}{key}/publications/", {"seen": seen, "audience": "public"})
    page = said(by().get(f"{HOME}{key}/"))
    assert "Mesas de barrio" in page
    assert "Clara y útil." in page
    assert "¿Dónde?" not in page
    assert "Published exactly as they read it." in page


def test_drafts_and_submissions_are_shown_to_nobody_else(cast, by):
    row = told(cast)
    review = ask(cast, submit(cast, row))
    write(cast, row, **{**WORDS, "problem": "CANARY only in the draft"})
    for who in (BRISA, CUMBRE, SEC, ""):
        assert by(who).get(f"{HOME}{row.key}/").status_code == 404
        assert by(who).get(f"{HOME}{row.key}/draft/").status_code == 404
        assert "Mesas" not in said(by(who).get(HOME))
    assert "CANARY" not in said(by(BRISA).get(f"{HOME}reviews/{review.key}/"))
    assert by("XB/alternate").get(f"{HOME}reviews/{review.key}/").status_code == 404
    assert "CANARY" in said(by(JUSTICE).get(f"{HOME}{row.key}/draft/"))


def test_what_was_taken_back_its_peer_reads_no_more_unless_a_review_was_given(cast, by):
    row = told(cast)
    made = submit(cast, row)
    given, open_ = ask(cast, made), ask(cast, made, CUMBRE)
    give(cast, given)
    by(ALDEA).post(f"{HOME}{row.key}/takings-back/")
    assert by(BRISA).get(f"{HOME}reviews/{given.key}/").status_code == 200
    assert by(CUMBRE).get(f"{HOME}reviews/{open_.key}/").status_code == 404
    assert "Mesas" not in said(by(CUMBRE).get(f"{HOME}peers/"))


def test_of_a_copy_that_was_taken_back_a_review_alone_is_left(cast, by):
    row = told(cast, title="CANARY título", problem="CANARY problema")
    file = SimpleUploadedFile("informe.pdf", b"CANARY")
    by(ALDEA).post(f"{HOME}{row.key}/draft/proofs/", {"words": "CANARY", "language": "es", "file": file})
    given = ask(cast, submit(cast, row))
    give(cast, given, summary="Clara y útil.", problem="¿Dónde?")
    reply(cast, Remark.objects.get(), reason="En el norte.")
    paper = f"{HOME}{row.key}/files/{again(row).draft['proofs'][0]['paper']}/"
    page = f"{HOME}reviews/{given.key}/"
    assert "CANARY" in said(by(BRISA).get(page))
    assert by(BRISA).get(paper).status_code == 200
    by(ALDEA).post(f"{HOME}{row.key}/takings-back/")
    shown = by(BRISA).get(page).content.decode()
    assert all(words in shown for words in ("Clara y útil.", "¿Dónde?", "En el norte."))
    for answer in (shown, by(BRISA).get(f"{HOME}peers/").content.decode()):
        assert "CANARY" not in answer
    assert by(BRISA).get(paper).status_code == 404


def test_the_public_reads_what_is_public_and_never_a_seat(cast, by):
    row = published(cast).practice
    assert by().get(f"{HOME}{row.key}/").status_code == 404
    publish(cast, row, Audience.PUBLIC)
    page = said(by().get(f"{HOME}{row.key}/"))
    assert "Seats of the network reach it by a letter." in page
    assert "focal_point MRE XA" in said(by(BRISA).get(HOME))
    for address in (HOME, f"{HOME}{row.key}/", f"{HOME}catalogue.json"):
        assert "focal_point" not in by().get(address).content.decode()


def test_the_list_is_narrowed_by_what_a_practice_is_about(cast, by):
    row = published(cast).practice
    assert "Mesas" in said(by(BRISA).get(HOME, {"theme": "security", "factor": "9", "group": "police"}))
    assert "Mesas" in said(by(BRISA).get(HOME, {"grounds": "figures", "language": "es", "theme": "unknown"}))
    for other in ({"theme": "memory"}, {"grounds": "own"}, {"language": "pt"}, {"factor": "1"}):
        assert "No practice speaks of this yet" in said(by(BRISA).get(HOME, other))
    assert row.key in by(BRISA).get(HOME).content.decode()


def test_a_withdrawn_practice_is_known_by_its_title_and_the_reason_alone(cast, by):
    row = published(cast).practice
    withdraw(cast, row)
    page = said(by(BRISA).get(f"{HOME}{row.key}/"))
    assert "Ya no es así." in page
    assert "Mesas de barrio" in page
    assert "no se hablaban" not in page
    assert "Mesas" not in said(by(BRISA).get(HOME))
    assert by(BRISA).get(f"{HOME}{row.key}/versions/1.docx").status_code == 404
    assert by().get(f"{HOME}{row.key}/").status_code == 404


def test_what_peers_said_of_a_practice_goes_with_its_words(cast, by):
    row = told(cast)
    give(cast, ask(cast, submit(cast, row)), summary="Clara y útil.")
    publish(cast, row, Audience.PUBLIC)
    assert "Clara y útil." in said(by().get(f"{HOME}{row.key}/"))
    withdraw(cast, row)
    for who in (BRISA, CUMBRE, ""):
        page = said(by(who).get(f"{HOME}{row.key}/"))
        assert "Ya no es así." in page
        assert "Clara y útil." not in page
        assert "Read by peers" not in page


def test_the_number_of_peers_tells_of_what_is_published_and_not_of_what_is_with_peers_again(cast, by):
    row = told(cast)
    give(cast, ask(cast, submit(cast, row)))
    shown = publish(cast, row, Audience.PUBLIC)
    write(cast, row, **{**WORDS, "title": "Mesas de pueblo"})
    give(cast, ask(cast, submit(cast, row), CUMBRE), CUMBRE, at=NOW + DAY)
    assert strengths(PUBLIC, shown_practices(PUBLIC))[row.key].reviews == 1
    assert len(verdicts(shown)) == 1
    assert "read by 1 peer" in said(by().get(HOME))


def test_two_versions_are_compared_word_by_word(cast, by):
    row = published(cast).practice
    assert by(BRISA).get(f"{HOME}{row.key}/difference/").status_code == 404
    write(cast, row, **{**WORDS, "title": "Mesas de pueblo", "cost": "Poco."})
    commands.keep_facts(
        actor=cast.actor(ALDEA), practice=row, magnitude="", grounds="own", groups=["police", "youth"], themes=[],
        factors=[], contact=again(row).draft["contact"], seen=digest_of(facts_in(again(row).draft)), at=NOW,
    )  # fmt: skip  # one act, read as one
    publish(cast, row)
    html = by(BRISA).get(f"{HOME}{row.key}/difference/").content.decode()
    assert re.search("<del>.*barrio.*</del>.*<ins>.*pueblo.*</ins>", html)
    assert "Children and young people" in html
    assert "The problem" not in said(by(BRISA).get(f"{HOME}{row.key}/difference/"))
    same = said(by(BRISA).get(f"{HOME}{row.key}/difference/", {"from": "2", "to": "2"}))
    assert "These two say the same." in same


def test_evidence_is_handed_out_with_the_copy_that_names_it_and_no_longer(cast, by):
    row = told(cast)
    page = f"{HOME}{row.key}/draft/"
    file = SimpleUploadedFile("informe.pdf", b"CANARY")
    by(ALDEA).post(f"{page}proofs/", {"words": "Informe", "language": "es", "file": file})
    paper = again(row).draft["proofs"][0]["paper"]
    address = f"{HOME}{row.key}/files/{paper}/"
    reads = lambda: {who for who in (ALDEA, BRISA, CUMBRE, "") if by(who).get(address).status_code == 200}  # noqa: E731
    assert reads() == {ALDEA}
    ask(cast, submit(cast, row))
    assert reads() == {ALDEA, BRISA}
    publish(cast, row, Audience.PUBLIC)
    assert reads() == {ALDEA, CUMBRE, BRISA, ""}
    withdraw(cast, row)
    assert reads() == {ALDEA}
    by(ALDEA).post(f"{page}proofs/{again(row).draft['proofs'][0]['id']}/removals/")
    assert again(row).draft["proofs"] == []
    assert by(ALDEA).get(f"{HOME}{row.key}/files/unknown/").status_code == 404


def test_what_is_missing_in_a_form_is_said_where_it_is_missing(cast, by):
    row = told(cast)
    page, aldea = f"{HOME}{row.key}/draft/", by(ALDEA)
    assert "Give an address or a file." in said(
        aldea.post(f"{page}proofs/", {"words": "Informe", "language": "es"}, follow=True)
    )
    assert aldea.post(f"{page}words/es/", {"title": "x" * 300, "seen": "0"}).status_code == 422
    assert aldea.post(f"{page}facts/", {"contact": "another"}).status_code == 422
    assert aldea.get(f"{page}words/xx/").status_code == 404
    review = ask(cast, submit(cast, row))
    answer = by(BRISA).post(f"{HOME}reviews/{review.key}/", {"summary": "Sirve.", "language": "es"})
    assert "What you advise" in said(answer, 422)
    give(cast, review, problem="¿Dónde?")
    remark = Remark.objects.get()
    assert "What you did" in said(aldea.post(f"{HOME}remarks/{remark.key}/replies/", {}, follow=True))
    assert "Who may read it" in said(aldea.post(f"{HOME}{row.key}/publications/", {"seen": "0"}, follow=True))
    assert "Language" in said(aldea.post(f"{HOME}{row.key}/withdrawals/", {}, follow=True))
    assert "changed since you looked" in said(aldea.post(f"{HOME}{row.key}/submissions/", {}), 409)
    assert by(SEC).post(f"{HOME}peers/{review.submission_id}/", {"seat": "x"}).status_code == 422
    assert "Theme" in said(by(BRISA).post(f"{HOME}peers/readiness/", {"themes": "x"}, follow=True))


def test_a_section_of_an_adopted_text_is_linked_and_unlinked(cast, text, by):
    adopt(cast, text)
    row = told(cast)
    page, aldea = f"{HOME}{row.key}/draft/", by(ALDEA)
    option = re.search(rf'value="(\w+/{SECTION_A})"', aldea.get(page).content.decode())[1]
    aldea.post(f"{page}passages/", {"section": option})
    assert "Factores de riesgo edition 1" in said(aldea.get(page))
    aldea.post(f"{page}passages/", {"section": "unknown"})
    aldea.post(f"{page}passages/{SECTION_A}/removals/")
    assert again(row).draft["passages"] == []


def test_a_draft_is_dropped_and_a_practice_withdrawn_from_its_page(cast, by):
    row = begun(cast)
    by(ALDEA).post(f"{HOME}{row.key}/draft/drops/")
    assert by(ALDEA).get(f"{HOME}{row.key}/draft/").status_code == 404
    other = published(cast).practice
    answer = by(ALDEA).post(f"{HOME}{other.key}/withdrawals/", {"reason": "Terminó.", "language": "es"}, follow=True)
    assert "withdrawn" in said(answer)
    assert Version.objects.get().reason == {"es": "Terminó."}


def test_a_seat_says_that_it_would_read_and_stands_first_among_those_who_are_asked(cast, by):
    brisa = by(BRISA)
    brisa.post(f"{HOME}peers/readiness/", {"themes": [Theme.SECURITY]})
    assert "Conduct of the security forces" in said(brisa.get(f"{HOME}peers/"))
    made = submit(cast, told(cast))
    html = by(SEC).get(f"{HOME}peers/{made.key}/").content.decode()
    options = re.findall(r"<option[^>]*>([^<]+)</option>", html)
    assert options[0].endswith("would read this")
    assert not any("XA" in option for option in options)
    brisa.post(f"{HOME}peers/readiness/", {"ends": "1"})
    assert Readiness.objects.get().ended_at
    row = ask(cast, made)
    brisa.post(f"{HOME}reviews/{row.key}/declines/")
    assert brisa.get(f"{HOME}reviews/{row.key}/").status_code == 404
    assert "declined" in said(by(SEC).get(f"{HOME}peers/{made.key}/"))


def test_letters_are_written_and_answered_on_one_page_that_both_sides_read(cast, by):
    row = published(cast).practice
    page = f"{HOME}{row.key}/letters/"
    assert by().get(page).status_code == 404
    assert "Nobody has written yet." in said(by(ALDEA).get(page))
    by(BRISA).post(page, {"words": "¿Cuántas mesas?", "language": "es"})
    assert by(BRISA).post(page, {"language": "es"}).status_code == 422
    seat = cast.seats[cast.office(BRISA)].key
    answers = f"{page}{seat}/answers/"
    assert by(CUMBRE).post(answers, {"words": "x", "language": "es"}).status_code == 404
    assert by(ALDEA).post(f"{page}unknown/answers/", {"words": "x", "language": "es"}).status_code == 404
    by(ALDEA).post(answers, {"language": "es"})
    by(ALDEA).post(answers, {"words": "Doce.", "language": "es"})
    assert Enquiry.objects.count() == 2
    assert "Doce." in said(by(BRISA).get(page))
    assert "¿Cuántas mesas?" in said(by(JUSTICE).get(page))
    assert "mesas?" not in said(by(CUMBRE).get(page))


def test_an_adaptation_is_written_released_and_withdrawn_on_its_page(cast, by):
    row = published(cast, Audience.PUBLIC).practice
    brisa = by(BRISA)
    assert by().post(f"{HOME}{row.key}/adaptations/").status_code == 404
    assert "We adapted this" in said(brisa.get(f"{HOME}{row.key}/"))
    brisa.post(f"{HOME}{row.key}/adaptations/")
    own = f"{HOME}adaptations/{Adaptation.objects.get().key}/"
    html = brisa.get(own, {"language": "pt"}).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', html)[1]
    brisa.post(f"{own}?language=pt", {"changed": "Menos mesas.", "status": "done", "seen": seen})
    assert brisa.post(own, {"status": "another", "seen": "0"}).status_code == 422
    assert by(ALDEA).get(own).status_code == 404
    assert "Menos mesas." not in said(by(ALDEA).get(f"{HOME}{row.key}/"))
    digest = re.findall(r'name="seen" value="(\w+)"', brisa.get(own).content.decode())[-1]
    brisa.post(f"{own}releases/", {"seen": digest})
    brisa.post(f"{own}releases/", {"seen": digest, "audience": "public"})
    assert "Menos mesas." in said(by().get(f"{HOME}{row.key}/"))
    assert "Our adaptation" in said(brisa.get(f"{HOME}{row.key}/"))
    assert "Mesas de barrio" in said(brisa.get(f"{HOME}own/"))
    brisa.post(f"{own}withdrawals/")
    assert "Menos mesas." not in said(by().get(f"{HOME}{row.key}/"))


def test_an_initiative_is_chosen_and_shown_to_those_alone_who_may_read_it(cast, by):
    ours, theirs = initiative(cast), initiative(cast, {"title": {"es": "Aulas abiertas"}}, OTHER)
    row = told(cast)
    facts, draft = f"{HOME}{row.key}/draft/facts/", f"{HOME}{row.key}/draft/"
    form = by(ALDEA).get(facts).content.decode()
    assert ours.key in form
    assert theirs.key not in form
    seen = digest_of(facts_in(again(row).draft))
    answer = {"contact": row.draft["contact"], "initiative": ours.key, "seen": seen}
    assert by(ALDEA).post(facts, {**answer, "initiative": theirs.key}).status_code == 422
    assert by(ALDEA).post(facts, answer).status_code == 302
    assert "Escuelas sin odio" in said(by(ALDEA).get(draft))
    submit(cast, row)
    page = f"{HOME}{row.key}/"
    adaptation = adapt(cast, publish(cast, row, Audience.PUBLIC))
    own = f"{HOME}adaptations/{adaptation.key}/"
    seen = re.search(r'name="seen" value="(\w+)"', by(BRISA).get(own).content.decode())[1]
    by(BRISA).post(own, {"changed": "Menos.", "status": "done", "seen": seen, "initiative": theirs.key})
    assert "Aulas abiertas" in said(by(BRISA).get(own))
    release(cast, adaptation, Audience.PUBLIC)
    sees = lambda who: {t for t in ("Escuelas sin odio", "Aulas abiertas") if t in said(by(who).get(page))}  # noqa: E731
    assert (sees(ALDEA), sees(BRISA), sees(CUMBRE), sees("")) == (
        {"Escuelas sin odio"},
        {"Aulas abiertas"},
        set(),
        set(),
    )
    show(cast, ours, Audience.NETWORK)
    assert (sees(CUMBRE), sees("")) == ({"Escuelas sin odio"}, set())


def test_one_practice_is_taken_along_as_pdf_and_word(cast, by):
    row = told(cast)
    ask_ = ask(cast, submit(cast, row))
    give(cast, ask_, problem="¿Dónde?")
    commands.answer_remark(
        actor=cast.actor(ALDEA), remark=Remark.objects.get(), outcome="taken", language="es", reason="Sí.", at=NOW
    )
    page = f"{HOME}{row.key}/draft/"
    by(ALDEA).post(f"{page}proofs/", {"words": "Nota", "language": "es", "address": "https://example.org/nota"})
    Practice.objects.update(is_demonstration=True)
    publish(cast, row)
    word = by(BRISA).get(f"{HOME}{row.key}/versions/1.docx")
    assert word.content.startswith(b"PK")
    assert 'filename="mesas-de-barrio-1.docx"' in word["Content-Disposition"]
    assert by(BRISA).get(f"{HOME}{row.key}/versions/1.pdf").content.startswith(b"%PDF")
    assert by(BRISA).get(f"{HOME}{row.key}/versions/1.txt").status_code == 404
    assert by(BRISA).get(f"{HOME}{row.key}/versions/2.pdf").status_code == 404
    assert by().get(f"{HOME}{row.key}/versions/1.pdf").status_code == 404


def test_the_catalogue_tells_another_program_what_the_reader_may_read(cast, text, by):
    adopt(cast, text)
    row = told(cast)
    html = by(ALDEA).get(f"{HOME}{row.key}/draft/").content.decode()
    option = re.search(rf'value="(\w+/{SECTION_A})"', html)[1]
    by(ALDEA).post(f"{HOME}{row.key}/draft/passages/", {"section": option})
    proof = {"words": "Informe", "language": "es", "file": SimpleUploadedFile("i.pdf", b"x")}
    by(ALDEA).post(f"{HOME}{row.key}/draft/proofs/", proof)
    by(ALDEA).post(f"{HOME}{row.key}/draft/proofs/", {**proof, "file": "", "address": "https://example.org"})
    submit(cast, row)
    version = publish(cast, row)
    assert json.loads(by().get(f"{HOME}catalogue.json").content)["numberOfItems"] == 0
    data = json.loads(by(BRISA).get(f"{HOME}catalogue.json").content)
    (listed,) = data["itemListElement"]
    assert (data["@context"], listed["identifier"]) == ("https://schema.org", version.digest)
    assert listed["name"] == [{"@language": "es", "@value": "Mesas de barrio"}]
    assert listed["contactPoint"]["contactType"] == "XA/focal_point/MRE"
    assert [("url" in row, "sha256" in row) for row in listed["citation"]] == [(False, True), (True, False)]
    assert SECTION_A in listed["isBasedOn"][0]["@id"]
    told_ = {row["propertyID"]: row["value"] for row in listed["additionalProperty"]}
    assert (told_["themes"], told_["reviews"]) == (["security"], 0)


def test_pages_cost_the_same_at_every_size(cast, by):
    def cost():
        row = Practice.objects.order_by("at").first()
        pages = (HOME, f"{HOME}own/", f"{HOME}peers/", f"{HOME}{row.key}/", f"{HOME}{row.key}/draft/")
        return [queries_of(lambda a=a: by(ALDEA).get(a)) for a in pages], [
            queries_of(lambda a=a: by(SEC).get(a)) for a in (HOME, f"{HOME}peers/", f"{HOME}{row.key}/letters/")
        ]

    def more():
        row = published(cast).practice
        tell(cast, made := adapt(cast, Version.objects.get(practice=row)))
        release(cast, made)
        write(cast, row, **{**WORDS, "cost": "Nada."})
        review = ask(cast, submit(cast, row))
        give(cast, review, problem="¿Dónde?")

    more()
    for who in (ALDEA, SEC):
        by(who).get(HOME)
    first = cost()
    more()
    more()
    assert cost() == first
