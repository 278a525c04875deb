"""Every act of promotion: who may do it, what it changes, where it is written, and each refusal."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from cast import NOW, make_text
from tejido.deliberation.commands import conclude_meeting
from tejido.deliberation.models import Adoption
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import fill_cumbre, propose
from tejido.ledger.actors import PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.mechanisms.commands.writing import File
from tejido.mechanisms.names import Audience
from tejido.promotion import commands, queries
from tejido.promotion.models import ForumDocument, ForumEntry, ForumVersion
from tejido.promotion.names import Act, Basis, Kind, No, Voice
from tejido.promotion.words import basis_of

from .doings import DAY, FOCAL_POINT, OTHER, SECRETARIAT, contents, forum, mention, own, show

pytestmark = pytest.mark.django_db


def refused(call) -> object:
    """The code of the refusal; nothing was written."""
    before = Line.objects.count()
    with pytest.raises(Refused) as said:
        call()
    assert Line.objects.count() == before
    return said.value.refusal.code


def last(tree: str = "network") -> Line:
    return Line.objects.filter(tree=tree).order_by("place").last()


def adopted(cast) -> Adoption:
    """A text of the network adopted in a meeting."""
    fill_cumbre(cast)
    text = make_text(cast, cast.body, by=SECRETARIAT, slug="adoptado")
    procedure = propose(cast, text, who=SECRETARIAT, kind=ProcedureKind.MEETING)
    conclude_meeting(actor=cast.actor("network/chair"), procedure=procedure, present=["XA", "XB", "XC"], at=NOW)
    return Adoption.objects.get(procedure=procedure)


## Forums


def test_the_secretariat_keeps_the_forums_and_a_code_is_given_once(cast):
    row = forum(cast)
    assert (last().act, last().facts) == (Act.FORUM_ENTERED, {"code": "ONU"})
    assert refused(lambda: forum(cast)) == No.FORUM_TAKEN
    assert refused(lambda: forum(cast, "OEA", name={"es": ""})) == No.FORUM_NAMELESS
    assert refused(lambda: forum(cast, "OEA", FOCAL_POINT)) == Shared.NOT_YOURS
    commands.rename_forum(actor=cast.secretariat, forum=row, name={"es": "Otro"}, at=NOW)
    assert (queries.forum_for(row.key).name, last().act) == ({"es": "Otro"}, Act.FORUM_RENAMED)


def test_what_a_member_keeps_to_itself_is_not_counted(cast):
    mention(cast)
    own(cast)
    assert [line.entries for line in queries.forums_with_counts()] == [1]


## Entries


def test_what_the_secretariat_enters_every_seat_reads_and_nobody_else_until_it_is_shown(cast):
    row = mention(cast, says={"es": "palabras"})
    assert (last().act, last().facts["kind"]) == (Act.ENTRY_MADE, "mention")
    assert "palabras" not in bytes(last().canonical).decode()
    seen = lambda actor: [line.key for line in queries.register_for(actor, queries.Filter())]  # noqa: E731
    assert (seen(cast.actor(OTHER)), seen(PUBLIC)) == ([row.key], [])
    show(cast, row)
    assert (seen(PUBLIC), last().act, last().facts) == ([row.key], Act.ENTRY_SHOWN, {"audience": "public"})
    commands.hide_entry(actor=cast.secretariat, entry=row, at=NOW + 2 * DAY)
    assert (seen(cast.actor(OTHER)), seen(PUBLIC)) == ([row.key], [])
    assert ForumEntry.objects.get(key=row.key).first_public_at == NOW + DAY
    assert refused(lambda: commands.hide_entry(actor=cast.secretariat, entry=row, at=NOW)) == No.NOT_SHOWN
    assert refused(lambda: commands.hide_entry(actor=cast.actor(OTHER), entry=row, at=NOW)) == Shared.NOT_YOURS


@pytest.mark.parametrize("who", [FOCAL_POINT, "network/observer", "network/chair"])
def test_nobody_else_enters_anything_for_the_network(cast, who):
    said = contents(cast)
    call = lambda: commands.make_entry(actor=cast.actor(who), contents=said, at=NOW)  # noqa: E731
    assert refused(call) == Shared.NOT_YOURS


def test_the_networks_name_needs_a_basis_in_the_rule_and_in_the_table(cast):
    said = {"kind": Kind.STATEMENT, "voice": Voice.NETWORK, "forum": forum(cast)}
    assert refused(lambda: mention(cast, **said)) == No.NO_BASIS
    row = mention(cast, **said, basis=Basis.EDITION, adoption=adopted(cast))
    line = queries.line_for(cast.secretariat, row.key)
    assert basis_of(line.version, is_decision_open=False).startswith("Adopted edition: ")
    with pytest.raises(IntegrityError), transaction.atomic():
        ForumVersion.objects.filter(entry=row).update(adoption=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        ForumVersion.objects.filter(entry=row).update(voice=Voice.MEMBER)


def test_what_a_member_said_in_its_own_name_its_seats_alone_read_until_it_shows_it(cast):
    row = own(cast)
    assert (row.audience, last("member:XA").act) == (Audience.OWN, Act.ENTRY_MADE)
    readers = [cast.actor(who) for who in (FOCAL_POINT, "XA/representative", OTHER, SECRETARIAT)] + [PUBLIC]
    seen = lambda: [bool(queries.register_for(actor, queries.Filter())) for actor in readers]  # noqa: E731
    assert seen() == [True, True, False, False, False]
    with pytest.raises(ObjectDoesNotExist):
        queries.line_for(cast.actor(OTHER), row.key)
    show(cast, row, Audience.NETWORK, FOCAL_POINT)
    assert seen() == [True, True, True, True, False]
    assert refused(lambda: show(cast, row, Audience.NETWORK, FOCAL_POINT)) == No.SHOWN_SO
    assert refused(lambda: show(cast, row, Audience.OWN, FOCAL_POINT)) == No.SHOWN_SO
    assert refused(lambda: show(cast, row, Audience.PUBLIC, SECRETARIAT)) == Shared.NOT_YOURS
    assert refused(lambda: show(cast, row, Audience.PUBLIC, FOCAL_POINT, fresh=False)) == Shared.NOT_FRESH
    commands.hide_entry(actor=cast.actor(FOCAL_POINT), entry=row, at=NOW + 2 * DAY)
    assert seen() == [True, True, False, False, False]


def test_a_member_enters_only_its_own_name_and_only_its_keepers_do(cast):
    aldea, said = cast.members["XA"], contents(cast)
    enter = lambda who, **values: commands.make_entry(  # noqa: E731
        actor=cast.actor(who), contents=contents(cast, **values), member=aldea, at=NOW
    )
    assert said.voice == Voice.OTHERS
    assert refused(lambda: enter(FOCAL_POINT)) == No.OWN_NAME_ONLY
    brisa = {"kind": Kind.STATEMENT, "voice": Voice.MEMBER, "speaker": cast.members["XB"]}
    assert refused(lambda: enter(FOCAL_POINT, **brisa)) == No.OWN_NAME_ONLY
    mine = {**brisa, "speaker": aldea}
    for who in ("XA/representative", OTHER, SECRETARIAT):
        assert refused(lambda who=who: enter(who, **mine)) == Shared.NOT_YOURS


## Corrections


def test_a_correction_keeps_what_stood_before_with_the_reason(cast):
    row = mention(cast)
    better = contents(cast, title={"es": "Mejor"})
    commands.correct_entry(actor=cast.secretariat, entry=row, contents=better, reason="La fecha", at=NOW + DAY)
    page = queries.page_for(cast.actor(OTHER), row.key)
    assert page.line.version.title == {"es": "Mejor"}
    assert [(former.version.title["es"], former.reason) for former in page.earlier] == [("Una mención", "La fecha")]
    assert (last().act, last().details["reason"]) == (Act.ENTRY_CORRECTED, "La fecha")
    wrong = contents(cast, kind=Kind.STATEMENT)
    call = lambda: commands.correct_entry(  # noqa: E731
        actor=cast.secretariat, entry=row, contents=wrong, reason="", at=NOW
    )
    assert refused(call) == No.WRONG_VOICE


def test_what_was_corrected_before_it_was_shown_is_not_shown_with_it(cast):
    row, who = own(cast, title={"es": "CANARY"}), cast.actor(FOCAL_POINT)
    correct = lambda title, at: commands.correct_entry(  # noqa: E731
        actor=who, entry=row, reason="CANARY" if title == "Segunda" else "Otra razón", at=at,
        contents=contents(
            cast, kind=Kind.STATEMENT, voice=Voice.MEMBER, speaker=cast.members["XA"], title={"es": title}
        ),
    )  # fmt: skip
    correct("Segunda", NOW + DAY / 2)
    show(cast, row, Audience.PUBLIC, FOCAL_POINT)
    correct("Tercera", NOW + 2 * DAY)
    told = lambda actor: [  # noqa: E731
        (former.version.title["es"], former.reason) for former in queries.page_for(actor, row.key).earlier
    ]
    assert told(PUBLIC) == told(cast.actor(OTHER)) == [("Segunda", "Otra razón")]
    assert told(who) == [("Segunda", "Otra razón"), ("CANARY", "CANARY")]


def test_what_everybody_reads_or_a_member_has_shown_changes_by_a_formal_act_alone(cast):
    row, mine, said = mention(cast), own(cast), contents(cast)
    sec, fp = cast.actor(SECRETARIAT, fresh=False), cast.actor(FOCAL_POINT, fresh=False)
    quote = lambda actor, entry: commands.add_quote(  # noqa: E731
        actor=actor, entry=entry, words="w", language="es", source="s", at=NOW
    )
    quote(sec, row)
    quote(fp, mine)
    show(cast, row)
    show(cast, mine, Audience.NETWORK, FOCAL_POINT)
    assert refused(lambda: quote(sec, row)) == refused(lambda: quote(fp, mine)) == Shared.NOT_FRESH
    call = lambda: commands.correct_entry(actor=sec, entry=row, contents=said, reason="r", at=NOW)  # noqa: E731
    assert refused(call) == Shared.NOT_FRESH


def test_what_is_struck_out_is_kept_with_the_reason_and_the_public_reads_it_no_more(cast):
    row = mention(cast)
    show(cast, row)
    strike = lambda: commands.strike_entry(actor=cast.secretariat, entry=row, reason="Falso", at=NOW)  # noqa: E731
    strike()
    assert (last().act, last().details) == (Act.ENTRY_STRUCK, {"reason": "Falso"})
    assert queries.line_for(cast.actor(OTHER), row.key).entry.struck_because == "Falso"
    assert queries.register_for(PUBLIC, queries.Filter()) == []
    assert refused(strike) == refused(lambda: show(cast, row, Audience.PUBLIC)) == No.ENTRY_STRUCK


## Documents and quotations


def test_a_document_is_a_file_or_an_address_and_lives_with_its_entry(cast):
    row, file = mention(cast), File("nota.pdf", "application/pdf", b"bytes")
    add = lambda **values: commands.add_document(  # noqa: E731
        actor=cast.secretariat, entry=row, title="Nota", language="es", at=NOW, **values
    )
    assert refused(add) == No.NOTHING_ADDED
    kept = add(file=file)
    add(address="https://example.org/nota")
    assert (last().act, last().facts["entry"]) == (Act.DOCUMENT_ADDED, row.key)
    assert bytes(queries.document_for(cast.actor(OTHER), kept.key).data) == b"bytes"
    assert {each.name for each in queries.line_for(cast.actor(OTHER), row.key).documents} == {"nota.pdf", ""}
    remove = lambda: commands.remove_document(actor=cast.secretariat, document=kept, at=NOW)  # noqa: E731
    remove()
    assert (last().act, refused(remove)) == (Act.DOCUMENT_REMOVED, No.REMOVED)
    with pytest.raises(ForumDocument.DoesNotExist):
        queries.document_for(cast.actor(OTHER), kept.key)


def test_a_quotation_has_its_source_and_can_be_removed(cast):
    row = mention(cast)
    quote = commands.add_quote(
        actor=cast.secretariat, entry=row, words="Palabras", language="es", source="Acta", at=NOW
    )
    assert [each.words for each in queries.line_for(cast.actor(OTHER), row.key).quotes] == ["Palabras"]
    found = queries.quote_to_remove(cast.secretariat, quote.key)
    assert refused(lambda: commands.remove_quote(actor=cast.actor(OTHER), quote=found, at=NOW)) == Shared.NOT_YOURS
    commands.remove_quote(actor=cast.secretariat, quote=found, at=NOW)
    assert (last().act, queries.line_for(cast.actor(OTHER), row.key).quotes) == (Act.QUOTE_REMOVED, ())


## What the annual report reads


@pytest.mark.parametrize(
    ("since", "until", "is_told"),
    [
        ("2026", "", True),
        ("2026-05", "", True),
        ("2025-12-30", "2026-02", True),
        ("2025", "", False),
        ("2027-01", "", False),
        ("no date", "", False),
    ],
)
def test_a_time_holds_what_touches_it_by_dates_as_exact_as_they_are(cast, since, until, is_told):
    mention(cast, since=since, until=until)
    found = queries.entries_for(cast.actor(OTHER), date(2026, 1, 1), date(2026, 12, 31))
    assert bool(found) == is_told


def test_a_time_holds_nothing_that_was_struck_out_or_that_the_reader_may_not_know(cast):
    row, _mine = mention(cast), own(cast)
    time = (date(2026, 1, 1), date(2026, 12, 31))
    assert [line.key for line in queries.entries_for(cast.actor(OTHER), *time)] == [row.key]
    commands.strike_entry(actor=cast.secretariat, entry=row, reason="Falso", at=NOW)
    assert queries.entries_for(cast.actor(OTHER), *time) == []
