"""What the node finds out by itself when somebody with access to its database falsifies the ledger."""

from datetime import timedelta

import pytest
from django.db.models import F

from tejido.ledger import audit as auditing
from tejido.ledger.audit import Audit, Fault, Finding, audit, describe
from tejido.ledger.commands import hand_receipt
from tejido.ledger.lines import canonical
from tejido.ledger.models import Line, Node, SignedTreeHead, Tree

from .book import AT, FOCAL_POINT, SIZE, TREE, cut, line_at, rewrite, swap, undone, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _book(monkeypatch):
    """Forty lines, read in chunks of seven: more than five of them, the last one not full."""
    monkeypatch.setattr(auditing, "CHUNK", 7)
    write(SIZE, details={"reason": "Porque sí."})


def found() -> set[tuple[Finding, int]]:
    return {(fault.finding, fault.place) for fault in audit().faults}


def lines(place: int):
    return Line.objects.filter(tree=TREE, place=place)


def test_a_whole_ledger_is_found_whole():
    write(3, tree="member:XA")
    Tree.objects.create(name="member:XB")
    hand_receipt(actor=FOCAL_POINT, network="Red", member="XA", trees=[TREE, "member:XA"], at=AT)
    assert audit() == Audit(trees=3, lines=SIZE + 4, heads=2)


@pytest.mark.parametrize("size", [1, 2, 7, 8, 13, 14, 15])
def test_a_ledger_of_any_size_is_found_whole(size):
    write(size, tree="member:XA")
    assert audit().ok


def test_progress_is_told_in_lines_of_all_ledgers():
    write(9, tree="member:XA")
    told = []
    audit(lambda done, total: told.append((done, total)))
    assert told[0] == (7, SIZE + 9)
    assert told[-1] == (SIZE + 9, SIZE + 9)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_line_that_was_taken_out_is_found():
    for place in range(SIZE):
        with undone():
            lines(place).delete()
            assert found() == {(Finding.LINE_MISSING, place)}


def test_a_line_whose_office_was_changed_is_found():
    for place in range(SIZE):
        with undone():
            lines(place).update(office="XB/focal_point/MRE")
            assert found() == {(Finding.LINE_CHANGED, place)}


CHANGES = {
    "act": "text-adopted",
    "at": AT,
    "office": "XB/focal_point/MRE",
    "seat": "seat00000009",
    "mandate": "mandate00009",
    "kind": "text",
    "object": "object99",
    "facts": {"number": 99},
    "salt": b"another salt    ",
    "details": {"reason": "Porque no."},
    "canonical": b"{}",
}


@pytest.mark.parametrize("field", CHANGES)
def test_whatever_was_changed_in_a_line_is_found(field):
    lines(11).update(**{field: CHANGES[field]})
    assert (Finding.LINE_CHANGED, 11) in found()


@pytest.mark.parametrize("field", sorted(set(CHANGES) - {"details", "salt"}))
def test_erased_words_do_not_hide_a_change_of_anything_else(field):
    lines(11).update(details=None, **{field: CHANGES[field]})
    assert (Finding.LINE_CHANGED, 11) in found()


@pytest.mark.parametrize("bytes_", [b"", b"no JSON", b"[1]", b'{"seal": 1}', b'{"seal":[1.5]}'])
def test_bytes_that_no_act_ever_wrote_are_found_and_stop_nothing(bytes_):
    lines(11).update(details=None, canonical=bytes_)
    assert (Finding.LINE_CHANGED, 11) in found()


def test_words_put_into_a_line_that_had_none_are_found():
    write(details=None)
    lines(SIZE).update(details={"reason": "Después."}, salt=b"0123456789abcdef")
    assert found() == {(Finding.LINE_CHANGED, SIZE)}


def test_two_lines_that_changed_places_are_found():
    for place in range(SIZE - 1):
        with undone():
            swap(place, SIZE - 1)
            assert {(Finding.LINE_CHANGED, place), (Finding.LINE_CHANGED, SIZE - 1)} <= found()


def test_a_line_that_was_rewritten_with_its_bytes_is_found_by_its_hash():
    for place in range(SIZE):
        with undone():
            line = line_at(place)
            line.office = "XB/focal_point/MRE"
            line.canonical = canonical(line)
            line.save()
            assert found() == {(Finding.NODE_CHANGED, place)}


def test_every_hash_that_was_changed_is_found():
    for node in Node.objects.filter(tree=TREE):
        with undone():
            Node.objects.filter(pk=node.pk).update(hash=bytes(32))
            assert Finding.NODE_CHANGED in {finding for finding, _ in found()}, (node.level, node.place)


def test_every_hash_that_was_taken_out_is_found():
    for node in Node.objects.filter(tree=TREE):
        with undone():
            Node.objects.filter(pk=node.pk).delete()
            assert Finding.NODE_CHANGED in {finding for finding, _ in found()}, (node.level, node.place)


def test_one_missing_line_with_its_hash_is_told_as_two_faults_and_not_as_many():
    lines(3).delete()
    Node.objects.filter(tree=TREE, level=0, place=3).delete()
    assert found() == {(Finding.LINE_MISSING, 3), (Finding.NODE_CHANGED, 3)}


def test_lines_and_hashes_beyond_the_size_are_found():
    Tree.objects.filter(name=TREE).update(size=F("size") - 5)
    assert found() == {(Finding.SIZE_WRONG, SIZE - 5), (Finding.NODE_SUPERFLUOUS, SIZE - 5)}


def test_a_size_beyond_the_lines_is_found():
    Tree.objects.filter(name=TREE).update(size=SIZE + 1)
    assert (Finding.LINE_MISSING, SIZE) in found()


@pytest.mark.parametrize("most", [1, 3, 100])
def test_no_more_faults_are_listed_than_asked_for(most):
    Line.objects.filter(tree=TREE).update(office="XB/focal_point/MRE")
    assert len(audit(most=most).faults) == min(most, SIZE)


def handed() -> SignedTreeHead:
    hand_receipt(actor=FOCAL_POINT, network="Red", member="XA", trees=[TREE], at=AT)
    return SignedTreeHead.objects.get()


HEADS = {"size": 12, "root": "00" * 32, "at": AT + timedelta(hours=1), "data": {"head": "none"}}


@pytest.mark.parametrize("field", HEADS)
def test_a_head_that_was_changed_is_found(field):
    head = handed()
    SignedTreeHead.objects.filter(pk=head.pk).update(**{field: HEADS[field]})
    assert [fault.finding for fault in audit().faults] == [Finding.HEAD_BROKEN]


def test_a_head_whose_signature_was_changed_is_found():
    head = handed()
    head.data = {**head.data, "signature": head.data["signature"][::-1]}
    head.save()
    assert [fault.finding for fault in audit().faults] == [Finding.HEAD_BROKEN]


def test_a_head_that_was_put_under_another_ledger_is_found():
    head = handed()
    write(tree="member:XB")
    SignedTreeHead.objects.filter(pk=head.pk).update(tree="member:XB")
    assert Fault(Finding.HEAD_BROKEN, "member:XB", head.size) in audit().faults


def test_a_ledger_that_was_cut_below_a_head_that_left_the_house_is_found():
    kept = handed()
    for size in range(kept.size):
        with undone():
            cut(size)
            SignedTreeHead.objects.bulk_create([kept])
            assert found() == {(Finding.HEAD_BROKEN, kept.size)}, size


def test_a_ledger_that_was_rewritten_below_a_kept_head_is_found():
    kept = handed()
    for place in range(SIZE):
        with undone():
            rewrite(place)
            kept.save()
            assert found() == {(Finding.HEAD_BROKEN, kept.size)}, place


def test_a_hash_that_is_gone_leaves_a_head_unproved():
    head = handed()
    write()
    Node.objects.filter(tree=TREE, level=5, place=0).delete()
    assert (Finding.HEAD_BROKEN, head.size) in found()


def test_an_audit_is_described_in_plain_data():
    lines(2).delete()
    assert describe(audit()) == {
        "ok": False,
        "ledgers": 1,
        "lines": SIZE,
        "heads": 0,
        "faults": [{"finding": "line_missing", "ledger": TREE, "place": 2}],
    }
