"""A receipt in a member's hands finds what the node itself cannot: a ledger cut, rewritten or shown in two versions."""

import pytest

from tejido.engine.proof import Verdict, read_receipt, sign_head, write_receipt
from tejido.ledger.audit import audit, compare_receipt
from tejido.ledger.commands import hand_receipt
from tejido.ledger.models import Line, Node, SignedTreeHead, Tree
from tejido.ledger.names import Act
from tejido.ledger.queries import latest_head, node_key, root_of

from .book import AT, FOCAL_POINT, SIZE, TREE, cut, line_at, rewrite, swap, undone, write

pytestmark = pytest.mark.django_db
HELD = SIZE + 1  # lines under the receipt: that it was handed out is one of them


@pytest.fixture
def receipt():
    """What the member keeps outside this house, read back from its file."""
    write(SIZE)
    return read_receipt(write_receipt(hand()))


def hand(trees=(TREE,)):
    return hand_receipt(actor=FOCAL_POINT, network="Red", member="XA", trees=list(trees), at=AT)


def verdict(receipt) -> Verdict:
    return compare_receipt(receipt)[TREE]


def test_a_receipt_says_the_truth_of_the_ledger_it_was_given_for(receipt):
    assert compare_receipt(receipt) == {TREE: Verdict.SAME}
    assert (receipt.network, receipt.member, receipt.public_key) == ("Red", "XA", node_key())


def test_that_a_receipt_was_handed_out_is_itself_under_the_receipt(receipt):
    line = line_at(SIZE)
    assert (line.act, line.object, line.facts) == (Act.RECEIPT_HANDED, "XA", {"trees": [TREE]})
    assert receipt.heads[0].head.size == HELD


def test_the_head_that_left_the_house_is_kept(receipt):
    kept = latest_head(TREE)
    assert (kept.size, kept.handed_to, kept.root) == (HELD, "XA", root_of(TREE, HELD).hex())


@pytest.mark.parametrize("more", [1, 2, 23, 60])
def test_a_ledger_that_only_grew_is_good(receipt, more):
    write(more)
    assert verdict(receipt) == Verdict.EXTENDED


def test_a_receipt_of_an_empty_ledger_is_good_then_and_later():
    receipt = hand([TREE, "member:XA"])
    assert compare_receipt(receipt)["member:XA"] == Verdict.SAME
    write(3, tree="member:XA")
    assert compare_receipt(receipt)["member:XA"] == Verdict.EXTENDED


def test_a_ledger_that_was_cut_at_any_line_is_found_although_it_looks_whole_here(receipt):
    for size in range(HELD):
        with undone():
            cut(size)
            assert audit().ok
            assert verdict(receipt) == Verdict.TRUNCATED, size


def test_a_ledger_that_was_rewritten_with_the_server_s_own_key_is_found_although_it_looks_whole_here(receipt):
    write(3)
    for place in range(HELD):
        with undone():
            rewrite(place)
            assert audit().ok
            assert verdict(receipt) == Verdict.REWRITTEN, place


def test_a_ledger_of_the_same_length_with_other_lines_is_a_split_view(receipt):
    for place in range(HELD):
        with undone():
            rewrite(place)
            assert audit().ok
            assert verdict(receipt) == Verdict.SPLIT_VIEW, place


def test_two_lines_that_changed_places_under_new_hashes_are_found(receipt):
    for place in range(SIZE):
        with undone():
            swap(place, SIZE)
            for at in (place, SIZE):
                rewrite(at)
            assert audit().ok
            assert verdict(receipt) == Verdict.SPLIT_VIEW, place


@pytest.mark.parametrize("size", [1, 20, SIZE])
def test_a_ledger_that_was_cut_and_written_on_is_found(receipt, size):
    cut(size)
    write(HELD - size, object="other")
    assert audit().ok
    assert verdict(receipt) == Verdict.SPLIT_VIEW
    write(5)
    assert verdict(receipt) == Verdict.REWRITTEN


def test_two_members_that_were_shown_two_ledgers_find_it_by_their_receipts():
    write(SIZE)
    of_one = _forked("one")
    write(object="other")
    of_other = hand()
    assert (verdict(of_one), verdict(of_other)) == (Verdict.SPLIT_VIEW, Verdict.SAME)
    write(3)
    assert (verdict(of_one), verdict(of_other)) == (Verdict.REWRITTEN, Verdict.EXTENDED)


def _forked(words: str):
    """A receipt over a history of which nobody else is shown anything, as from a server that keeps two copies."""
    with undone():
        write(object=words)
        return hand()


def test_a_hash_that_is_gone_never_passes_for_a_ledger_that_grew(receipt):
    write(4)
    Node.objects.filter(tree=TREE, level=0).delete()
    assert not verdict(receipt).is_good


def test_a_ledger_that_is_gone_altogether_is_cut(receipt):
    for model in (SignedTreeHead, Line, Node):
        model.objects.all().delete()
    Tree.objects.all().delete()
    assert verdict(receipt) == Verdict.TRUNCATED


def test_a_receipt_that_another_node_signed_is_not_judged_by_its_word(receipt):
    head = receipt.heads[0].head
    forged = sign_head(TREE, head.size, bytes.fromhex(head.root), head.at, bytes(32))
    stranger = type(receipt)(receipt.network, receipt.member, receipt.public_key, (forged,))
    assert verdict(stranger) == Verdict.OTHER_KEY


def test_a_receipt_that_fails_half_way_is_not_handed_out(receipt, monkeypatch):
    monkeypatch.setattr("tejido.ledger.commands.sign_head", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        hand()
    assert Tree.objects.get(name=TREE).size == HELD
    assert SignedTreeHead.objects.count() == 1
