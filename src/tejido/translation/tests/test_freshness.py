"""A reader is always told which language was negotiated, and whether what stands there is current."""

import pytest

from cast import FIRST, NOW
from tejido.curriculum.commands import seal_edition
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import latest_revision
from tejido.translation import commands

from .doings import MEMBER, SECRETARIAT, declare, name, review_all, sign, translate, write_source

pytestmark = pytest.mark.django_db


def reading(cast, text, language="pt", *, who=MEMBER):
    answer = cast.client(who).get(f"/texts/{text.slug}/", {"language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_negotiated_text_says_nothing_of_a_translation(cast, text):
    assert "Translated from" not in reading(cast, text, "es")


def test_a_translation_says_from_which_language_it_is_and_that_it_is_current(cast, text):
    page = reading(cast, text)
    assert "Translated from español, the negotiated language. Every passage is current; not all are reviewed" in page
    review_all(cast, text)
    assert "Every passage is current and reviewed." in reading(cast, text)
    name(cast, text, MEMBER)
    sign(cast, text, MEMBER)
    declare(cast, text)
    assert "It was declared authentic" in reading(cast, text)


def test_a_passage_that_is_not_current_is_counted_and_marked_where_it_stands(cast, text):
    write_source(cast, text, FIRST, "Otra cosa.")
    for who in (MEMBER, SECRETARIAT):
        page = reading(cast, text, who=who)
        assert "The source of 1 passage has changed since" in page
        at = page.index(f'id="p-{FIRST}"')
        assert '<span class="badge waiting">Source changed since</span>' in page[at : at + 600]


def test_what_a_machine_drafted_and_what_is_missing_is_counted(cast, text):
    commands.assign(
        actor=cast.secretariat, text=text, language="fr", section="",
        seat=cast.seats[cast.office("network/translator")], until=None, at=NOW,
    )  # fmt: skip  # one row of a table, read as one
    translate(cast, text, {FIRST: "La prévention."}, language="fr", by_machine=True)
    page = reading(cast, text, "fr")
    assert "1 passage was drafted by a machine. 9 passages are not translated" in page


def test_an_edition_tells_everybody(cast, text, client):
    write_source(cast, text, FIRST, "Otra cosa.")
    seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)
    assert Edition.objects.count() == 1
    page = client.get(
        "/texts/texto/editions/1/", {"language": "pt"}, headers={"accept-language": "en"}
    ).content.decode()
    assert "The source of 1 passage has changed since" in page
