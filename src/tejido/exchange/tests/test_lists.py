"""What came as a list from another network is read with where it comes from, by every seat, and changed by nobody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cast import NOW, SECTION_A, Cast
from counting import queries_of
from tejido.curriculum.models import Text
from tejido.exchange.models import Item, Peer
from tejido.exchange.words import entries_of
from tejido.mechanisms.models import Module
from tejido.mechanisms.names import Audience, Stage
from tejido.practices.models import Version
from tejido.practices.tests import doings as practices
from tejido.registry.models import Sector
from tejido.translation.models import GlossaryEntry
from tejido.web.beside import beside

from .abroad import Abroad

LATER = NOW + timedelta(hours=1)
CANARY = "CANARY-lista"
READERS = ("XA/focal_point", "XB/representative/JUS", "network/secretariat", "network/observer")
ALL = ("glossary", "vocabulary", "steps", "practices")


def fill(abroad: Abroad) -> None:
    """What the other network has to hand over."""
    terms = [["es", "memoria", "preferred"], ["pt", "memória", "allowed"], ["es", "recuerdo", "forbidden"]]
    GlossaryEntry.objects.create(
        concept="memoria00000", terms=terms, definition={"es": "Lo que queda."}, source="Glosario del Sur", office="x",
        at=NOW,
    )  # fmt: skip  # one row
    Sector.objects.create(code="SAL", name={"es": "Salud", "en": "Health"})
    Module.objects.create(stage=Stage.WORKING, text=abroad.text, passage=SECTION_A, at=NOW)
    practices.published(abroad.cast, Audience.PUBLIC)


def take(abroad: Abroad, *kinds: str, at=NOW) -> None:
    """Their lists are here; what they were made of is not: it was never this network's."""
    abroad.takes(abroad.makes(*((kind, kind) for kind in kinds or ALL), at=at), at)


@pytest.fixture
def taken(abroad: Abroad, at_now) -> Abroad:
    fill(abroad)
    take(abroad)
    GlossaryEntry.objects.all().delete()
    Sector.objects.all().delete()
    Module.objects.all().delete()
    Version.objects.all().update(audience=Audience.NETWORK)
    at_now(LATER)
    return abroad


def read(cast: Cast, who: str, address: str) -> str:
    answer = cast.client(who).get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def page_of(kind: str) -> str:
    return reverse("exchange:taken", args=[Item.objects.get(kind=kind).key])


@pytest.mark.parametrize("who", READERS)
def test_every_seat_reads_each_list_with_where_it_comes_from(taken, cast, who):
    words = {
        "glossary": ("memoria", "memória", "<s>recuerdo</s>", "Lo que queda.", "Glosario del Sur"),
        "vocabulary": ("Health",),
        "steps": (str(SECTION_A), "texto"),
        "practices": ("Mesas de barrio", practices.WORDS["problem"], practices.WORDS["done"]),
    }
    for kind, said in words.items():
        page = read(cast, who, page_of(kind))
        assert [each for each in (*said, taken.peer.name, taken.peer.fingerprint) if each not in page] == []
        item = Item.objects.get(kind=kind)
        assert item.digest in page
        assert reverse("exchange:bundle", args=[item.parcel_id]) in page
        assert 'method="post"' not in page.partition("<main")[2].partition("</main")[0]


def test_nobody_without_a_seat_reads_any_of_it(taken):
    for address in [*(page_of(kind) for kind in ALL), *(f"/exchange/lists/{kind}/" for kind in ALL)]:
        assert Client().get(address).status_code == 404
    assert taken.cast.client("XA/focal_point").get("/exchange/taken/000000000000/").status_code == 404
    assert taken.cast.client("XA/focal_point").get("/exchange/lists/edition/").status_code == 404


def test_what_a_list_replaced_is_told_with_its_bundle(taken, cast):
    first = Item.objects.get(kind="vocabulary")
    Sector.objects.create(code="EDU", name={"es": "Educación"})
    take(taken, "vocabulary", at=LATER)
    second = Item.objects.get(kind="vocabulary")
    page = read(cast, READERS[0], page_of("vocabulary"))
    assert (first.digest in page, second.digest in page) == (True, True)
    assert reverse("exchange:bundle", args=[first.parcel_id]) in page
    assert "Educación" in page
    assert "Salud" not in page


def test_a_reader_finds_it_from_the_page_of_the_peer_and_from_where_the_own_ones_stand(taken, cast):
    peer = read(cast, READERS[0], reverse("exchange:peer", args=[taken.peer.key]))
    assert [kind for kind in ALL if page_of(kind) not in peer] == []
    own = {
        "glossary": "/glossary/",
        "vocabulary": "/sectors/",
        "steps": "/mechanisms/path/",
        "practices": "/practices/",
    }
    for kind, address in own.items():
        assert f'href="/exchange/lists/{kind}/"' in read(cast, READERS[0], address), kind
        assert page_of(kind) in read(cast, READERS[0], f"/exchange/lists/{kind}/")
    assert "/exchange/lists/" not in Client().get("/practices/").content.decode()


def test_a_step_leads_to_their_text_where_it_stands_here_as_well(abroad, cast):
    fill(abroad)
    take(abroad, "steps")
    assert f"#p-{SECTION_A}" not in read(cast, READERS[0], page_of("steps"))
    abroad.takes(abroad.makes(at=LATER), LATER)
    slug = Text.objects.get(body=Peer.objects.get(key=abroad.peer.key).body).slug
    assert f'href="/texts/{slug}/#p-{SECTION_A}"' in read(cast, READERS[0], page_of("steps"))


def test_where_nothing_was_taken_in_no_page_leads_there(cast, text):
    assert [beside(kind, cast.actor(READERS[0])) for kind in ALL] == [""] * 4
    assert "/exchange/lists/" not in read(cast, READERS[0], "/glossary/")
    assert read(cast, READERS[0], "/exchange/lists/glossary/")


def test_what_they_wrote_is_words_and_never_markup(taken, cast):
    item = Item.objects.get(kind="practices")
    entry = item.data["entries"][0]
    entry["content"] |= {
        "title": {"es": "<script>x</script>"},
        "problem": ["no", "words"],
        "done": {"es": 7, "pt": "Feito"},
    }
    item.save()
    page = read(cast, READERS[0], page_of("practices"))
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page
    (shown,) = entries_of(item)
    assert dict(shown.says[0][1]) == {"pt": "Feito"}


def test_a_page_costs_the_same_for_many_entries_and_many_bundles(taken, cast):
    browser, address = cast.client(READERS[0]), page_of("vocabulary")
    browser.get(address)
    small = queries_of(lambda: browser.get(address))
    for number in range(3):
        Sector.objects.create(code=f"S{number}", name={"es": f"Sector {number}"})
        take(taken, "vocabulary", at=LATER + timedelta(minutes=number))
    assert queries_of(lambda: browser.get(address)) == small
    listed = "/exchange/lists/vocabulary/"
    one = queries_of(lambda: browser.get(listed))
    item = Item.objects.get(kind="vocabulary")
    for number in range(3):
        Item.objects.create(
            peer=item.peer, kind=item.kind, name=f"other-{number}", version=2**62, digest=item.digest, data=item.data,
            parcel=item.parcel, at=NOW,
        )  # fmt: skip  # one row
    assert queries_of(lambda: browser.get(listed)) == one
    assert read(cast, READERS[0], reverse("exchange:taken", args=[Item.objects.get(name="other-0").key]))


def test_a_program_reads_the_same(taken, cast):
    from tejido.api.tests.programs import Program, token_for

    said = Program(token_for(cast, READERS[0], at=LATER)).get("/api/v1/lists-elsewhere/", {"kind": "glossary"}).json()
    (found,) = said["items"]
    assert (found["kind"], found["network"], found["entries"][0]["title"]["es"]) == (
        "glossary", taken.peer.name, "memoria",
    )  # fmt: skip
    assert Program().get("/api/v1/lists-elsewhere/").status_code == 401
