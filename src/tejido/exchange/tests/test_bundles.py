"""What another network hands over is looked at, proved and taken in whole, or refused with a reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.core.files.uploadedfile import SimpleUploadedFile

from cast import NOW, SECTION_A, Cast
from tejido.curriculum.models import Edition, Text
from tejido.curriculum.queries import document_of, text_for
from tejido.engine.exchange import PUBLIC as EVERYBODY
from tejido.engine.exchange import Content, read_bundle, write_bundle
from tejido.exchange import commands, queries
from tejido.exchange.kinds import KINDS, BadContent
from tejido.exchange.models import Alarm, Item, Parcel, Peer, SeenHead
from tejido.exchange.names import No, Novelty, Standing, State
from tejido.exchange.pages import previews
from tejido.exchange.refusals import Why
from tejido.ledger.actors import PUBLIC
from tejido.ledger.models import Line, Tree
from tejido.ledger.refusals import No as Shared
from tejido.mechanisms.models import Module
from tejido.mechanisms.names import Stage
from tejido.registry.models import Sector
from tejido.seminars.models import Cycle
from tejido.translation.models import GlossaryEntry
from tejido.web.failures import Failures

from .abroad import Abroad
from .doings import SECRET, verified
from .test_peers import refused

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def signed_anew(raw: bytes, **changes: object) -> bytes:
    """The bundle changed by its own sender."""
    from dataclasses import replace

    return write_bundle(replace(read_bundle(raw), **changes), SECRET)


def test_an_edition_comes_with_its_languages_and_its_proof_and_stands_as_theirs(abroad: Abroad) -> None:
    parcel = abroad.arrives(abroad.makes())
    assert (parcel.state, parcel.refusal) == (Standing.WAITING, "")
    assert not Item.objects.exists()
    (shown,) = previews(abroad.cast.secretariat, parcel)
    assert [line.novelty for line in shown.lines][:2] == [Novelty.PROVED, Novelty.NEW]
    assert "es, pt" in shown.lines[-1].sentence
    done = commands.take_bundle(actor=abroad.cast.secretariat, parcel=parcel, at=NOW)
    text = Text.objects.get(key=Item.objects.get().object)
    taken, theirs = Edition.objects.get(text=text), Edition.objects.get(text=abroad.text)
    assert document_of(taken.revision) == document_of(theirs.revision)
    assert bytes(taken.record) == bytes(theirs.record)
    assert (done.state, text.body.kind, text.body.name["und"]) == (Standing.TAKEN, "neighbour", abroad.peer.name)
    assert text_for(abroad.cast.actor("XA/focal_point"), text.slug) == text
    with pytest.raises(ObjectDoesNotExist):
        text_for(PUBLIC, text.slug)
    line = Line.objects.get(act="bundle-taken")
    assert line.facts["digest"] == done.digest


def test_nobody_works_on_what_another_network_made(abroad: Abroad) -> None:
    abroad.takes(abroad.makes())
    text = Text.objects.get(key=Item.objects.get().object)
    client = abroad.cast.client("network/secretariat")
    assert client.get(f"/texts/{text.slug}/").status_code == 200
    before = Tree.objects.get(name="network").size
    assert client.post(f"/texts/{text.slug}/edit/{SECTION_A}/", {"text": "x"}).status_code in {403, 404, 405}
    assert Tree.objects.get(name="network").size == before


def test_the_same_bundle_twice_changes_nothing(abroad: Abroad) -> None:
    raw = abroad.makes()
    done = abroad.takes(raw)
    size = Tree.objects.get(name="network").size
    assert abroad.arrives(raw, LATER) == done
    assert Tree.objects.get(name="network").size == size
    assert Parcel.objects.filter(direction="received").count() == 1
    given = {"actor": abroad.cast.secretariat, "parcel": done, "at": LATER}
    assert refused(commands.take_bundle, **given) == No.NOT_WAITING
    assert refused(commands.decline_bundle, reason="x", **given) == No.NOT_WAITING


def test_bundles_come_in_their_order_and_a_gap_is_named(abroad: Abroad) -> None:
    first, second = abroad.makes(), abroad.makes(at=LATER)
    early = abroad.arrives(second, LATER)
    assert (early.state, early.refusal, bytes(early.raw)) == (Standing.REFUSED, Why.GAP, b"")
    abroad.takes(first, LATER)
    assert abroad.takes(second, LATER).state == Standing.TAKEN
    assert Edition.objects.filter(text__body__kind="neighbour").count() == 1
    assert SeenHead.objects.count() == 2


def test_what_is_not_wanted_counts_in_the_order(abroad: Abroad) -> None:
    parcel = abroad.arrives(abroad.makes())
    given = {"actor": abroad.cast.secretariat, "parcel": parcel, "at": NOW}
    assert refused(commands.decline_bundle, reason=" ", **given) == No.NO_REASON_TO_DECLINE
    commands.decline_bundle(reason="Ahora no.", **given)
    assert not Item.objects.exists()
    assert abroad.takes(abroad.makes(at=LATER), LATER).state == Standing.TAKEN


def test_after_what_is_not_wanted_the_next_ones_come_in_as_before(abroad: Abroad) -> None:
    """Its heads were kept: what the sender says of its ledger afterwards is proved from them."""
    abroad.takes(abroad.makes())
    parcel = abroad.arrives(abroad.makes(at=LATER), LATER)
    commands.decline_bundle(actor=abroad.cast.secretariat, parcel=parcel, reason="Ahora no.", at=LATER)
    assert bytes(Parcel.objects.get(key=parcel.key).raw) == b""
    assert abroad.takes(abroad.makes(at=LATER), LATER).state == Standing.TAKEN
    assert SeenHead.objects.filter(peer=abroad.peer).count() == 3


def test_what_is_not_wanted_is_an_alarm_where_its_heads_contradict_what_came_since(abroad: Abroad) -> None:
    parcel = abroad.arrives(abroad.makes())
    abroad.takes(abroad.makes(public=True))
    assert not SeenHead.objects.exists()
    head = read_bundle(bytes(parcel.raw)).heads[0].signed
    SeenHead.objects.create(
        peer=abroad.peer, tree="network", size=head.head.size, root="f" * 64, at=NOW, data={"at": head.head.at}
    )
    commands.decline_bundle(actor=abroad.cast.secretariat, parcel=parcel, reason="Ahora no.", at=NOW)
    assert Alarm.objects.get().code == Why.HEAD_SPLIT
    assert SeenHead.objects.count() == 1


def test_what_is_over_when_it_comes_counts_in_the_order_and_nothing_of_it_is_taken_in(abroad: Abroad) -> None:
    late = NOW + timedelta(days=91)
    over = abroad.arrives(abroad.makes(), late)
    assert (over.state, over.refusal, bytes(over.raw)) == (Standing.LAPSED, Why.EXPIRED, b"")
    assert abroad.arrives(abroad.makes(at=late), late).state == Standing.WAITING
    assert not Item.objects.exists()
    assert Line.objects.filter(act="bundle-refused", object=over.key).count() == 1
    assert abroad.arrives(abroad.makes(public=True), late).state == Standing.LAPSED
    shown = abroad.cast.client("XA/focal_point").get(f"/exchange/bundles/{over.key}/").content.decode()
    assert "Over before it came" in shown


def test_of_what_is_not_wanted_nothing_is_kept_that_proves_nothing(abroad: Abroad) -> None:
    """A key that was revoked since, and a head that follows none that is known here."""
    given = {"actor": abroad.cast.secretariat, "reason": "No.", "at": LATER}
    first, later = abroad.makes(), signed_anew(abroad.makes(at=LATER), heads=())
    parcel = abroad.arrives(first)
    SeenHead.objects.create(peer=abroad.peer, tree="network", size=1, root="f" * 64, at=NOW, data={"at": "2020-01-01"})
    commands.decline_bundle(parcel=parcel, **given)
    second = abroad.arrives(later, LATER)
    commands.revoke_peer_key(actor=abroad.cast.secretariat, peer=abroad.peer, reason="Robada.", at=LATER)
    commands.decline_bundle(parcel=second, **given)
    assert (SeenHead.objects.count(), Alarm.objects.count()) == (1, 0)


def test_what_is_over_and_not_the_next_one_counts_for_nothing(abroad: Abroad) -> None:
    late = NOW + timedelta(days=91)
    abroad.makes()
    assert abroad.arrives(abroad.makes(), late).refusal == Why.GAP


def test_a_key_that_is_revoked_meanwhile_lets_nothing_in(abroad: Abroad) -> None:
    parcel = abroad.arrives(abroad.makes())
    commands.revoke_peer_key(actor=abroad.cast.secretariat, peer=abroad.peer, reason="Robada.", at=LATER)
    given = {"actor": abroad.cast.secretariat, "parcel": parcel, "at": LATER}
    assert refused(commands.take_bundle, **given) == No.UNFIT
    assert not Item.objects.exists()


def test_a_node_that_begins_anew_keeps_its_history(abroad: Abroad) -> None:
    """The sequence goes on where it was, under another key or the same one."""
    abroad.takes(abroad.makes())
    actor = abroad.cast.secretariat
    commands.end_peer(actor=actor, peer=abroad.peer, reason="Pausa.", at=LATER)
    with abroad.there():
        again = queries.own_introduction(LATER)
    peer = abroad._known(again)
    assert (peer.key, peer.state) == (abroad.peer.key, State.VERIFIED)
    assert abroad.takes(abroad.makes(at=LATER), LATER).state == Standing.TAKEN


def test_only_who_may_makes_takes_and_declines(abroad: Abroad) -> None:
    parcel = abroad.arrives(abroad.makes())
    for who in ("XA/focal_point", "network/chair"):
        actor = abroad.cast.actor(who)
        given = {"actor": actor, "at": NOW}
        assert refused(commands.take_bundle, parcel=parcel, **given) == Shared.NOT_YOURS
        assert refused(commands.decline_bundle, parcel=parcel, reason="x", **given) == Shared.NOT_YOURS
        assert refused(commands.make_bundle, peer=None, picks=[("edition", "x")], **given) == Shared.NOT_YOURS
        assert refused(commands.send_bundle, parcel=parcel, **given) == Shared.NOT_YOURS
    tired = {"actor": abroad.cast.actor("network/secretariat", fresh=False), "at": NOW}
    assert refused(commands.take_bundle, parcel=parcel, **tired) == Shared.NOT_FRESH
    assert refused(commands.make_bundle, peer=None, picks=[("edition", "x")], **tired) == Shared.NOT_FRESH


def test_a_bundle_is_made_of_what_is_offered_for_whom_is_trusted(cast: Cast, edition: Edition, monkeypatch) -> None:
    peer = verified(cast)
    given = {"actor": cast.secretariat, "at": NOW}
    assert refused(commands.make_bundle, peer=peer, picks=[], **given) == No.NOTHING_CHOSEN
    for pick in (("edition", "otro"), ("glossary", "glossary"), ("unheard", "x"), ("structure", edition.text.slug)):
        assert refused(commands.make_bundle, peer=peer, picks=[pick], **given) == No.NOT_OFFERED
    picks = [("edition", edition.text.slug)]
    monkeypatch.setattr("tejido.exchange.commands.making.BUNDLE_LIMIT", 100)
    assert refused(commands.make_bundle, peer=peer, picks=picks, **given) == No.TOO_LARGE
    Peer.objects.update(state=State.ENDED)
    assert refused(commands.make_bundle, peer=peer, picks=picks, **given) == No.NOT_VERIFIED


def test_a_public_bundle_tells_nothing_of_the_ledger_and_is_there_for_everybody(
    cast: Cast, edition: Edition, client
) -> None:
    made = commands.make_bundle(
        actor=cast.secretariat, peer=None, picks=[("edition", edition.text.slug)] * 2, at=NOW, is_demonstration=True
    )
    found = read_bundle(bytes(made.raw))
    assert (found.audience, found.heads, found.seen, len(found.contents)) == ((EVERYBODY,), (), (), 1)
    listed = client.get("/exchange/public/").json()["bundles"]
    assert [row["digest"] for row in listed] == [made.digest]
    assert client.get("/exchange/public/1.tejido.json").content == bytes(made.raw)
    assert client.get("/exchange/public/2.tejido.json").status_code == 404


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("number", lambda data: data | {"slug": "otro"}),
        ("title", lambda data: data | {"title": {}}),
        ("negotiated", lambda data: data | {"negotiated": "fr"}),
        ("lineage", lambda data: data | {"lineage": [{"number": 1, "digest": "a" * 64, "sealed": data["sealed"]}]}),
        ("record", lambda data: data | {"record": {}}),
        ("record", lambda data: data | {"text": data["text"] | {"passages": data["text"]["passages"][1:]}}),
        ("text", lambda data: data | {"text": {}}),
        ("pictures.0", lambda data: data | {"pictures": [{"digest": "a" * 64, "media_type": "image/png", "data": ""}]}),
        ("pictures.0.data", lambda data: data | {
            "pictures": [{"digest": "a" * 64, "media_type": "image/png", "data": "?"}]}),
        ("is_demonstration", lambda data: data | {"is_demonstration": "no"}),
        ("data", lambda data: data | {"more": 1}),
    ],
    ids=["slug", "title", "language", "lineage", "no record", "other text", "no text", "picture", "no picture",
         "flag", "field"],
)  # fmt: skip  # one table
def test_an_edition_that_is_not_what_it_says_is_not_taken_in_by_its_own_sender(abroad: Abroad, where, change) -> None:
    raw = abroad.makes()
    content = read_bundle(raw).contents[0]
    twisted = Content(content.kind, content.name, content.version, change(content.data))
    parcel = abroad.arrives(signed_anew(raw, contents=(twisted,)))
    (shown,) = previews(abroad.cast.secretariat, parcel)
    assert shown.bad.startswith(where)
    given = {"actor": abroad.cast.secretariat, "parcel": parcel, "at": NOW}
    assert refused(commands.take_bundle, **given) == No.BAD_CONTENT
    assert not Item.objects.exists()
    assert not Text.objects.filter(body__kind="neighbour").exists()


def test_a_record_of_another_procedure_proves_nothing_here(abroad: Abroad) -> None:
    raw = abroad.makes()
    content = read_bundle(raw).contents[0]
    data = content.data | {
        "number": 2,
        "lineage": [{"number": 1, "digest": "a" * 64, "sealed": content.data["sealed"]}],
    }
    with pytest.raises(BadContent, match="record"):
        KINDS["edition"].preview(abroad.cast.secretariat, abroad.peer, Content("edition", content.name, 2, data))


def test_lists_come_entry_by_entry_and_stand_beside_the_own_ones(abroad: Abroad, cast: Cast) -> None:
    GlossaryEntry.objects.create(
        concept="memoria00000", terms=[["es", "memoria", "preferred"]], definition={"es": "…"}, office="x", at=NOW
    )
    Sector.objects.create(code="SAL", name={"es": "Salud"})
    Module.objects.create(stage=Stage.WORKING, text=abroad.text, passage=SECTION_A, at=NOW)
    picks = [("glossary", "glossary"), ("vocabulary", "vocabulary"), ("steps", "steps")]
    parcel = abroad.arrives(abroad.makes(*picks))
    lines = [line for shown in previews(cast.secretariat, parcel) for line in shown.lines]
    assert {line.novelty for line in lines} == {Novelty.NEW}
    assert "memoria" in lines[0].sentence
    commands.take_bundle(actor=cast.secretariat, parcel=parcel, at=NOW)
    assert {item.kind for item in Item.objects.all()} == {"glossary", "vocabulary", "steps"}
    assert GlossaryEntry.objects.count() == 1
    Sector.objects.create(code="EDU", name={"es": "Educación"})
    GlossaryEntry.objects.all().delete()
    GlossaryEntry.objects.create(concept="otro00000000", terms=[["es", "otro", "x"]], office="x", at=NOW)
    Module.objects.all().update(passage="000000000p01")
    again = abroad.arrives(abroad.makes(*picks, at=LATER), LATER)
    shown = [[line.novelty for line in each.lines] for each in previews(cast.secretariat, again)]
    assert shown[0] == [Novelty.NEW, Novelty.GONE]
    assert shown[1] == [Novelty.NEW, Novelty.SAME]
    assert Novelty.CHANGED in shown[2]


@pytest.mark.parametrize(
    ("kind", "entries"),
    [
        ("glossary", [{"id": "a", "terms": [], "definition": {}, "source": ""}]),
        ("glossary", [{"id": "a", "terms": [["es", "x"]], "definition": {}, "source": ""}]),
        ("steps", [{"id": "unheard", "helps": []}]),
        ("practices", [{"id": "a", "member": "XA", "number": 1, "digest": "d", "content": 7}]),
        ("vocabulary", [{"id": "a", "name": {}}, {"id": "a", "name": {}}]),
        ("vocabulary", [{"id": 7, "name": {}}]),
    ],
    ids=["no term", "short term", "step", "practice", "twice", "number"],
)
def test_a_list_that_is_none_is_not_read(abroad: Abroad, kind: str, entries: list[object]) -> None:
    content = Content(kind, kind, 1, {"entries": entries})
    with pytest.raises(BadContent):
        KINDS[kind].preview(abroad.cast.secretariat, abroad.peer, content)


def test_many_entries_are_counted_and_some_named(abroad: Abroad) -> None:
    entries = [{"id": str(number), "name": {"es": f"S{number}"}} for number in range(7)]
    (line,) = KINDS["vocabulary"].preview(
        abroad.cast.secretariat, abroad.peer, Content("vocabulary", "vocabulary", 1, {"entries": entries})
    )
    assert line.sentence.startswith("7 ")
    assert "S6" not in line.sentence


def test_a_structure_of_seminars_is_handed_over_as_such(abroad: Abroad) -> None:
    Cycle.objects.create(number=1, text=abroad.text, structure=abroad.text, at=NOW, office="x")
    assert [choice.name for choice in KINDS["structure"].choices(PUBLIC)] == [abroad.text.slug]
    assert KINDS["edition"].choices(PUBLIC) == []
    abroad.takes(abroad.makes(("structure", abroad.text.slug)))
    assert Item.objects.get().kind == "structure"


def test_a_ledger_that_was_told_in_two_versions_is_an_alarm_that_stays(abroad: Abroad) -> None:
    abroad.takes(abroad.makes())
    SeenHead.objects.update(root="f" * 64)
    parcel = abroad.arrives(abroad.makes(at=LATER), LATER)
    assert (parcel.state, parcel.refusal) == (Standing.REFUSED, Why.HEAD_INCONSISTENT)
    assert Alarm.objects.get().peer == abroad.peer
    assert Line.objects.filter(act="exchange-alarm").count() == 1
    assert "Alarms that stay" in abroad.cast.client("XA/focal_point").get("/exchange/bundles/").content.decode()


def test_what_others_tell_of_this_ledger_and_of_third_ones_is_compared(abroad: Abroad, cast: Cast) -> None:
    from tejido.engine.exchange import SeenHead as Told
    from tejido.engine.proof import sign_head
    from tejido.ledger.queries import root_of, size_of

    third = verified(cast, bytes([5] * 32), code="este", name="Red del Este")
    at = "2027-03-01T12:00:00Z"
    size = size_of("network")
    good = sign_head("network", size, root_of("network", size), at, abroad.home)
    forked = sign_head("network", 2, b"\xaa" * 32, at, abroad.home)
    theirs = [sign_head("network", 3, root * 32, at, bytes([5] * 32)) for root in (b"\xbb", b"\xcc")]
    stranger = sign_head("network", 3, b"\xdd" * 32, at, bytes([8] * 32))
    raw = abroad.makes()
    told = tuple(Told(each) for each in (good, forked, *theirs, stranger))
    abroad.takes(signed_anew(raw, seen=told))
    assert {alarm.peer for alarm in Alarm.objects.all()} == {None, third}
    assert SeenHead.objects.filter(peer=third).count() == 2


def test_refusals_are_kept_and_do_not_fill_the_disk(abroad: Abroad, monkeypatch) -> None:
    monkeypatch.setattr("tejido.exchange.commands.taking.MOST_REFUSED", 2)
    abroad.makes()
    raw = abroad.makes(at=LATER)
    for minute in range(4):
        abroad.arrives(raw, LATER + timedelta(minutes=minute))
    assert Parcel.objects.filter(state=Standing.REFUSED).count() == 2


def test_a_bundle_of_nobody_is_refused_and_named(abroad: Abroad, cast: Cast) -> None:
    raw = abroad.makes()
    Peer.objects.filter(key=abroad.peer.key).update(state=State.INTRODUCED)
    assert abroad.arrives(raw).refusal == Why.NOT_VERIFIED
    from tejido.exchange.models import PeerKey

    PeerKey.objects.all().delete()
    assert abroad.arrives(raw).refusal == Why.UNKNOWN_KEY


def test_a_file_goes_by_the_page_from_preview_to_taking(abroad: Abroad, at_now) -> None:
    client = abroad.cast.client("network/secretariat")
    raw = abroad.makes()
    bad = client.post("/exchange/bundles/", {"file": SimpleUploadedFile("x.tejido.json", raw[:-5])})
    assert (bad.status_code, "cut off or damaged" in bad.content.decode()) == (422, True)
    answer = client.post("/exchange/bundles/", {"file": SimpleUploadedFile("x.tejido.json", raw)}, follow=True)
    page = answer.content.decode()
    assert "What would change here" in page
    assert "10 passages" in page
    key = Parcel.objects.get(direction="received").key
    done = client.post(f"/exchange/bundles/{key}/takings/", follow=True).content.decode()
    assert "everything that it holds is here now" in done
    assert "Taken in from this node" in client.get(f"/exchange/peers/{abroad.peer.key}/").content.decode()


def test_the_inbox_takes_bundles_of_verified_peers_alone(abroad: Abroad, client, at_now) -> None:
    raw = abroad.makes()
    sent = {"content_type": "application/json", "headers": {"tejido-key": abroad.peer.fingerprint}}
    stranger = client.post("/exchange/inbox/", raw, content_type="application/json")
    assert (stranger.status_code, stranger.json()["refusal"]) == (403, "unknown_key")
    broken = client.post("/exchange/inbox/", raw[:-4], **sent)
    assert (broken.status_code, broken.json()["refusal"]) == (422, "not_json")
    good = client.post("/exchange/inbox/", raw, **sent)
    assert (good.status_code, good.json()) == (200, {"state": "waiting", "refusal": ""})
    assert client.post("/exchange/inbox/", raw, **sent).json()["state"] == "waiting"
    assert Parcel.objects.filter(direction="received").count() == 1


def test_whoever_sends_what_cannot_be_read_waits_and_nobody_else(abroad: Abroad, client, monkeypatch, at_now) -> None:
    monkeypatch.setattr("tejido.exchange.views.doors.FAILURES", Failures("exchange", most=1, seconds=3600))
    sent = {"content_type": "application/json", "headers": {"tejido-key": abroad.peer.fingerprint}}
    assert client.post("/exchange/inbox/", b"{}", REMOTE_ADDR="203.0.113.9", **sent).status_code == 422
    assert client.post("/exchange/inbox/", b"{}", REMOTE_ADDR="203.0.113.9", **sent).status_code == 429
    assert client.post("/exchange/inbox/", abroad.makes(), REMOTE_ADDR="203.0.113.8", **sent).status_code == 200
