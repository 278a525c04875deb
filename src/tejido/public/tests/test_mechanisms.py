"""What everybody may know of National Mechanisms: what sources say, and what a member released to the public, for as
long as it is released; of everything else not a trace."""

import pytest

from cast import NOW, SOURCE, Cast, convene, make_text
from tejido.curriculum.commands import release_edition, seal_edition, withdraw_edition
from tejido.curriculum.models import Text
from tejido.curriculum.names import Readers
from tejido.curriculum.queries import latest_revision
from tejido.deliberation.tests.doings import DAY
from tejido.mechanisms.commands import enter_instrument, make_entry, release, withdraw_release
from tejido.mechanisms.names import Audience, Grade, Rank, Stage, Topic

from .visiting import get, read, told_to_machines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
EVERYWHERE = (
    "/es/",
    "/es/members/",
    "/es/members/XA/",
    "/es/texts/",
    "/es/meetings/",
    "/es/feeds/everything.atom",
    "/es/feeds/texts.atom",
    "/es/feeds/meetings.atom",
    "/sitemap.xml",
    "/robots.txt",
)
SECRET = "CANARY-mecanismo"


def everything() -> dict[str, str]:
    return {address: read(address) for address in EVERYWHERE}


def stated(cast: Cast, **values):
    """What Aldea says of its own mechanism."""
    known = {"topic": Topic.STAGE, "value": Stage.WORKING, "since": "2020", "says": {"es": SECRET}}
    return make_entry(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], at=NOW, **{**known, **values})


def test_what_a_source_says_is_public_with_its_source(cast):
    make_entry(
        actor=cast.secretariat, member=cast.members["XB"], at=NOW, grade=Grade.B, source=SOURCE, topic=Topic.STAGE,
        value=Stage.WORKING, since="2013-04-17", says={"es": "Quince instituciones."},
    )  # fmt: skip
    front = read("/es/")
    assert 'aria-label="Brisa · Miembro · Mecanismo Nacional en funcionamiento"' in front
    assert front.count('class="mechanism"') == 3  # on the map, in the legend and in the table
    html = read("/es/members/XB/")
    assert "Quince instituciones." in html
    assert html.partition('id="mechanism"')[2].count(SOURCE) == 1
    assert "no consta" in read("/es/members/").partition(">XC</a>")[0]


def test_a_part_is_public_while_it_is_released_to_the_public_and_leaves_no_trace_before_and_after(cast):
    before = everything()
    part = stated(cast)
    assert everything() == before
    actor = cast.actor("XA/focal_point")
    release(actor=actor, part=part, audience=Audience.NETWORK, at=NOW)
    assert everything() == before
    release(actor=actor, part=part, audience=Audience.PUBLIC, at=NOW)
    shown = everything()
    assert SECRET in shown["/es/members/XA/"]
    assert "Aldea, Mecanismo Nacional: " in shown["/es/feeds/everything.atom"]
    assert [at for at, page in shown.items() if SECRET in page] == ["/es/members/XA/"]
    withdraw_release(actor=actor, part=part, at=NOW)
    assert everything() == before


def test_a_legal_instrument_is_told_to_machines_only_when_it_is_released(cast):
    actor = cast.actor("XA/focal_point")
    known = {"title": f"{SECRET} decreto", "rank": Rank.DECREE, "number": "12/2020", "since": "2020-05-01"}
    row = enter_instrument(actor=actor, member=cast.members["XA"], at=NOW, language="es", says={}, **known)
    assert len(told_to_machines("/es/members/XA/")) == 1
    release(actor=actor, part=row, audience=Audience.PUBLIC, at=NOW)
    _member, law = told_to_machines("/es/members/XA/")
    assert law["@type"] == "Legislation"
    assert (law["name"], law["legislationIdentifier"]) == (f"{SECRET} decreto", "12/2020")
    assert (law["legislationDate"], law["inLanguage"]) == ("2020-05-01", "es")


def policy(cast: Cast) -> Text:
    body = convene(cast)
    text = make_text(cast, body, by="XA/focal_point", slug="politica")
    Text.objects.filter(key=text.key).update(title={"es": f"{SECRET} política"})
    return text


def test_a_national_policy_is_public_while_its_edition_is_released(cast):
    before = everything()
    text, actor = policy(cast), cast.actor("XA/focal_point")
    edition = seal_edition(actor=actor, revision=latest_revision(text), at=NOW)
    assert everything() == before
    release_edition(actor=actor, edition=edition, readers=Readers.NETWORK, with_record=False, at=NOW)
    assert everything() == before
    release_edition(actor=actor, edition=edition, readers=Readers.PUBLIC, with_record=False, at=NOW + DAY)
    shown = everything()
    assert 'href="/texts/politica/editions/1/?language=es"' in shown["/es/members/XA/"]
    feeds = ("/es/feeds/everything.atom", "/es/feeds/texts.atom")
    assert all(f"{SECRET} política: se dio a conocer la edición 1" in shown[at] for at in feeds)
    assert [at for at, page in shown.items() if SECRET in page] == ["/es/", "/es/members/XA/", *feeds]
    withdraw_edition(actor=actor, edition=edition, at=NOW + DAY)
    assert everything() == before


def test_the_address_of_a_policy_is_not_one_of_the_network_s_texts(cast):
    text = policy(cast)
    seal_edition(actor=cast.actor("XA/focal_point"), revision=latest_revision(text), at=NOW)
    assert get("/es/texts/politica/").status_code == 404
