"""Deriving, departing, taking up, showing: who may, what happens, and what stands in the ledger."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A, SECTION_B, TITLE, convene, make_text
from tejido.adaptation import commands, queries
from tejido.adaptation.commands import Space
from tejido.adaptation.models import CorePassage, Departure, Derivation, Release, Uptake
from tejido.adaptation.names import Kind, No
from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Picture, Text
from tejido.curriculum.names import No as Writing
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.adaptation import Choice, How, Way
from tejido.engine.document import Document, Passage
from tejido.engine.document import Kind as Passages
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.registry.commands import begin_mandate, create_seat
from tejido.registry.models import Body
from tejido.registry.names import BodyKind, Role
from tejido.registry.queries import actor_of

from .doings import (
    OURS,
    THEIRS,
    adapt,
    adopt,
    approve,
    as_read,
    changed,
    declare,
    derive,
    lock,
    show,
    take_up,
    undo,
    words,
)

pytestmark = pytest.mark.django_db
FORMER = "La prevención empieza antes de la violencia."
CLASH = {FIRST: Choice(Way.JOIN, {"text:es": How.KEEP})}


@pytest.fixture
def edition(cast, text):
    return adopt(cast, text)


@pytest.fixture
def version(cast, text, edition):
    return derive(cast, text)


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def lines(act):
    return list(Line.objects.filter(act=act))


## Deriving


def test_a_version_is_a_text_of_its_own_with_the_same_passages(cast, text, edition, version):
    body = version.text.body
    assert (body.kind, body.member.code, body.tree) == (BodyKind.OFFICE, "XA", "member:XA")
    assert latest_revision(version.text).manifest == edition.revision.manifest
    assert version.text.slug.startswith("version-de-aldea-")
    assert [line.tree_id for line in lines("version-derived")] == ["member:XA"]
    assert lines("office-opened")[0].tree_id == "member:XA"


def test_there_is_one_version_of_a_text_in_a_space_and_one_space_of_a_member(cast, text, version):
    refused(No.DERIVED_ALREADY, lambda: derive(cast, text))
    other = make_text(cast, slug="otro")
    adopt(cast, other)
    assert derive(cast, other).text.body == version.text.body
    assert Body.objects.filter(kind=BodyKind.OFFICE).count() == 1


def test_what_nobody_adopted_is_not_derived_from(cast, text):
    refused(No.NOTHING_TO_DERIVE, lambda: derive(cast, text))


@pytest.mark.parametrize("who", ["XA/representative/JUS", "XB/focal_point", "network/secretariat"])
def test_only_its_keepers_open_a_member_s_space(cast, text, edition, who):
    refused(Shared.NOT_YOURS, lambda: derive(cast, text, by=who))
    assert not Derivation.objects.exists()


def test_who_serves_a_body_derives_in_it(cast, text, edition):
    mechanism = Space(convene(cast))
    refused(Shared.NOT_YOURS, lambda: derive(cast, text, by="XA/representative/JUS", space=mechanism))
    assert derive(cast, text, space=mechanism).text.body == mechanism.body
    with pytest.raises(ValueError, match="needs a space"):
        derive(cast, text, space=Space())


def test_an_institution_derives_from_the_version_of_its_state_in_a_space_of_its_own(cast, text, edition):
    mechanism = convene(cast)
    national = derive(cast, text, space=Space(mechanism))
    school = Space(member=cast.members["XA"], institution=cast.institutions["XA/JUS"])
    refused(Shared.NOT_YOURS, lambda: derive(cast, national.text, space=school))
    own = derive(cast, national.text, by="XA/representative/JUS", space=school)
    assert own.text.body.tree == "member:XA/JUS"
    assert not Uptake.objects.get(derivation=own).is_edition
    adapt(cast, national, {FIRST: OURS})
    seen = queries.own_version_for(cast.actor("XA/representative/JUS"), own.key)
    assert queries.upstream_of(own, seen.uptake).number == 2
    assert queries.core_of(own, seen.uptake, queries.reading_of(seen).account) == frozenset()
    assert Line.objects.filter(tree="member:XA/JUS", act="version-derived").count() == 1


def test_pictures_go_along(cast, text):
    digest = "a" * 64
    Picture.objects.create(text=text, digest=digest, media_type="image/png", data=b"x")
    adopt(cast, text, **{SECOND: f"![Mapa](media:{digest})"})
    version = derive(cast, text)
    assert Picture.objects.get(text=version.text).digest == digest
    adopt(cast, text, **{ITEM: "Nuevo."})
    take_up(cast, version)
    assert Picture.objects.filter(text=version.text).count() == 1


## Departing


def test_a_departure_is_declared_with_its_kind_and_reason(cast, version):
    adapt(cast, version, {FIRST: OURS, ITEM: None}, added="Aquí.")
    assert declare(cast, version).kind == Kind.ADAPTED
    assert declare(cast, version, ITEM).kind == Kind.OMITTED
    assert declare(cast, version, SECTION_A, is_section=True).kind == Kind.OMITTED
    assert declare(cast, version, SECTION_B, is_section=True).kind == Kind.ADDED
    line = lines("departure-declared")[0]
    assert (line.tree_id, line.details) == ("member:XA", {"reason": "Nuestra ley."})
    assert Departure.objects.first().judged in line.facts.values()


def test_a_section_in_which_several_things_were_done_is_adapted(cast, version):
    adapt(cast, version, {SECOND: OURS, ITEM: None})
    assert declare(cast, version, SECTION_A, is_section=True).kind == Kind.ADAPTED


def test_what_does_not_depart_is_not_declared_and_nothing_without_a_reason(cast, version):
    refused(No.NOT_DEPARTING, lambda: declare(cast, version))
    refused(No.NOT_DEPARTING, lambda: declare(cast, version, SECTION_A, is_section=True))
    adapt(cast, version, {FIRST: OURS})
    refused(No.NO_REASON, lambda: declare(cast, version, reason="  "))
    refused(Shared.NOT_YOURS, lambda: declare(cast, version, by="XA/validating_authority"))


def test_a_core_passage_asks_for_a_derogation_of_its_own(cast, text, edition, version):
    lock(cast, edition)
    adapt(cast, version, {SECOND: OURS})
    refused(No.IS_CORE, lambda: declare(cast, version, SECOND))
    refused(No.NOT_DEPARTING, lambda: declare(cast, version, SECTION_A, is_section=True))
    refused(No.CORE_UNDECLARED, lambda: show(cast, version))
    assert declare(cast, version, SECOND, is_derogation=True).kind == Kind.DEROGATED
    adapt(cast, version, {FIRST: OURS})
    refused(No.NOT_CORE, lambda: declare(cast, version, is_derogation=True))
    assert show(cast, version)


def test_a_reason_holds_for_the_words_it_was_given_for(cast, text, edition, version):
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    adapt(cast, version, {FIRST: f"{OURS} Y después."})
    read = as_read(cast, version)
    found = queries.standing(queries.reading_of(read).account, queries.departures_of(read), frozenset())
    assert found.lacks([FIRST]) == [FIRST]
    assert found.earlier[FIRST].reason == "Nuestra ley."
    declare(cast, version, FIRST)
    found = queries.standing(queries.reading_of(read).account, queries.departures_of(read), frozenset())
    assert found.lacks([FIRST]) == []


def test_a_translation_leaves_a_reason_and_its_approval_standing(cast, text, edition, version):
    """A language that the common text does not have is no departure, and takes back no reason."""
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    approve(cast, version)
    base = latest_revision(version.text)
    document = Document.of(p.with_text("gn", "Avañeʼẽme.") if p.id == FIRST else p for p in document_of(base))
    by = cast.actor("XA/focal_point")
    save_revision(actor=by, text=version.text, document=document, base=base, reason="", at=NOW)
    adapt(cast, version, {FIRST: f"{OURS}  "})
    read = as_read(cast, version)
    found = queries.standing(queries.reading_of(read).account, queries.departures_of(read), frozenset())
    assert [row.approved_at for row in found.holding.values()] == [NOW]
    adapt(cast, version, {FIRST: f"{OURS} Y más."})
    read = as_read(cast, version)
    found = queries.standing(queries.reading_of(read).account, queries.departures_of(read), frozenset())
    assert found.lacks([FIRST]) == [FIRST]


def test_a_reason_is_kept_for_no_other_words_than_those_it_was_written_for(cast, version):
    adapt(cast, version, {FIRST: OURS})
    seen = queries.judged_now(as_read(cast, version), FIRST)
    whole = queries.judged_now(as_read(cast, version), TITLE, is_section=True)
    adapt(cast, version, {FIRST: "Escrito entretanto."})
    refused(No.VERSION_MOVED, lambda: declare(cast, version, seen=seen))
    refused(No.VERSION_MOVED, lambda: declare(cast, version, TITLE, is_section=True, seen=whole))
    assert not Departure.objects.exists()


def test_the_authority_of_the_space_approves_what_it_has_read(cast, version):
    refused(No.NOTHING_TO_APPROVE, lambda: approve(cast, version))
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    refused(Shared.NOT_YOURS, lambda: approve(cast, version, by="XA/alternate"))
    refused(No.LIST_MOVED, lambda: approve(cast, version, seen="0" * 64))
    refused(Shared.NOT_FRESH, lambda: approve(cast, version, fresh=False))
    assert approve(cast, version) == 1
    row = Departure.objects.get()
    assert (row.approved_at, row.approved_office) == (NOW, "XA/validating_authority/MRE")
    refused(No.NOTHING_TO_APPROVE, lambda: approve(cast, version))
    assert lines("departures-approved")[0].facts["count"] == 1


def test_who_approves_is_named_to_who_may_not(cast, text, edition):
    said = {}
    national = derive(cast, text, space=Space(convene(cast)))
    school = Space(member=cast.members["XA"], institution=cast.institutions["XA/JUS"])
    own = derive(cast, national.text, by="XA/representative/JUS", space=school)
    shared = derive(cast, text, by="network/secretariat", space=Space(cast.body))
    for name, row, by in (("school", own, "XA/focal_point"), ("network", shared, "XA/focal_point")):
        with pytest.raises(Refused) as problem:
            commands.approve(actor=cast.actor(by), derivation=row, seen="", at=NOW)
        said[name] = str(problem.value.refusal.values["who"])
        with pytest.raises(Refused) as problem:
            declare(cast, row, by=by)
        said[f"{name} serves"] = str(problem.value.refusal.values["who"])
    assert said == {
        "school": "Institution's representative", "school serves": "Institution's representative",
        "network": "Chair", "network serves": "Technical Secretariat",
    }  # fmt: skip  # one table, read as one
    assert show(cast, shared, by="network/secretariat").audience == "network"


def test_nobody_approves_the_reasons_that_they_gave(cast, text, edition):
    """In a mechanism its focal point serves and could approve: another person has to, and is named."""
    version = derive(cast, text, space=Space(convene(cast)))
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    with pytest.raises(Refused) as problem:
        approve(cast, version, "XA/focal_point")
    assert problem.value.refusal.code == No.OWN_REASONS
    assert problem.value.refusal.values == {"who": "Validating authority"}
    assert approve(cast, version) == 1


def test_who_may_approve_does_so_for_what_others_gave_the_reasons_of(cast, text, edition):
    version = derive(cast, text, space=Space(convene(cast)))
    adapt(cast, version, {FIRST: OURS, SECOND: OURS})
    declare(cast, version)
    declare(cast, version, SECOND, by="XA/alternate")
    assert approve(cast, version, "XA/focal_point") == 1
    assert [row.subject for row in Departure.objects.filter(approved_at=None)] == [FIRST]
    refused(No.OWN_REASONS, lambda: approve(cast, version, "XA/focal_point"))


def test_a_seat_does_not_approve_its_own_reasons_by_another_holder_nor_a_person_from_another_seat(cast, text, edition):
    version = derive(cast, text, space=Space(convene(cast)))
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    mine, other = cast.actor("XA/focal_point"), cast.actor("XA/validating_authority")
    rows = queries.waiting(as_read(cast, version))
    assert queries.to_approve(other, rows).own == ()
    assert len(queries.to_approve(replace(other, account=mine.account), rows).own) == 1
    assert len(queries.to_approve(replace(other, seat=mine.seat), rows).own) == 1
    Departure.objects.update(mandate="")  # as rows from before persons were kept
    rows = queries.waiting(as_read(cast, version))
    assert len(queries.to_approve(replace(other, seat=mine.seat), rows).own) == 1
    assert queries.to_approve(other, rows).own == ()


def test_an_institution_with_one_seat_is_told_to_have_a_second_one_made(cast, text, edition):
    who = "XA/representative/JUS"
    national = derive(cast, text, space=Space(convene(cast)))
    school = Space(member=cast.members["XA"], institution=cast.institutions["XA/JUS"])
    own = derive(cast, national.text, by=who, space=school)
    adapt(cast, own, {FIRST: OURS}, by=who)
    declare(cast, own, by=who)
    listed = queries.waiting_digest(queries.waiting(as_read(cast, own, who)))
    refused(No.NO_OTHER_APPROVER, lambda: approve(cast, own, who, seen=listed))
    seat = create_seat(
        actor=cast.actor("XA/focal_point"), institution=cast.institutions["XA/JUS"], role=Role.REPRESENTATIVE,
        title={"es": "Segunda"}, at=NOW,
    )  # fmt: skip  # one act, read as one
    by = cast.actor("XA/focal_point")
    account = cast.account("XA/representative/DEF")
    second = actor_of(begin_mandate(actor=by, seat=seat, account=account, since=NOW, at=NOW), is_fresh=True)
    with pytest.raises(Refused) as problem:
        approve(cast, own, who, seen=listed)
    assert problem.value.refusal.values == {"who": "Institution's representative"}
    assert commands.approve(actor=second, derivation=own, seen=listed, at=NOW) == 1


## Core passages


def test_the_secretariat_locks_what_the_network_decided(cast, text, edition):
    refused(Shared.NOT_YOURS, lambda: lock(cast, edition, by="XA/focal_point"))
    refused(No.NO_DECISION, lambda: lock(cast, edition, decided=" "))
    refused(No.NOT_IN_EDITION, lambda: lock(cast, edition, "000000000zzz"))
    refused(Shared.NOT_FRESH, lambda: lock(cast, edition, fresh=False))
    lock(cast, edition)
    refused(No.LOCKED_ALREADY, lambda: lock(cast, edition))
    assert lines("core-locked")[0].details == {"decided": "Reunión XII, párrafo 4"}
    release = {"edition": edition, "passage": SECOND, "at": NOW}
    refused(Shared.NOT_YOURS, lambda: commands.release_core(actor=cast.actor("network/chair"), **release))
    refused(
        Shared.NOT_FRESH, lambda: commands.release_core(actor=cast.actor("network/secretariat", fresh=False), **release)
    )
    commands.release_core(actor=cast.secretariat, **release)
    refused(No.NOT_LOCKED, lambda: commands.release_core(actor=cast.secretariat, **release))
    assert CorePassage.objects.get().lifted_at == NOW
    assert len(lines("core-released")) == 1


def test_nothing_of_a_member_s_own_text_is_core(cast, text, edition):
    mechanism = convene(cast)
    own = make_text(cast, mechanism, by="XA/focal_point", slug="propio")
    from tejido.curriculum.commands import seal_edition

    sealed = seal_edition(actor=cast.actor("XA/focal_point"), revision=latest_revision(own), at=NOW)
    refused(No.NOT_ADOPTED, lambda: lock(cast, sealed))
    with pytest.raises(Refused):
        commands.release_core(actor=cast.secretariat, edition=sealed, passage=SECOND, at=NOW)


## Taking up


def test_what_is_clean_is_taken_and_what_is_local_stays(cast, text, version):
    adapt(cast, version, {FIRST: OURS}, added="Aquí.")
    adopt(cast, text, **{SECOND: "Los factores se estudian siempre en conjunto.", ITEM: None})
    row = take_up(cast, version)
    assert words(version) == OURS
    assert words(version, SECOND) == "Los factores se estudian siempre en conjunto."
    assert words(version, "000000000x01") == "Aquí."
    assert ITEM not in document_of(latest_revision(version.text))
    assert (row.edition, row.left, row.number) == (2, 0, 2)
    read = as_read(cast, version)
    assert queries.upstream_of(read.derivation, read.uptake) is None
    refused(No.NOTHING_OFFERED, lambda: take_up(cast, version))
    assert lines("update-taken")[0].facts["taken"] == 2


@pytest.mark.parametrize(
    ("how", "texts", "found"),
    [(How.TAKE, {}, THEIRS), (How.KEEP, {}, OURS), (How.COMBINE, {"es": "De ambos."}, "De ambos.")],
)
def test_a_clash_is_settled_by_a_person(cast, text, version, how, texts, found):
    adapt(cast, version, {FIRST: OURS})
    adopt(cast, text, **{FIRST: THEIRS})
    refused(No.NOTHING_CHOSEN, lambda: take_up(cast, version))
    take_up(cast, version, choices={FIRST: Choice(Way.JOIN, {"text:es": how}, texts)}, reasons={FIRST: "Así."})
    assert words(version) == found
    assert [row.reason for row in Departure.objects.all()] == ([] if how is How.TAKE else ["Así."])


def test_words_made_of_both_sides_are_kept_as_the_text_keeps_them(cast, text, version):
    table = "000000000tab"
    base = latest_revision(text)
    rows = "| a | b |\n| --- | --- |\n| {} | 2 |"
    document = [*document_of(base), Passage.of(table, Passages.TABLE, {"es": rows.format(1)})]
    save_revision(actor=cast.secretariat, text=text, document=Document.of(document), base=base, reason="", at=NOW)
    adopt(cast, text)
    take_up(cast, version)
    adapt(cast, version, {FIRST: OURS, table: rows.format(2)})
    adopt(cast, text, **{FIRST: THEIRS, table: rows.format(3)})
    combined = Choice(Way.JOIN, {"text:es": How.COMBINE}, {"es": "Nada de tabla."})
    refused(Writing.NOT_THIS_PASSAGE, lambda: take_up(cast, version, choices={table: combined}))
    both = Choice(Way.JOIN, {"text:es": How.COMBINE}, {"es": "De\x00 ambos,\n\n# juntos."})
    take_up(cast, version, choices={FIRST: both, "000000000zzz": both, ITEM: Choice(Way.LATER)})
    assert words(version) == "De ambos, # juntos."


def test_the_reason_of_a_decline_is_kept_where_nothing_departs_by_it(cast, text, version):
    base = latest_revision(text)
    document = Document.of(p.with_text("fr", "En français.") if p.id == FIRST else p for p in document_of(base))
    save_revision(actor=cast.secretariat, text=text, document=document, base=base, reason="", at=NOW)
    adopt(cast, text)
    take_up(cast, version, choices={FIRST: Choice(Way.DECLINE)}, reasons={FIRST: "No es lengua nuestra."})
    assert queries.reading_of(as_read(cast, version)).account.told == ()
    assert Departure.objects.get().reason == "No es lengua nuestra."
    assert lines("update-declined")[0].details == {"reason": "No es lengua nuestra."}


def test_a_change_is_declined_with_a_reason_and_not_offered_again(cast, text, version):
    edition = adopt(cast, text, **{SECOND: "Otra cosa.", ITEM: "El lugar."})
    lock(cast, edition)
    chosen = {SECOND: Choice(Way.DECLINE), ITEM: Choice(Way.LATER)}
    refused(No.NO_DECLINE_REASON, lambda: take_up(cast, version, choices=chosen))
    before = latest_revision(version.text)
    row = take_up(cast, version, choices=chosen, reasons={SECOND: "Va contra nuestra ley."})
    assert latest_revision(version.text) == before
    assert row.left == 1
    assert Departure.objects.get().kind == Kind.DEROGATED
    assert lines("update-declined")[0].details == {"reason": "Va contra nuestra ley."}
    take_up(cast, version)
    assert words(version, ITEM) == "El lugar."
    assert words(version, SECOND).startswith("Los factores")


def test_nothing_is_taken_of_what_was_not_seen(cast, text, version):
    adopt(cast, text, **{SECOND: "Otra cosa."})
    refused(No.OFFER_MOVED, lambda: take_up(cast, version, ours="0" * 64))
    refused(No.OFFER_MOVED, lambda: take_up(cast, version, theirs="0" * 64))
    refused(No.OFFER_MOVED, lambda: take_up(cast, version, base="0" * 64))
    refused(Shared.NOT_YOURS, lambda: take_up(cast, version, by="XA/validating_authority"))


def test_taking_up_is_undone_and_what_was_written_since_stays(cast, text, version):
    refused(No.NOTHING_TO_UNDO, lambda: undo(cast, version))
    adopt(cast, text, **{FIRST: THEIRS, SECOND: "Otra cosa."})
    take_up(cast, version)
    adapt(cast, version, {ITEM: "Escrito después.", SECOND: "Otra cosa, después."})
    refused(Shared.NOT_YOURS, lambda: undo(cast, version, by="XA/validating_authority"))
    _, kept = undo(cast, version)
    assert words(version) == FORMER
    assert words(version, ITEM) == "Escrito después."
    assert words(version, SECOND) == "Otra cosa, después."
    assert kept == {SECOND}
    read = as_read(cast, version)
    assert queries.upstream_of(read.derivation, read.uptake).number == 2
    assert len(lines("update-undone")) == 1


def test_an_undoing_sent_twice_takes_back_one_taking_up(cast, text, version):
    for said in ("Otra cosa.", "Y otra."):
        adopt(cast, text, **{SECOND: said})
        take_up(cast, version)
    last = as_read(cast, version).uptake.key
    undo(cast, version, seen=last)
    refused(No.VERSION_MOVED, lambda: undo(cast, version, seen=last))
    assert words(version, SECOND) == "Otra cosa."


def test_undoing_a_mere_choice_makes_no_revision(cast, text, version):
    adopt(cast, text, **{SECOND: "Otra cosa."})
    take_up(cast, version, choices={SECOND: Choice(Way.DECLINE)}, reasons={SECOND: "No."})
    revision, kept = undo(cast, version)
    assert (revision.number, kept) == (1, frozenset())


def test_places_changed_since_stay_when_a_taking_up_is_undone(cast, text, version):
    document = document_of(latest_revision(text))
    order = [p.id for p in document]
    moved = [*order[:7], *order[8:], order[7]]
    _reorder(cast, text, moved, "network/secretariat")
    adopt(cast, text)
    take_up(cast, version)
    _reorder(cast, version.text, [order[7], *order[:7], *order[8:]], "XA/focal_point")
    _, kept = undo(cast, version)
    assert kept == {order[7]}
    assert document_of(latest_revision(version.text)).passages[0].id == order[7]


def _reorder(cast, text, order, by):
    base = latest_revision(text)
    document = document_of(base)
    save_revision(
        actor=cast.actor(by), text=text, document=Document.of(document.passage(id) for id in order), base=base,
        reason="", at=NOW,
    )  # fmt: skip  # one act, read as one


## Showing


def test_a_version_is_shown_as_it_stands_and_hidden_again(cast, text, version):
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    hide = {"actor": cast.actor("XA/focal_point"), "derivation": version, "at": NOW}
    refused(No.NOT_SHOWN, lambda: commands.hide(**hide))
    refused(Shared.NOT_YOURS, lambda: show(cast, version, by="XA/representative/JUS"))
    refused(Shared.NOT_FRESH, lambda: show(cast, version, fresh=False))
    refused(No.ONLY_OUTWARD, lambda: show(cast, version, "member"))
    first = show(cast, version)
    refused(No.SHOWN_SO, lambda: show(cast, version))
    adapt(cast, version, {FIRST: "Secreto."})
    declare(cast, version, reason="Secreta.")
    seen = queries.version_for(cast.actor("XB/focal_point"), version.key)
    assert (seen.is_own, seen.revision.number) == (False, 2)
    assert [row.reason for row in queries.departures_of(seen).values()] == ["Nuestra ley."]
    second = show(cast, version, "public")
    assert [row.withdrawn_at for row in Release.objects.order_by("key") if row.key == first.key] == [NOW]
    assert lines("version-shown")[0].tree_id == "network"
    refused(Shared.NOT_YOURS, lambda: commands.hide(**{**hide, "actor": cast.secretariat}))
    refused(Shared.NOT_FRESH, lambda: commands.hide(**{**hide, "actor": cast.actor("XA/alternate", fresh=False)}))
    commands.hide(**hide)
    assert Release.objects.get(key=second.key).withdrawn_at == NOW
    with pytest.raises(Derivation.DoesNotExist):
        queries.version_for(cast.actor("XB/focal_point"), version.key)


def test_nothing_is_shown_that_its_keeper_has_not_read(cast, version):
    adapt(cast, version, {FIRST: OURS})
    seen = queries.showing_digest(as_read(cast, version))
    adapt(cast, version, {FIRST: "Escrito entretanto."})
    refused(No.VERSION_MOVED, lambda: show(cast, version, seen=seen))
    read = queries.showing_digest(as_read(cast, version))
    declare(cast, version, reason="Dada entretanto.")
    refused(No.VERSION_MOVED, lambda: show(cast, version, seen=read))
    assert not Release.objects.exists()


def test_an_approval_is_shown_with_the_next_showing(cast, text, version):
    """Who sees a version learns nothing of what was done to it since, approvals included."""
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    show(cast, version)
    approve(cast, version, at=NOW + timedelta(hours=1))
    assert _approvals(cast, text, version, "XB/focal_point") == {None}
    assert _approvals(cast, text, version, "XA/focal_point") == {NOW + timedelta(hours=1)}
    show(cast, version, at=NOW + timedelta(hours=2))
    assert _approvals(cast, text, version, "XB/focal_point") == {NOW + timedelta(hours=1)}


def _approvals(cast, text, version, who):
    """As its own page says it, and the matrix."""
    actor = cast.actor(who)
    own = queries.departures_of(queries.version_for(actor, version.key)).values()
    columns = queries.matrix(actor, text, NOW.date()).columns
    beside = next(column for column in columns if column.code == "XA").reasons.holding.values()
    return {row.approved_at for row in [*own, *beside]}


def test_reasons_given_since_are_shown_by_showing_it_again(cast, version):
    adapt(cast, version, {FIRST: OURS})
    show(cast, version)
    declare(cast, version)
    assert show(cast, version).departures == 1
    refused(No.SHOWN_SO, lambda: show(cast, version))


def test_an_institution_shows_its_version_within_its_state(cast, text, edition):
    national = derive(cast, text, space=Space(convene(cast)))
    space = Space(member=cast.members["XA"], institution=cast.institutions["XA/JUS"])
    own = derive(cast, national.text, by="XA/representative/JUS", space=space)
    refused(No.ONLY_OWN_STATE, lambda: show(cast, own, by="XA/representative/JUS"))
    with pytest.raises(Derivation.DoesNotExist):
        queries.version_for(cast.actor("XA/focal_point"), own.key)
    show(cast, own, "member", by="XA/representative/JUS")
    assert not queries.version_for(cast.actor("XA/focal_point"), own.key).is_own
    for who in ("XB/focal_point", "network/secretariat"):
        with pytest.raises(Derivation.DoesNotExist):
            queries.version_for(cast.actor(who), own.key)
    assert lines("version-shown")[0].tree_id == "member:XA"


def test_others_read_nothing_of_an_own_space(cast, version):
    assert Text.objects.filter(body=version.text.body).count() == 1
    for who in ("XB/focal_point", "network/secretariat", "network/observer"):
        with pytest.raises(Derivation.DoesNotExist):
            queries.own_version_for(cast.actor(who), version.key)
    show(cast, version)
    with pytest.raises(Derivation.DoesNotExist):
        queries.own_version_for(cast.actor("XB/focal_point"), version.key)
    assert changed(document_of(latest_revision(version.text)), {}) == document_of(latest_revision(version.text))
