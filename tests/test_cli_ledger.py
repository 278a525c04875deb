"""tejido ledger: whatever is done to the ledger behind its back is found, by itself or with a receipt kept outside."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.models import F

from at_console import Said, Typed
from cast import NOW, Cast
from tejido.engine.proof import Head, SignedHead, read_receipt, sign_head, write_receipt
from tejido.ledger.actors import CONSOLE
from tejido.ledger.commands import record
from tejido.ledger.models import Line, Node, SignedTreeHead, Tree

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]


def acts(count: int, of: str = "x", tree: str = "network") -> None:
    for number in range(count):
        record(actor=CONSOLE, act="tried", tree=tree, kind="try", object=of, at=NOW, facts={"number": number})


@pytest.fixture
def receipt(typed: Typed, cast: Cast, tmp_path: Path) -> Path:
    """A receipt of Aldea, over a ledger to which more was added since."""
    path = tmp_path / "xa.receipt.json"
    assert typed("ledger", "receipt", "--member", "XA", "--to", path).code == 0
    acts(3)
    return path


def verified(typed: Typed, *receipts: Path) -> Said:
    return typed("ledger", "verify", "--json", *(part for path in receipts for part in ("--receipt", path)))


def verdicts(said: Said) -> dict[str, str]:
    [judged] = said.data["receipts"].values()
    return {item["ledger"]: item["verdict"] for item in judged}


def test_a_ledger_that_nobody_touched_is_good_and_said_to_be(typed: Typed, cast: Cast) -> None:
    said = typed("ledger", "verify")
    assert said.code == 0
    assert f"{Line.objects.count()} lines" in said.out
    assert "Every line is the one that was written, and nothing is missing." in said.out
    assert verified(typed).data["ok"] is True


def test_an_empty_ledger_is_good(typed: Typed) -> None:
    assert verified(typed).data == {"ok": True, "ledgers": 0, "lines": 0, "heads": 0, "faults": [], "receipts": {}}


def change_a_line() -> None:
    Line.objects.filter(tree="network", place=2).update(office="someone else")


def remove_a_line() -> None:
    Line.objects.filter(tree="network", place=2).delete()


def change_a_node() -> None:
    Node.objects.filter(tree="network", level=1, place=0).update(hash=b"\0" * 32)


def shorten_the_tree() -> None:
    Tree.objects.filter(name="network").update(size=F("size") - 1)


@pytest.mark.parametrize(
    ("tamper", "finding", "words"),
    [
        (change_a_line, "line_changed", "line 2 was changed after it was written"),
        (remove_a_line, "line_missing", "line 2 is missing"),
        (change_a_node, "node_changed", "was changed"),
        (shorten_the_tree, "size_wrong", "there are lines beyond"),
    ],
)
def test_what_was_done_behind_its_back_is_found_and_named(
    tamper: Callable[[], None], finding: str, words: str, typed: Typed, cast: Cast
) -> None:
    tamper()
    said = verified(typed)
    assert (said.code, said.data["ok"]) == (1, False)
    assert finding in {fault["finding"] for fault in said.data["faults"]}
    assert words in typed("ledger", "verify").out


def test_a_ledger_that_only_grew_is_good_for_who_kept_a_receipt(typed: Typed, receipt: Path) -> None:
    said = verified(typed, receipt)
    assert said.code == 0
    assert verdicts(said) == {"network": "extended", "member:XA": "same"}
    assert "none of the earlier ones was changed" in typed("ledger", "verify", "--receipt", receipt).out


def test_a_receipt_holds_the_heads_that_its_member_may_know_and_no_others(receipt: Path, typed: Typed) -> None:
    acts(1, tree="member:XB")
    held = read_receipt(receipt.read_bytes())
    assert [signed.head.tree for signed in held.heads] == ["network", "member:XA"]
    assert Line.objects.get(act="receipt-handed").facts == {"trees": ["network", "member:XA"]}


def cut(size: int) -> None:
    """The network's ledger with only its first lines, as if the rest had never been: nothing is forgotten."""
    Line.objects.filter(tree="network", place__gte=size).delete()
    SignedTreeHead.objects.all().delete()
    for level in range(12):
        Node.objects.filter(tree="network", level=level, place__gte=size >> level).delete()
    Tree.objects.filter(name="network").update(size=size)


def size() -> int:
    return Tree.objects.get(name="network").size


def test_a_ledger_that_was_cut_looks_good_by_itself_and_is_found_out_by_a_receipt(typed: Typed, receipt: Path) -> None:
    cut(size() - 5)
    assert verified(typed).code == 0
    said = verified(typed, receipt)
    assert (said.code, verdicts(said)["network"]) == (1, "truncated")


def test_a_ledger_that_was_rewritten_is_found_out_by_a_receipt(typed: Typed, receipt: Path) -> None:
    cut(size() - 5)
    acts(7, of="another history")
    assert verified(typed).code == 0
    said = verified(typed, receipt)
    assert (said.code, verdicts(said)["network"]) == (1, "rewritten")


def test_a_split_view_is_found_out_by_a_receipt(typed: Typed, receipt: Path) -> None:
    held = read_receipt(receipt.read_bytes()).heads[0].head.size
    cut(held - 2)
    acts(2, of="another history")
    said = verified(typed, receipt)
    assert (said.code, verdicts(said)["network"]) == (1, "split_view")


def forged(receipt: Path, change: Callable[[SignedHead], SignedHead]) -> Path:
    held = read_receipt(receipt.read_bytes())
    data = json.loads(write_receipt(held))
    bent = change(held.heads[0])
    data["heads"][0].update(size=bent.head.size, root=bent.head.root, key=bent.head.key)
    receipt.write_text(json.dumps(data), encoding="utf-8")
    return receipt


def test_a_receipt_that_was_altered_is_found_out(typed: Typed, receipt: Path) -> None:
    forged(receipt, lambda signed: SignedHead(Head(**{**as_dict(signed.head), "size": 1}), signed.signature))
    assert verdicts(verified(typed, receipt))["network"] == "bad_signature"


def test_a_receipt_signed_with_another_key_is_found_out(typed: Typed, receipt: Path) -> None:
    other = bytes(range(32))
    assert other != settings.LEDGER_KEY
    forged(receipt, lambda signed: sign_head("network", signed.head.size, b"\0" * 32, signed.head.at, other))
    assert verdicts(verified(typed, receipt))["network"] == "other_key"


def as_dict(head: Head) -> dict[str, Any]:
    return {name: getattr(head, name) for name in ("tree", "size", "root", "at", "key")}


def test_several_receipts_are_judged_at_once(typed: Typed, receipt: Path, tmp_path: Path) -> None:
    typed("ledger", "receipt", "--member", "XB", "--to", tmp_path / "xb.json")
    said = verified(typed, receipt, tmp_path / "xb.json")
    assert said.code == 0
    assert sorted(said.data["receipts"]) == sorted([str(receipt), str(tmp_path / "xb.json")])


@pytest.mark.parametrize("content", [b"", b"{}", b"[[[[", b"\xff"])
def test_what_is_no_receipt_is_one_sentence(content: bytes, typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(content)
    said = verified(typed, tmp_path / "r.json")
    assert (said.code, said.data["error"]["code"]) == (1, "not_a_receipt")


def test_a_member_that_is_not_in_the_register_gets_no_receipt(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    said = typed("ledger", "receipt", "--member", "ZZ", "--to", tmp_path / "zz.json", "--json")
    assert (said.code, said.data["error"]["code"]) == (1, "unknown_member")
    assert "XA, XB, XC" in said.data["error"]["sentence"]
    assert not (tmp_path / "zz.json").exists()
    assert not Line.objects.filter(act="receipt-handed").exists()
