"""The pages of the translation desk, and what they cost."""

from functools import partial

import pytest

from cast import FIRST, NOW, SECOND, SECTION_A, make_text
from counting import queries_of
from tejido.curriculum.queries import documents, latest_revision
from tejido.engine.translation import State
from tejido.ledger.models import Line
from tejido.translation import commands
from tejido.translation.models import TranslationDraft
from tejido.translation.queries import facts

from .doings import (
    MEMBER,
    SECRETARIAT,
    TRANSLATOR,
    document,
    name,
    review,
    review_all,
    seen,
    sign,
    states,
    translate,
    write_source,
)
from .test_glossary import entered

pytestmark = pytest.mark.django_db
DESK, VERSION = "/texts/texto/translation/", "/texts/texto/translation/pt/"
PASSAGE = f"{VERSION}passages/{FIRST}/"
MOST = 20  # statements of any page, whatever the size


def words(client, address, **asked):
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_desk_counts_the_passages_of_every_language_by_state(cast, text):
    write_source(cast, text, FIRST, "Otra cosa.")
    review(cast, text, SECOND)
    page = words(cast.client(MEMBER), DESK)
    assert f'href="{VERSION}?state=stale">1</a>' in page
    assert f'href="{VERSION}?state=human">8</a>' in page
    assert "1 of 10" in page


def test_a_part_is_assigned_seen_by_the_seat_and_ended(cast, text):
    client = cast.client(SECRETARIAT)
    seat = cast.seats[cast.office(TRANSLATOR)].key
    client.post(f"{DESK}assignments/", {"language": "fr", "section": SECTION_A, "seat": seat, "until": "2027-04-01"})
    own = cast.client(TRANSLATOR)
    page = words(own, DESK)
    assert "Factores de riesgo</a> · until" in page
    assert words(own, "/texts/texto/translation/fr/", mine="on").count('scope="row"') == 4
    assert words(cast.client(MEMBER), "/texts/texto/translation/fr/", mine="on").count('scope="row"') == 0
    assert "End the assignment" in page


def test_an_assignment_without_a_language_is_explained(cast, text):
    answer = cast.client(SECRETARIAT).post(f"{DESK}assignments/", {"language": "¿?"}, follow=True)
    assert "Language:" in answer.content.decode()


def test_a_list_is_narrowed_by_state_and_section_and_by_nothing_that_is_not_understood(cast, text):
    client = cast.client(MEMBER)
    assert words(client, VERSION).count('scope="row"') == 10
    assert words(client, VERSION, section=SECTION_A).count('scope="row"') == 4
    assert words(client, VERSION, state="missing").count('scope="row"') == 0
    assert words(client, VERSION, state="zzz", section="zzz").count('scope="row"') == 10


def test_a_language_of_nobody_and_the_negotiated_one_lead_nowhere(cast, text):
    client = cast.client(TRANSLATOR)
    addresses = ["/texts/texto/translation/zz/", "/texts/texto/translation/es/", f"{VERSION}passages/nothing/"]
    assert [client.get(address).status_code for address in addresses] == [404] * 3


def test_a_passage_is_translated_beside_its_source(cast, text):
    write_source(cast, text, FIRST, "La prevención empieza mucho antes.")
    client = cast.client(TRANSLATOR)
    page = words(client, PASSAGE)
    assert "<ins>" in page
    assert "mucho" in page
    assert "This change does not alter the meaning" not in page
    answer = client.post(PASSAGE, {"base": latest_revision(text).number, "words": "A prevenção começa muito antes."})
    assert answer.url == PASSAGE
    assert states(text)[FIRST] is State.HUMAN


def test_what_was_typed_stays_where_it_is_not_saved(cast, text):
    entered(cast)
    client = cast.client(TRANSLATOR)
    sent = {"base": latest_revision(text).number, "words": "O prevenimento vem antes."}
    answer = client.post(PASSAGE, sent)
    assert answer.status_code == 422
    assert "O prevenimento vem antes." in answer.content.decode()
    assert "The glossary says not to use: prevenimento" in answer.content.decode()
    assert client.post(PASSAGE, {**sent, "keeps_forbidden": "on"}).status_code == 302
    assert client.post(PASSAGE, {"base": "x", "words": ""}).status_code == 422


def test_two_who_wrote_at_once_see_both_and_bring_them_together(cast, text):
    base = latest_revision(text).number
    translate(cast, text, {FIRST: "Uma coisa."}, by=SECRETARIAT)
    client = cast.client(TRANSLATOR)
    answer = client.post(PASSAGE, {"base": base, "words": "Outra frase inteira."})
    assert answer.status_code == 409
    assert "Uma coisa." in answer.content.decode()
    assert "Outra frase inteira." in answer.content.decode()
    latest = latest_revision(text).number
    assert f'name="base" value="{latest}"' in answer.content.decode()
    assert client.post(PASSAGE, {"base": latest, "words": "As duas."}).status_code == 302


def test_a_save_beside_a_change_of_the_source_says_so(cast, text):
    base = latest_revision(text).number
    write_source(cast, text, SECOND, "Otra cosa.")
    answer = cast.client(TRANSLATOR).post(PASSAGE, {"base": base, "words": "Outra frase."}, follow=True)
    assert "both are kept" in answer.content.decode()


def test_the_glossary_speaks_while_one_types_and_beside_the_source(cast, text):
    entered(cast)
    client = cast.client(TRANSLATOR)
    assert "prevenimento" in words(client, PASSAGE)
    told = client.post(f"{PASSAGE}checks/", {"words": "O prevenimento"}).content.decode()
    assert "not to use “prevenimento”" in told
    assert "prevenção" in told
    assert "The source says “prevención”" in client.post(f"{PASSAGE}checks/", {"words": "Nada"}).content.decode()


def test_what_only_the_translation_has_is_told(cast, text):
    from cast import p
    from tejido.curriculum.commands import save_revision

    own = p("000000000p0f", "", "Só aqui.")
    made = type(document(text)).of([*document(text), own])
    save_revision(actor=cast.secretariat, text=text, document=made, base=latest_revision(text), reason="", at=NOW)
    page = words(cast.client(MEMBER), f"{VERSION}passages/{own.id}/")
    assert "The negotiated text does not have this passage." in page
    assert "Só aqui." in page


def test_passages_are_reviewed_by_the_list_and_one_by_one(cast, text):
    client, digest = cast.client(SECRETARIAT), latest_revision(text).digest
    assert client.post(f"{VERSION}reviews/", {"seen": digest, "passages": FIRST, "one": "1"}).url == PASSAGE
    assert client.post(f"{VERSION}reviews/", {"seen": digest, "passages": [SECOND, SECTION_A]}).url == VERSION
    assert states(text)[SECTION_A] is State.REVIEWED
    assert "Passages:" in client.post(f"{VERSION}reviews/", {"seen": digest}, follow=True).content.decode()


def test_who_wrote_the_words_is_told_that_another_seat_reviews_them(cast, text):
    translate(cast, text, {FIRST: "Uma coisa."}, by=SECRETARIAT)
    page = words(cast.client(SECRETARIAT), PASSAGE)
    assert "Mark as reviewed as it stands" not in page
    assert "Another seat reviews them." in page
    page = words(cast.client(TRANSLATOR), PASSAGE)
    assert "Mark as reviewed as it stands" in page
    assert "Another seat reviews them." not in page


def test_what_is_typed_is_kept_for_the_seat_alone_until_it_is_saved(cast, text):
    client, base, lines = cast.client(TRANSLATOR), latest_revision(text).number, Line.objects.count()
    kept = {"base": base, "words": "Uma frase começada"}
    answer = client.post(f"{PASSAGE}drafts/", kept)
    assert answer.json()["kept"]
    assert "Draft kept at" in answer.json()["message"]
    page = words(client, PASSAGE)
    assert "Uma frase começada" in page
    assert "not yet saved" in page
    assert f'data-draft-url="{PASSAGE}drafts/"' in page
    for who in (SECRETARIAT, MEMBER):
        assert "começada" not in words(cast.client(who), PASSAGE)
    assert "começada" not in words(client, f"{PASSAGE}?fresh=1")
    assert Line.objects.count() == lines
    translate(cast, text, {SECOND: "Outra."}, by=SECRETARIAT)
    write_source(cast, text, FIRST, "Otra frase.")
    assert "Uma frase começada" in words(client, PASSAGE)
    client.post(PASSAGE, kept)
    assert document(text).passage(FIRST).text("pt") == "Uma frase começada"
    assert TranslationDraft.objects.count() == 0


def test_a_draft_of_nothing_is_none_and_one_that_is_not_understood_is_not_kept(cast, text):
    client, base = cast.client(TRANSLATOR), latest_revision(text).number
    client.post(f"{PASSAGE}drafts/", {"base": base, "words": "Algo"})
    assert client.post(f"{PASSAGE}drafts/", {"base": base, "words": " "}).json()["kept"]
    assert TranslationDraft.objects.count() == 0
    refused = client.post(f"{PASSAGE}drafts/", {"base": "x", "words": "Algo"})
    assert (refused.status_code, refused.json()) == (422, {"kept": False})
    assert cast.client(MEMBER).post(f"{PASSAGE}drafts/", {"base": base, "words": "Algo"}).status_code == 403


def test_the_list_offers_nobody_to_review_their_own_words(cast, text):
    translate(cast, text, {FIRST: "Uma coisa."}, by=SECRETARIAT)
    mine, theirs = (words(cast.client(who), VERSION) for who in (SECRETARIAT, TRANSLATOR))
    box = f'name="passages" value="{FIRST}"'
    assert box not in mine
    assert "another seat reads them" in mine
    assert box in theirs
    assert "another seat reads them" not in theirs


def test_a_change_that_alters_nothing_is_said_on_the_page_of_the_passage(cast, text):
    write_source(cast, text, FIRST, "La prevención empieza antes de la violencia")
    client, digest = cast.client(SECRETARIAT), latest_revision(text).digest
    assert "This change does not alter the meaning" in words(client, PASSAGE)
    client.post(f"{PASSAGE}propagations/", {"seen": digest, "reason": ""})
    assert states(text)[FIRST] is State.STALE
    client.post(f"{PASSAGE}propagations/", {"seen": digest, "reason": "Un punto."})
    assert states(text)[FIRST] is State.HUMAN


def test_the_buttons_of_the_last_steps_are_there_for_who_may_press_them(cast, text):
    review_all(cast, text)
    client = cast.client(SECRETARIAT)
    seat = cast.seats[cast.office(MEMBER)].key
    client.post(f"{VERSION}signatories/", {"seats": [seat]})
    assert "Sign the concordance" not in words(client, VERSION)
    assert "Sign the concordance" in words(cast.client(MEMBER), VERSION)
    cast.client(MEMBER).post(f"{VERSION}signatures/", {"seen": seen(text)})
    assert "Declare it authentic" in words(cast.client("network/chair"), VERSION)
    cast.client("network/chair").post(f"{VERSION}declarations/", {"seen": seen(text)})
    assert set(states(text).values()) == {State.AUTHENTIC}
    assert client.post(f"{VERSION}signatures/", {}).status_code == 404
    client.post(f"{VERSION}signatories/", {"seats": ["nobody"]})


def test_a_page_costs_the_same_at_every_size(cast, text):
    clients = [cast.client(who) for who in (MEMBER, SECRETARIAT, TRANSLATOR)]

    def cost():
        found = []
        for client in clients:
            for address in (DESK, VERSION, PASSAGE):
                documents.memory.forget()
                facts.memory.forget()
                found.append(queries_of(partial(words, client, address)))
        return found

    def grow(number):
        make_text(cast, slug=f"texto-{number}")
        write_source(cast, text, FIRST, f"Frase {number}.")
        translate(cast, text, {SECOND: f"Outra {number}."})
        review(cast, text, SECOND)
        name(cast, text, *[MEMBER, "XA/focal_point", "XA/alternate"][:number])
        entered(cast)
        commands.assign(
            actor=cast.secretariat, text=text, language=f"l{number}x", section="",
            seat=cast.seats[cast.office(TRANSLATOR)], until=None, at=NOW,
        )  # fmt: skip

    grow(1)
    cost()
    small = cost()
    for number in (2, 3):
        grow(number)
    assert cost() == small
    assert max(small) <= MOST


def test_what_is_asked_of_a_version_at_one_moment_holds_for_it_only(cast, text):
    review_all(cast, text)
    name(cast, text, MEMBER)
    sign(cast, text, MEMBER)
    write_source(cast, text, FIRST, "Otra.")
    page = words(cast.client(SECRETARIAT), VERSION)
    assert "signed: 9 of 10" in page
    name(cast, text, "XA/focal_point")
    assert "not yet signed" in words(cast.client(SECRETARIAT), VERSION)
