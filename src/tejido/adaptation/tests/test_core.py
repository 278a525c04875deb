"""Core passages from one edition to the next: what stays locked, what asks the network again, what has ended."""

import pytest

from cast import FIRST, ITEM, NOW, SECOND, Cast
from tejido.adaptation import commands, queries
from tejido.adaptation.models import CorePassage
from tejido.adaptation.names import Kind, LockState, No, State
from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused

from .doings import OURS, adapt, adopt, approve, as_read, declare, derive, lock, show, take_up

pytestmark = pytest.mark.django_db


def refused(code, call):
    with pytest.raises(Refused) as problem:
        call()
    assert problem.value.refusal.code == code


def states(edition: Edition) -> dict[str, LockState]:
    return {lock.passage: lock.state for lock in queries.locks_in(edition)}


def confirm(
    cast: Cast, edition: Edition, passage: str = SECOND, by: str = "network/secretariat", **given
) -> CorePassage:
    actor = cast.actor(by, fresh=given.get("fresh", True))
    decided = given.get("decided", "Reunión XIII")
    return commands.confirm_core(actor=actor, edition=edition, passage=passage, decided=decided, at=NOW)


def reasons(cast, version):
    read = as_read(cast, version)
    account = queries.reading_of(read).account
    core = queries.core_of(read.derivation, read.uptake, account)
    return queries.standing(account, queries.departures_of(read), core)


def test_a_lock_goes_on_in_the_next_edition_and_says_when_the_words_are_others_or_gone(cast, text):
    first = adopt(cast, text)
    for passage in (FIRST, SECOND, ITEM):
        lock(cast, first, passage)
    second = adopt(cast, text, **{SECOND: "Los factores cambiaron.", ITEM: None})
    assert states(first) == dict.fromkeys((FIRST, SECOND, ITEM), LockState.LOCKED)
    assert states(second) == {FIRST: LockState.LOCKED, SECOND: LockState.CHANGED, ITEM: LockState.ENDED}
    assert [lock.passage for lock in queries.locks_in(second)] == [FIRST, SECOND, ITEM]


def test_a_lock_of_a_later_edition_does_not_bind_an_earlier_one(cast, text):
    first, second = adopt(cast, text), adopt(cast, text, **{ITEM: "El lugar."})
    lock(cast, second)
    assert (states(first), states(second)) == ({}, {SECOND: LockState.LOCKED})


def test_typography_and_another_language_leave_a_lock_as_it_is(cast, text):
    first = adopt(cast, text)
    lock(cast, first)
    base = latest_revision(text)
    said = document_of(base).passage(SECOND).text("es").replace(" ", "  ")
    document = Document.of(
        p.with_text("es", said).with_text("fr", "Les facteurs.") if p.id == SECOND else p for p in document_of(base)
    )
    save_revision(actor=cast.secretariat, text=text, document=document, base=base, reason="", at=NOW)
    assert states(adopt(cast, text)) == {SECOND: LockState.LOCKED}
    document = Document.of(p.with_texts({"fr": "Autre."}) if p.id == SECOND else p for p in document_of(base))
    base = latest_revision(text)
    save_revision(actor=cast.secretariat, text=text, document=document, base=base, reason="", at=NOW)
    assert states(adopt(cast, text)) == {SECOND: LockState.CHANGED}


def test_what_changed_is_confirmed_in_its_new_words_by_a_decision(cast, text):
    first = adopt(cast, text)
    lock(cast, first)
    second = adopt(cast, text, **{SECOND: "Los factores cambiaron."})
    refused(No.LOCKED_ALREADY, lambda: lock(cast, second))
    refused(Shared.NOT_YOURS, lambda: confirm(cast, second, by="network/chair"))
    refused(No.NOT_LOCKED, lambda: confirm(cast, second, FIRST))
    refused(No.NOT_CHANGED, lambda: confirm(cast, first))
    refused(No.NO_DECISION, lambda: confirm(cast, second, decided=" "))
    refused(Shared.NOT_FRESH, lambda: confirm(cast, second, fresh=False))
    confirm(cast, second)
    assert states(second) == states(first) == {SECOND: LockState.LOCKED}
    refused(No.NOT_CHANGED, lambda: confirm(cast, second))
    (line,) = Line.objects.filter(act="core-confirmed")
    assert (line.tree_id, line.details, line.facts["number"]) == ("network", {"decided": "Reunión XIII"}, 2)
    third = adopt(cast, text, **{SECOND: "Y otra vez."})
    assert states(third) == {SECOND: LockState.CHANGED}


def test_lifting_lifts_it_in_every_edition_with_what_confirmed_it(cast, text):
    first = adopt(cast, text)
    lock(cast, first)
    second = adopt(cast, text, **{SECOND: "Los factores cambiaron."})
    confirm(cast, second)
    commands.release_core(actor=cast.secretariat, edition=first, passage=SECOND, at=NOW)
    assert (states(first), states(second)) == ({}, {})
    assert not CorePassage.objects.filter(lifted_at=None).exists()


def test_a_passage_of_a_member_s_own_text_is_never_confirmed(cast, text):
    edition = adopt(cast, text)
    edition.text.body.kind = "mechanism"
    edition.text.body.save()
    refused(No.NOT_ADOPTED, lambda: confirm(cast, edition))


def test_a_derogation_holds_through_the_next_edition_and_after_the_lock_is_lifted(cast, text):
    first = adopt(cast, text)
    lock(cast, first)
    version = derive(cast, text)
    adapt(cast, version, {SECOND: OURS})
    assert declare(cast, version, SECOND, is_derogation=True).kind == Kind.DEROGATED
    approve(cast, version)
    adopt(cast, text, **{ITEM: "El lugar."})
    take_up(cast, version)
    assert reasons(cast, version).lacks([SECOND]) == []
    show(cast, version)
    columns = queries.matrix(cast.actor("XB/focal_point"), text, NOW.date()).columns
    assert next(column for column in columns if column.code == "XA").core == {SECOND}
    commands.release_core(actor=cast.secretariat, edition=first, passage=SECOND, at=NOW)
    assert reasons(cast, version).lacks([SECOND]) == []


def test_a_version_brought_up_to_the_next_edition_is_asked_for_a_derogation_there_too(cast, text):
    """Until now a lock ended with the next edition, and whoever had taken that up could depart in silence."""
    lock(cast, adopt(cast, text))
    version = derive(cast, text)
    adopt(cast, text, **{ITEM: "El lugar."})
    take_up(cast, version)
    adapt(cast, version, {SECOND: OURS})
    refused(No.IS_CORE, lambda: declare(cast, version, SECOND))
    refused(No.CORE_UNDECLARED, lambda: show(cast, version))


def test_what_the_network_took_out_is_core_no_longer_where_a_version_keeps_it(cast, text):
    lock(cast, adopt(cast, text), ITEM)
    version = derive(cast, text)
    adapt(cast, version, {ITEM: "Nuestro lugar."})
    adopt(cast, text, **{ITEM: None})
    from tejido.engine.adaptation import Choice, How, Way

    keep = {ITEM: Choice(Way.JOIN, {"presence": How.KEEP})}
    take_up(cast, version, choices=keep, reasons={ITEM: "Lo guardamos."})
    read = as_read(cast, version)
    account = queries.reading_of(read).account
    assert account.by_id[ITEM].state == "added"
    assert queries.core_of(read.derivation, read.uptake, account) == frozenset()
    assert reasons(cast, version).lacks([ITEM]) == []
    (column,) = (c for c in queries.matrix(cast.actor("XA/focal_point"), text, NOW.date()).columns if c.code == "XA")
    assert column.core == frozenset()
    assert State.DEROGATED not in {column.cell(row, "").state for row in column.account.by_section}


def test_the_locks_of_an_edition_cost_the_same_queries_however_many(cast, text, django_assert_num_queries):
    first = adopt(cast, text)
    lock(cast, first)
    second = adopt(cast, text, **{SECOND: "Los factores cambiaron."})
    queries.locks_in(second)
    with django_assert_num_queries(1):
        queries.locks_in(second)
    for passage in (FIRST, ITEM):
        lock(cast, first, passage)
    with django_assert_num_queries(1):
        queries.locks_in(second)
