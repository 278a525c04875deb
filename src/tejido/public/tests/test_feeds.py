"""Feeds by RFC 4287: what must be there is there, ids stay, dates are the ledger's."""

from datetime import datetime, timedelta

import pytest
from django.utils.http import http_date
from lxml import etree

from cast import NOW
from tejido.deliberation.tests.doings import DAY
from tejido.ledger.actors import CONSOLE
from tejido.mechanisms.commands import make_entry, release, withdraw_release
from tejido.mechanisms.names import Audience, Stage, Topic
from tejido.promotion.tests import doings as world
from tejido.public.feeds import ATOM, XML
from tejido.registry.commands import correct_event
from tejido.registry.models import Event, Network
from tejido.registry.names import Status
from tejido.web.addresses import whole

from .visiting import FEEDS, LANGUAGES, adopt, enter, event, get, parsed, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
IN = {"a": ATOM}


def entries(feed: etree._Element) -> list[etree._Element]:
    return feed.findall("a:entry", IN)


def said(element: etree._Element, path: str) -> str:
    found = element.findall(path, IN)
    assert len(found) == 1, f"{path}: {len(found)}"
    return found[0].text or ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_has_what_the_standard_asks_for(cast, name, language):
    adopt(cast)
    event()
    address = f"/{language}/feeds/{name}.atom"
    feed = parsed(address)
    assert get(address)["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.tag == f"{{{ATOM}}}feed"
    assert feed.get(f"{{{XML}}}lang") == language
    ids = [said(part, "a:id") for part in (feed, *entries(feed))]
    assert len(ids) == len(set(ids)) > 1
    assert all(id.startswith("urn:uuid:") for id in ids)
    assert said(feed, "a:author/a:name") in {"Test network", "Red de prueba"}
    links = {link.get("rel"): link for link in feed.findall("a:link", IN)}
    assert links["self"].get("href") == whole(address)
    assert links["alternate"].get("type") == "text/html"
    for part in (feed, *entries(feed)):
        assert said(part, "a:title")
        assert datetime.fromisoformat(said(part, "a:updated")).utcoffset() is not None
    for entry in entries(feed):
        assert said(entry, "a:summary")
        assert len(entry.findall("a:link[@rel='alternate']", IN)) == 1
        assert entry.find("a:category", IN).get("term")
    assert said(feed, "a:updated") == max(said(entry, "a:updated") for entry in entries(feed))


def test_each_feed_holds_its_own_matter_and_everything_holds_all(cast):
    adopt(cast)
    event()
    sorts = {}
    for name in FEEDS:
        found = entries(parsed(f"/es/feeds/{name}.atom"))
        sorts[name] = {entry.find("a:category", IN).get("term") for entry in found}
    assert sorts == {"everything": {"edition", "event", "status"}, "texts": {"edition"}, "meetings": {"event"}}


def test_ids_stay_whatever_the_node_is_called_and_differ_by_language(cast, settings):
    event()
    before = said(entries(parsed("/es/feeds/meetings.atom"))[0], "a:id")
    settings.ORIGIN = "https://elsewhere.example"
    feed = parsed("/es/feeds/meetings.atom")
    assert said(entries(feed)[0], "a:id") == before
    assert entries(feed)[0].find("a:link", IN).get("href").startswith("https://elsewhere.example/es/meetings/#e-")
    assert said(entries(parsed("/pt/feeds/meetings.atom"))[0], "a:id") != before


def test_a_feed_with_nothing_in_it_is_dated_by_the_network_s_own_beginning(cast):
    feed = parsed("/es/feeds/texts.atom")
    assert entries(feed) == []
    assert said(feed, "a:updated") == NOW.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_a_feed_is_sent_once_and_again_when_it_changed(cast):
    event()
    first = get("/es/feeds/meetings.atom")
    assert get("/es/feeds/meetings.atom", headers={"if-none-match": first["ETag"]}).status_code == 304
    event(2)
    assert get("/es/feeds/meetings.atom", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_who_asks_by_date_has_what_was_withdrawn_no_longer(cast):
    """What is left in the feed is older than what was taken out: no date tells that something changed."""
    part = make_entry(
        actor=cast.actor("XA/focal_point"), member=cast.members["XA"], at=NOW, topic=Topic.STAGE, value=Stage.WORKING,
        since="2020", says={},
    )  # fmt: skip
    actor, address = cast.actor("XA/focal_point"), "/es/feeds/everything.atom"
    release(actor=actor, part=part, audience=Audience.PUBLIC, at=NOW + DAY)
    before = get(address)
    withdraw_release(actor=actor, part=part, at=NOW + 2 * DAY)
    dates = [before.get("Last-Modified"), http_date((NOW + DAY).timestamp()), http_date((NOW + 3 * DAY).timestamp())]
    for date in filter(None, dates):
        after = get(address, headers={"if-modified-since": date})
        assert (after.status_code, after.content != before.content) == (200, True)


def test_what_is_in_another_language_says_so_and_no_letter_breaks_the_file(cast):
    event(title={"es": "A <b>&\x0b\ufffe</b>"}, says={"es": "Se habló."})
    entry = entries(parsed("/pt/feeds/meetings.atom"))[0]
    assert said(entry, "a:title") == "A <b>&</b>"
    assert entry.find("a:summary", IN).get(f"{{{XML}}}lang") == "es"


def test_a_correction_is_news_of_the_same_thing(cast):
    event(title={"es": "Con error"})
    before = said(entries(parsed("/es/feeds/meetings.atom"))[0], "a:id")
    row = Event.objects.get()
    values = {"title": {"es": "Sin error"}, "kind": "meeting", "since": "2016-11-01", "source": "otra nota"}
    correct_event(actor=CONSOLE, event=row, reason="se leyó mal", at=NOW + DAY, **values)
    (entry,) = entries(parsed("/es/feeds/meetings.atom"))
    assert said(entry, "a:id") == before
    assert said(entry, "a:title") == "Sin error"
    assert (said(entry, "a:published"), said(entry, "a:updated")) == ("2027-03-01T12:00:00Z", "2027-03-02T12:00:00Z")
    page = get("/es/meetings/").content.decode()
    assert "Con error" not in page
    assert "se leyó mal" in page


def test_what_the_ledger_did_not_write_down_is_not_told(cast):
    Event.objects.create(title={"es": "Sin asiento"}, kind="meeting", since="2020", source="nadie")
    assert entries(parsed("/es/feeds/meetings.atom")) == []


def test_there_is_no_feed_of_anything_else_and_none_before_there_is_a_network(cast):
    assert get("/es/feeds/members.atom").status_code == 404
    Network.objects.all().delete()
    assert get("/es/feeds/texts.atom").status_code == 404


def test_the_latest_comes_first_and_old_ones_leave(cast, monkeypatch):
    monkeypatch.setattr("tejido.public.views.machines.LONGEST", 2)
    for number in (1, 2, 3):
        event(number)
    found = [said(entry, "a:updated") for entry in entries(parsed("/es/feeds/meetings.atom"))]
    assert len(found) == 2
    assert found == sorted(found, reverse=True)
    assert timedelta(0) <= NOW - datetime.fromisoformat(found[0])
    enter("BO", {"status": Status.MEMBER})
    assert len(entries(parsed("/es/feeds/everything.atom"))) == 2


def test_what_the_network_said_is_followed_once_it_is_shown_to_everybody_and_never_what_a_member_keeps(cast):
    entry, _kept = world.mention(cast, title={"es": "Mención"}), world.own(cast, title={"es": "CANARY"})
    address = "/es/feeds/promotion.atom"
    assert entries(parsed(address)) == []
    world.show(cast, entry)
    feed = parsed(address)
    assert said(feed, "a:entry/a:title") == "Mención"
    link = feed.find("a:entry/a:link", IN).get("href")
    assert link == whole(f"/es/promotion/#e-{entry.key}")
    assert f'id="e-{entry.key}"' in read("/es/promotion/")
    for place in (address, "/es/feeds/everything.atom", "/es/promotion/", "/es/", "/sitemap.xml"):
        assert "CANARY" not in get(place).content.decode()
