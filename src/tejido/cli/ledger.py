"""tejido ledger: check the ledger of this node, and hand out the receipts by which it is checked from outside."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _
from tejido.config.words import ngettext
from tejido.engine.proof import Receipt, Verdict, read_receipt, write_receipt

from .console import answer, progress
from .faults import Fault
from .files import read, write_all
from .house import now, open_house
from .options import Data, Json, examples, option

app = typer.Typer(no_args_is_help=True, help=_("The ledger: check it, and hand out receipts."))


_RECEIPTS = _("A receipt that a member kept. May be given several times.")
Receipts = Annotated[list[Path] | None, option("--receipt", "FILE", _RECEIPTS)]
Member = Annotated[str, option("--member", "CODE", _("The member's code, such as PY."))]
To = Annotated[Path, option("--to", "FILE", _("The file to write."))]


@app.command(
    help=_(
        "Recomputes every line of every ledger of this node and says what does not fit.\n\n"
        "With a member's receipt, also whether the ledger has been cut, rewritten, or shown to that member in another "
        "version."
    ),
    epilog=examples("tejido ledger verify", "tejido ledger verify --receipt paraguay.receipt.json --json"),
)
def verify(receipt: Receipts = None, data: Data = None, json: Json = False) -> None:
    receipts = {str(path): _receipt(path) for path in receipt or []}
    open_house(data)
    from tejido.ledger.audit import audit, compare_receipt, describe

    with progress() as show:
        found = audit(lambda done, total: show(_("Checking the ledger"), done, total))
    verdicts = {name: compare_receipt(held) for name, held in receipts.items()}
    is_good = found.ok and all(v.is_good for judged in verdicts.values() for v in judged.values())
    told = {**describe(found), "ok": is_good, "receipts": {name: _plain(judged) for name, judged in verdicts.items()}}
    answer(told, "\n".join([*_audit_words(found), *_receipt_words(verdicts)]), as_json=json)
    if not is_good:
        raise typer.Exit(1)


def _receipt(path: Path) -> Receipt:
    try:
        return read_receipt(read(path))
    except ValueError as problem:
        raise Fault(_("“%(file)s” is not a receipt.") % {"file": path}, "not_a_receipt") from problem


def _plain(judged: Mapping[str, Verdict]) -> list[dict[str, Any]]:
    return [
        {"ledger": tree, "verdict": verdict.value, "ok": verdict.is_good, "sentence": _verdict_words(tree, verdict)}
        for tree, verdict in judged.items()
    ]


def _audit_words(found: Any) -> list[str]:
    values = {"lines": found.lines, "ledgers": found.trees, "heads": found.heads}
    said = [_("%(lines)s lines in %(ledgers)s ledgers recomputed, %(heads)s signed heads compared with them.") % values]
    if found.ok:
        return [*said, _("Every line is the one that was written, and nothing is missing.")]
    count = len(found.faults)
    said.append(ngettext("%(count)s thing is wrong:", "%(count)s things are wrong:", count) % {"count": count})
    return said + [f"  ✗ {_fault_words(fault)}" for fault in found.faults]


def _fault_words(fault: Any) -> str:
    sentences = {
        "line_missing": _("ledger “%(tree)s”: line %(place)s is missing"),
        "line_changed": _("ledger “%(tree)s”: line %(place)s was changed after it was written"),
        "node_changed": _("ledger “%(tree)s”: a hash over line %(place)s was changed"),
        "node_superfluous": _("ledger “%(tree)s”: there are hashes for lines that are not there (after %(place)s)"),
        "size_wrong": _("ledger “%(tree)s”: there are lines beyond its %(place)s"),
        "head_broken": _("ledger “%(tree)s”: it is no longer the one whose head of %(place)s lines left the house"),
    }
    return sentences[fault.finding.value] % {"tree": fault.tree, "place": fault.place}


def _receipt_words(verdicts: Mapping[str, Mapping[str, Verdict]]) -> list[str]:
    return [
        f"{'✓' if verdict.is_good else '✗'} {name}: {_verdict_words(tree, verdict)}"
        for name, judged in verdicts.items()
        for tree, verdict in judged.items()
    ]


def _verdict_words(tree: str, verdict: Verdict) -> str:
    from tejido.desk.proof import OUTCOMES

    return f"{tree}: {OUTCOMES[verdict]}"


@app.command(
    help=_(
        "Writes the signed heads of the ledgers that a member may know into a file.\n\n"
        "Hand it to the member, to be kept outside this house: with it, cutting or rewriting the ledger is found out."
    ),
    epilog=examples("tejido ledger receipt --member PY --to paraguay.receipt.json"),
)
def receipt(member: Member, to: To, data: Data = None, json: Json = False) -> None:
    open_house(data)
    handed = _handed(member)
    place = write_all(to.parent, {to.name: write_receipt(handed)})[0]
    found = [signed.head for signed in handed.heads]
    heads = [{"ledger": head.tree, "lines": head.size, "root": head.root} for head in found]
    told = {"member": member, "file": str(place), "heads": heads}
    sentence = _("The receipt of %(member)s is in %(file)s. Hand it over, and keep it outside this house.")
    answer(told, sentence % told, as_json=json)


def _handed(member: str) -> Receipt:
    """The receipt of a member of the register. Fault for a code that is not there."""
    from tejido.ledger.actors import CONSOLE
    from tejido.ledger.commands import hand_receipt
    from tejido.ledger.names import trees_known_to
    from tejido.registry.queries import members, network
    from tejido.web.languages import in_my_language

    codes: Sequence[str] = [line.member.code for line in members()]
    served = network()
    if served is None or member not in codes:
        sentence = _("There is no member “%(member)s”. Members: %(codes)s.")
        raise Fault(sentence % {"member": member, "codes": ", ".join(codes) or "—"}, "unknown_member")
    name, trees = in_my_language(served.name), trees_known_to(member)
    return hand_receipt(actor=CONSOLE, network=name, member=member, trees=trees, at=now())
